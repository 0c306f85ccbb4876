// Typing while the whole list is exported: how long a key waits for the screen.
import { expect, test } from "../support/test.ts";

/** So many pages, each with the customers of the first one under other numbers. */
const PAGES = 60;

test("a key never waits long while an export runs", async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=all&per_page=100", "demo-admin");
  await customers.answerList(async (route) => {
    const address = new URL(route.request().url());
    const number = Number(address.searchParams.get("page"));
    address.searchParams.set("page", "1");
    const answer = await (await route.fetch({ url: address.href })).json();
    for (const customer of answer.data.customers) customer.id += number * 1_000_000;
    Object.assign(answer.data, { page: number, has_next_page: number < PAGES });
    await route.fulfill({ json: answer });
  });
  await page.evaluate(() => {
    const longest = { ms: 0, events: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (!/^(key|input|beforeinput)/.test(name)) continue;
        longest.ms = Math.max(longest.ms, duration);
        longest.events += 1;
      }
      // 16 ms is the least that a browser tells of.
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.getByTestId("export").click();
  await page.getByTestId("export-format-xlsx").check();
  await page.getByTestId("export-start").click();
  // Too quick for a rest, so that nobody is asked beside the export.
  await customers.query.focus();
  const panel = page.getByTestId("export-panel");
  let keys = 0;
  while (await panel.getByTestId("export-pause").isVisible()) {
    await page.keyboard.press("gongsi"[keys % 6] ?? "g");
    if (keys % 6 === 5) await customers.query.fill("");
    keys += 1;
  }
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: { ms: number; events: number } }).longest);
  console.log(`${keys} keys while exporting, ${longest.events} events told of, the longest ${longest.ms} ms`);
  expect(keys).toBeGreaterThan(20);
  expect(longest.ms).toBeLessThan(50);
});
