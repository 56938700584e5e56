import type { ReactNode } from "react";

/** What lies over all else; on a phone that is the screen, which a dialog covers. */
export function Over({ children }: { children: ReactNode }) {
  return children;
}
