// What one can wait for.

/**
 * A while.
 * @template T
 * @param {number} milliseconds
 * @param {T} [value]
 * @returns {Promise<T | undefined>}
 */
export function after(milliseconds, value) {
  return new Promise((done) => setTimeout(done, milliseconds, value));
}

/** What has just been drawn is on its way to the screen. A page in the background is never painted. */
export function painted() {
  const frame = () => new Promise(requestAnimationFrame);
  return Promise.race([frame().then(frame), after(150)]);
}
