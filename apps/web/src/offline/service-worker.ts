/**
 * Keeps the whole app in the browser, so that it opens without a network. The build puts the list of its files and a name
 * for them in place of the two constants.
 *
 * A page is asked from the network first and, where that does not answer soon, taken from what is kept; so a new version is
 * seen at the next visit. Files under `assets/` never change under their name and come from what is kept.
 */
import { listenForRings } from "./ring.ts";

declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const prefix = "openlymph-";
const own = prefix + __VERSION__;
/** How long the network may take for the page, ms. */
const patience = 1500;

async function keep(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll(__FILES__.map((file) => new Request(file, { cache: "reload" })));
  await self.skipWaiting();
}

/** Lets go of older versions but the last: a page that is still open may yet ask for its parts. */
async function tidy(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(request: RequestInfo): Promise<Response | undefined> {
  return (await (await caches.open(own)).match(request)) ?? (await caches.match(request));
}

function fromNetwork(request: Request): Promise<Response | undefined> {
  return fetch(request, { signal: AbortSignal.timeout(patience) }).then(
    (response) => (response.ok ? response : undefined),
    () => undefined,
  );
}

/** The clinic's room and its server are never answered from here: what is known of people is not kept in a browser. */
const isOnlineOnly = (path: string): boolean => /^\/(?:clinic|api)(?:\/|$)/.test(path);

async function answer(request: Request): Promise<Response> {
  if (request.mode === "navigate") {
    const page = new URL(request.url).pathname.startsWith("/home") ? "/home/" : "/";
    return (await fromNetwork(request)) ?? (await kept(page)) ?? fetch(request);
  }
  return (await kept(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin || isOnlineOnly(pathname)) return;
  event.respondWith(answer(event.request));
});
listenForRings();
