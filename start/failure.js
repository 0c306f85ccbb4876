// The page that says why nothing starts is `start/no_start.js`, which any browser can read.

/** This script runs, so it answers for the start: what would show itself without it stays away. */
export function begin() {
  document.documentElement.dataset.starting = "";
}

/**
 * Tells the user: the file that failed, if it was one, and what the browser said.
 * @param {{ address?: string | undefined, cause?: any }} failure
 */
export function noStart({ address, cause }) {
  // Its text may be told: nothing of a customer has been read yet.
  const note = { address, line: `${cause?.name}: ${cause?.message}`.slice(0, 200) };
  delete document.documentElement.dataset.starting;
  // It may still be on its way.
  globalThis.kehuNoStartNote = note;
  globalThis.kehuNoStart?.(note);
}
