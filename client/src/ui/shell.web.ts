/**
 * Lets the browser keep the client, so that it begins without the server.
 *
 * A browser allows it for HTTPS with a certificate that it trusts, and for this machine; elsewhere
 * the client needs the server to begin, and that is all.
 */
export function keepShell(): void {
  if (__DEV__ || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register(new URL("sw.js", document.baseURI)).catch(() => {});
}
