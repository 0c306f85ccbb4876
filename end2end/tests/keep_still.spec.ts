// Nothing jumps: what a click opens comes and goes without moving what was there, by the browser's own word.
import { movedOutside, watchMoves } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

/** What each step may move: its own line, whose words have become longer or shorter. */
const PAGER = ".pager";
/** Rows are filled in place: what stands in a cell or on a card is another customer's then. */
const REFILLED = "tbody :is(td, th) > *, .card > *";

test.beforeEach(async ({ customers, page }) => {
  await watchMoves(page);
  await customers.openSignedIn("", "demo-admin");
  await customers.expectIdle();
  await movedOutside(page);
});

test("a turned page, a count and other rows move nothing", async ({ customers, page }) => {
  await customers.next.click();
  await customers.expectQuestion([], 2);
  await customers.expectRows();
  expect(await movedOutside(page, PAGER, REFILLED)).toEqual([]);
  await customers.openPager();
  await page.getByTestId("count").click();
  expect(await movedOutside(page, PAGER, REFILLED)).toEqual([]);
  await page.getByTestId("refresh").click();
  await customers.expectIdle();
  expect(await movedOutside(page, PAGER, REFILLED)).toEqual([]);
  if (customers.isPhone) await page.keyboard.press("Escape");
  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  expect(await movedOutside(page, PAGER, REFILLED)).toEqual([]);
});

test("a filter that is set and taken off moves no row", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.choose("status", "意向");
  await customers.expectRows();
  expect(await movedOutside(page, PAGER, REFILLED, ".filter-bar")).toEqual([]);
  await customers.takeOff("status");
  await customers.expectQuestion([]);
  await customers.expectRows();
  expect(await movedOutside(page, PAGER, REFILLED, ".filter-bar")).toEqual([]);
});

test("a customer that is opened and left moves no row", async ({ customers, page }) => {
  await customers.openCustomer(1);
  await customers.expectIdle();
  expect(await movedOutside(page, PAGER, ".preview")).toEqual([]);
  await page.keyboard.press("Escape");
  if (customers.isPhone) await page.goBack();
  await expect(customers.preview).toBeHidden();
  expect(await movedOutside(page, PAGER, ".preview")).toEqual([]);
});

test("the buttons of the row under the pointer and the selection move nothing", { tag: "@desktop" }, async ({ customers, page }) => {
  for (const at of [0, 3, 5]) await customers.rows.nth(at).locator('[data-column="name"]').hover();
  expect(await movedOutside(page)).toEqual([]);
  await customers.rows.nth(1).getByRole("checkbox").click();
  await expect(page.getByTestId("selection")).toBeVisible();
  expect(await movedOutside(page, ".foot")).toEqual([]);
});

test("the age of the rows and a notice that comes and goes move no row", async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await page.clock.install();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  await movedOutside(page);
  // Old enough for the page to say so.
  await page.clock.fastForward("03:00");
  if (customers.isPhone) await customers.openPager();
  await expect(page.getByTestId("age")).toBeVisible();
  if (customers.isPhone) await page.keyboard.press("Escape");
  expect(await movedOutside(page, PAGER, ".foot")).toEqual([]);
  // Rows that are here stay where they are when newer ones cannot be had.
  await customers.answerList((route) => route.fulfill({ status: 502, body: "" }), 1);
  if (customers.isPhone) await customers.openPager();
  await page.getByTestId("refresh").click();
  await expect(customers.error).toBeVisible();
  if (customers.isPhone) await page.keyboard.press("Escape");
  expect(await movedOutside(page, PAGER, ".foot")).toEqual([]);
  await customers.retry.click();
  await customers.expectIdle();
  await expect(customers.error).toBeHidden();
  expect(await movedOutside(page, PAGER, ".foot", REFILLED)).toEqual([]);
});
