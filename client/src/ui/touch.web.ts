import { useSyncExternalStore } from "react";

const COARSE = "(pointer: coarse)";

/** Tells fingers from a pointer, as the browser does. */
export function useIsTouched(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia?.(COARSE).matches ?? false);
}

function follow(hear: () => void): () => void {
  const pointer = window.matchMedia?.(COARSE);
  pointer?.addEventListener("change", hear);
  return () => pointer?.removeEventListener("change", hear);
}
