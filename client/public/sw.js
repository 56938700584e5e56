// Keeps the scripts, faces and signs of this build, so that the client begins without the server.
// What comes from the API is never kept here. scripts/build.mjs fills in the build and its files.
const BUILD = "%BUILD%";
const FILES = new Set(["%FILES%"]);

const kept = `maestrarr-${BUILD}`;
const page = self.registration.scope;
const nobodys = /^(api|health|metrics|play|ready|webhook)(\/|$)/;
const silent = new Set([502, 503, 504]); // what a reverse proxy says when the server is down

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.url.startsWith(page) ? request.url.slice(page.length) : "api";
  if (request.method !== "GET" || nobodys.test(path)) return;
  if (request.mode === "navigate") event.respondWith(newestPage(request));
  else if (FILES.has(path)) event.respondWith(keptFile(request));
});

async function keepAll() {
  const cache = await caches.open(kept);
  const fresh = [page, ...[...FILES].map((path) => page + path)];
  await cache.addAll(fresh.map((url) => new Request(url, { cache: "no-cache" })));
}

async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith("maestrarr-") && name !== kept);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function newestPage(request) {
  try {
    const answer = await fetch(request);
    if (!silent.has(answer.status)) return answer;
    return (await caches.match(page)) ?? answer;
  } catch (error) {
    const shell = await caches.match(page);
    if (shell) return shell;
    throw error;
  }
}

async function keptFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
