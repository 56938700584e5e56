import { useEffect } from "react";

const AT_REST = 4_000;

/** Does once, when the first screen stands, what would keep it waiting. */
export function useAtRest(act: () => void): void {
  useEffect(() => {
    const timer = setTimeout(act, AT_REST);
    return () => clearTimeout(timer);
  }, [act]);
}
