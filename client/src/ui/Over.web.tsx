import type { ReactNode } from "react";
import { createPortal } from "react-dom";

/** What lies over all else, dialogs as well: these stand beside the page, and not in it. */
export function Over({ children }: { children: ReactNode }) {
  return createPortal(children, document.body);
}
