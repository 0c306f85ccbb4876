// Rows that stand there before the page (`src/first_rows.rs`) can be read and do little yet. What is
// clicked among them and what is typed is done once more when the page is there: what the browser itself
// had opened goes with the shell.

/** What needs no program. */
const WORKING = "a, [popover]";

export function keepDoings() {
  const shell = document.getElementById("shell");
  let doings = [];
  const click = ({ target }) => {
    // Who clicks elsewhere meanwhile has changed their mind.
    const isDone = !shell.contains(target) || target.closest(WORKING) !== null || closes(target);
    const place = isDone ? {} : placeOf(target);
    doings = place.column || place.customer ? [() => clicked(elementAt(place))] : [];
  };
  const press = (event) => {
    const { key, code, shiftKey, ctrlKey, altKey, metaKey, isComposing, target } = event;
    if (key === "Escape") doings = [];
    // All other keys are the browser's.
    if (key.length > 1 || ctrlKey || altKey || metaKey || isComposing || target.closest("a, button, input")) return;
    event.preventDefault();
    doings.push(() => pressed({ key, code, shiftKey, bubbles: true, cancelable: true }));
  };
  const watched = new AbortController();
  const { signal } = watched;
  addEventListener("click", click, { capture: true, signal });
  addEventListener("keydown", press, { capture: true, signal });
  new MutationObserver((_, watch) => {
    if (shell.isConnected) return;
    watch.disconnect();
    watched.abort();
    if (doings.length > 0) requestAnimationFrame(() => doings.forEach((redo) => redo()));
  }).observe(document.body, { childList: true });
}

/** Whether a click shuts what another one has opened. */
function closes(element) {
  const button = element.closest("[popovertarget]");
  const opened = button ? document.getElementById(button.getAttribute("popovertarget")) : element.closest("summary")?.parentElement;
  return opened?.matches(":popover-open, [open]") ?? false;
}

/** Where an element stands, by what the page has too: the customer or the header, the column, the way from there. */
function placeOf(element) {
  const row = element.closest("[data-customer-id]");
  const cell = element.closest("[data-column]") ?? row;
  const way = [];
  for (let at = element; row && at !== cell; at = at.parentElement) way.unshift([...at.parentElement.children].indexOf(at));
  return { customer: row?.dataset.customerId, column: cell?.dataset.column, way };
}

function elementAt({ customer, column, way }) {
  // In a header there is only one thing to click.
  if (customer === undefined) return document.querySelector(`[data-testid="sort-${CSS.escape(column)}"]`);
  const row = document.querySelector(`[data-customer-id="${CSS.escape(customer)}"]`);
  const cell = column === undefined ? row : row?.querySelector(`[data-column="${CSS.escape(column)}"]`);
  return way.reduce((element, at) => element?.children[at], cell);
}

/** As a pointer does it: what is clicked has the focus. */
function clicked(element) {
  element?.closest("a, button, summary, [tabindex]")?.focus({ preventScroll: true });
  element?.click();
}

/** A key that the page does not take for itself is a letter where one can be typed. */
function pressed(init) {
  const target = document.activeElement ?? document.body;
  if (target.dispatchEvent(new KeyboardEvent("keydown", init)) && init.key.length === 1) {
    document.execCommand("insertText", false, init.key);
  }
}
