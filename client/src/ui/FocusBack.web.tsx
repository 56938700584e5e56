import { useEffect, useLayoutEffect, useRef } from "react";

/**
 * Gives the focus back to what had it before something opened over it. It stands first in what opens,
 * so that it looks before a field there takes the focus at once.
 */
export function FocusBack() {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
  }, []);
  useEffect(() => {
    // What was open before this gives its focus back only now.
    if (before.current === document.body) before.current = document.activeElement;
    return () => {
      const element = before.current;
      if (element instanceof HTMLElement && element.isConnected) element.focus();
    };
  }, []);
  return null;
}
