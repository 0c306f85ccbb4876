// The page that is shown when the program has stopped. The program cannot draw it itself: after a trap
// nothing of it may run any more. One that never started is `start/no_start.js`'s.
const WORDS = {
  zh: {
    stopped: "页面出错，停下来了",
    stoppedText: "客户数据没有受影响。筛选、排序和页码都在地址里，重新加载后接着看。",
    reload: "重新加载",
    report: "错误报告",
    reportText: "只有出错的位置、版本和浏览器，没有客户数据，也没有令牌。",
    copy: "复制报告",
    copied: "已复制",
    copyByKey: "请按 Ctrl+C 复制",
  },
  en: {
    stopped: "The page has stopped",
    stoppedText: "Your customer data is not affected. Filters, sorting and page are kept in the address; reload to continue.",
    reload: "Reload",
    report: "Error report",
    reportText: "It says only where the error happened, and the version and browser; no customer data and no token.",
    copy: "Copy report",
    copied: "Copied",
    copyByKey: "Press Ctrl+C to copy",
  },
};

/** What a dead program must not hear any more: it would run on with broken state. */
const EVENTS = [
  "click", "contextmenu", "copy", "focusin", "focusout", "input", "keydown", "keyup",
  "pointerdown", "pointermove", "pointerup", "scroll", "wheel",
];

let isShown = false;

/**
 * Shows the page as soon as the program traps. A Rust panic ends in a trap too. An exception of the
 * browser that passed through the program leaves it in the middle of something: that is no better.
 */
export function watchForStops() {
  // A form that the program has no more hands for would send what is typed in it, a password too, in
  // an address. No form of this page is ever sent by the browser itself.
  addEventListener("submit", (event) => event.preventDefault(), { capture: true });
  addEventListener("error", ({ error }) => {
    if (isTrap(error) || /wasm-function\[/.test(error?.stack)) showStop(error);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isTrap(reason)) showStop(reason);
  });
}

/**
 * Covers the page. What lies under a modal dialog is inert.
 * @param {any} error
 */
export function showStop(error) {
  if (isShown) return;
  isShown = true;
  const words = document.documentElement.lang.startsWith("en") ? WORDS.en : WORDS.zh;
  const dialog = element("dialog", { className: "stop", role: "alertdialog" });
  dialog.setAttribute("closedby", "none");
  dialog.setAttribute("aria-labelledby", "stop-title");
  dialog.setAttribute("aria-describedby", "stop-text");
  const reload = element("button", {
    className: "button button--accent",
    textContent: words.reload,
    autofocus: true,
    onclick: () => location.reload(),
  });
  const report = element("textarea", { className: "stop__report", readOnly: true, value: reportOf(error) });
  report.rows = report.value.split("\n").length;
  report.setAttribute("aria-label", words.report);
  report.dataset.testid = "stop-report";
  const copy = element("button", {
    className: "button",
    textContent: words.copy,
    onclick: async () => {
      report.select();
      // Without TLS there is no clipboard to write to.
      const isCopied = await navigator.clipboard?.writeText(report.value).then(() => true, () => false);
      copy.textContent = isCopied ? words.copied : words.copyByKey;
      if (!isCopied) report.focus();
    },
  });
  const details = element("details", {});
  details.append(
    element("summary", { textContent: words.report }),
    element("p", { textContent: words.reportText }),
    report,
    copy,
  );
  const box = element("div", { className: "stop__box" });
  box.append(
    element("h1", { id: "stop-title", textContent: words.stopped }),
    element("p", { id: "stop-text", textContent: words.stoppedText }),
    reload,
    details,
  );
  dialog.append(box);
  for (const name of EVENTS) dialog.addEventListener(name, (event) => event.stopPropagation());
  // A key that was pressed for the page below, and is still down, must not press the button here.
  let isOwnKey = false;
  dialog.onkeydown = (event) => {
    if (!event.repeat) isOwnKey = true;
    else if (!isOwnKey) event.preventDefault();
  };
  dialog.onkeypress = (event) => {
    if (!isOwnKey) event.preventDefault();
  };
  // Escape leads nowhere: there is no page to go back to.
  dialog.oncancel = (event) => event.preventDefault();
  dialog.onclose = () => dialog.showModal();
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * Whether the program has broken: a panic ends in this too.
 * @param {unknown} error
 */
export function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError;
}

/**
 * Nothing here is the text of an error: that may quote what a customer wrote. `src/stop.rs` leaves the
 * place of a panic on the root element; for other traps the engine's own numbers say where.
 * @param {any} error
 */
function reportOf(error) {
  const version = document.querySelector('meta[name="version"]')?.getAttribute("content");
  const build = /-([0-9a-f]+)_bg\.wasm$/.exec(document.getElementById("page-wasm")?.getAttribute("href") ?? "")?.[1];
  const at = document.documentElement.dataset.panic ?? /wasm-function\[\d+\](:0x[0-9a-f]+)?/.exec(error?.stack)?.[0];
  return [
    `Kehu ${version || "debug"}, ${build ?? "?"}`,
    `${/^\w{1,40}$/.test(error?.name) ? error.name : "Error"}: ${at ?? "?"}`,
    navigator.userAgent,
    new Date().toISOString(),
  ].join("\n");
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} values
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, values) {
  return Object.assign(document.createElement(name), values);
}
