import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

/** How many of these can be seen whole under what covers the top. */
async function wholeInSight(items: Locator): Promise<number> {
  return items.evaluateAll((all) => {
    const bar = document.querySelector(".filter-bar")?.getBoundingClientRect().bottom ?? 0;
    return all.filter((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return top >= bar - 1 && bottom <= innerHeight + 1;
    }).length;
  });
}

async function scrollPage(page: Page): Promise<void> {
  await page.mouse.move(150, 150);
  await page.mouse.wheel(0, 300);
}

test.describe("at 400 % zoom, a window of 320 × 200 pixels", { tag: "@desktop" }, () => {
  test.use({ viewport: { width: 320, height: 200 } });

  test("the page scrolls as a whole, the search stays, and two customers can be read", async ({ customers, page }) => {
    await customers.openSignedIn();
    await scrollPage(page);
    await expect(customers.account).not.toBeInViewport();
    await expect(customers.query).toBeInViewport({ ratio: 1 });
    await customers.rows.nth(3).evaluate((row) => row.scrollIntoView({ block: "start" }));
    await expect.poll(() => wholeInSight(customers.rows)).toBeGreaterThanOrEqual(2);
    await page.keyboard.press("End");
    await expect(customers.next).toBeInViewport();
    await customers.next.click();
    await customers.expectQuestion([], 2);
    // Another page of rows begins at its top.
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });
});

test.describe("a phone on its side", { tag: "@desktop" }, () => {
  test.use({ viewport: { width: 844, height: 260 }, hasTouch: true });

  test("shows rows wherever it is scrolled to, and the keyboard finds the last one", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=100");
    await scrollPage(page);
    await expect.poll(() => wholeInSight(customers.rows)).toBeGreaterThanOrEqual(3);
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("Control+End");
    await expect(page.locator('tr[aria-rowindex="101"] td').last()).toBeInViewport({ ratio: 1 });
    await expect(page.locator(":focus")).toBeInViewport();
  });
});

test.describe("on a touch tablet", { tag: "@desktop" }, () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true });

  test("rows have 44 pixels and a number's target is its whole cell", async ({ customers }) => {
    await customers.openSignedIn();
    const number = customers.rows.locator("td a[href^='tel:']").first();
    await expect.poll(async () => (await number.boundingBox())?.height).toBeGreaterThanOrEqual(43);
    const cell = await number.locator("xpath=ancestor::td").boundingBox();
    expect((await number.boundingBox())?.width).toBeGreaterThanOrEqual((cell?.width ?? 0) - 32);
    const tops = await customers.rows.evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getBoundingClientRect().top));
    expect(tops.map((top) => Math.round(top - (tops[0] ?? 0)))).toEqual([0, 44, 88]);
  });
});

for (const width of [320, 360, 390]) {
  test.describe(`a phone ${width} pixels wide`, { tag: "@phone" }, () => {
    test.use({ viewport: { width, height: 640 } });

    test("gives the search a whole line", async ({ customers, page }) => {
      await customers.openSignedIn();
      const box = await page.getByRole("search").boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((await customers.query.boundingBox())?.width).toBeGreaterThanOrEqual(width - 80);
      for (const control of [page.getByTestId("open-filters"), customers.sortMenu, customers.views]) {
        await expect(control).toBeInViewport({ ratio: 1 });
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
      await expect(customers.searchField).toBeHidden();
      await customers.openFilters();
      await expect(customers.searchField).toBeVisible();
    });
  });
}

test("nothing lies on a row while customers are selected", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await customers.rows.nth(1).getByRole("checkbox").click();
  const bar = page.getByTestId("selection");
  await expect(bar).toBeVisible();
  const table = await customers.scroller.boundingBox();
  const box = await bar.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((table?.y ?? 0) + (table?.height ?? 0));
  await customers.next.click();
  await customers.expectQuestion([], 2);
  await expect(bar).toContainText("已选 1 个客户");
});
