// 拨打 and 复制 on the row under the pointer or with the focus.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

/** Rows whose first number can be called. */
const callable = (rows: Locator, page: Page) => rows.filter({ has: page.locator("td > .phones > a.phone") });

/** Where the page has gone to call, from now on: what the browser does with `tel:` is its own. */
async function watchCalls(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const went = { to: "" };
    Object.assign(globalThis, { went });
    window.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (link?.href.startsWith("tel:")) [went.to] = [event.defaultPrevented ? "" : link.href, event.preventDefault()];
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { went: { to: string } }).went.to);
}

test.describe("with a mouse", { tag: "@desktop" }, () => {
  test("the row under the pointer has one pair of buttons, which covers nothing that is read", async ({ customers, page }) => {
    await customers.openSignedIn("", "demo-admin");
    const [call, copy] = [page.getByTestId("row-call"), page.getByTestId("row-copy")];
    await expect(call).toBeHidden();
    for (const at of [0, 1]) {
      const row = callable(customers.rows, page).nth(at);
      await row.locator('[data-column="name"]').hover();
      await expect(row.getByTestId("row-call")).toBeVisible();
      const [box, copyBox] = [await call.boundingBox(), await copy.boundingBox()];
      expect([box?.width, box?.height, copyBox?.width, copyBox?.height]).toEqual([24, 24, 24, 24]);
      // The digits stand between them, and what folds away further numbers too.
      const digits = await row.locator("td > .phones > a.phone").first().evaluate((link) => {
        const range = document.createRange();
        range.selectNodeContents([...link.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent) ?? link);
        const { left, right } = range.getBoundingClientRect();
        const fold = link.parentElement?.querySelector(".fold")?.getBoundingClientRect().right ?? 0;
        return { left, right: Math.max(right, fold) };
      });
      expect((box?.x ?? 0) + 24).toBeLessThanOrEqual(digits.left);
      expect(copyBox?.x).toBeGreaterThanOrEqual(digits.right);
    }
    await expect(page.locator(".phone-buttons")).toHaveCount(1);
    await page.getByTestId("query").hover();
    await expect(call).toBeHidden();
  });

  test("复制 copies the number of its row and says so", async ({ customers, context, page }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await customers.openSignedIn("", "demo-admin");
    const row = callable(customers.rows, page).nth(1);
    const href = await row.locator("td > .phones > a.phone").first().getAttribute("href");
    await row.locator('[data-column="name"]').hover();
    await page.getByTestId("row-copy").click();
    const number = href?.replace("tel:", "") ?? "";
    await expect(page.getByTestId("said")).toHaveText(`已复制 ${number}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number);
    // The customer was not opened for it.
    await expect(customers.preview).toBeHidden();
  });

  test("拨打 calls, whatever a click on the number itself does", async ({ customers, page }) => {
    await customers.openSignedIn("", "demo-admin");
    const row = callable(customers.rows, page).nth(1);
    const href = await row.locator("td > .phones > a.phone").first().getAttribute("href");
    await row.locator('[data-column="name"]').hover();
    const called = await watchCalls(page);
    await page.getByTestId("row-call").click();
    await expect.poll(called).toBe(href);
    await expect(page.getByTestId("said")).toBeEmpty();
  });

  test("the menu of a right click calls the first number too", async ({ customers, page }) => {
    await customers.openSignedIn("", "demo-admin");
    const menu = page.getByTestId("context-menu");
    const row = callable(customers.rows, page).nth(1);
    const href = await row.locator("td > .phones > a.phone").first().getAttribute("href");
    const called = await watchCalls(page);
    await row.locator('[data-column="name"]').click({ button: "right" });
    await menu.getByRole("menuitem", { name: "拨打", exact: true }).click();
    await expect.poll(called).toBe(href);
    await expect(page.getByTestId("said")).toBeEmpty();
  });

  test("on another page the pointer has the number of whoever stands there now", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    const row = callable(customers.rows, page).first();
    await row.locator('[data-column="name"]').hover();
    await expect(page.getByTestId("row-call")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.evaluate(() => location.assign("#?page=2&per_page=15"));
    await customers.expectQuestion([], 2);
    await customers.expectRows();
    await customers.drawn();
    const pointed = page.locator("tbody tr:hover");
    const hasNumber = (await pointed.locator("td > .phones > a.phone").count()) > 0;
    await expect(pointed.getByTestId("row-call")).toHaveCount(hasNumber ? 1 : 0);
    await expect(page.locator("tbody .phone-buttons")).toHaveCount(hasNumber ? 1 : 0);
  });

  test("the focus brings the buttons, and the grid's keys pass them by", async ({ customers, page }) => {
    await customers.openSignedIn("", "demo-admin");
    const row = callable(customers.rows, page).first();
    await row.locator('[data-column="name"]').focus();
    await expect(row.getByTestId("row-call")).toBeVisible();
    const inTabOrder = await page.locator("tbody [tabindex='0'], tbody button:not([tabindex='-1'])").count();
    expect(inTabOrder).toBe(1);
  });
});
