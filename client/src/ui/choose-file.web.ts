export const canChooseFile: boolean = true;

/** Asks for a file of the user's; null where none is chosen. */
export function chooseFile(kinds: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = kinds;
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}
