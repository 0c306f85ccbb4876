// Keeps the page's files on the device, so that it starts without the network, and says when a newer
// version lies ready. What is kept, and how, stands in `start/sw.js`.
//
// To be rid of the worker, an operator takes `sw.js` away from the server: a page that finds it gone
// (404 or 410) takes the worker and its files off the device, and the next start comes from the server.
// A `sw.js` that is broken is put right in the same way or by a better one: browsers ask the server
// for it, past every cache, at each start.
const workers = navigator.serviceWorker;
const HOUR = 3_600_000;

/**
 * Waits for the first rows: keeping files must not take anything from them. `isRelease` is false for a
 * build that changes under the developer's hands; one that was kept before is taken away.
 * @param {boolean} isRelease
 */
export function keepFiles(isRelease) {
  // No workers without TLS, and none in some private windows.
  if (!workers) return;
  // Behind the start the worker has looked whether the page has new headers.
  workers.addEventListener("message", ({ data }) => data === "new-page" && say());
  workers.startMessages();
  workers.controller?.postMessage("started");
  if (isRelease) addEventListener("kehu-settled", () => void keep(), { once: true });
  else void forget();
}

async function keep() {
  try {
    const known = await workers.getRegistration("./");
    const kept = await workers.register("sw.js", { updateViaCache: "none" });
    follow(kept);
    // Registering what is registered asks nobody, but whether it is still there has to be known.
    if (known) await kept.update();
    // Who keeps the list open all day hears of a new version too.
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - asked > HOUR) {
        asked = Date.now();
        void kept.update().catch(() => undefined);
      }
    });
  } catch {
    const answer = await fetch("sw.js", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
    if (answer?.status === 404 || answer?.status === 410) await forget();
  }
}

/** @param {ServiceWorkerRegistration} kept */
function follow(kept) {
  if (kept.waiting) say();
  kept.addEventListener("updatefound", () => {
    const next = kept.installing;
    next?.addEventListener("statechange", () => {
      // The very first one is no newer version.
      if (next.state === "installed" && kept.active) say();
    });
  });
}

function say() {
  document.documentElement.dataset.newVersion = "";
  dispatchEvent(new Event("kehu-new-version"));
}

async function forget() {
  const kept = await workers.getRegistration("./");
  if (!kept) return;
  await kept.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`kehu ${kept.scope} `)).map((name) => caches.delete(name)));
}
