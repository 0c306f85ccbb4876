// Which list call the program will make first, as far as that can be told for sure without it.
//
// The rule is the program's (`src/query/fragment.rs`, `src/api/request.rs`); this is a second, narrower
// writing of it. An address that the page itself wrote holds the very pairs that the call will hold, with
// the same escapes, so they are carried over as they stand. Whatever the page would have written
// otherwise, or not at all, gives no answer here (`undefined`), and the program asks by itself a moment
// later. `tests/early_call.rs` holds the two against one another.

/** What a pair of ours looks like, in the order in which they are sent. */
const PAIRS = {
  tab_type: /^(my|sub|common|assist)$/,
  custom_field_name: isName,
  query: isWords,
  status: isId,
  source: isId,
  category: isId,
  user_id: isId,
  department_id: isId,
  product_id: isId,
  real_revisit_at: isDay,
  "created_at[]": isEnd,
  "real_revisit_at[]": isEnd,
  "revisit_remind_at[]": isEnd,
  "updated_at[]": isEnd,
  sort: isName,
  order: /^(asc|desc)$/,
  page: /^[1-9]\d{0,8}$/,
  per_page: isSize,
  columns: () => true,
  view: () => true,
};
const NAMES = Object.keys(PAIRS);
/** These stand at the head of the call, and how the table looks is not part of it. */
const UNSENT = ["page", "per_page", "columns", "view"];
/** A fragment that gives no answer. */
const UNCLEAR = "#?unclear";
/** An open end is sent as a day that no customer lies beyond. */
const FAR = ["1970-01-01", "2099-12-31"];

/** The path of the first list call: for the fragment as `location.hash` has it, and the size of a page
 * where that says none. */
export function listPath(fragment, size) {
  const pairs = readPairs(fragment.replace(/^#?\??/, ""));
  if (pairs === undefined) return undefined;
  // Each of these would be read as something else without or beside the other.
  if (pairs.has("custom_field_name") && !pairs.has("query")) return undefined;
  if (pairs.has("sort") !== pairs.has("order")) return undefined;
  if (pairs.has("real_revisit_at") && pairs.has("real_revisit_at[]")) return undefined;
  const all = [["page", pairs.get("page") ?? 1], ["per_page", pairs.get("per_page") ?? size]];
  for (const name of NAMES) {
    if (!UNSENT.includes(name)) all.push(...[pairs.get(name) ?? []].flat().map((value) => [name, value]));
  }
  return `/api/v2/customers?${all.map((pair) => pair.join("=")).join("&")}`;
}

/** The pairs of a fragment, if the page may have written each of them. */
function readPairs(text) {
  const pairs = new Map();
  for (const pair of text === "" ? [] : text.split("&")) {
    const [name, value, more] = pair.split("=");
    const rule = Object.hasOwn(PAIRS, name) ? PAIRS[name] : () => false;
    if (value === undefined || more !== undefined) return undefined;
    if (!(rule instanceof RegExp ? rule.test(value) : rule(value))) return undefined;
    if (name.endsWith("[]")) pairs.set(name, [...(pairs.get(name) ?? []), value]);
    else if (pairs.has(name)) return undefined;
    else pairs.set(name, value);
  }
  for (const ends of pairs.values()) {
    if (!Array.isArray(ends)) continue;
    const [from, to] = ends;
    if (ends.length !== 2 || from + to === "" || (from !== "" && to !== "" && from > to)) return undefined;
    ends[0] ||= FAR[0];
    ends[1] ||= FAR[1];
  }
  return pairs;
}

/** The fragment that stands for none: that of the view which opens by itself. The two texts are what
 * `src/state/views.rs` keeps of the personal views and of the team's. */
export function openedByItself(own, team) {
  const files = [own, team].map((text) => JSON.parse(text ?? '{"kehu_views":1}'));
  if (files.some((file) => file.kehu_views !== 1)) return UNCLEAR;
  const name = files.map((file) => file.default).find((name) => name !== undefined);
  const views = files.flatMap((file) => file.views ?? []);
  const view = name ? views.find((view) => view.name === name) : undefined;
  const filters = view?.filters ?? "";
  // A view has none of these; where its file has them, the program leaves them out.
  return /(^|&)(query|custom_field_name|page|columns|view)=/.test(filters) ? UNCLEAR : `#?${filters}`;
}

/** The token of a session as it is kept, if the program would use it. */
export function tokenOf(text) {
  try {
    const { token, name } = JSON.parse(text);
    const isToken = typeof token === "string" && /^[!#-+\--~]+$/.test(token);
    return isToken && ["string", "undefined"].includes(typeof name) ? token : undefined;
  } catch {
    return undefined;
  }
}

/** What `config.json` says of calls: `src/config.rs` reads it again. No file means no wishes. */
export function callOf(text) {
  const settings = JSON.parse(text ?? "{}");
  const { api_base = "", device = "open_api", version_code = "9.9.9", requests_per_10s: limit = 10 } = settings;
  const isBase = /^((https?:\/\/|\/(?!\/))[\w.:~/-]+)?$/.test(api_base);
  const isWord = (word) => typeof word === "string" && /^[!-+\--~]+$/.test(word);
  if (!isBase || !isWord(device) || !isWord(version_code)) return undefined;
  if (!Number.isInteger(limit) || limit < 0 || limit > 10_000) return undefined;
  return {
    limit,
    base: api_base.replace(/\/+$/, ""),
    header: (token) => `Token token=${token}, device=${device}, version_code=${version_code}`,
  };
}

/** Rows a page where the address does not say. */
export function sizeOf(settings) {
  if (settings === null) return undefined;
  const size = settings.per_page ?? 50;
  return isSize(String(size)) && typeof size === "number" ? size : undefined;
}

function isId(text) {
  return /^[1-9]\d{0,17}$/.test(text);
}

/** A full stop at the end of a link is no part of its last name. */
function isName(text) {
  return /^[\w.]{0,99}\w$/.test(text);
}

function isSize(text) {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1000;
}

function isDay(text) {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isEnd(text) {
  return text === "" || isDay(text);
}

/** Whether these are words that the page wrote: each sign that needs it escaped, and no other. */
function isWords(text) {
  let words;
  try {
    words = decodeURIComponent(text);
  } catch {
    return false;
  }
  const isPlain = /^[\p{L}\p{N}\p{P}\p{S}]([\p{L}\p{N}\p{P}\p{S} ]*[\p{L}\p{N}\p{P}\p{S}])?$/u.test(words);
  const bare = encodeURIComponent(words).replace(/%(24|2C|2F|3A|3B|3F|40|5B|5D)/g, decodeURIComponent);
  // Escapes of escapes are undone by the program.
  const isOnce = !/%[\dA-F]{2}/i.test(words);
  return isPlain && isOnce && words.length <= 400 && bare.replaceAll("'", "%27") === text;
}

/** What is not understood is left to the program. */
export function understood(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
