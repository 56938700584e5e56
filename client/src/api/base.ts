import { usePreferences } from "@/state/preferences";

/** Where the server is, as the user of this phone says; empty as long as nobody has said it. */
export function serverBase(): string {
  const said = usePreferences.getState().server.replace(/\/+$/, "");
  return said === "" || /^https?:\/\//.test(said) ? said : `http://${said}`;
}

/** A phone keeps its own tokens; a browser's are in cookies that no script can read. */
export const bearsTokens = true;
