// The script's half of tests/stored_keys.rs: what start/keys.js does to what lies in a browser's storage.
import assert from "node:assert/strict";

let starts = 0;

/** A start of the page at a path, with what the tab and the device hold; says what they hold then. */
async function start(path, tab, device) {
  globalThis.location = { pathname: path };
  globalThis.sessionStorage = storage(tab);
  globalThis.localStorage = storage(device);
  starts += 1;
  const { settleNames } = await import(`../start/keys.js?${starts}`);
  settleNames();
  return { tab, device };
}

function storage(items) {
  return {
    getItem: (name) => items[name] ?? null,
    setItem: (name, text) => (items[name] = text),
    removeItem: (name) => delete items[name],
  };
}

const session = '{"token":"t"}';
const marked = '{"token":"t","path":"/"}';

// At the root names stay what they are, and the session says whose it is.
assert.deepEqual(await start("/", {}, { "kehu.session": session, "kehu.views": "v" }), {
  tab: {},
  device: { "kehu.session": marked, "kehu.views": "v" },
});
assert.deepEqual(await start("/index.html", { "kehu.session": marked }, {}), { tab: { "kehu.session": marked }, device: {} });

// In a folder what was there before is taken over: people stay signed in.
assert.deepEqual(await start("/a/", { "kehu.session": session }, { "kehu.views": "v", "kehu.options": "o", "kehu.calls": "c" }), {
  tab: { "kehu.session@/a/": session },
  device: { "kehu.views": "v", "kehu.views@/a/": "v", "kehu.options@/a/": "o", "kehu.calls": "c" },
});
assert.deepEqual((await start("/a/b/index.html", {}, { "kehu.session": session })).device, { "kehu.session@/a/b/": session });

// The next one finds no token of the first, and its own views are never written over.
const device = { "kehu.session": session, "kehu.views": "old" };
await start("/a/", {}, device);
device["kehu.views@/a/"] = "new";
await start("/b/", {}, device);
await start("/a/", {}, device);
assert.deepEqual(device, {
  "kehu.session@/a/": session,
  "kehu.views": "old",
  "kehu.views@/a/": "new",
  "kehu.views@/b/": "old",
});

// The session of the Kehu at the root is its own, in the same tab too.
for (const [tab, device] of [[{ "kehu.session": marked }, {}], [{}, { "kehu.session": marked }]]) {
  const before = structuredClone({ tab, device });
  assert.deepEqual(await start("/a/", tab, device), before);
}

// Whoever has a session takes no other.
assert.deepEqual(await start("/a/", { "kehu.session": session }, { "kehu.session@/a/": marked }), {
  tab: { "kehu.session": session },
  device: { "kehu.session@/a/": marked },
});

// What is no session is nobody's, and forbidden storage stops nothing.
assert.deepEqual((await start("/a/", {}, { "kehu.session": "x" })).device, { "kehu.session": "x" });
Object.defineProperty(globalThis, "sessionStorage", { configurable: true, get: () => { throw new Error("forbidden"); } });
const { settleNames } = await import("../start/keys.js?forbidden");
settleNames();
