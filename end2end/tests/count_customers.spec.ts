import { expect, test } from "../support/test.ts";

test("how many there are is counted when somebody asks, cost first, and kept until the filters change", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  await customers.expectIdle();
  customers.forgetCalls();
  const line = page.getByTestId("count-line");
  await customers.openPager();
  await page.getByTestId("count").click();
  await expect(page.getByTestId("count-start")).toHaveText(/^数一数（约 \d+ 秒）$/);
  expect(customers.listCalls).toHaveLength(0);
  await page.getByTestId("count-start").click();
  await expect(line).toContainText(/共 5002 个（\d\d:\d\d 数的）/);
  // 101 pages.
  expect(customers.listCalls.length).toBeLessThanOrEqual(15);

  // The card would lie over the way to the next page.
  await page.keyboard.press("Escape");
  await customers.next.click();
  await customers.expectRows();
  await expect(line).toContainText("共 5002 个");
  await customers.tab("my").click();
  await customers.openPager();
  await expect(page.getByTestId("count")).toBeVisible();
  await expect(line).not.toContainText("5002");
});

test("an export knows its length when it was counted", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  await page.getByTestId("count").click();
  await page.getByTestId("count-start").click();
  await expect(page.getByTestId("count-line")).toContainText("共 5002 个");
  await page.getByTestId("export").click();
  await expect(page.getByTestId("export-cost")).toContainText(/约 2\d 页/);
});

test("counting can be given up", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  const gate = await customers.holdAnswers();
  await page.getByTestId("count").click();
  await page.getByTestId("count-start").click();
  await gate.reached();
  await page.getByTestId("count-stop").click();
  gate.open();
  await expect(page.getByTestId("count")).toBeVisible();
  await customers.expectIdle();
  const calls = customers.listCalls.length;
  await customers.expectIdle();
  expect(customers.listCalls.length).toBe(calls);
});

test("what the last page shows is known without a call", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn(`#?query=${encodeURIComponent("河北省玉名商贸有限公司")}`);
  const rows = await customers.rows.count();
  await customers.expectIdle();
  customers.forgetCalls();
  await page.getByTestId("count").click();
  await expect(page.getByTestId("count-line")).toContainText(`共 ${rows} 个`);
  expect(customers.listCalls).toHaveLength(0);
});

test("an export that has read them all knows how many there are", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  await page.getByTestId("export").click();
  await page.getByTestId("export-format-csv").check();
  await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
  await page.getByTestId("export-close").click();
  customers.forgetCalls();
  await page.getByTestId("count").click();
  await expect(page.getByTestId("count-line")).toContainText("共 5002 个");
  expect(customers.listCalls).toHaveLength(0);
});
