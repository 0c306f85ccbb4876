// The list call is on its way before the program is, where it is known from before, and it stays the only one.
import type { Page } from "@playwright/test";
import { own } from "../support/sandbox.ts";
import { configure } from "../support/config.ts";
import { expect, test } from "../support/test.ts";
import { holdProgram } from "../support/network.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { type CustomerListPage, isListCall } from "../pages/customer_list_page.ts";

/** Starts the page by `start` and returns the list calls that leave before the program is there. */
async function askedEarly(page: Page, customers: CustomerListPage, start: () => Promise<unknown>): Promise<string[]> {
  const program = await holdProgram(page);
  customers.forgetCalls();
  await start();
  await program.reached();
  await page.waitForFunction(() => (globalThis as unknown as { kehuEarly?: object }).kehuEarly !== undefined);
  await page.evaluate(() => (globalThis as unknown as { kehuEarly: { begun?: Promise<void> } }).kehuEarly.begun);
  // Requests are told in their order: when this one is, the early call was, if there is one.
  const probe = page.waitForRequest(/favicon\.png\?probe/);
  await page.evaluate(() => void fetch("favicon.png?probe"));
  await probe;
  const early = customers.listCalls.map((call) => decodeURI(new URL(call.url()).search));
  program.open();
  await expect(customers.rows.or(customers.empty).first()).toBeVisible();
  await customers.expectIdle();
  // Whoever asked it, it is the only one.
  expect(customers.listCalls).toHaveLength(1);
  return early;
}

const reload = (page: Page) => () => page.reload({ waitUntil: "commit" });

/** What is noted for the next start, once the present question is. */
async function noted(page: Page, part: string): Promise<{ step: string; stored: string | null }> {
  const state = () => page.evaluate(() => String(history.state));
  await expect.poll(state).toContain(`|${part}`);
  return { step: await state(), stored: await page.evaluate(() => localStorage.getItem("kehu.first_call")) };
}

const PATH = "/api/v2/customers?";

for (const [fragment, pairs] of [
  ["#?", "page=1&per_page=50"],
  ["#?columns=all&per_page=200", "page=1&per_page=200"],
  ["#?tab_type=my&created_at[]=2019-01-01&created_at[]=&sort=created_at&order=desc", "page=1&per_page=50&tab_type=my&created_at[]=2019-01-01&created_at[]=2099-12-31&sort=created_at&order=desc"],
  ["#?query=公司&page=2", "page=2&per_page=50&query=公司"],
  ["#?query=a+b|c&status=junk", "page=1&per_page=50&query=a b|c"],
] as const) {
  test(`a reload of ${fragment} asks before the program is there`, { tag: "@desktop" }, async ({ customers, page }) => {
    await customers.haveSession();
    await customers.open(fragment);
    await expect(customers.rows.or(customers.empty).first()).toBeVisible();
    const { stored } = await noted(page, PATH);
    expect(stored).toBe(`${PATH}page=1&per_page=50`);
    expect(await askedEarly(page, customers, reload(page))).toEqual([`?${pairs}`]);
  });
}

test("the page opened without a fragment asks before the program is there, with the header of the program", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await noted(page, PATH);
  await page.goto("about:blank");
  expect(await askedEarly(page, customers, () => page.goto("./", { waitUntil: "commit" }))).toEqual(["?page=1&per_page=50"]);
  expect(await customers.listCalls[0]?.headerValue("authorization")).toBe(
    `Token token=${own("demo-lixining")}, device=open_api, version_code=9.9.9`,
  );
});

for (const [fragment, pairs] of [
  ["#?columns=all&per_page=200", "page=1&per_page=200"],
  ["#?tab_type=my&page=2&per_page=15", "page=2&per_page=15&tab_type=my"],
  ["#per_page=20&tab_type=common", "page=1&per_page=20&tab_type=common"],
] as const) {
  test(`a link of plain pairs asks before the program is there: ${fragment}`, { tag: "@desktop" }, async ({ customers, page }) => {
    await customers.haveSession("demo-admin");
    expect(await askedEarly(page, customers, () => page.goto(`./${fragment}`, { waitUntil: "commit" }))).toEqual([`?${pairs}`]);
  });
}

for (const fragment of ["#?per_page=37", "#?page=0&per_page=50", "#?per_page=50&per_page=20", "#?per_page=50&query=a", "#?tab_type=odd&per_page=50", "#?page=2"]) {
  test(`a link that has to be understood asks when the program is there: ${fragment}`, { tag: "@desktop" }, async ({ customers, page }) => {
    await customers.haveSession("demo-admin");
    expect(await askedEarly(page, customers, () => page.goto(`./${fragment}`, { waitUntil: "commit" }))).toEqual([]);
  });
}

test("a link that is opened for the first time asks when the program is there", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await noted(page, PATH);
  await page.goto("about:blank");
  const open = () => page.goto("./#?tab_type=my", { waitUntil: "commit" });
  expect(await askedEarly(page, customers, open)).toEqual([]);
});

test("another fragment than the noted one asks when the program is there", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my");
  await noted(page, PATH);
  // The address changes while no program runs that would note it.
  const program = await holdProgram(page);
  await page.reload({ waitUntil: "commit" });
  await program.reached();
  await page.evaluate(() => (location.hash = "#?tab_type=common"));
  expect(await askedEarly(page, customers, reload(page))).toEqual([]);
});

test("each step of the history has the call of its own", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=20");
  await customers.next.click();
  await noted(page, `${PATH}page=2`);
  await customers.tab("my").click();
  await noted(page, `${PATH}page=1&per_page=20&tab_type=my`);
  await page.goBack();
  await noted(page, `${PATH}page=2&per_page=20`);
  // Whoever points at 下一页 is about to ask for it.
  await page.mouse.move(0, 0);
  expect(await askedEarly(page, customers, reload(page))).toEqual(["?page=2&per_page=20"]);
});

test("search words are never stored, and a view, a size and a day that open by themselves are", { tag: "@desktop" }, async ({ customers, page }) => {
  const stored = () => page.evaluate(() => localStorage.getItem("kehu.first_call"));
  await customers.openSignedIn("#?query=公司");
  await noted(page, PATH);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain("公司");
  const view = { name: "今日", filters: "tab_type=my&revisit_remind_at=due&per_page=20" };
  await page.evaluate((text) => localStorage.setItem("kehu.views", text), JSON.stringify({ kehu_views: 1, default: view.name, views: [view] }));
  await page.reload();
  await expect.poll(stored).toMatch(/per_page=20&tab_type=my&.* \d{4}-\d\d-\d\d$/);
  await page.goto("about:blank");
  const [asked] = await askedEarly(page, customers, () => page.goto("./", { waitUntil: "commit" }));
  expect(asked).toContain("?page=1&per_page=20&tab_type=my&revisit_remind_at[]=1970-01-01");
});

test("days with a name are asked early on their own day only", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.setFixedTime("2026-11-20T23:58:00+08:00");
  await customers.openSignedIn("#?revisit_remind_at=due");
  const { step } = await noted(page, PATH);
  expect(step).toMatch(/ 2026-11-20$/);
  expect(await askedEarly(page, customers, reload(page))).toHaveLength(1);
  await page.clock.setFixedTime("2026-11-21T00:01:00+08:00");
  expect(await askedEarly(page, customers, reload(page))).toEqual([]);
  expect(decodeURI(customers.listCalls[0]?.url() ?? "")).toContain("revisit_remind_at[]=2026-11-21");
});

test("who signs out leaves no note", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my");
  await noted(page, PATH);
  await customers.signOut();
  await expect.poll(() => page.evaluate(() => String(history.state))).not.toContain("|");
  expect(await page.evaluate(() => localStorage.getItem("kehu.first_call"))).toBeNull();
});

test("rows whose answer is here before the program come before the page", async ({
  customers,
  page,
}) => {
  // What stands there the first time that rows do.
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const find = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
      if (!find("row")) return;
      watch.disconnect();
      Object.assign(globalThis, { besideRows: ["query", "open-filters", "next"].filter(find) });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  const program = await holdProgram(page);
  await customers.haveSession();
  await customers.haveNote();
  const answered = page.waitForResponse((response) => isListCall(new URL(response.url())));
  await page.goto("./", { waitUntil: "commit" });
  await (await answered).finished();
  program.open();
  await customers.expectRows();
  await expect(customers.query).toBeVisible();
  // Rows are never there without a way to the next ones.
  expect(await page.evaluate(() => (globalThis as unknown as { besideRows: string[] }).besideRows)).toEqual(["next"]);
});

test("config.json is fetched once", { tag: "@desktop" }, async ({ customers, page }) => {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/config.json")) count += 1;
  });
  await customers.openSignedIn();
  await customers.expectIdle();
  expect(count).toBe(1);
});

test("an early answer to another question is never shown", { tag: "@desktop" }, async ({ customers, page }) => {
  const program = await holdProgram(page);
  await customers.haveSession();
  await customers.haveNote("page=1&per_page=50&tab_type=my");
  const asked = page.waitForRequest((request) => isListCall(new URL(request.url())));
  await page.goto("./#?tab_type=my", { waitUntil: "commit" });
  await asked;
  // Somebody is quicker than the program.
  await page.evaluate(() => (location.hash = "#?tab_type=common"));
  program.open();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(2);
});

test("a session that is over is told as ever, by the early call", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession("nobodys-token");
  await customers.haveNote();
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  expect(customers.listCalls).toHaveLength(1);
});

test("nothing is asked for who has not signed in", { tag: "@desktop" }, async ({ customers }) => {
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(0);
});

test("no row and no control moves when the program takes the shell's place", async ({ customers, page }) => {
  await watchShifts(page);
  await customers.haveNote();
  await customers.openSignedIn();
  await customers.expectIdle();
  // All that ever moves is the pager's own line, by the words of the answer.
  expect(await shiftsOf(page)).toBeLessThan(0.005);
});

test("an address of the CRM that is none takes no place of the company's calls", { tag: "@desktop" }, async ({ customers, page }) => {
  await configure(page, { api_base: "https://crm.example:99999" });
  const program = await holdProgram(page);
  await customers.haveSession();
  await customers.haveNote();
  await page.goto("./", { waitUntil: "commit" });
  await program.reached();
  await page.waitForFunction(() => (globalThis as unknown as { kehuEarly?: object }).kehuEarly !== undefined);
  await page.evaluate(() => (globalThis as unknown as { kehuEarly: { begun?: Promise<void> } }).kehuEarly.begun);
  expect(await page.evaluate(() => localStorage.getItem("kehu.calls"))).toBeNull();
  expect((await page.evaluate(() => navigator.locks.query())).held).toEqual([]);
  program.open();
});
