// The names under which the browser keeps what is ours; `src/state/browser/storage.rs` has all of them. All Kehus
// of one host share one storage, and each may have a CRM of its own: the one at the root has the plain
// names, and any other has its folder in them.
const FOLDER = location.pathname.replace(/[^/]*$/, "");
const SESSION = "kehu.session";
const OPTIONS = "kehu.options";
/** What a person has made or chosen: each Kehu that shared it goes on with it. */
const OWN = ["kehu.settings", "kehu.columns", "kehu.views", "kehu.looks"];

/**
 * A name that only this Kehu has.
 * @param {string} name
 */
export function ownName(name) {
  return FOLDER === "/" ? name : `${name}@${FOLDER}`;
}

/**
 * The text that is kept, `null` where there is none. It throws where the browser forbids storage.
 * @param {Storage} storage
 * @param {string} name
 */
export function read(storage, name) {
  return storage.getItem(ownName(name));
}

/**
 * Once all Kehus of a host kept everything under the plain names. One in a folder takes over what is there
 * and it has not yet. A session is taken away, so that no other CRM is given its token too; that of the
 * Kehu at the root, which marks what is its own, is left alone.
 */
export function settleNames() {
  try {
    const storages = [sessionStorage, localStorage];
    if (FOLDER === "/") {
      for (const storage of storages) mark(storage);
      return;
    }
    const isOut = storages.every((storage) => read(storage, SESSION) === null);
    if (isOut) for (const storage of storages) takeSession(storage);
    for (const name of OWN) copy(localStorage, name);
  } catch {
    // Storage is forbidden or full.
  }
}

/** @param {Storage} storage */
function mark(storage) {
  const session = unmarked(storage);
  if (session) storage.setItem(SESSION, JSON.stringify({ ...session, path: FOLDER }));
}

/** @param {Storage} storage */
function takeSession(storage) {
  if (!unmarked(storage)) return;
  copy(storage, SESSION);
  copy(localStorage, OPTIONS);
  storage.removeItem(SESSION);
  localStorage.removeItem(OPTIONS);
}

/** @param {Storage} storage @param {string} name */
function copy(storage, name) {
  const [old, own] = [storage.getItem(name), read(storage, name)];
  if (old !== null && own === null) storage.setItem(ownName(name), old);
}

/**
 * The session under the plain name, if it is not that of the Kehu at the root for sure.
 * @param {Storage} storage
 */
function unmarked(storage) {
  try {
    const session = JSON.parse(storage.getItem(SESSION) ?? "null");
    return typeof session?.token === "string" && session.path === undefined ? session : undefined;
  } catch {
    return undefined;
  }
}
