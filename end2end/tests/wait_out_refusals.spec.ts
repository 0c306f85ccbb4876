// The endpoint refuses a call for too many of the whole company: that is a wait, and no error.
import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const OPTIONS = "**/api/v2/customers/status/filter_options*";
const COUNTING_DOWN = /^查询太多，\d+ 秒后继续$/;

test.beforeEach(({ complaints }) => complaints.expectFailedCalls());

/** An operator's limit: with one, the page tells itself and its tabs of refusals. */
async function limit(page: Page, calls: number): Promise<void> {
  await page.context().route(/\/config\.json$/, async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, requests_per_10s: calls } });
  });
}

/** As the endpoint's own library refuses. */
const refuse = (headers: Record<string, string> = {}) => (route: Route) =>
  route.fulfill({ status: 429, contentType: "text/plain", headers, body: "Retry later\n" });

const refusals: { title: string; tag?: string; answer: () => Parameters<Route["fulfill"]>[0] }[] = [
  { title: "plain words", answer: () => ({ status: 429, contentType: "text/plain", headers: { "Retry-After": "3" }, body: "Retry later\n" }) },
  {
    title: "a web page, and a day and time by a clock that is an hour late",
    tag: "@desktop",
    answer: () => {
      const at = (seconds: number) => new Date(Date.now() - 3_600_000 + seconds * 1000).toUTCString();
      return { status: 429, contentType: "text/html", headers: { Date: at(0), "Retry-After": at(4) }, body: "<h1>Too Many Requests</h1>" };
    },
  },
  { title: "nothing, three seconds before its window ends", tag: "@desktop", answer: () => ({ status: 429, headers: { Date: "Thu, 26 Nov 2026 04:00:07 GMT" }, body: "" }) },
  {
    title: "its own words under a status of success",
    tag: "@desktop",
    answer: () => ({ headers: { "Retry-After": "3" }, json: { code: 100429, data: null, message: "超过频率限制" } }),
  },
];

for (const { title, tag = [], answer } of refusals) {
  test(`a refusal that says ${title} goes on by itself`, { tag }, async ({ customers }) => {
    await customers.openSignedIn("#?per_page=15");
    const before = await customers.ids();
    customers.forgetCalls();
    await customers.answerList((route) => route.fulfill(answer()), 1);
    await customers.tab("my").click();
    await expect(customers.waiting).toHaveText(COUNTING_DOWN);
    const refused = Date.now();
    await expect(customers.error).toBeHidden();
    expect(await customers.ids()).toEqual(before);
    await customers.expectQuestion(["tab_type=my"]);
    await expect.poll(() => customers.listCalls.length).toBe(2);
    const waited = Date.now() - refused;
    // Three or four seconds, 0 to 2 at random, and what looking takes. A wait of a second is not said.
    expect(waited).toBeGreaterThan(1000);
    expect(waited).toBeLessThan(8000);
    await customers.expectRows();
    await expect(customers.waiting).toBeHidden();
    await customers.expectIdle();
    expect(customers.listCalls).toHaveLength(2);
  });
}

test("the first rows wait too, though they were asked for before the program was there", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession();
  await customers.haveNote();
  // Long enough that a slow machine has the program before the wait is over.
  await customers.answerList(refuse({ "Retry-After": "8" }), 1);
  await customers.open();
  await expect(customers.waiting).toHaveText(COUNTING_DOWN);
  await customers.expectRows();
  await expect(customers.error).toBeHidden();
  expect(customers.listCalls).toHaveLength(2);
});

test("a first load waits for its turn, and says so", async ({ customers, page }) => {
  await limit(page, 2);
  // As another tab notes that both calls are taken for three seconds more.
  await page.addInitScript(() => {
    if (location.origin !== "null") localStorage.setItem("kehu.calls", `${Date.now() + 3000} ${Date.now() + 3000};0 0;0`);
  });
  await customers.haveSession();
  await customers.haveNote();
  await customers.open();
  await expect(customers.waiting).toHaveText(COUNTING_DOWN);
  expect(customers.listCalls).toHaveLength(0);
  await customers.expectRows();
  await expect(customers.waiting).toBeHidden();
  expect(customers.listCalls).toHaveLength(1);
});

test("the values of a filter wait where they are looked for", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  await page.route(OPTIONS, refuse({ "Retry-After": "3" }), { times: 1 });
  await customers.openFilters();
  await customers.filter("status").click();
  await expect(customers.waiting).toHaveText(COUNTING_DOWN);
  await expect(page.locator(".choose:popover-open").getByTestId("waiting")).toBeVisible();
  // Nothing is said twice.
  await expect(page.getByTestId("call-status")).toBeHidden();
  await expect(customers.choices.getByRole("option", { name: "意向" })).toBeVisible();
  await expect(customers.waiting).toBeHidden();
});

test("signing in waits on its button", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route("**/api/v2/auth/login", refuse({ "Retry-After": "3" }), { times: 1 });
  await customers.open();
  await customers.signInWithPassword("manager", "kehu");
  await expect(customers.waiting).toHaveText(COUNTING_DOWN);
  await customers.expectRows();
});

test("a click meanwhile takes the place of the question that waits", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15");
  customers.forgetCalls();
  await customers.answerList(refuse({ "Retry-After": "2" }), 1);
  await customers.tab("my").click();
  await expect(customers.waiting).toBeVisible();
  await customers.tab("common").click();
  await expect(customers.waiting).toBeVisible();
  expect(customers.listCalls).toHaveLength(1);
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(2);
});

test("a page that was read ahead and refused is asked for when it is turned to", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  await customers.answerList(refuse({ "Retry-After": "1" }), 1);
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectQuestion([], 2);
  await customers.expectRows();
  await expect(customers.error).toBeHidden();
  expect(customers.listCalls).toHaveLength(3);
});

test("only after the third refusal it is a fault, and trying again helps", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn("#?per_page=15");
  customers.forgetCalls();
  let left = 3;
  await customers.answerList((route) => (left-- > 0 ? refuse({ "Retry-After": "5" })(route) : route.continue()));
  await customers.tab("my").click();
  for (const calls of [1, 2]) {
    await expect.poll(() => customers.listCalls.length).toBe(calls);
    await page.clock.runFor(500);
    await expect(customers.waiting).toHaveText(COUNTING_DOWN);
    await expect(customers.error).toBeHidden();
    await page.clock.runFor(7_100);
  }
  await expect(customers.error).toContainText("查询太多");
  expect(customers.listCalls).toHaveLength(3);
  await expect(customers.rows.first()).toBeVisible();
  await customers.retry.click();
  await page.clock.runFor(7_500);
  await customers.expectQuestion(["tab_type=my"]);
  await expect(customers.error).toBeHidden();
  expect(customers.listCalls).toHaveLength(4);
});

test("a pause of hours is a minute, over reloads too, and may be tried once", { tag: "@desktop" }, async ({ customers, page }) => {
  await limit(page, 10);
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.answerList(refuse({ "Retry-After": "86400" }), 2);
  await customers.tab("my").click();
  await expect(customers.waiting).toHaveText(/^查询太多，(60|5\d) 秒后继续$/);
  // Somebody tries all the same, and is refused once more.
  await customers.tab("common").click();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await expect(customers.waiting).toHaveText(/^查询太多，(60|5\d) 秒后继续$/);
  await page.reload();
  await expect(customers.waiting).toHaveText(COUNTING_DOWN);
  await expect(customers.error).toBeHidden();
  expect(customers.listCalls).toHaveLength(2);
  // A minute later, as the browser's clock says it.
  const later = Date.now() + 60_000;
  await page.clock.setFixedTime(later);
  await page.reload();
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(3);
});

test("an export waits as well, says so, and is whole", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name&tab_type=my&per_page=15");
  await customers.expectIdle();
  await customers.answerList(refuse({ "Retry-After": "3" }), 1);
  await page.getByTestId("export").click();
  const download = page.waitForEvent("download");
  await page.getByTestId("export-start").click();
  await expect(page.getByTestId("export-progress")).toContainText("稍后自动继续");
  await download;
  await expect(page.getByTestId("export-report")).toContainText("完整");
});
