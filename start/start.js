// Starts the page. A file of its own, not a script inside index.html, so that a strict
// Content-Security-Policy holds. The two addresses carry content hashes; Trunk writes them into
// the preload hints, which also means both files are already on their way when this runs.
//
// `tools/start.mjs` makes one file of this one and its neighbours.
import { askEarly } from "./early.js";
import { showStop, watchForStops } from "./stop.js";
import { readSettings, showSettings } from "./settings.js";
import { keepFiles } from "./worker.js";

const script = document.getElementById("page-js").href;
const wasm = document.getElementById("page-wasm").href;

watchForStops();
const settings = readSettings();
askEarly(settings);
showSettings(settings);
keepFiles(document.querySelector('meta[name="version"]')?.content !== "");

try {
  const { default: init } = await import(script);
  await init({ module_or_path: wasm });
} catch (cause) {
  showStop(cause, { hasStarted: false });
  throw cause;
}
