import { dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";

import { recallLater, remember } from "./storage";

const KEY = "maestrarr.snapshot";
const SETTLES = 2_000;
const LARGEST = 1_500_000;

/**
 * Keeps what was read last on this device, so that there is something to see without the server.
 *
 * Only queries that say `isKeptOffline` are kept, and those of titles that were opened; it begins
 * when what is known has been brought back. Call what it returns to let go.
 */
export async function keepSnapshot(queries: QueryClient): Promise<() => void> {
  const text = await recallLater(KEY);
  if (text !== null) restore(queries, text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = queries.getQueryCache().subscribe(({ type }) => {
    if (type !== "updated" && type !== "added") return;
    clearTimeout(timer);
    timer = setTimeout(() => remember(KEY, write(queries)), SETTLES);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Forgets what was read: the next one to sign in here may see less. */
export function forgetSnapshot(): void {
  remember(KEY, null);
}

function restore(queries: QueryClient, text: string): void {
  try {
    hydrate(queries, JSON.parse(text));
  } catch {
    remember(KEY, null); // cut short, or of an older version
  }
}

function write(queries: QueryClient): string | null {
  const kept = dehydrate(queries, {
    shouldDehydrateQuery: ({ state, meta }) =>
      state.status === "success" && meta?.["isKeptOffline"] === true,
  });
  const text = JSON.stringify(kept);
  return text.length > LARGEST ? null : text;
}
