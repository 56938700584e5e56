import { recall, remember } from "@/state/storage";

import { bearsTokens, serverBase } from "./base";
import { bearer, keepTokens, tokens } from "./tokens";
import { alone } from "./turns";

const EXPIRY = "maestrarr.access-expires";
const SOON = 5_000;

let running: Promise<boolean> | null = null;
let lastSeen: string | null = recall(EXPIRY);

/** Notes until when the access token lasts, where every tab of this browser sees it. */
export function noteExpiry(at: string | null): void {
  lastSeen = at;
  remember(EXPIRY, at);
}

/**
 * Exchanges the refresh token; false when the session has ended.
 *
 * However many ask, in whichever tab, it happens once: a refresh token that came twice would end
 * the session. Who waited for another tab finds a token that is new enough already.
 *
 * @throws TypeError when the server cannot be reached: then nothing is known of the session.
 */
export function refreshSession(): Promise<boolean> {
  running ??= alone("maestrarr.refresh", exchange).finally(() => {
    running = null;
  });
  return running;
}

/**
 * What says who asks, where the API client does not, as for a picture or a file.
 *
 * @throws TypeError when the token has to be exchanged, and the server cannot be reached.
 */
export async function authorization(): Promise<Record<string, string>> {
  if (!isFresh(recall(EXPIRY) ?? lastSeen)) await refreshSession();
  return bearer();
}

async function exchange(): Promise<boolean> {
  const expiry = recall(EXPIRY);
  if (expiry !== lastSeen && isFresh(expiry)) {
    lastSeen = expiry; // another tab was here first
    return true;
  }
  const kept = await tokens();
  if (bearsTokens && !kept) return false;
  const answer = await fetch(`${serverBase()}/api/v1/sessions/refresh`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(kept ? { refresh_token: kept.refresh } : {}),
    credentials: "same-origin",
  });
  if (answer.status >= 500) throw new TypeError(`The server answered ${answer.status}.`);
  if (!answer.ok) {
    await keepTokens(null);
    return false;
  }
  const opened = (await answer.json()) as {
    access_expires_at: string;
    access_token: string | null;
    refresh_token: string | null;
  };
  if (opened.access_token && opened.refresh_token) {
    await keepTokens({ access: opened.access_token, refresh: opened.refresh_token });
  }
  noteExpiry(opened.access_expires_at);
  return true;
}

function isFresh(expiry: string | null): boolean {
  return expiry !== null && Date.parse(expiry) - Date.now() > SOON;
}
