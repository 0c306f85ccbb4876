// The early call is one of the company's calls too. The rule is `src/api/rate_limiter.rs`; here only its plain
// case is known: some place is surely free. In any other the program asks when it is its turn.

import { ownName } from "./keys.js";

const NOTE = ownName("kehu.calls");
/** As long as a call may last, and a window after it. */
const LONGEST_CALL = 40_000;
/** For so long without a refusal the endpoint gets one call more of those that it may get. */
const GROWTH = 15_000;

/**
 * A place for one call and what gives it back; `undefined` when none is surely free.
 * @param {number} limit
 * @returns {Promise<KehuPermit | undefined>}
 */
export async function takePlace(limit) {
  if (limit === 0) return { place: -1, release: () => undefined, giveBack: () => undefined };
  const places = read(limit) ?? [];
  for (let place = 0; place < places.length; place++) {
    const taken = isFree(places[place]) && (await take(place, limit));
    if (taken) return taken;
  }
  return undefined;
}

/**
 * This very place, unless another page was quicker or holds its lock.
 * @param {number} place
 * @param {number} limit
 */
async function take(place, limit) {
  const release = await lock(ownName(`kehu.call.${place}`));
  if (release === undefined) return undefined;
  let isTaken = false;
  try {
    const places = read(limit);
    if (places === undefined || !isFree(places[place])) return undefined;
    isTaken = true;
    /** @param {number} until */
    const write = (until) => {
      places[place] = until;
      keep(`${places.join(" ")};0 0;0`);
    };
    write(Date.now() + LONGEST_CALL);
    const giveBack = () => {
      write(0);
      release();
    };
    return { place, release, giveBack };
  } finally {
    if (!isTaken) release();
  }
}

/** @param {number | undefined} until */
function isFree(until = 0) {
  return !(until > Date.now());
}

/**
 * When each place is free again; nothing while it counts that the endpoint refused a call.
 * @param {number} limit
 * @returns {number[] | undefined}
 */
function read(limit) {
  const note = noted();
  if (note === null) return new Array(limit).fill(0);
  const [places, halved, pause] = note.split(";").map((numbers) => numbers.split(" ").map(Number));
  const now = Date.now();
  // What is missing is no number, and nothing is quiet then.
  const isQuiet = (halved?.[1] ?? NaN) + limit * GROWTH <= now && (pause?.at(-1) ?? NaN) <= now;
  return places?.length === limit && isQuiet ? places : undefined;
}

/** What the tabs know of each other's calls. Where nothing can be kept, each counts alone. */
function noted() {
  try {
    return localStorage.getItem(NOTE);
  } catch {
    return null;
  }
}

/** @param {string} note */
function keep(note) {
  try {
    localStorage.setItem(NOTE, note);
  } catch {
    // The storage is full or forbidden: the program counts this call in memory.
  }
}

/**
 * Holds a lock that all tabs know until the function given back is called; `undefined` where another page
 * has it. Where no lock can be had at all there is nothing to hold.
 * @param {string} name
 * @returns {Promise<(() => void) | undefined>}
 */
function lock(name) {
  const none = () => undefined;
  return new Promise((done) => {
    /** @param {Lock | null} lock */
    const hold = (lock) => (lock === null ? done(undefined) : new Promise((release) => done(() => release(undefined))));
    try {
      navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => done(none));
    } catch {
      done(none);
    }
  });
}
