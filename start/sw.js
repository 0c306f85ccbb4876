// The worker that keeps the page's own files, so that the page starts at once and without the network.
// It keeps nothing else: no answer of the endpoint ever passes through here.
//
// A release is kept whole or not at all, and a page gets all its files from one release. A newer one
// is kept beside it and used at the next start. How to be rid of all this stands in `start/worker.js`.
//
// `tools/finish.mjs` writes the three values when the page is built.
/* global VERSION, FILES, PAGE_SUM */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** Two of these pages on one host keep apart. */
const OWNER = `kehu ${worker.registration.scope} `;
const KEPT = OWNER + VERSION;
const PAGE = "./";
const POLICY = "content-security-policy";
/** What an operator may change at any time: asked for while there is a network. */
const SETTINGS = ["config.json", "views.json"];
/** A file whose name tells what is in it. */
const HASHED = /^\w+-[0-9a-f]{8,16}(_bg)?\.\w+$/;

/**
 * What was found for each page that starts, by its client.
 * @type {Map<string, Promise<string | undefined>>}
 */
const renewals = new Map();

worker.addEventListener("install", (event) => {
  event.waitUntil(keep());
  sendPast(event);
});

worker.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));

// A page that starts while this one waits lets it begin.
worker.addEventListener("message", (event) => {
  if (event.data === "begin") void worker.skipWaiting();
  if (event.data === "started") event.waitUntil(tell(/** @type {Client} */ (event.source)));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = nameOf(request);
  // All else, the endpoint's calls before all, is none of this worker's business.
  if (name === undefined) return;
  if (request.mode === "navigate") {
    if (!["", "index.html"].includes(name.split("?")[0] ?? "")) return;
    event.respondWith(page(request));
    const renewal = renew();
    renewals.set(event.resultingClientId, renewal);
    event.waitUntil(renewal);
  } else if (SETTINGS.includes(name)) {
    event.respondWith(newest(request, name));
  } else if (FILES.includes(name) || HASHED.test(name)) {
    event.respondWith(kept(name, request));
  }
});

/**
 * The name of a file beside the page; nothing for any other address.
 * @param {Request} request
 */
function nameOf({ method, url }) {
  if (method === "GET" && url.startsWith(worker.registration.scope)) return url.slice(worker.registration.scope.length).split("#")[0];
}

async function keep() {
  const cache = await caches.open(KEPT);
  try {
    await Promise.all(FILES.map((name) => keepOne(cache, name)));
  } catch (cause) {
    await caches.delete(KEPT);
    throw cause;
  }
}

/** @param {Cache} cache @param {string} name */
async function keepOne(cache, name) {
  // The page has just fetched the files with a hash: they come out of the browser's own cache.
  const answer = await fetch(name, { cache: HASHED.test(name) ? "force-cache" : "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`cannot keep ${name}`);
  // While a new release is copied to the server, this page may not be the one that belongs here.
  if (name === PAGE && !(await isOurs(answer))) throw new Error("another page");
  await cache.put(name, answer);
}

/** @param {Response} answer */
async function isOurs(answer) {
  const sum = await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer());
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("") === PAGE_SUM;
}

/**
 * The headers that come with the page say what it may do, and an operator may change them at any time. So
 * each start asks for the page anew, in whole: a server that says "unchanged" means the file. Another page
 * belongs to another release, which comes with its own worker.
 */
async function renew() {
  try {
    const answer = await fetch(PAGE, { cache: "reload", priority: "low" });
    if (!answer.ok || answer.redirected || !(await isOurs(answer))) return;
    const cache = await caches.open(KEPT);
    const before = await cache.match(PAGE);
    await cache.put(PAGE, answer.clone());
    if (!before || before.headers.get(POLICY) === answer.headers.get(POLICY)) return;
    for (const client of await worker.clients.matchAll()) client.postMessage("new-page");
    return "new-page";
  } catch {
    // Without the network, what is kept.
  }
}

/**
 * A page that starts lives under the old policy still. It asks, since it cannot be told before it listens.
 * @param {Client} client
 */
async function tell(client) {
  const found = await renewals.get(client.id);
  renewals.delete(client.id);
  if (found) client.postMessage(found);
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWNER) && name !== KEPT).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function page(request) {
  if (worker.registration.waiting) {
    worker.registration.waiting.postMessage("begin");
    try {
      return await fetch(request);
    } catch {
      // Without the network, what is kept.
    }
  }
  return kept(PAGE, request);
}

/**
 * A newer release may have begun since the page came: then its files are looked through as well.
 * @param {string} name
 * @param {Request} request
 */
async function kept(name, request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(name)) ?? (await caches.match(name)) ?? fetch(request);
}

/** @param {Request} request @param {string} name */
async function newest(request, name) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request, { cache: "no-cache" });
    // A missing file is an answer too: then there are no settings.
    if (answer.ok) await cache.put(name, answer.clone());
    else if (answer.status === 404) await cache.delete(name);
    return answer;
  } catch (cause) {
    const last = await cache.match(name);
    if (last) return last;
    throw cause;
  }
}

/**
 * Where a browser can be told beforehand, nothing but the page's own addresses even wakes the worker.
 * @param {ExtendableEvent & { addRoutes?: (routes: object[]) => Promise<void> }} event
 */
function sendPast(event) {
  /** @param {string} name */
  const own = (name) => ({ urlPattern: new URL(name, worker.registration.scope).href });
  const hashed = FILES.filter((name) => HASHED.test(name)).map(own);
  try {
    void event
      .addRoutes?.([
        { condition: { or: hashed }, source: { cacheName: KEPT } },
        { condition: { not: { or: [{ requestMode: "navigate" }, ...SETTINGS.map(own)] } }, source: "network" },
      ])
      .catch(() => undefined);
  } catch {
    // Then the worker looks at each address itself.
  }
}
