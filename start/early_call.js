// Asks for the first rows before the page is there: at once where the program has noted before what it will
// ask (`src/state/first_call.rs`) or the link says it in plain pairs, else when its first chunk says what.
// Nothing here shows anything: the program takes the answer over (`src/api/early.rs`) if it asks the very same,
// else it is given up.
import { read } from "./keys.js";
import { after, painted } from "./moments.js";
import { fetchPage } from "./chunks.js";
import { takePlace } from "./permit.js";

/** Without these a browser keeps nothing that it does not ask for anew. */
const ANY_AGE = ["last-modified", "expires", "cache-control"];

/** Headers that the page itself sends or a browser lets no page send: `src/config/headers.rs` has them too. */
const NOT_ALLOWED =
  /^(accept(-charset|-encoding)?|access-control-request-.*|authorization|connection|content-(length|type)|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|x-kehu-priority|x-(http-)?method(-override)?|(proxy|sec)-.*)$/i;

/** Begins, and leaves what was begun where the program looks for it. */
export function askEarly() {
  const settled = fetchConfig();
  /** @type {KehuEarly} */
  const early = {
    config: settled.then(newest).then(textOf),
    begun: undefined,
    ask: () => undefined,
    claim: () => undefined,
    isFor: () => false,
    take: () => undefined,
    first: () => undefined,
    painted: () => undefined,
  };
  globalThis.kehuEarly = early;
  const token = tokenOfDevice();
  // There will be no rows to show before the page; behind the form it comes by `start/start.js`.
  if (!token) return;
  const isSlow = isSlowNetwork();
  /** @type {{ address: string, sender: string, answer: Promise<KehuReply>, abort: AbortController } | undefined} */
  let list;
  let isOver = false;
  /** @type {KehuPermit | undefined} */
  let permit;
  // From here on the program asks for itself: what has not begun does not begin any more.
  early.claim = () => {
    isOver = true;
    return permit;
  };
  early.isFor = (address, sender) =>
    list?.address === new URL(address, document.baseURI).href && list.sender === sender;
  // Once only, and only for the same call by the same token.
  early.take = (address, sender, signal) => {
    const taken = list;
    const isSame = early.isFor(address, sender);
    list = undefined;
    if (!taken || !isSame) {
      taken?.abort.abort();
      return undefined;
    }
    signal?.addEventListener("abort", () => taken.abort.abort());
    if (signal?.aborted) taken.abort.abort();
    return taken.answer;
  };
  // The program waits for this: drawing the page takes a while, and the call should be on its way then.
  /** @param {string} path */
  const ask = async (path) => {
    const call = callOf(await settled.then(textOf));
    // What is no address is found out before a place is taken for it.
    const address = call && attempt(() => new URL(call.base + path, document.baseURI).href);
    if (call === undefined || address === undefined || isOver) return;
    const taken = await takePlace(call.limit).catch(() => undefined);
    if (taken === undefined) return;
    if (isOver) return taken.giveBack();
    permit = taken;
    const abort = new AbortController();
    const { authorization, sender } = call.signed(token);
    const answer = fetch(address, {
      headers: { ...call.headers, ...forProxy(address), Authorization: authorization, Accept: "application/json" },
      cache: "no-store",
      signal: abort.signal,
    }).then(readWhole);
    // Whoever takes it is told of a failure; nobody else needs to be.
    answer.catch(() => undefined);
    list = { address, sender, answer, abort };
  };
  const path = notedPath() ?? plainPath();
  early.begun = path === undefined ? undefined : ask(path);
  // Of any other link that is opened for the first time the program says what to ask, and the page waits for that.
  early.ask = (path) => {
    early.begun ??= ask(path);
    return early.begun;
  };
  // For whoever only wants to look: the answer stays where it is. One that takes longer is not worth
  // holding the page up for, which can say that it waits; the more a slow network would take for the page.
  early.first = () => {
    let isHere = false;
    // In a task of its own: the program has just begun in this one.
    const answer = list?.answer.catch(() => undefined).then((reply) => {
      isHere = true;
      return after(0, reply);
    });
    /** @returns {Promise<any> | undefined} */
    const page = () => (isHere ? answer : fetchPage());
    return answer && Promise.race([answer, isSlow ? after(4_000) : after(50).then(page)]);
  };
  early.painted = onScreen;
}

/** What has just been drawn is on the screen, as far as one can know. */
function onScreen() {
  const PAINT = "largest-contentful-paint";
  // On a phone the page, which comes next, would take of the same thin network and the same slow processor.
  const isPhone = matchMedia("(width <= 640px)").matches;
  if (!isPhone || !PerformanceObserver.supportedEntryTypes.includes(PAINT)) return painted();
  const drawn = performance.now();
  const seen = new Promise((done) => {
    /** @param {PerformanceObserverEntryList} list */
    const see = (list) => list.getEntries().some((paint) => paint.startTime >= drawn) && done(undefined);
    new PerformanceObserver(see).observe({ type: PAINT });
  });
  return Promise.race([seen, after(150)]);
}

/**
 * What the page's own proxy is told of a call: that somebody waits for it (`src/api/proxy_queue.rs`).
 * @param {string} address
 * @returns {Record<string, string>}
 */
function forProxy(address) {
  return new URL(address).origin === location.origin ? { "X-Kehu-Priority": "asked" } : {};
}

/**
 * An answer read to its end, so that the program need not wait for it: its rows come with the page.
 * @param {Response} response
 * @returns {Promise<KehuReply>}
 */
async function readWhole(response) {
  const { status, headers } = response;
  const [retryAfter = null, date = null, queue = null] = ["Retry-After", "Date", "X-Kehu-Queue"].map((name) => headers.get(name));
  const read = await response.arrayBuffer().catch((cause) => {
    // A refusal for too many calls is known by its status.
    if (status === 429) return new ArrayBuffer(0);
    throw cause;
  });
  return { status, retryAfter, date, queue, at: Date.now(), body: new Uint8Array(read) };
}

/** Whether the network takes so long that rows before the whole program are worth something. */
function isSlowNetwork() {
  // Milliseconds for this very script, of 4 KiB.
  const SLOW = 180;
  const [script] = performance.getEntriesByName(import.meta.url);
  return script instanceof PerformanceResourceTiming && script.responseEnd - script.requestStart > SLOW;
}

/**
 * `config.json`; `undefined` when nobody could be asked. The program reads the same answer.
 * @param {RequestCache} [cache]
 */
async function fetchConfig(cache) {
  try {
    // On its way since the first bytes of the page: these are its modes, and with others WebKit asks twice.
    return await fetch("config.json", { cache, mode: "no-cors", credentials: "include" });
  } catch {
    return undefined;
  }
}

/**
 * What the preload brings may be old: unless the server forbids it, a browser guesses from the day of the
 * file how long it is good. Then it is asked for once more while the program is on its way. Where another
 * address comes of it, the program's first question is not the early one, which is given up.
 * @param {Response | undefined} answer
 */
async function newest(answer) {
  /** @param {string} name */
  const says = (name) => answer?.headers.get(name) ?? "";
  const mayBeOld = answer && !/no-cache|no-store/.test(says("cache-control")) && ANY_AGE.some(says);
  return mayBeOld ? ((await fetchConfig("no-cache")) ?? answer) : answer;
}

/**
 * The text of `config.json`; `null` when there is none.
 * @param {Response | undefined} answer
 * @returns {Promise<string | null>}
 */
async function textOf(answer) {
  return answer?.ok ? answer.clone().text().catch(() => null) : null;
}

/**
 * The path that the program will ask first, as it noted it: with this step of the history or, for a page that
 * is opened without a fragment, in storage. A link that is opened for the first time has no note.
 */
function notedPath() {
  const note = attempt(() => (location.hash === "" ? read(localStorage, "kehu.first_call") : history.state.split("|")[1]));
  const [path, day] = note?.split(" ") ?? [];
  // Days with a name are others tomorrow, by China's clock.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const isNoted = path?.startsWith("/api/v2/customers?") && (day ?? today) === today;
  return isNoted ? path : undefined;
}

/** Pairs of a link that need no understanding: what they say goes into the call as it stands, or not at all. */
const PLAIN = new Map([
  ["page", /^[1-9]\d{0,5}$/],
  ["per_page", /^(15|20|50|100|200)$/],
  ["tab_type", /^(my|assist|common)$/],
  ["columns", /^[\w.,]+$/],
]);

/**
 * The path of a link that is opened for the first time, if it names a size of page and has none but plain pairs.
 * Waiting for the program would hold the call up by more than a second on a slow network.
 */
function plainPath() {
  const pairs = new Map(new URLSearchParams(location.hash.replace(/^#\??/, "")));
  const isPlain = [...pairs].every(([name, value]) => PLAIN.get(name)?.test(value));
  // A pair that stands twice is the program's to understand.
  const isOnce = location.hash.split("&").length === pairs.size;
  const [size, page = "1", tab] = ["per_page", "page", "tab_type"].map((name) => pairs.get(name));
  if (!isPlain || !isOnce || size === undefined) return undefined;
  return `/api/v2/customers?page=${page}&per_page=${size}${tab === undefined ? "" : `&tab_type=${tab}`}`;
}

/**
 * What `config.json` says of calls: `src/config.rs` reads it again. No file means no wishes.
 * @param {string | null} text
 */
function callOf(text) {
  const settings = attempt(() => JSON.parse(text ?? "{}"));
  if (settings === null || typeof settings !== "object") return undefined;
  const { api_base = "", device = "open_api", version_code = "9.9.9", requests_per_10s: limit = 10 } = settings;
  const isBase = /^((https?:\/\/|\/(?!\/))[\w.:~/-]+)?$/.test(api_base);
  /** @param {unknown} word */
  const isWord = (word) => typeof word === "string" && /^[!-+\--~]+$/.test(word);
  if (!isBase || !isWord(device) || !isWord(version_code)) return undefined;
  const headers = settings.headers ?? {};
  const further = Object.entries(headers);
  if (Array.isArray(headers) || further.length > 8 || !further.every(isHeader)) return undefined;
  if (!Number.isInteger(limit) || limit < 0 || limit > 10_000) return undefined;
  return {
    limit,
    base: api_base.replace(/\/+$/, ""),
    headers,
    /** @param {string} token */
    signed(token) {
      const authorization = `Token token=${token}, device=${device}, version_code=${version_code}`;
      return { authorization, sender: [authorization, ...further.map((pair) => pair.join(": "))].join("\n") };
    },
  };
}

/**
 * Whether a further header can be sent as it stands: what is doubtful is left to the program.
 * @param {[string, unknown]} header
 */
function isHeader([name, value]) {
  const isValue = typeof value === "string" && /^[!-~]([ -~]*[!-~])?$/.test(value);
  return isValue && /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !NOT_ALLOWED.test(name);
}

/** Whether somebody may be signed in: the endpoint has the last word. */
export function isSignedIn() {
  return tokenOfDevice() !== undefined;
}

/** The token of the session that is kept, if the program would use it. */
function tokenOfDevice() {
  const kept = attempt(() => JSON.parse(read(sessionStorage, "kehu.session") ?? read(localStorage, "kehu.session") ?? "null"));
  const { token, name } = kept ?? {};
  const isToken = typeof token === "string" && /^[!#-+\--~]+$/.test(token);
  return isToken && ["string", "undefined"].includes(typeof name) ? token : undefined;
}

/**
 * What the browser forbids or nobody understands is left to the program.
 * @template T
 * @param {() => T} read
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
