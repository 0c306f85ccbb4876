// Ten calls in ten seconds belong to a whole company: how the page waits, says so, and loses nothing.
import type { Page, Request } from "@playwright/test";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "default" });

/** An operator's limit; the sandbox itself has none in these tests. */
async function limit(page: Page, calls: number): Promise<void> {
  await page.context().route(/\/config\.json$/, async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, requests_per_10s: calls } });
  });
}

test("when the calls are used up the page says why and how long, and goes on by itself", async ({ customers, page }) => {
  await limit(page, 3);
  await customers.openSignedIn("#?per_page=15");
  await customers.tab("my").click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.tab("sub").click();
  await customers.expectQuestion(["tab_type=sub"]);
  await customers.tab("common").click();
  await expect(customers.waiting).toHaveText(/^查询太多，\d+ 秒后继续$/);
  // Nothing is frozen: another wish takes the place of the one that waits.
  await customers.tab("all").click();
  await customers.query.fill("公司");
  await expect(customers.query).toHaveValue("公司");
  await expect.poll(() => customers.listCalls.length, { timeout: 20_000 }).toBe(4);
  await customers.expectQuestion(["query=公司"]);
  await customers.expectRows();
  await expect(page.getByTestId("call-status")).toBeHidden();
});

test("three tabs together never call more often than the company may", { tag: "@desktop" }, async ({ customers, page }) => {
  test.slow();
  await limit(page, 4);
  const calls: Request[] = [];
  page.context().on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) calls.push(request);
  });
  await customers.openSignedIn("#?per_page=15");
  const session = await page.evaluate(() => sessionStorage.getItem("kehu.session") ?? localStorage.getItem("kehu.session"));
  const others = await Promise.all([1, 2].map(() => page.context().newPage()));
  for (const other of others) {
    await other.addInitScript((text) => sessionStorage.setItem("kehu.session", text), session ?? "");
    await other.goto("#?per_page=15&tab_type=assist");
  }
  const tabs = [page, ...others];
  for (const tab of tabs) {
    await expect(tab.getByTestId("row").or(tab.getByTestId("empty")).first()).toBeVisible({ timeout: 30_000 });
  }
  const before = calls.length;
  await Promise.all(
    tabs.map(async (tab) => {
      for (const name of ["tab-common", "tab-my"]) {
        const answered = tab.waitForResponse((answer) => answer.url().includes("/api/v2/customers?"), { timeout: 60_000 });
        await tab.getByTestId(name).click();
        await answered;
      }
    }),
  );
  expect(calls.length).toBeGreaterThanOrEqual(before + 5);
  // By the browser's clock: a busy machine tells of them late.
  const times = calls.map((call) => call.timing().startTime).filter((time) => time > 0);
  expect(times.length).toBeGreaterThanOrEqual(before + 5);
  const inWindow = times.map((first) => times.filter((time) => time >= first && time < first + 10_000).length);
  expect(Math.max(...inWindow)).toBeLessThanOrEqual(4);
});

test("that calls run short is said from seven of ten on", { tag: "@desktop" }, async ({ customers, page }) => {
  await limit(page, 5);
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.expectIdle();
  const meter = page.getByTestId("call-meter");
  await expect(meter).toHaveCount(0);
  for (const page of ["2", "3"]) {
    await customers.next.click();
    await expect(customers.pageNumber).toHaveText(page);
    await customers.expectRows();
  }
  await expect(meter).toHaveText(/^查询较多 [45]\/5$/);
  await expect(meter).toHaveAccessibleName(/近 10 秒 [45] 次，全公司最多 5 次/);
});

test("an answer that takes long is said to be slow", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  const gate = await customers.holdAnswers();
  await customers.next.click();
  await expect(page.getByTestId("call-status")).toContainText(/服务器有点慢，已等 \d+ 秒/);
  gate.open();
  await expect(customers.pageNumber).toHaveText("2");
  await expect(page.getByTestId("call-status")).toBeHidden();
});

test("an answer that never comes is given up after thirty seconds", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  await customers.holdAnswers();
  await customers.next.click();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await page.clock.runFor(29_000);
  await expect(page.getByTestId("call-status")).toContainText(/已等 2[89] 秒/);
  await expect(customers.error).toBeHidden();
  await page.clock.runFor(1_500);
  await expect(customers.error).toContainText("等了很久没有回应。");
  await customers.retry.click();
  await expect(customers.error).toBeHidden();
  await expect.poll(() => customers.listCalls.length).toBe(3);
});

test("the next page is read ahead when the pointer rests on the way there", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(1);
  await customers.expectIdle();
  const before = await customers.ids();
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await expect.poll(() => customers.ids()).not.toEqual(before);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("a click while the next page is read ahead asks no second time", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  customers.forgetCalls();
  const gate = await customers.holdAnswers();
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(1);
  await customers.next.click();
  gate.open();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("with half of the calls used nothing is read ahead", { tag: "@desktop" }, async ({ customers, page }) => {
  await limit(page, 4);
  await customers.openSignedIn("#?per_page=15");
  await customers.tab("my").click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  await customers.next.hover();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(2);
});

test("refreshing keeps the place and marks what has changed", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=100");
  const id = (await customers.ids())[0];
  const mark = page.locator(`[data-customer-id="${id}"].row--changed`);
  await expect(mark).toHaveCount(0);
  await customers.answerList(async (route) => {
    // As text: a number that is parsed and written again may look otherwise.
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/"status_mapped":"[^"]*"/, '"status_mapped":"改了"');
    await route.fulfill({ response: answer, body });
  }, 1);
  await page.getByTestId("refresh").click();
  await expect(mark).toHaveCount(1);
  await expect(page.locator(".row--changed")).toHaveCount(1);
  await expect(mark).toHaveAttribute("aria-description", /上次看过后有变化/);
  const scroller = page.getByRole("region", { name: "客户列表" });
  await scroller.evaluate((element) => element.scrollTo({ top: 900 }));
  customers.forgetCalls();
  await page.locator("body").press("r");
  await expect.poll(() => customers.listCalls.length).toBe(1);
  await customers.expectIdle();
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(900);
});

test("old rows say their age, and are asked for again when the reader comes back", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  // Not by 下一页: this clock's timers have numbers that do not fit into 32 bits, so what was put off there
  // (reading ahead) cannot be called off.
  const page2 = page.getByRole("spinbutton", { name: "跳到第几页" });
  await page2.fill("2");
  await page2.press("Enter");
  await customers.expectQuestion([], 2);
  await customers.expectRows();
  customers.forgetCalls();
  await page.clock.runFor(130_000);
  await expect(page.getByTestId("age")).toHaveText("2 分钟前");
  expect(customers.listCalls).toHaveLength(0);
  await page.goBack();
  await expect(customers.pageNumber).toHaveText("1");
  await customers.expectQuestion([], 1);
  await expect(page.getByTestId("age")).toBeHidden();
  expect(customers.listCalls).toHaveLength(1);
});

test("rows refresh by themselves only where that is wished, and not while somebody types", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  const menu = await customers.openAccountMenu();
  await menu.getByTestId("auto-refresh").check();
  await page.keyboard.press("Escape");
  await customers.query.focus();
  customers.forgetCalls();
  await page.clock.runFor(90_000);
  expect(customers.listCalls).toHaveLength(0);
  await customers.query.blur();
  await page.clock.runFor(20_000);
  await expect.poll(() => customers.listCalls.length).toBe(1);
});

test("a page in sight that nobody touches for five minutes asks for nothing by itself", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  const menu = await customers.openAccountMenu();
  await menu.getByTestId("auto-refresh").check();
  await page.keyboard.press("Escape");
  customers.forgetCalls();
  await page.clock.runFor(90_000);
  await expect.poll(() => customers.listCalls.length).toBe(1);
  await customers.expectRows();
  await page.clock.fastForward(300_000);
  customers.forgetCalls();
  await page.clock.runFor(200_000);
  expect(customers.listCalls).toHaveLength(0);
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await page.clock.runFor(11_000);
  await expect.poll(() => customers.listCalls.length).toBe(1);
});

test("whoever comes back after ten minutes finds new rows, and before that those of before", { tag: "@desktop" }, async ({ customers, page }) => {
  const turn = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  customers.forgetCalls();
  await turn("hidden");
  await page.clock.fastForward("09:00");
  await turn("visible");
  await expect(page.getByTestId("age")).toHaveText("9 分钟前");
  expect(customers.listCalls).toHaveLength(0);
  await turn("hidden");
  await page.clock.fastForward("01:30");
  await turn("visible");
  await expect.poll(() => customers.listCalls.length).toBe(1);
  await expect(page.getByTestId("age")).toBeHidden();
});

test("back finds the list where it was left, and a reload too", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=100");
  const scroller = customers.isPhone ? page.locator(".cards") : page.getByRole("region", { name: "客户列表" });
  const top = () => scroller.evaluate((element) => element.scrollTop);
  await scroller.evaluate((element) => element.scrollTo({ top: 1200 }));
  await expect.poll(() => page.evaluate(() => String(history.state))).toMatch(/^1200 /);
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await expect.poll(top).toBe(0);
  await page.goBack();
  await expect(customers.pageNumber).toHaveText("1");
  await expect.poll(top).toBe(1200);
  await page.reload();
  await customers.expectRows();
  await expect.poll(top).toBe(1200);
});

test("signing out in one tab signs out the others", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  const session = await page.evaluate(() => sessionStorage.getItem("kehu.session") ?? localStorage.getItem("kehu.session"));
  const other = await page.context().newPage();
  await other.addInitScript((text) => {
    if (!sessionStorage.getItem("seeded")) sessionStorage.setItem("kehu.session", text);
    sessionStorage.setItem("seeded", "1");
  }, session ?? "");
  await other.goto("/");
  await expect(other.getByTestId("row").first()).toBeVisible();
  const menu = await customers.openAccountMenu();
  await menu.getByTestId("sign-out").click();
  await expect(other.getByTestId("sign-in")).toBeVisible();
  await expect(other.getByTestId("row")).toHaveCount(0);
  expect(await other.evaluate(() => sessionStorage.getItem("kehu.session"))).toBeNull();
});
