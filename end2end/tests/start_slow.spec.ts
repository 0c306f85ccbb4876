// On a slow network the first rows are drawn by a small piece of the program, before the page is there.
import type { Page } from "@playwright/test";
import { Gate } from "../support/gate.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

/** A network on which every file takes its time, until the test is over. */
async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 250, downloadThroughput: -1, uploadThroughput: -1 });
}

/** Holds the piece back that the page consists of. */
async function holdPage(page: Page): Promise<Gate> {
  const gate = new Gate();
  await page.route(/kehu_app-\w+\.wasm$/, async (route) => {
    await gate.pass();
    await route.continue();
  });
  return gate;
}

test("the first rows stand there before the page, are the same, and nothing moves", async ({ customers, page }) => {
  await watchShifts(page);
  await slowDown(page);
  const gate = await holdPage(page);
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  const early = page.locator("#shell").getByTestId("row");
  await expect(early.first()).toBeVisible();
  await expect(customers.query).toHaveCount(0);
  const ids = await early.evaluateAll((rows) => rows.slice(0, 5).map((row) => (row as HTMLElement).dataset.customerId));
  const box = await early.first().boundingBox();
  const text = await early.first().innerText();
  gate.open();
  await expect(customers.query.or(page.getByTestId("open-filters")).first()).toBeVisible();
  await expect(page.locator("#shell")).toHaveCount(0);
  const rows = page.getByTestId("row");
  expect(await rows.evaluateAll((rows) => rows.slice(0, 5).map((row) => (row as HTMLElement).dataset.customerId))).toEqual(ids);
  expect(await rows.first().boundingBox()).toEqual(box);
  expect(await rows.first().innerText()).toBe(text);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
  expect(await shiftsOf(page)).toBeLessThan(0.005);
});

test("what is clicked among them is done when the page is there", async ({ customers, page }) => {
  await slowDown(page);
  const gate = await holdPage(page);
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  const row = page.locator("#shell").getByTestId("row").nth(2);
  const name = row.locator("th[data-column=name], .card__open").first();
  const text = await name.innerText();
  await name.click();
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(page.getByTestId("preview").getByRole("heading", { level: 2 })).toHaveText(text);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("they have the columns, widths and density that the page will have", { tag: "@desktop" }, async ({ customers, page }) => {
  const view = { name: "电话", layout: {}, columns: ["name", "status_mapped", "address.phone"], density: "roomy" };
  await page.addInitScript(
    (text) => localStorage.setItem("kehu.views", text),
    JSON.stringify({ kehu_views: 1, default: view.name, views: [view] }),
  );
  await slowDown(page);
  const gate = await holdPage(page);
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  const titles = () =>
    page.locator(".table").evaluate((table) => ({
      titles: [...table.querySelectorAll("th.head")].map((th) => [th.textContent?.trim(), th.getBoundingClientRect().x]),
      density: (table as HTMLElement).dataset.density,
    }));
  await expect(page.locator("#shell").getByTestId("row").first()).toBeVisible();
  const early = await titles();
  expect(early.density).toBe("roomy");
  expect(early.titles).toHaveLength(3);
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  expect(await titles()).toEqual(early);
});

test("an answer that is none leaves it all to the page", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await slowDown(page);
  await customers.haveSession();
  await customers.answerList(async (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }));
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByTestId("error")).toBeVisible();
  await expect(page.locator("#shell")).toHaveCount(0);
  expect(customers.listCalls).toHaveLength(1);
});

test("an answer that takes its time holds the page up for a moment only", { tag: "@desktop" }, async ({ customers, page }) => {
  await slowDown(page);
  const answer = await customers.holdAnswers();
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  await expect(customers.query).toBeVisible();
  await expect(page.getByTestId("call-status")).toBeVisible();
  answer.open();
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(1);
});

test("a page that does not come is told, with a way to try again", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  complaints.expectStop();
  const app = /kehu_app-\w+\.wasm$/;
  await page.route(app, (route) => route.fulfill({ status: 404 }));
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  const stop = page.getByRole("alertdialog");
  await expect(stop).toContainText("页面没有启动成功");
  await page.unroute(app);
  await stop.getByRole("button", { name: "重新加载" }).click();
  await customers.expectRows();
});
