// The pieces of the program that the page consists of (`xtask/src/dist/cut.rs`), fetched and compiled
// while the first one is still on its way. `tools/finish.mjs` writes their names into the page and lets
// the program's script look here.

/**
 * On a slow network they would only hold up the first rows, which come without them: then the program
 * asks for them itself, afterwards.
 */
export function fetchPieces() {
  const names = document.querySelector('meta[name="pieces"]')?.content.split(" ").filter(Boolean) ?? [];
  const pieces = new Map();
  globalThis.kehuPieces = pieces;
  if (globalThis.kehuEarly.isSlow) return;
  for (const name of names) {
    const piece = WebAssembly.compileStreaming(fetch(name));
    // Whoever takes it is told of a failure.
    piece.catch(() => undefined);
    pieces.set(name, piece);
  }
}
