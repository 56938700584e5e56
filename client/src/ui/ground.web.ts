import { useEffect } from "react";

import type { Theme } from "./theme";

/** Lets the page behind everything, its scroll bars and its focus ring follow the theme. */
export function useGround(theme: Theme, isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole) return;
    const { style } = document.documentElement;
    style.setProperty("color-scheme", theme.scheme);
    style.setProperty("--ground", theme.colors.bg);
    style.setProperty("--focus", theme.colors.accent);
    style.setProperty("--thumb", theme.colors.lineStrong);
    document.querySelector('meta[name="theme-color"]')?.setAttribute("content", theme.colors.bg);
  }, [theme, isWhole]);
}
