import { create } from "zustand";

type Shown = "nothing" | "palette" | "shortcuts";

/** What lies over the screen just now. */
export const useShown = create<{ shown: Shown }>(() => ({ shown: "nothing" }));

export const openPalette = (): void => useShown.setState({ shown: "palette" });
export const openShortcuts = (): void => useShown.setState({ shown: "shortcuts" });
export const closeAll = (): void => useShown.setState({ shown: "nothing" });
