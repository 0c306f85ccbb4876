// The states of the page that are judged, and the ways of looking at it.
import { openPage } from "./browser.mjs";

export const LOOKS = [
  { name: "light" },
  { name: "dark", features: [{ name: "prefers-color-scheme", value: "dark" }] },
  { name: "forced colours", features: [{ name: "forced-colors", value: "active" }] },
  { name: "English", language: "en" },
  { name: "phone", phone: true },
  { name: "phone, dark", phone: true, features: [{ name: "prefers-color-scheme", value: "dark" }] },
];

// The rows come first, then the filters and the pager: with the last of them the page is whole.
const waitForPage = async (page) => {
  for (const id of ["row", "export", "next"]) await page.waitForSelector(`[data-testid="${id}"]`);
};

/** Each state begins at the list, or at signing in. */
export const STATES = [
  { name: "sign-in", isSignedIn: false, show: (page) => page.waitForSelector('[data-testid="sign-in"]', { visible: true }) },
  { name: "list", show: async () => undefined },
  {
    name: "preview",
    show: async (page) => {
      await page.click('[data-testid="row"] [data-column="name"]');
      await page.waitForSelector('[data-testid="preview"]', { visible: true });
    },
  },
  {
    name: "keys",
    show: async (page) => {
      await page.keyboard.press("?");
      await page.waitForSelector('[data-testid="keys"][open]', { visible: true });
    },
  },
  {
    name: "columns",
    isWide: true,
    show: async (page) => {
      await page.click('[data-testid="columns"]');
      await page.waitForSelector('[data-testid="column-search"]', { visible: true });
    },
  },
  {
    name: "account",
    show: async (page) => {
      await page.click('[data-testid="account"]');
      await page.waitForSelector("#account-menu:popover-open", { visible: true });
    },
  },
  {
    name: "session over",
    show: async (page) => {
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        const isList = new URL(request.url()).pathname.endsWith("/api/v2/customers");
        const body = JSON.stringify({ code: 100401, message: "您的登录已经过期,请重新登录!" });
        void (isList ? request.respond({ contentType: "application/json", body }) : request.continue());
      });
      await page.click('[data-testid="tab-my"]');
      await page.waitForSelector("dialog[open]", { visible: true });
    },
  },
];

/** Opens the list, or signing in, brings it into a state and gives it to `judge` once all movement has ended. */
export async function inState(browser, address, look, { name, isSignedIn = true, show }, judge) {
  const { page, close } = await openPage(browser, { isSignedIn, language: look.language });
  try {
    await page.setViewport(look.phone ? { width: 390, height: 844, isMobile: true, hasTouch: true } : { width: 1280, height: 800 });
    const devtools = await page.createCDPSession();
    const still = { name: "prefers-reduced-motion", value: "reduce" };
    await devtools.send("Emulation.setEmulatedMedia", { features: [still, ...(look.features ?? [])] });
    await page.goto(address);
    if (isSignedIn) await waitForPage(page);
    await show(page);
    // What fades in is judged when it is there. A spinner never ends.
    await page.waitForFunction(() =>
      document.getAnimations().every((it) => it.playState !== "running" || it.effect?.getComputedTiming().endTime === Infinity),
    );
    return await judge(page);
  } catch (cause) {
    throw new Error(`${look.name}, ${name}`, { cause });
  } finally {
    await close();
  }
}

/** A line for each look and a column for each state: how many faults each has. What is not in a look is a dash. */
export async function table(browser, address, looks, judge) {
  const faults = [];
  const lines = [`| | ${STATES.map(({ name }) => name).join(" | ")} |`, `|---|${"---:|".repeat(STATES.length)}`];
  for (const look of looks) {
    const cells = [];
    for (const state of STATES) {
      if (state.isWide && look.phone) {
        cells.push("–");
        continue;
      }
      const found = await inState(browser, address, look, state, judge);
      cells.push(found.length === 0 ? "0" : `**${found.length}**`);
      for (const fault of found) faults.push(`${look.name}, ${state.name}: ${fault}`);
    }
    lines.push(`| ${look.name} | ${cells.join(" | ")} |`);
  }
  return { faults, text: lines.join("\n") };
}
