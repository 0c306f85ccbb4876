// The early call is one of the company's calls too. The rule is `src/api/budget.rs`; here only its plain
// case is known: some place is surely free. In any other the program asks when it is its turn.

const NOTE = "kehu.calls";
/** As long as a call may last, and a window after it. */
const LONGEST_CALL = 25_000;

/** A place for one call and what gives it back; `undefined` when none is surely free. */
export async function takePlace(limit) {
  if (limit === 0) return { place: -1, release: () => undefined, giveBack: () => undefined };
  const place = read(limit)?.findIndex(isFree) ?? -1;
  if (place === -1) return undefined;
  const release = await lock(`kehu.call.${place}`);
  // Somebody may have taken it in between.
  const places = release && read(limit);
  if (!places || !isFree(places[place])) {
    release?.();
    return undefined;
  }
  const write = (until) => localStorage.setItem(NOTE, `${places.with(place, until).join(" ")};0 0;0`);
  write(Date.now() + LONGEST_CALL);
  const giveBack = () => {
    write(0);
    release();
  };
  return { place, release, giveBack };
}

function isFree(until) {
  return !(until > Date.now());
}

/** When each place is free again; nothing where the endpoint refused a call before. */
function read(limit) {
  const note = localStorage.getItem(NOTE);
  if (note === null) return new Array(limit).fill(0);
  const [places, halved, pause] = note.split(";").map((numbers) => numbers.split(" ").map(Number));
  return places?.length === limit && halved?.[0] === 0 && pause?.[0] === 0 ? places : undefined;
}

/** Holds a lock that all tabs know until the function given back is called. */
function lock(name) {
  const { locks } = navigator;
  if (locks === undefined) return () => undefined;
  return new Promise((done) => {
    const hold = (lock) => (lock === null ? done(undefined) : new Promise(done));
    locks.request(name, { ifAvailable: true }, hold).catch(() => done(undefined));
  });
}
