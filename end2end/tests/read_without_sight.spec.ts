import type { Page } from "@playwright/test";
import { exampleRefusal } from "../support/answers.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];

async function expectNoViolations(page: Page, where: string, within?: string): Promise<void> {
  expect.soft(await violations(page, { rules, ...(within !== undefined && { within }) }), where).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("signing in can be used by everybody", { tag: "@desktop" }, async ({ customers, page }) => {
      await customers.open();
      await expectNoViolations(page, "sign-in");
      await page.getByTestId("sign-in-submit").click();
      await expect(customers.error).toBeVisible();
      await expectNoViolations(page, "sign-in with an error");
    });

    test("the list, an open filter and an open menu can be used by everybody", async ({ customers, page }) => {
      await customers.openSignedIn("#?status=1476046&sort=created_at&order=desc&per_page=15", "demo-admin");
      await customers.expectIdle();
      await expectNoViolations(page, "list");
      await customers.openFilters();
      const options = await customers.openChoice("user");
      await expect(options.getByRole("option").first()).toBeVisible();
      await expectNoViolations(page, "open filter", ".filter-bar");
      await customers.leaveCard();
      // What a sheet's edge cuts off by chance is judged as a whole in a higher window.
      if (customers.isPhone) await page.setViewportSize({ width: 390, height: 1200 });
      await customers.filter("created-at").click();
      await expect(page.locator(".days:popover-open")).toHaveCSS("opacity", "1");
      await expectNoViolations(page, "open days", ".days:popover-open");
      await customers.leaveCard();
      await customers.closeFilters();
      const menu = await customers.openAccountMenu();
      await expect(menu).toHaveCSS("opacity", "1");
      await expectNoViolations(page, "open menu", "#account-menu");
    });

    test("an error, an empty list and a session that is over can be used by everybody", async ({
      customers,
      page,
      complaints,
    }) => {
      complaints.expectFailedCalls();
      await customers.openSignedIn("#?per_page=15");
      await customers.answerList((route) => route.fulfill({ status: 502, body: "" }), 1);
      await customers.tab("my").click();
      await expect(customers.error).toBeVisible();
      await expectNoViolations(page, "error", "[data-testid=error]");
      await customers.search("zzqqxx");
      await expect(customers.empty).toBeVisible();
      await expectNoViolations(page, "empty");
      await customers.answerList((route) => route.fulfill({ json: exampleRefusal() }), 1);
      await customers.tab("common").click();
      await expect(page.getByRole("dialog", { name: "帐号在别处登录了" })).toBeVisible();
      await expectNoViolations(page, "session over");
    });
  });
}
