import { usePreferences } from "@/state/preferences";

/** Where the server is: a phone is told by its user. */
export function serverBase(): string {
  return usePreferences.getState().server.replace(/\/+$/, "");
}

/** A phone keeps its own tokens; a browser's are in cookies that no script can read. */
export const bearsTokens = true;
