// Typing while the whole list is exported: how long a key waits for the screen.
import { expect, test } from "../support/test.ts";

test("a key waits less than 50 ms while an export runs", async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=all&per_page=100", "demo-admin");
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
  // In the loaded rows: that asks nobody, so that nothing but the export is measured beside it.
  await page.keyboard.press("Control+f");
  await expect(page.getByTestId("find")).toBeFocused();
  const panel = page.getByTestId("export-panel");
  let keys = 0;
  while (await panel.getByTestId("export-pause").isVisible()) {
    await page.keyboard.press("gongsi"[keys % 6] ?? "g");
    if (keys % 6 === 5) await page.getByTestId("find").fill("");
    keys += 1;
  }
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: { ms: number; events: number } }).longest);
  console.log(`${keys} keys while exporting, ${longest.events} events told of, the longest ${longest.ms} ms`);
  expect(keys).toBeGreaterThan(20);
  expect(longest.ms).toBeLessThan(50);
});
