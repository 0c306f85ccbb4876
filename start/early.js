// Asks for the first rows while the program is still on its way. Nothing here shows anything: the
// program takes the answer over (`src/api/early.rs`) if it asks the very same, else it is given up.
import { takePlace } from "./permit.js";
import { callOf, listPath, openedByItself, sizeOf, tokenOf } from "./question.js";

const SESSION = "kehu.session";

/** Begins, and leaves what was begun where the program looks for it. */
export function askEarly(settings) {
  const config = readConfig();
  const early = {
    config,
    isSlow: isSlow(),
    begun: undefined,
    claim: () => undefined,
    isFor: () => false,
    take: () => undefined,
    first: () => undefined,
  };
  globalThis.kehuEarly = early;
  const path = firstPath(settings);
  const token = path && tokenOfDevice();
  if (!token) {
    // There will be no rows to show before the page.
    early.isSlow = false;
    return;
  }
  let list;
  let isOver = false;
  let permit;
  // From here on the program asks for itself: what has not begun does not begin any more.
  early.claim = () => {
    isOver = true;
    return permit;
  };
  early.isFor = (address, header) =>
    list?.address === new URL(address, document.baseURI).href && list.header === header;
  // Once only, and only for the same call by the same token.
  early.take = (address, header, signal) => {
    const taken = list;
    const isSame = early.isFor(address, header);
    list = undefined;
    if (!isSame) {
      taken?.abort.abort();
      return undefined;
    }
    signal?.addEventListener("abort", () => taken.abort.abort());
    if (signal?.aborted) taken.abort.abort();
    return taken.answer;
  };
  // The program waits for this: drawing the page takes a while, and the call should be on its way then.
  early.begun = config.then(async (text) => {
    const call = understood(() => callOf(text));
    // Without a network the program waits for one.
    if (call === undefined || isOver || !navigator.onLine) return;
    const taken = await takePlace(call.limit).catch(() => undefined);
    if (taken === undefined) return;
    if (isOver) return taken.giveBack();
    permit = taken;
    const abort = new AbortController();
    const address = new URL(call.base + path, document.baseURI).href;
    const header = call.header(token);
    const answer = fetch(address, {
      headers: { Authorization: header, Accept: "application/json" },
      cache: "no-store",
      signal: abort.signal,
    }).then(readWhole);
    // Whoever takes it is told of a failure; nobody else needs to be.
    answer.catch(() => undefined);
    list = { address, header, answer, abort };
  });
  // For whoever only wants to look: the answer stays where it is.
  early.first = () => list && Promise.race([list.answer.catch(() => undefined), impatience()]);
}

/** An answer read to its end, so that the program need not wait for it: its rows come with the page. */
async function readWhole(response) {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, retryAfter: response.headers.get("Retry-After"), body };
}

/** An answer that takes longer is not worth holding the page up for, which can say that it waits. */
function impatience() {
  const PATIENCE = 4_000;
  return new Promise((done) => setTimeout(done, PATIENCE));
}

/** Whether the network takes so long that rows before the whole program are worth something. */
function isSlow() {
  // Milliseconds for this very script, of 4 KiB.
  const SLOW = 180;
  const [script] = performance.getEntriesByName(import.meta.url);
  return script !== undefined && script.responseEnd - script.requestStart > SLOW;
}

/** The text of `config.json`; `null` when there is none. The program reads the same answer. */
async function readConfig() {
  try {
    // On its way since the first bytes of the page, which says so in the same words.
    const answer = await fetch("config.json");
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function firstPath(settings) {
  return understood(() => {
    const size = sizeOf(settings);
    const views = () => openedByItself(localStorage.getItem("kehu.views"), localStorage.getItem("kehu.team_views"));
    return size && listPath(location.hash || views(), size);
  });
}

function tokenOfDevice() {
  return understood(() => tokenOf(sessionStorage.getItem(SESSION) ?? localStorage.getItem(SESSION)));
}

/** What is not understood is left to the program. */
function understood(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
