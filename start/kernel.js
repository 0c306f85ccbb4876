// What the page cannot do without, asked for in words that every browser can read: ES5, no newer sign.

/** The name of the first thing that this browser lacks; nothing where it has all. */
export function missing() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") return "WebAssembly";
  if (!("noModule" in document.createElement("script"))) return "module";
  if (typeof HTMLDialogElement !== "function") return "dialog";
  // Of the same age as the newest of what the page needs (`tools/floor.mjs`) and easily asked for.
  if (!window.CSS || !CSS.supports("container-type", "inline-size")) return "container queries";
}
