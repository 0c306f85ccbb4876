// The whole company has ten calls in ten seconds: what a page costs is counted here.
import { expect, test } from "../support/test.ts";

const CATALOG = "/api/v2/customers/filter_sort_group";
const FIELDS = "/api/v2/custom_fields/customer/by_group";
const OPTIONS = "/api/v2/customers/status/filter_options";

test("the first look costs one call for the rows, one for the sorts and one for custom fields, a reload one", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await expect.poll(() => customers.callsTo(CATALOG).length).toBe(1);
  await expect.poll(() => customers.callsTo(FIELDS).length).toBe(1);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
  expect(customers.calls).toHaveLength(3);
  // Rows first.
  expect(customers.calls[0]).toBe(customers.listCalls[0]);

  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
  expect(customers.listCalls).toHaveLength(1);
});

test("a filter's values cost one call, the second time none, and none after a reload", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  const lookAtStatuses = async () => {
    await customers.openFilters();
    const options = await customers.openChoice("status");
    await expect(options.getByRole("option", { name: "意向" })).toBeVisible();
    await customers.leaveCard();
    await customers.closeFilters();
  };
  await lookAtStatuses();
  await lookAtStatuses();
  expect(customers.callsTo(OPTIONS)).toHaveLength(1);
  await page.reload();
  await customers.expectRows();
  await lookAtStatuses();
  await customers.expectIdle();
  expect(customers.callsTo(OPTIONS)).toHaveLength(1);
});

test("the next day the values are asked for anew", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await customers.openFilters();
  await customers.openChoice("status");
  await expect(customers.choices.getByRole("option", { name: "意向" })).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await page.reload();
  await customers.expectRows();
  await customers.openFilters();
  await customers.openChoice("status");
  await expect(customers.choices.getByRole("option", { name: "意向" })).toBeVisible();
  expect(customers.callsTo(OPTIONS)).toHaveLength(2);
});

test("the account menu costs one call for the name, the first time, and none for the rows", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await expect.poll(() => customers.callsTo(CATALOG).length).toBe(1);
  await customers.expectIdle();
  customers.forgetCalls();
  await expect(await customers.openAccountMenu()).toContainText("李曦宁");
  await page.keyboard.press("Escape");
  const menu = await customers.openAccountMenu();
  await menu.getByRole("button", { name: "English" }).click();
  await expect(customers.tab("all")).toHaveText("All");
  await customers.expectIdle();
  expect(customers.calls.map((call) => new URL(call.url()).pathname)).toEqual(["/api/v2/user/info"]);
});

test("what shows the same rows differently costs nothing", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.open("#?columns=name,user.name");
  await expect(page.locator("thead th")).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.locator(".cards")).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole("grid")).toBeVisible();
  // The same question once more is none.
  await customers.tab("all").click();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(0);
});

test("an edition without the sorts is asked for them once a day, not at every reload", { tag: "@desktop" }, async ({
  customers,
  page,
  complaints,
}) => {
  complaints.expectFailedCalls();
  await page.route(`**${CATALOG}`, (route) =>
    route.fulfill({ status: 404, json: { code: 100404, data: null, message: "接口不存在" } }),
  );
  await customers.openSignedIn();
  await expect.poll(() => customers.callsTo(CATALOG).length).toBe(1);
  await customers.expectIdle();

  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
});
