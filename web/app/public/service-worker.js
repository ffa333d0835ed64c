// Opens the page without a connection: the page's own files come from the cache, everything else from the server.
const CACHE = "menagerie-page";
const scope = new URL(self.registration.scope);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(new Request(scope, { cache: "reload" }))));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** The newest answer of the server, else the stored one. */
async function networkFirst(request, key) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (failure) {
    const stored = await cache.match(key);
    if (stored) return stored;
    throw failure;
  }
}

/** Files under /assets/ have their hash in their names and never change. */
async function cacheFirst(request) {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(request);
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  // Its policy allows frames, so that it must not be kept as the page.
  if (path.startsWith("embed/")) return;
  if (request.mode === "navigate") event.respondWith(networkFirst(request, scope.href));
  else if (path.startsWith("assets/")) event.respondWith(cacheFirst(request));
  else if (path === "cards" || path === "rules") event.respondWith(networkFirst(request, request));
});
