// The pieces of the program (`xtask/src/dist/cut.rs`), fetched and compiled before the program asks for
// them. `tools/finish.mjs` writes their names into the page and lets the program's script look here.

/** What opens something that most visits never need. */
const OPENERS = "[aria-haspopup]";

/**
 * Those of the page come while the first one is still on its way. On a slow network they would only hold
 * up the first rows, which come without them: then the program asks for them itself, afterwards.
 */
export function fetchPieces() {
  globalThis.kehuPieces = new Map();
  if (!globalThis.kehuEarly.isSlow) names("pieces").forEach(fetchPiece);
  // Who points at a menu is about to open it.
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
  const pieces = globalThis.kehuPieces;
  const piece = WebAssembly.compileStreaming(fetch(name));
  pieces.set(name, piece);
  // Whoever waits for it is told of a failure, and the next one tries anew.
  piece.catch(() => pieces.delete(name));
}
