// The page's own proxy may hold a queue for a whole company's calls: what it is told, what the page believes
// of it, and how somebody waits in it. The queue itself is tried in end2end/deploy.
import type { Page, Request, Route } from "@playwright/test";
import { expect, test } from "../support/test.ts";
import { isListCall } from "../pages/customer_list_page.ts";
import { Gate } from "../support/gate.ts";

const ANY_CALL = (url: URL) => url.pathname.startsWith("/api/v2/");
const IN_LINE = /^同事们也在查询，正在排队，已等 \d+ 秒$/;

/** The company's limit, with which the page tells its tabs what it knows of its calls. */
async function limit(page: Page): Promise<void> {
  await page.context().route(/\/config\.json$/, async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, requests_per_10s: 10 } });
  });
}

/** A proxy that says how long each call stood in its queue. */
async function queue(page: Page, waited = "0"): Promise<void> {
  await page.route(ANY_CALL, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "X-Kehu-Queue": waited } });
  });
}

const refuse = (headers: Record<string, string>) => (route: Route) =>
  route.fulfill({ status: 429, contentType: "text/html", headers: { "Retry-After": "1", ...headers }, body: "<h1>429</h1>" });

/** What the tabs tell each other: calls that the last refusal left to this browser. */
const left = (page: Page) =>
  page.evaluate(() => Number(localStorage.getItem("kehu.calls")?.split(";")[1]?.split(" ")[0]));

const priorities = (calls: Request[]) =>
  calls.map((call) => `${new URL(call.url()).pathname.replace("/api/v2/", "")} ${call.headers()["x-kehu-priority"] ?? "-"}`);

test("the proxy is told who waits for a call, the early one too", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await customers.haveNote("page=1&per_page=15");
  await customers.open("#?per_page=15");
  await customers.signInWithPassword("lixining", "kehu");
  await customers.expectRows();
  await customers.expectIdle();
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await customers.expectIdle();
  expect(priorities(customers.calls).sort()).toEqual([
    "auth/login asked",
    "custom_fields/customer/by_group background",
    "customers asked",
    "customers likely",
    "customers/filter_sort_group background",
  ]);
  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  expect(priorities(customers.listCalls)).toEqual(["customers asked"]);
});

for (const [waited, believed] of [
  ["0", true],
  ["3.207", true],
  ["-1", false],
  ["1e9", false],
  ["86400", false],
  ["soon", false],
  ["", false],
] as const) {
  test(`a refusal with the queue's header "${waited}" ${believed ? "leaves the browser its share" : "is one as before"}`, {
    tag: "@desktop",
  }, async ({ customers, page, complaints }) => {
    complaints.expectFailedCalls();
    await limit(page);
    await customers.openSignedIn("#?per_page=15");
    await customers.expectIdle();
    await customers.answerList(refuse({ "X-Kehu-Queue": waited }), 1);
    await customers.tab("my").click();
    await customers.expectQuestion(["tab_type=my"]);
    await expect.poll(() => customers.listCalls.length).toBe(3);
    await customers.expectRows();
    if (believed) expect(await left(page)).toBe(10);
    else expect(await left(page)).toBeLessThan(3);
  });
}

test("a page that is read ahead and refused by the queue holds up no click", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  await customers.answerList(refuse({ "X-Kehu-Queue": "0", "Retry-After": "60" }), 1);
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await customers.expectIdle();
  await customers.tab("my").click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  await expect(customers.waiting).toBeHidden();
  // For a minute nothing is read ahead.
  await customers.next.hover();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(3);
});

test("a call that stands in the queue says so, may be given up, and loses nothing", async ({ customers, page }) => {
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?per_page=15");
  const before = await customers.ids();
  await customers.expectIdle();
  await customers.holdAnswers();
  await customers.tab("my").click();
  await expect(customers.waiting).toHaveText(IN_LINE);
  const givenUp = page.waitForEvent("requestfailed", (request) => isListCall(new URL(request.url())));
  await page.getByTestId("stop-waiting").click();
  expect((await givenUp).url()).toContain("tab_type=my");
  await expect(customers.error).toContainText("已停止等待。");
  await expect(customers.waiting).toBeHidden();
  expect(await customers.ids()).toEqual(before);
  await customers.expectFragment("#?tab_type=my&per_page=15");
  await customers.retry.click();
  await customers.expectRows();
  await customers.expectQuestion(["tab_type=my"]);
  await expect(customers.error).toBeHidden();
});

test("a question asked meanwhile takes the place of the one in the queue", { tag: "@desktop" }, async ({ customers, page }) => {
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.holdAnswers(3);
  const failed = new Set<Request>();
  page.on("requestfailed", (request) => failed.add(request));
  for (const tab of ["my", "sub", "common"] as const) await customers.tab(tab).click();
  await expect.poll(() => customers.listCalls.length).toBe(3);
  // Calls of before may fail late on a slow machine.
  const givenUp = () => customers.listCalls.filter((call) => failed.has(call));
  await expect.poll(() => givenUp().map((call) => new URL(call.url()).searchParams.get("tab_type"))).toEqual(["my", "sub"]);
  await expect(customers.waiting).toHaveText(IN_LINE);
});

test("a queue that never answers is given up after thirty seconds", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?per_page=15");
  await customers.holdAnswers();
  await customers.tab("my").click();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await page.clock.runFor(29_000);
  await expect(customers.waiting).toHaveText(/已等 2[89] 秒$/);
  await expect(customers.error).toBeHidden();
  await page.clock.runFor(1_500);
  await expect(customers.error).toContainText("等了很久没有回应。");
  await customers.retry.click();
  await customers.expectQuestion(["tab_type=my"]);
  await expect(customers.error).toBeHidden();
});

test("the token ends while a call stands in the queue: its answer shows nothing", { tag: "@desktop" }, async ({ customers, page }) => {
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?per_page=15");
  await customers.expectIdle();
  const gate = new Gate();
  const shown = page.getByText("旧会话的客户");
  await customers.answerList(async (route) => {
    await gate.pass();
    const body = (await (await route.fetch()).text()).replaceAll(/"name":"[^"]*"/g, '"name":"旧会话的客户"');
    await route.fulfill({ body, contentType: "application/json", headers: { "X-Kehu-Queue": "18" } }).catch(() => undefined);
  }, 1);
  await customers.tab("my").click();
  await gate.reached();
  await expect(customers.waiting).toHaveText(IN_LINE);
  await customers.signOut();
  await customers.signInWithToken("demo-manager");
  gate.open();
  await customers.expectRows();
  await customers.expectIdle();
  await expect(shown).toHaveCount(0);
  expect(await customers.listCalls.at(-1)?.headerValue("authorization")).toContain("token=demo-manager");
});

test("after a refusal an export makes one call in three seconds", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await limit(page);
  await queue(page);
  await customers.openSignedIn("#?columns=name&per_page=15");
  await customers.expectIdle();
  await customers.answerList(refuse({ "X-Kehu-Queue": "0" }), 1);
  await customers.next.hover();
  await expect.poll(() => customers.listCalls.length).toBe(2);
  await customers.expectIdle();
  // By the browser's clock: a busy machine tells of them late.
  const times = () =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/v2/customers?")).map(({ startTime }) => startTime));
  const before = (await times()).length;
  await page.getByTestId("export").click();
  await page.getByTestId("export-start").click();
  await expect.poll(async () => (await times()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 4);
  await page.getByTestId("export-cancel").click();
  const exported = (await times()).slice(before);
  const steps = exported.slice(1).map((time, at) => time - (exported[at] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThan(2_800);
});
