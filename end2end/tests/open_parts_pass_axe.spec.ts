// Whatever can be opened, by the rules of axe, the experimental ones too: in both themes, and where the system
// gives the colours.
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];

interface Part {
  name: string;
  /** For a wide screen alone, where a phone has nothing like it. */
  isForDesktop?: boolean;
  /** A selector of it. */
  within: string;
  /** Opens it. */
  open: (customers: CustomerListPage, page: Page) => Promise<unknown>;
  /** Closes it; without one by Escape. */
  close?: (page: Page) => Promise<void>;
  /** Escape does not close it: the last one. */
  stays?: true;
}

/** Clicks what opens a part. */
const by = (testId: string) => (_: CustomerListPage, page: Page) => page.getByTestId(testId).first().click();

const parts: Part[] = [
  { name: "account menu", within: "#account-menu", open: (customers) => customers.openAccountMenu() },
  { name: "views", within: "#views-menu", open: (customers) => customers.openViews() },
  { name: "columns", isForDesktop: true, within: ".columns:popover-open", open: by("columns") },
  { name: "export", isForDesktop: true, within: "dialog[open]", open: by("export") },
  { name: "palette", within: "dialog[open]", open: (customers) => customers.openPalette() },
  { name: "keys", isForDesktop: true, within: "dialog[open]", open: (_, page) => page.keyboard.press("?") },
  {
    name: "menu of a row",
    isForDesktop: true,
    within: "[data-testid=context-menu]",
    open: (customers) => customers.cell(customers.rows.nth(0), "name").click({ button: "right" }),
  },
  {
    name: "folded labels",
    within: ".fold__card:popover-open",
    open: (customers) => customers.rows.locator(".fold").first().click(),
  },
  { name: "share", within: "dialog[open]", open: (customers) => customers.openShare() },
  { name: "owner check", within: "dialog[open]", open: (customers) => customers.openOwnerCheck() },
  {
    name: "overview",
    within: "[data-testid=overview-panel]",
    open: (customers) => customers.openOverview(),
    close: (page) => page.getByTestId("overview-close").click(),
  },
  {
    name: "open customer with follow-ups",
    within: "[data-testid=preview]",
    open: async (customers) => {
      await customers.openCustomer(0);
      await customers.preview.getByTestId("history").click();
      await expect(customers.preview.getByTestId("history")).toBeHidden();
    },
  },
  { name: "calling through", within: "[data-testid=run-customer]", open: by("run"), stays: true },
];

for (const [mode, media] of Object.entries({
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "the system's colours": { forcedColors: "active" },
} as const)) {
  test(`all that opens can be used by everybody in ${mode}`, async ({ customers, page }) => {
    // Thirteen parts, each looked at by all rules.
    test.slow();
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.expectIdle();
    for (const part of parts) {
      if (part.isForDesktop && customers.isPhone) continue;
      await test.step(part.name, async () => {
        await part.open(customers, page);
        const opened = page.locator(part.within);
        await expect(opened).toBeVisible();
        await expect(opened).toHaveCSS("opacity", "1");
        await customers.expectIdle();
        expect.soft(await violations(page, { rules, within: part.within }), part.name).toEqual([]);
        if (part.stays) return;
        if (part.close) await part.close(page);
        else await page.keyboard.press("Escape");
        await expect(opened).toBeHidden();
      });
    }
  });

  test(`an empty list and what it offers can be used by everybody in ${mode}`, async ({ customers, page }) => {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    await customers.openSignedInEmpty("#?tab_type=my&query=nobody-has-this-name&status=1476047", "demo-admin");
    await page.getByTestId("relax").click();
    await expect(page.getByTestId("relax-said")).toBeVisible();
    expect(await violations(page, { rules })).toEqual([]);
  });
}
