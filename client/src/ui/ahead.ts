type Fetch = () => Promise<unknown>;

const known: { at: RegExp; fetch: Fetch }[] = [];

/** The addresses of a route, which is written as `/titles/[id]` or `/(setup|welcome)`. */
export function addressOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\[\w+\]/g, "[^/]+")}$`);
}

/** Notes what has to be fetched for the addresses of a route. */
export function noteScript(route: string, fetch: Fetch): void {
  known.push({ at: addressOf(route), fetch });
}

/** Fetches what an address needs, which somebody will probably go to; who does is told of failures. */
export function fetchAhead(address: string): void {
  const path = address.replace(/[?#].*/, "");
  for (const { at, fetch } of known) {
    if (at.test(path)) fetch().catch(() => {});
  }
}
