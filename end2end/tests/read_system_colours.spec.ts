// Where the system gives the colours (Windows' contrast themes), grounds, shadows and gradients are gone: what they
// told has to be told by edges.
import type { Locator } from "@playwright/test";
import { expect, test } from "../support/test.ts";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
});

/** How wide the edge or ring is that is drawn around an element or at its start, in pixels. */
async function drawnEdge(element: Locator): Promise<number> {
  return element.evaluate((it) => {
    const style = getComputedStyle(it);
    const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    const borders = ["Top", "Left"].map((side) => {
      const { [`border${side}Style`]: line, [`border${side}Width`]: width } = style as unknown as Record<string, string>;
      return line === "none" || line === undefined ? 0 : parseFloat(width ?? "0");
    });
    return Math.max(outline, ...borders);
  });
}

async function expectEdge(element: Locator, least = 1): Promise<void> {
  await expect(element).toBeVisible();
  expect(await drawnEdge(element)).toBeGreaterThanOrEqual(least);
}

test("cards and dialogs have an edge", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await expectEdge(await customers.openAccountMenu());
  await page.keyboard.press("Escape");
  await expectEdge(await customers.openViews());
  await page.keyboard.press("Escape");
  await customers.openPalette();
  await expectEdge(page.locator("dialog[open]"));
});

test("where one is and what is set can be seen", async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my&status=1476046&per_page=15");
  await expectEdge(customers.tab("my"), 2);
  expect(await drawnEdge(customers.tab("all"))).toBe(0);
  if (!customers.isPhone) await expectEdge(page.locator(".filter-slot--on").first(), 2);
  await customers.openFilters();
  await customers.openChoice("status");
  await expectEdge(page.locator(".choose__option--active").first(), 2);
});

test("whose a row is and which is open can be seen", async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my&per_page=15");
  const mine = customers.isPhone ? page.locator(".card.row--mine") : page.locator("tr.row--mine > .row__edge");
  await expectEdge(mine.first(), 2);
  if (customers.isPhone) return;
  await customers.openCustomer(1);
  await expectEdge(page.locator('tr[aria-current="true"] > .row__edge'), 2);
});
