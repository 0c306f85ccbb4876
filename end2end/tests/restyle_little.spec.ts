// What a browser restyles is in its trace. A rule such as `.page:has(.preview)` makes it look at all elements
// whenever a row comes or goes.
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

interface TraceEvent {
  name: string;
  args?: { elementCount?: number };
}

/** How many elements are restyled while something is done. */
async function restyled(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const counts = traceEvents.filter(({ name }) => name === "UpdateLayoutTree").map(({ args }) => args?.elementCount ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

test("a page turned restyles fewer elements than stand in its rows", { tag: "@desktop" }, async ({ browser, customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.expectIdle();
  for (const turn of [customers.next, customers.previous]) {
    const before = await customers.ids();
    const count = await restyled(browser, page, async () => {
      await turn.click();
      await expect.poll(() => customers.ids()).not.toEqual(before);
      await customers.expectIdle();
    });
    const elements = await page.getByTestId("row").locator("*").count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(elements);
  }
});

test("cards that come one after the other do not restyle those that stand there", { tag: "@phone" }, async ({ browser, customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  await customers.scrollTo({ top: 800 });
  await expect.poll(() => page.evaluate(() => String(history.state))).toMatch(/^800 /);
  const count = await restyled(browser, page, async () => {
    await page.reload();
    await customers.expectRows();
  });
  const elements = await page.locator("*").count();
  expect(count).toBeGreaterThan(0);
  // The first cards are shown before the program is there and made once more by it.
  expect(count).toBeLessThan(3 * elements);
});

test("another question draws no card before its answer is there, and then each of them once", { tag: "@phone" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my&query=公司&created_at=last_90");
  await customers.expectIdle();
  await page.evaluate(() => {
    const count = (list: Iterable<Node>) =>
      [...list].filter((node) => node instanceof Element && node.matches(".card")).length;
    const counted = { cards: 0 };
    Object.assign(window, { counted });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) counted.cards += count(addedNodes);
    }).observe(document.querySelector(".cards") as Element, { childList: true });
  });
  const drawn = () => page.evaluate(() => (window as unknown as { counted: { cards: number } }).counted.cards);
  const gate = await customers.holdAnswers();
  await customers.removeChip(customers.chips.last());
  await expect(page.locator(".cards")).toHaveAttribute("aria-busy", "true");
  await expect(customers.chips).toHaveCount(1);
  expect(await drawn()).toBe(0);
  gate.open();
  await customers.expectRows();
  expect(await drawn()).toBe(await customers.rows.count());
});

test("rows that wait for those of another tab stay as they are styled", { tag: "@phone" }, async ({ browser, customers, page }) => {
  await customers.openSignedIn("#?per_page=50&tab_type=my");
  // What is folded away in them is there too.
  await expect(page.locator(".cards")).toHaveAttribute("aria-busy", "false");
  const gate = await customers.holdAnswers();
  const count = await restyled(browser, page, async () => {
    await page.getByTestId("today").click();
    // A wait for an attribute would lay out what is folded away, to say what it saw.
    await expect.poll(() => page.locator(".cards").getAttribute("aria-disabled")).toBe("true");
  });
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(10 * (await customers.rows.count()));
  gate.open();
  await customers.expectRows();
});

test("an opened customer leaves the cards below as they are, out of reach, at the place where they stood", { tag: "@phone" }, async ({ browser, customers, page }) => {
  await customers.openSignedIn("#?per_page=50", "demo-admin");
  await customers.expectIdle();
  const preview = page.getByTestId("preview");
  const open = page.getByTestId("open-customer").nth(12);
  // The first time brings the program's part for it.
  await open.click();
  await expect(preview).toBeVisible();
  await page.goBack();
  await expect(preview).toBeHidden();
  const top = await page.locator(".cards").evaluate((cards) => cards.scrollTop);
  expect(top).toBeGreaterThan(0);
  const count = await restyled(browser, page, async () => {
    await open.click();
    await expect(preview.getByRole("heading", { level: 2 })).toBeFocused();
  });
  expect(count).toBeGreaterThan(0);
  // A card has some thirty elements that are styled.
  expect(count).toBeLessThan(20 * (await customers.rows.count()));
  const isReached = await open.evaluate((button) => {
    const before = document.activeElement;
    (button as HTMLElement).focus();
    return document.activeElement !== before;
  });
  expect(isReached).toBe(false);
  await page.goBack();
  await expect(open).toBeFocused();
  expect(await page.locator(".cards").evaluate((cards) => cards.scrollTop)).toBe(top);
});
