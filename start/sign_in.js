// Signing in before the program is there: whoever is not signed in sees the form with the page's first
// bytes and can fill it in. The page takes over what is in it, and signs in if that was already asked.
import { after, painted } from "./moments.js";
import { attempt } from "./early_call.js";

/** Shows the form in the shell; resolves when it is on its way to the screen. */
export async function showSignIn(config) {
  // It comes with the script. Later, its line would move the form, which stands in the middle.
  const text = await Promise.race([config, after(150)]);
  const shell = document.getElementById("shell");
  // The page was quicker.
  if (!shell) return;
  const form = document.getElementById("early-sign-in").content.firstElementChild;
  speak(form);
  shell.className = "welcome";
  shell.role = "main";
  shell.removeAttribute("aria-hidden");
  showHint(form, text);
  shell.replaceChildren(form);
  form.elements.username.focus();
  handOver(form, shell);
  await painted();
}

function speak(form) {
  if (!document.documentElement.lang.startsWith("en")) return;
  for (const part of form.querySelectorAll("[data-en]")) {
    if (part.placeholder) part.placeholder = part.dataset.en;
    else part.textContent = part.dataset.en;
  }
}

/** The operator's line, which only `config.json` knows. What is wrong with that file, the page tells. */
function showHint(form, text) {
  const { hint } = attempt(() => JSON.parse(text)) ?? {};
  if (typeof hint !== "string" || hint.trim() === "") return;
  const line = document.createElement("p");
  line.className = "sign-in__hint";
  line.textContent = hint.trim();
  form.append(line);
}

function handOver(form, shell) {
  let focused = form.elements.username;
  let isSent = false;
  form.addEventListener("focusin", ({ target }) => (focused = target));
  // Nobody sends it: `start/stop.js` has seen to that for all forms.
  form.addEventListener("submit", ({ submitter }) => {
    isSent = true;
    const { busy, busyEn, en } = submitter.dataset;
    submitter.textContent = submitter.textContent === en ? busyEn : busy;
    submitter.ariaDisabled = "true";
  });
  new MutationObserver((_, watch) => {
    if (shell.isConnected) return;
    watch.disconnect();
    const page = document.querySelector("form.sign-in");
    // Somebody may have signed in in another tab.
    if (!page) return;
    for (const { name, value, checked } of form.querySelectorAll("input")) {
      const field = page.elements[name];
      field.checked = checked;
      // A password manager may have been here already.
      if (value !== "") field.value = value;
    }
    const now = focused.name ? page.elements[focused.name] : page.querySelector("[type=submit]");
    now.focus();
    const { selectionStart, selectionEnd, selectionDirection } = focused;
    if (typeof selectionStart === "number") now.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    if (isSent) page.requestSubmit();
  }).observe(document.body, { childList: true });
}
