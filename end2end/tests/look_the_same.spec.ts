// Pictures of what is seen most, so that a look does not rot unseen: whole pages, and what opens by itself.
import type { Locator, Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expectPicture, requireSameDrawing } from "../support/pictures.ts";
import { expect, test } from "../support/test.ts";

interface State {
  name: string;
  fragment?: string;
  /** Somebody who sees all, unless another one is named. */
  token?: string;
  /** For a wide screen or a phone alone. */
  tag?: "@desktop" | "@phone";
  /** Brings the page into the state, and says what of it is looked at where that is not the whole page. */
  act?: (customers: CustomerListPage, page: Page) => Promise<Locator | undefined>;
}

const states: State[] = [
  { name: "list" },
  { name: "due", token: "demo-lixining", fragment: "#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at" },
  {
    name: "filters",
    tag: "@desktop",
    fragment: "#?query=公司&status=1476047&created_at=last_90",
    act: async (_, page) => page.locator(".filter-bar"),
  },
  {
    name: "filters",
    tag: "@phone",
    fragment: "#?query=公司&status=1476047&created_at=last_90",
    act: async (customers) => {
      await customers.openFilters();
      return undefined;
    },
  },
  { name: "days", tag: "@desktop", act: (customers) => customers.openDays("created-at") },
  {
    name: "columns",
    tag: "@desktop",
    act: async (_, page) => {
      await page.getByTestId("columns").click();
      return page.locator(".columns:popover-open");
    },
  },
  { name: "views", act: (customers) => customers.openViews() },
  {
    name: "preview",
    act: async (customers) => {
      await customers.openCustomer(0);
      return customers.preview;
    },
  },
  {
    name: "selection",
    tag: "@desktop",
    act: async (customers, page) => {
      await customers.rows.nth(1).getByRole("checkbox").click();
      await customers.rows.nth(2).getByRole("checkbox").click();
      await expect(page.getByTestId("selection")).toBeVisible();
      return undefined;
    },
  },
  {
    name: "palette",
    tag: "@desktop",
    act: async (customers, page) => {
      const palette = await customers.openPalette();
      await palette.getByTestId("palette-input").fill("状态");
      return page.locator("dialog[open]");
    },
  },
  { name: "overview", act: (customers) => customers.openOverview() },
  { name: "empty", fragment: "#?tab_type=my&query=nobody-has-this-name&status=1476047" },
];

for (const scheme of ["light", "dark"] as const) {
  // A phone is light here: what is dark are the same tokens.
  test.describe(`in ${scheme}`, { tag: scheme === "dark" ? "@desktop" : [] }, () => {
    test.beforeEach(async ({ browser, customers, page }) => {
      requireSameDrawing(browser);
      await page.clock.setFixedTime("2026-11-20T10:00:00+08:00");
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      if (!customers.isPhone) await page.setViewportSize({ width: 1280, height: 640 });
    });

    const nameOf = (state: string, customers: CustomerListPage) => `${state}-${customers.isPhone ? "phone" : scheme}`;

    for (const { name, fragment = "", token = "demo-admin", tag, act } of states) {
      if (scheme === "dark" && tag === "@phone") continue;
      test(`${name} looks as it did${tag === "@phone" ? " on a sheet" : ""}`, { tag: tag ?? [] }, async ({ customers, page }) => {
        await customers.haveSession(token);
        await customers.open(fragment);
        await expect(page.locator("#shell")).toHaveCount(0);
        await expect(customers.rows.first().or(customers.empty)).toBeVisible();
        await customers.expectIdle();
        const part = await act?.(customers, page);
        // What lies below the pointer depends on where a menu had its button.
        await page.mouse.move(0, 0);
        await customers.expectIdle();
        await expectPicture(part ?? page, nameOf(name, customers));
      });
    }

    test("a list that failed looks as it did", async ({ customers, page, complaints }) => {
      complaints.expectFailedCalls();
      await customers.openSignedIn("", "demo-admin");
      await customers.expectIdle();
      await customers.answerList((route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      await customers.tab("my").click();
      await expect(customers.error).toBeVisible();
      await customers.expectIdle();
      await expectPicture(page, nameOf("failed", customers));
    });

    test("signing in looks as it did", async ({ customers, page }) => {
      await customers.open();
      await expect(customers.signInForm).toBeVisible();
      await customers.expectIdle();
      await expectPicture(page, nameOf("sign-in", customers));
    });
  });
}
