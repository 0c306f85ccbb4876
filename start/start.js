// Starts the page. A file of its own, not a script inside index.html, so that a strict
// Content-Security-Policy holds. The two addresses carry content hashes; Trunk writes them into
// the preload hints, which also means both files are already on their way when this runs.
//
// `tools/start.mjs` makes one file of this one and its neighbours.
import { askEarly, isSignedIn } from "./early_call.js";
import { begin, noStart } from "./failure.js";
import { missing } from "./kernel.js";
import { settleNames } from "./keys.js";
import { isTrap, showStop, watchForStops } from "./stop.js";
import { readSettings, showSettings } from "./settings.js";
import { fetchPage, fetchSignIn, lastFailure, polyfillStreaming, watchForOpening } from "./chunks.js";
import { keepFiles } from "./worker.js";

// Else `start/no_start.js` says what is missing, and no call is made for a page that cannot show it.
if (!missing()) void start();

async function start() {
  begin();
  /** @type {string | undefined} */
  let address;
  try {
    watchForStops();
    settleNames();
    polyfillStreaming();
    addEventListener("kehu-no-start", () => noStart(lastFailure()));
    const settings = readSettings();
    // At once, before the style sheet is here and the page is read to its end.
    askEarly();
    showSettings(settings);
    watchForOpening();
    if (!("popover" in HTMLElement.prototype)) {
      address = new URL("popover.js", document.baseURI).href;
      await import(address);
    }
    if (document.readyState === "loading") {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
    }
    const signIn = isSignedIn() ? undefined : fetchSignIn();
    keepFiles(document.querySelector('meta[name="version"]')?.getAttribute("content") !== "");
    address = linked("page-js");
    const { default: init } = await import(address);
    address = linked("page-wasm");
    await init({ module_or_path: address });
    // The page comes behind the form, so that it is there when somebody has signed in.
    void signIn?.then(fetchPage);
    document.getElementById("no-start")?.remove();
  } catch (cause) {
    if (isTrap(cause)) showStop(cause);
    else noStart({ address, cause });
    throw cause;
  }
}

/**
 * The address of a link in the page's head.
 * @param {string} id
 */
function linked(id) {
  return /** @type {HTMLLinkElement} */ (document.getElementById(id)).href;
}
