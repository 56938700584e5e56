/** A phone begins where the router says, which it says later. */
export function begunAt(): string {
  return "";
}
