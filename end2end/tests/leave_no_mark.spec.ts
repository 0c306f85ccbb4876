// What is open is said to the style sheet by a class of the body; it goes with what was open.
import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const expectClass = (page: Page, name: string) => expect(page.locator("body")).toHaveClass(name);

test("what was open leaves no class on the body", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  await expectClass(page, "");
  await customers.openCustomer(0);
  await expectClass(page, "has-preview");
  await page.keyboard.press("Escape");
  await expectClass(page, "");
  await customers.rows.first().getByRole("checkbox").click();
  await expectClass(page, "has-selection");
  await page.getByTestId("clear-selection").click();
  await expectClass(page, "");
  await page.getByTestId("run").click();
  await expectClass(page, "has-run");
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-close").click();
  await expectClass(page, "");
  await page.getByTestId("export").click();
  await page.getByTestId("export-scope-loaded").check();
  await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
  await expectClass(page, "has-export");
  await page.getByTestId("export-close").click();
  await expectClass(page, "");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expectClass(page, "has-print-list");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expectClass(page, "");
  await page.evaluate(() => {
    document.documentElement.setAttribute("data-new-version", "");
    dispatchEvent(new Event("kehu-new-version"));
  });
  await expectClass(page, "has-new-version");
  await page.getByTestId("new-version").getByRole("button").last().click();
  await expectClass(page, "");
});

test("what the first rows show is not hidden by what the program opens over them", { tag: "@phone" }, async ({ page }) => {
  // The program never comes: the first page stays.
  await page.route(/\.wasm$/, () => {});
  await page.goto("./");
  await page.evaluate(() => document.body.classList.add("has-preview"));
  await expect(page.locator("#shell .list")).toHaveCSS("visibility", "visible");
});
