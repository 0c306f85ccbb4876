// What the page cannot do without, asked for in words that every browser can read: ES5, no newer sign.

/** The name of the first thing that this browser lacks; nothing where it has all. */
export function missing() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") return "WebAssembly";
  if (!("noModule" in document.createElement("script"))) return "module";
  if (typeof HTMLDialogElement !== "function") return "dialog";
  // The newest of what the page needs: who has it reads the start script and the style sheet too.
  if (!("popover" in HTMLElement.prototype)) return "popover";
}
