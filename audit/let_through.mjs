// What a judge is overruled in, with the reason: none without need.

export class LetThrough {
  #all;
  #used = new Set();

  /** Each has `what`, as it is named in the table, and `why`. */
  constructor(all) {
    this.#all = all;
  }

  /** Whether one of them is meant, which is then one that is needed. */
  passes(isMeant) {
    const found = this.#all.find(isMeant);
    if (found !== undefined) this.#used.add(found);
    return found !== undefined;
  }

  /** Those that nothing needed, once all was asked. */
  get faults() {
    return this.#all.filter((it) => !this.#used.has(it)).map(({ what }) => `${what}: let through, and nothing needs it`);
  }

  /** What stands below the table. */
  get text() {
    const used = this.#all.filter((it) => this.#used.has(it)).map(({ what, why }) => `- ${what}: ${why}`);
    return used.length === 0 ? "" : `\n\nLet through:\n\n${used.join("\n")}`;
  }
}
