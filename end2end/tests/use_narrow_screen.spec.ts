import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

// 320 pixels are also a wide screen at 400 per cent (WCAG 1.4.10).
test.use({ viewport: { width: 320, height: 640 } });

/** What reaches beyond the window's right edge and is not inside something that scrolls or is cut off. */
async function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element | null): boolean => {
      if (element === null || element === document.body) return false;
      return getComputedStyle(element).overflowX !== "visible" || isCut(element.parentElement);
    };
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 1 && element.checkVisibility() && !isCut(element.parentElement);
      })
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20) ?? ""}`);
  });
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  expect(await beyondTheEdge(page)).toEqual([]);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth]);
  expect(Math.max(...widths)).toBeLessThanOrEqual(320);
}

test("a page 320 pixels wide never scrolls sideways", async ({ customers, page }) => {
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  await expectNoSidewaysScrolling(page);

  await customers.signInWithToken("demo-admin");
  await customers.expectRows();
  await expectNoSidewaysScrolling(page);
  for (const control of [customers.query, customers.account, customers.next, customers.previous]) {
    await expect(control).toBeInViewport({ ratio: 1 });
  }

  await customers.openFilters();
  await expectNoSidewaysScrolling(page);
  await customers.filter("created-at").click();
  await expect(page.locator(".days:popover-open")).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScrolling(page);
});

test("long names, many chips and an error fit into 320 pixels", async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await customers.openSignedIn("#?query=%E5%85%AC%E5%8F%B8&created_at[]=2020-01-01&created_at[]=2026-11-01", "demo-admin");
  await expectNoSidewaysScrolling(page);
  await customers.answerList((route) =>
    route.fulfill({ status: 500, json: { code: 100500, message: `长${"句".repeat(80)} ${"w".repeat(120)}` } }),
  );
  await customers.tab("my").click();
  await expect(customers.error).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expect(customers.retry).toBeInViewport();
});
