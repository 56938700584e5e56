import { dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";

import { recallLater, remember } from "./storage";

const KEY = "maestrarr.snapshot";
const EVERY = 5_000;
const LARGEST = 1_500_000;
const LASTS = 86_400_000;

/**
 * Keeps what was read last on this device, so that there is something to see without the server.
 *
 * Only queries that say `isKeptOffline` are kept, those that were read last first; it begins when
 * what is known has been brought back. Call what it returns to let go.
 */
export async function keepSnapshot(queries: QueryClient): Promise<() => void> {
  const text = await recallLater(KEY);
  if (text !== null) restore(queries, text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = queries.getQueryCache().subscribe(({ type }) => {
    if (timer !== undefined || (type !== "updated" && type !== "added")) return;
    timer = setTimeout(() => {
      timer = undefined;
      remember(KEY, write(queries));
    }, EVERY);
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
    hydrate(queries, JSON.parse(text), { defaultOptions: { queries: { gcTime: LASTS } } });
  } catch {
    remember(KEY, null); // cut short, or of an older version
  }
}

/** Writes what was read last, as much of it as there is room for. */
function write(queries: QueryClient): string {
  const { queries: all } = dehydrate(queries, {
    shouldDehydrateQuery: ({ state, meta }) =>
      state.data !== undefined && meta?.["isKeptOffline"] === true,
  });
  let room = LARGEST;
  const kept = all
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
    .filter((each) => {
      const length = JSON.stringify(each).length;
      if (length > room) return false;
      room -= length;
      return true;
    });
  return JSON.stringify({ mutations: [], queries: kept });
}
