/** A phone has no files to choose from here. */
export const canChooseFile: boolean = false;

/** Asks for a file of the user's; null where none is chosen. */
export async function chooseFile(_kinds: string): Promise<Blob | null> {
  return null;
}
