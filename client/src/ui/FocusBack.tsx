/** Gives the focus back, where there is one; fingers have none. */
export function FocusBack() {
  return null;
}
