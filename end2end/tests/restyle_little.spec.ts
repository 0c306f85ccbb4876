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
