// Starts the page. A file of its own, not a script inside index.html, so that a strict
// Content-Security-Policy holds. The two addresses carry content hashes; Trunk writes them into
// the preload hints, which also means both files are already on their way when this runs.
//
// `tools/start.mjs` makes one file of this one and its neighbours.
import { askEarly, isSignedIn } from "./early.js";
import { settleNames } from "./keys.js";
import { keepDoings } from "./meanwhile.js";
import { showStop, watchForStops } from "./stop.js";
import { readSettings, showSettings } from "./settings.js";
import { fetchPage, watchForOpening } from "./pieces.js";
import { showSignIn } from "./sign_in.js";
import { keepFiles } from "./worker.js";

watchForStops();
settleNames();
const settings = readSettings();
// At once, before the style sheet is here and the page is read to its end.
askEarly(settings);
showSettings(settings);
watchForOpening();
if (document.readyState === "loading") {
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}
keepDoings();
// The form before the page: it shows at once and is not held up by what comes after it.
if (!isSignedIn()) void showSignIn(globalThis.kehuEarly.config).then(fetchPage);
keepFiles(document.querySelector('meta[name="version"]')?.content !== "");

try {
  const { default: init } = await import(document.getElementById("page-js").href);
  await init({ module_or_path: document.getElementById("page-wasm").href });
} catch (cause) {
  showStop(cause, { hasStarted: false });
  throw cause;
}
