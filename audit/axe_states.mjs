// axe in each state of the page, in each way of looking at it.
import axe from "axe-core";
import { openPage } from "./browser.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];

const LOOKS = [
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
const STATES = [
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

export async function tables(browser, address) {
  const faults = [];
  const lines = [`| | ${STATES.map(({ name }) => name).join(" | ")} |`, `|---|${"---:|".repeat(STATES.length)}`];
  for (const look of LOOKS) {
    const cells = [];
    for (const state of STATES) {
      if (state.isWide && look.phone) {
        cells.push("–");
        continue;
      }
      const violations = await analyze(browser, address, look, state);
      cells.push(violations.length === 0 ? "0" : `**${violations.length}**`);
      for (const { id, nodes } of violations) {
        faults.push(`axe, ${look.name}, ${state.name}: ${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
      }
    }
    lines.push(`| ${look.name} | ${cells.join(" | ")} |`);
  }
  return { faults, text: `### axe, violations\n\n${lines.join("\n")}\n\nRules: ${RULES.join(", ")}.` };
}

async function analyze(browser, address, look, { name, isSignedIn = true, show }) {
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
    await page.evaluate(axe.source);
    const rules = { runOnly: { type: "tag", values: RULES } };
    return await page.evaluate(async (options) => (await axe.run(document, options)).violations, rules);
  } catch (cause) {
    throw new Error(`axe, ${look.name}, ${name}`, { cause });
  } finally {
    await close();
  }
}
