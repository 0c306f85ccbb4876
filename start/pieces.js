// The pieces of the program (`xtask/src/dist/cut.rs`). `tools/finish.mjs` writes their names into the page
// and lets the program's script look here for what has begun.

/** What opens something that most visits never need. */
const OPENERS = "[aria-haspopup]";

const pieces = new Map();
globalThis.kehuPieces = { get: fetchPiece };

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

function names(meta) {
  return document.querySelector(`meta[name="${meta}"]`)?.content.split(" ").filter(Boolean) ?? [];
}

function fetchPiece(name) {
  if (!pieces.has(name)) {
    const piece = WebAssembly.compileStreaming(fetch(name));
    pieces.set(name, piece);
    // Whoever waits for it is told of a failure, and the next one tries anew.
    piece.catch(() => pieces.delete(name));
  }
  return pieces.get(name);
}
