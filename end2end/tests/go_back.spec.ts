// Back on a phone closes what is open over the list, and leaves the list as it is.
import { expect, test } from "../support/test.ts";

test.describe("back on a phone", { tag: "@phone" }, () => {
  test("closes the preview, and then leads to the question before", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.choose("status", "报价");
    await customers.expectQuestion(["status=1476048"]);
    await customers.expectRows();
    for (const at of [0, 1]) {
      await customers.openCustomer(at);
      await page.goBack();
      await expect(customers.preview).toBeHidden();
      await customers.expectFragment("#?status=1476048&per_page=15");
    }
    // What was closed in another way leaves no step behind.
    await customers.openCustomer(2);
    await customers.preview.getByRole("button", { name: "返回列表" }).click();
    await expect(customers.preview).toBeHidden();
    await page.goBack();
    await customers.expectFragment("#?per_page=15");
    await expect(customers.chips).toHaveCount(0);
  });

  test("closes the card and then the sheet of the filters, and keeps the filters", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.openFilters();
    const options = await customers.openChoice("status");
    await options.getByRole("option", { name: "报价" }).click();
    await customers.expectFragment("#?status=1476048&per_page=15");
    await customers.openChoice("source");
    await page.goBack();
    await expect(customers.choices).toBeHidden();
    const sheet = page.getByTestId("close-filters");
    await expect(sheet).toBeVisible();
    await page.goBack();
    await expect(sheet).toBeHidden();
    await customers.expectFragment("#?status=1476048&per_page=15");
    await customers.expectOn("状态: 报价");
    // Forward leads to nothing that could be opened again.
    await page.goForward();
    await expect(sheet).toBeHidden();
    await page.goBack();
    await customers.expectFragment("#?per_page=15");
  });

  test("what is closed twice in two seconds never leads out of the page", async ({ customers, page }) => {
    // The browser's way back takes as long as the test says, and a step that the page takes by itself is counted.
    await page.addInitScript(() => {
      const go = History.prototype.go;
      const test = { isHeld: false, release: undefined as (() => void) | undefined, steps: 0 };
      History.prototype.go = function (delta) {
        if (test.isHeld) test.release = () => go.call(this, delta);
        else go.call(this, delta);
      };
      History.prototype.back = () => {
        test.steps += 1;
      };
      Object.assign(globalThis, { test });
    });
    type Held = { test: { isHeld: boolean; release?: () => void; steps: number } };
    const stepsOver = () => page.evaluate(() => Number(String(history.state).split(/[@|]/)[0]?.split(" ")[2] ?? 0));
    await page.clock.install();
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.openFilters();
    await customers.openChoice("status");
    await expect.poll(stepsOver).toBe(2);
    await customers.leaveCard();
    await expect.poll(stepsOver).toBe(1);
    await page.clock.fastForward(1500);
    await page.evaluate(() => ((globalThis as unknown as Held).test.isHeld = true));
    await customers.closeFilters();
    await expect.poll(() => page.evaluate(() => !!(globalThis as unknown as Held).test.release)).toBe(true);
    await page.clock.fastForward(1000);
    await page.evaluate(() => (globalThis as unknown as Held).test.release?.());
    await expect.poll(stepsOver).toBe(0);
    expect(await page.evaluate(() => (globalThis as unknown as Held).test.steps)).toBe(0);
    await customers.expectFragment("#?per_page=15");
  });

  test("closes menus and dialogs", async ({ customers, page }) => {
    await customers.openSignedIn("#?tab_type=common");
    const menu = await customers.openAccountMenu();
    await page.goBack();
    await expect(menu).toBeHidden();
    await customers.openAccountMenu();
    await page.getByTestId("open-keys").click();
    const keys = page.getByTestId("keys");
    await expect(keys).toBeVisible();
    await expect(menu).toBeHidden();
    await page.goBack();
    await expect(keys).toBeHidden();
    await page.getByTestId("export").click();
    const dialog = page.getByTestId("export-dialog");
    await expect(dialog).toBeVisible();
    await page.goBack();
    await expect(dialog).toBeHidden();
    await customers.expectFragment("#?tab_type=common");
    await customers.expectRows();
  });

  test("a reload closes the preview, and back leads to the question before", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.next.click();
    await customers.expectFragment("#?page=2&per_page=15");
    await customers.expectRows();
    await customers.openCustomer(0);
    await page.reload();
    await customers.expectRows();
    await expect(customers.preview).toBeHidden();
    await customers.expectFragment("#?page=2&per_page=15");
    await customers.expectIdle();
    await page.goBack();
    await customers.expectFragment("#?per_page=15");
  });
});

test("back on a wide screen is for the list, and the preview stays", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  await customers.openCustomer(0);
  await page.goBack();
  await customers.expectFragment("#?per_page=15");
  await expect(customers.preview).toBeVisible();
});
