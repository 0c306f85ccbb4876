// The pieces of the program (`xtask/src/dist/cut.rs`). `tools/finish.mjs` writes their names into the page
// and lets the program's script look here for what has begun.

/** What opens something that most visits never need. */
const OPENERS = "[aria-haspopup]";

const pieces = new Map();
globalThis.kehuPieces = { get: fetchPiece };

/** The piece that failed last, and why. */
let failure = {};

/** What to tell when the page's piece did not come. */
export const lastFailure = () => failure;

/**
 * Fetches and compiles what the page consists of; resolves when the page can be shown. Whoever waits for
 * first rows does not begin with it: it would take the turn of the first piece, which alone can show them.
 */
export async function fetchPage() {
  await Promise.allSettled(names("pieces").map(fetchPiece));
}

/** Who points at a menu is about to open it: its code comes now. */
export function watchForOpening() {
  const isNear = ({ target }) => target instanceof Element && target.closest(OPENERS) !== null;
  const far = new AbortController();
  for (const type of ["focusin", "pointerover"]) {
    const near = (event) => {
      if (!isNear(event)) return;
      far.abort();
      names("pieces-later").forEach(fetchPiece);
    };
    addEventListener(type, near, { signal: far.signal, passive: true });
  }
}

/**
 * Compiles a file while it comes. Some servers do not know its type, some browsers cannot do that, and a
 * connection may break: then all of it is fetched, and compiled from its bytes.
 */
export async function compile(address) {
  try {
    const answer = await fetch(address);
    if (WebAssembly.compileStreaming && answer.headers.get("Content-Type") === "application/wasm" && answer.ok) {
      return await WebAssembly.compileStreaming(answer).catch(async () => compileBytes(await fetch(address)));
    }
    return await compileBytes(answer);
  } catch (cause) {
    failure = { address: new URL(address, document.baseURI).href, cause };
    throw cause;
  }
}

async function compileBytes(answer) {
  if (!answer.ok) throw new TypeError(`HTTP ${answer.status}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

function names(meta) {
  return document.querySelector(`meta[name="${meta}"]`)?.content.split(" ").filter(Boolean) ?? [];
}

function fetchPiece(name) {
  if (!pieces.has(name)) {
    const piece = compile(name);
    pieces.set(name, piece);
    // Whoever waits for it is told of a failure, and the next one tries anew.
    piece.catch(() => pieces.delete(name));
  }
  return pieces.get(name);
}
