// Tabs tell each other of their calls by storage and locks. Where a browser has the one or the other not, is
// older, or another page never gives a lock back, a tab counts alone: rows come all the same.
import { expect, test } from "../support/test.ts";

const browsers: { title: string; spoil: () => void; isShared?: boolean; hasForgottenLock?: boolean }[] = [
  {
    title: "whose storage is full",
    isShared: false,
    spoil: () => {
      const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function (name, value) {
        if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
        real.call(this, name, value);
      };
    },
  },
  {
    title: "that forbids storage",
    isShared: false,
    spoil: () => {
      const get = () => {
        throw new DOMException("forbidden", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get });
    },
  },
  { title: "without what is younger than Chromium 107", spoil: () => Reflect.deleteProperty(Array.prototype, "with") },
  {
    title: "in which another page keeps the first lock",
    hasForgottenLock: true,
    spoil: () => {
      const real = LockManager.prototype.request as (...given: unknown[]) => Promise<unknown>;
      LockManager.prototype.request = function (this: LockManager, ...given: unknown[]) {
        const [name, , held] = given as [string, unknown, (lock: null) => unknown];
        return /\.0\b/.test(name) ? Promise.resolve(held(null)) : real.apply(this, given);
      } as LockManager["request"];
    },
  },
  {
    title: "that forbids locks",
    spoil: () => {
      LockManager.prototype.request = () => Promise.reject(new DOMException("forbidden", "SecurityError"));
    },
  },
  { title: "without locks", spoil: () => Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined }) },
  {
    title: "that sees no network though there is one",
    spoil: () => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }),
  },
];

for (const { title, spoil, isShared = true, hasForgottenLock = false } of browsers) {
  test(`a browser ${title} shows rows, after a reload too, and counts its calls`, { tag: "@desktop" }, async ({
    customers,
    page,
  }) => {
    await page.route(/\/config\.json$/, async (route) => {
      const config = await (await route.fetch()).json();
      await route.fulfill({ json: { ...config, requests_per_10s: 3 } });
    });
    if (hasForgottenLock) await page.clock.install();
    await customers.haveSession();
    await page.addInitScript(spoil);
    await customers.open("#?per_page=15");
    await customers.expectRows();
    await expect(page.getByText("没有网络")).toBeHidden();
    expect(customers.listCalls).toHaveLength(1);
    await page.reload();
    await customers.expectRows();
    expect(customers.listCalls).toHaveLength(2);
    // Nobody remembers the call before the reload where nothing can be kept.
    if (!isShared) {
      await customers.tab("assist").click();
      await customers.expectQuestion(["tab_type=assist"]);
    }
    await customers.tab("my").click();
    if (hasForgottenLock) {
      // Two places are used; the third is the other page's until its lock is older than any call counts.
      await expect(customers.waiting).toBeVisible();
      await page.clock.fastForward(11_000);
      await customers.expectQuestion(["tab_type=my"]);
      await customers.expectRows();
      return;
    }
    await customers.expectQuestion(["tab_type=my"]);
    await customers.tab("sub").click();
    await expect(customers.waiting).toBeVisible();
  });
}
