// What every journey in WebKit starts from: somebody at a window of their own.
import { test as base, expect } from "@playwright/test";
import { Salesperson } from "./salesperson.ts";
import { WebKit } from "./driver.ts";

interface Fixtures {
  /** How large the window is. */
  size: { width: number; height: number };
  me: Salesperson;
}

export const test = base.extend<Fixtures, { webkit: WebKit }>({
  webkit: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const webkit = await WebKit.start();
      await use(webkit);
      await webkit.stop();
    },
    { scope: "worker" },
  ],
  size: [{ width: 1280, height: 800 }, { option: true }],
  me: async ({ webkit, size }, use) => {
    const browser = await webkit.open(size.width, size.height);
    await use(new Salesperson(browser));
    await browser.quit();
  },
});

export { expect };
