import { setBackgroundColorAsync } from "expo-system-ui";
import { useEffect } from "react";

import type { Theme } from "./theme";

/** Lets the window behind everything follow the theme. */
export function useGround(theme: Theme, isWhole: boolean): void {
  useEffect(() => {
    if (isWhole) void setBackgroundColorAsync(theme.colors.bg);
  }, [theme, isWhole]);
}
