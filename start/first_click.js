// Rows that stand there before the program (`src/first_rows.rs`) can be read and do nothing yet. What is
// clicked among them is clicked once more when the page has taken their place.

/** Links and cards that fold open need no program. */
const WORKING = "a, [popovertarget], [popover]";

export function keepFirstClick() {
  const shell = document.getElementById("shell");
  let kept;
  const keep = ({ target }) => {
    // Who clicks elsewhere meanwhile has changed their mind.
    kept = shell.contains(target) && !target.closest(WORKING) ? placeOf(target) : undefined;
  };
  addEventListener("click", keep, { capture: true });
  new MutationObserver((_, watch) => {
    if (shell.isConnected) return;
    watch.disconnect();
    removeEventListener("click", keep, { capture: true });
    if (kept) requestAnimationFrame(() => elementAt(kept)?.click());
  }).observe(document.body, { childList: true });
}

/** Where an element stands, by what the page has too: the customer, the column, and the way from there. */
function placeOf(element) {
  const row = element.closest("[data-customer-id]");
  if (!row) return undefined;
  const cell = element.closest("[data-column]") ?? row;
  const way = [];
  for (let at = element; at !== cell; at = at.parentElement) way.unshift([...at.parentElement.children].indexOf(at));
  return { customer: row.dataset.customerId, column: cell.dataset.column, way };
}

function elementAt({ customer, column, way }) {
  const row = document.querySelector(`[data-customer-id="${CSS.escape(customer)}"]`);
  const cell = column === undefined ? row : row?.querySelector(`[data-column="${CSS.escape(column)}"]`);
  return way.reduce((element, at) => element?.children[at], cell);
}
