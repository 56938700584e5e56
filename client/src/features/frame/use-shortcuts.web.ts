import { useRouter } from "expo-router";
import { useEffect } from "react";

import { usePreferences } from "@/state/preferences";
import { useTheme } from "@/ui/theme";

import { closeAll, openPalette, openShortcuts, useShown } from "./palette-state";

const TOGETHER = 1_200;
const WAYS: Record<string, string> = {
  d: "/",
  l: "/library",
  u: "/audio",
  a: "/activity",
  j: "/jobs",
  s: "/settings",
};

/** Listens for what can be done by keyboard, wherever nobody types. */
export function useShortcuts(): void {
  const router = useRouter();
  const { scheme } = useTheme();
  const { prefer, letterKeys } = usePreferences();
  useEffect(() => {
    let wentAt = 0;
    const hear = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        if (useShown.getState().shown === "palette") closeAll();
        else openPalette();
        return;
      }
      const isTyping = (event.target as HTMLElement).closest?.("input, textarea, [role=dialog]");
      if (!letterKeys || isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
      const way = WAYS[event.key];
      if (way && Date.now() - wentAt < TOGETHER) router.push(way as never);
      else if (event.key === "/") openPalette();
      else if (event.key === "?") openShortcuts();
      else if (event.key === "t") prefer({ theme: scheme === "dark" ? "light" : "dark" });
      else if (event.key !== "g") return;
      wentAt = event.key === "g" ? Date.now() : 0;
      event.preventDefault();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [router, scheme, prefer, letterKeys]);
}
