/** Where in the client the page was opened, below the `<base>` of its server. */
export function begunAt(): string {
  const below = new URL(document.baseURI).pathname.length - 1;
  return location.pathname.slice(below) + location.search;
}
