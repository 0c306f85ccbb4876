// The chunks of the program (`xtask/src/dist/cut.rs`), whose names `tools/finish.mjs` writes into the page.
// The loader of wasm-split fetches each when it is first used. Here the fetch begins sooner: the loader's
// own finds what the browser has preloaded.

/** What opens something that most visits never need. */
const OPENERS = "[aria-haspopup]";

/** @type {Map<string, Promise<unknown>>} */
const preloads = new Map();
/**
 * The file that could not be instantiated last, and why.
 * @type {{ address: string, cause?: unknown } | undefined}
 */
let failure;

/** What to tell when the page's chunk did not come. */
export const lastFailure = () => failure ?? { address: new URL(names("chunks").at(-1) ?? "", document.baseURI).href };

/**
 * Fetches what the page consists of; resolves when it is here. Whoever waits for first rows does not begin
 * with it: it would take the turn of the first chunk, which alone can show them.
 */
export async function fetchPage() {
  await Promise.all(names("chunks").map(preload));
}

/** Fetches what signing in consists of; resolves when it is here. */
export async function fetchSignIn() {
  await Promise.all(names("chunks-sign-in").map(preload));
}

/** Who points at a menu is about to open it: its code comes now. */
export function watchForOpening() {
  /** @param {Event} event */
  const isNear = ({ target }) => target instanceof Element && target.closest(OPENERS) !== null;
  const far = new AbortController();
  for (const type of ["focusin", "pointerover"]) {
    /** @param {Event} event */
    const near = (event) => {
      if (!isNear(event)) return;
      far.abort();
      names("chunks-later").forEach(preload);
    };
    addEventListener(type, near, { signal: far.signal, passive: true });
  }
}

/**
 * What wasm-bindgen and wasm-split call instantiates while the file comes. Some servers do not know its type,
 * some browsers cannot do that, and a connection may break: then all of it is fetched, and its bytes are taken.
 */
export function polyfillStreaming() {
  /** @type {typeof WebAssembly.instantiateStreaming | undefined} */
  const streaming = WebAssembly.instantiateStreaming?.bind(WebAssembly);
  /** @param {Response} answer @param {WebAssembly.Imports} [imports] */
  const fromBytes = async (answer, imports) => {
    if (!answer.ok) throw new TypeError(`WebAssembly: HTTP status code ${answer.status}`);
    return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  };
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const answer = await source;
    const canStream = streaming !== undefined && answer.ok && answer.headers.get("Content-Type") === "application/wasm";
    try {
      if (!canStream) return await fromBytes(answer, imports);
      return await streaming(answer, imports).catch(async () => fromBytes(await fetch(answer.url), imports));
    } catch (cause) {
      failure = { address: answer.url, cause };
      throw cause;
    }
  };
}

/** @param {string} meta */
function names(meta) {
  const list = /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="${meta}"]`));
  return list?.content.split(" ").filter(Boolean) ?? [];
}

/**
 * Resolves when it has come or failed; the loader asks for a failed one anew.
 * @param {string} href
 */
function preload(href) {
  if (!preloads.has(href)) {
    // In the mode of the loader's own fetch, else the browser would fetch it twice.
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
    preloads.set(href, new Promise((done) => (link.onload = link.onerror = done)));
    document.head.append(link);
  }
  return preloads.get(href);
}
