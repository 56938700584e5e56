/** Where the server is: it gave this page, below the `<base>` that it filled in. */
export function serverBase(): string {
  return new URL(document.baseURI).origin + new URL(document.baseURI).pathname.replace(/\/+$/, "");
}

export const bearsTokens = false;
