/** A browser loads the faces that the page names, and shows its own until they are there. */
export function useFaces(): boolean {
  return true;
}
