import type { QueryClient } from "@tanstack/react-query";

type Fetch = () => Promise<unknown>;
/** Reads what a screen shows first, as the words of its address say. */
export type Read = (queries: QueryClient, params: Record<string, string>) => void;

const known: { at: RegExp; fetch: Fetch; read: Read | undefined }[] = [];

/** The addresses of a route, which is written as `/titles/[id]` or `/(setup|welcome)`. */
export function addressOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\[\w+\]/g, "[^/]+")}$`);
}

/** Notes what has to be fetched for the addresses of a route, and what its screen reads first. */
export function noteScreen(route: string, fetch: Fetch, read?: Read): void {
  known.push({ at: addressOf(route), fetch, read });
}

const shownAt = (address: string) => {
  const path = address.replace(/[?#].*/, "");
  return known.filter(({ at }) => at.test(path));
};

/** Fetches what an address needs, which somebody will probably go to; who does is told of failures. */
export function fetchAhead(address: string): void {
  for (const { fetch } of shownAt(address)) fetch().catch(() => {});
}

/** Reads what the screen at an address shows first, while its script is still on its way. */
export function readAhead(queries: QueryClient, address: string): void {
  const params = Object.fromEntries(new URLSearchParams(/\?[^#]*/.exec(address)?.[0]));
  for (const { read } of shownAt(address)) read?.(queries, params);
}
