import { expect, test } from "../support/test.ts";

// A browser without a screen hides all bars unless it is told not to.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] }) });

test("lines that scroll sideways show no bar, in old browsers too", { tag: ["@desktop", "@engines"] }, async ({ customers, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await customers.openSignedIn("#?query=公司&status=1476047&created_at=last_90&updated_at=last_90", "demo-admin");
  await customers.expectIdle();
  for (const line of [".tabs", ".filter-chips"]) {
    const { hidden, bar } = await page.locator(line).evaluate((it: HTMLElement) => ({
      hidden: it.scrollWidth - it.clientWidth,
      bar: it.offsetHeight - it.clientHeight,
    }));
    expect(hidden, line).toBeGreaterThan(0);
    expect(bar, line).toBe(0);
  }
});
