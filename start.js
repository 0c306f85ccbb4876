// Starts the page. A file of its own, not a script inside index.html, so that a strict
// Content-Security-Policy holds. The two addresses carry content hashes; Trunk writes them into
// the preload hints, which also means both files are already on their way when this runs.
const script = document.getElementById("page-js").href;
const wasm = document.getElementById("page-wasm").href;

try {
  const { default: init } = await import(script);
  await init({ module_or_path: wasm });
} catch (cause) {
  // The painted shell can say that the page did not start (style it by this attribute).
  document.documentElement.dataset.start = "failed";
  throw cause;
}
