// On a phone what opens is a sheet: as wide as the phone, clear of its lower edge, with a button that closes it and
// never hides what has the focus.
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expect, test } from "../support/test.ts";

interface Sheet {
  name: string;
  /** A selector of it, once it is open. */
  card: string;
  open: (customers: CustomerListPage, page: Page) => Promise<unknown>;
}

const sheets: Sheet[] = [
  { name: "the account menu", card: "#account-menu", open: (customers) => customers.openAccountMenu() },
  { name: "views", card: "#views-menu", open: (customers) => customers.openViews() },
  {
    name: "folded labels",
    card: ".fold__card:popover-open",
    open: (customers) => customers.rows.locator(".fold").first().click(),
  },
  { name: "the days of a date", card: ".days:popover-open", open: (customers) => customers.openDays("created-at") },
  {
    name: "the values of a filter",
    card: ".choose:popover-open",
    open: async (customers) => {
      await customers.openFilters();
      await customers.openChoice("status");
    },
  },
];

test.describe("on a phone", { tag: "@phone" }, () => {
  for (const { name, card, open } of sheets) {
    test(`${name} is as wide as the phone and clear of its lower edge`, async ({ customers, page }) => {
      await customers.openSignedIn("#?per_page=15", "demo-admin");
      await customers.expectIdle();
      await open(customers, page);
      const sheet = page.locator(card);
      await expect(sheet).toBeVisible();
      const [width, height] = [page.viewportSize()?.width ?? 0, page.viewportSize()?.height ?? 0];
      const box = await sheet.boundingBox();
      expect({ x: box?.x, width: box?.width, bottom: (box?.y ?? 0) + (box?.height ?? 0) }).toEqual({ x: 0, width, bottom: height });
      const padding = await sheet.evaluate((it) => parseFloat(getComputedStyle(it).paddingBottom));
      expect(padding).toBeGreaterThanOrEqual(16);
    });
  }

  for (const field of ["from", "to"]) {
    test(`the button that closes the days hides nothing of the field “${field}” that has the focus`, async ({ customers }) => {
      await customers.openSignedIn("#?per_page=15", "demo-admin");
      const card = await customers.openDays("created-at");
      // Higher than its sheet: else nothing could be hidden.
      expect(await card.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeGreaterThan(0);
      const input = card.locator(`input[name=${field}]`);
      await input.focus();
      await expect(input).toBeFocused();
      const bottomOf = async () => {
        const box = await input.boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      };
      const close = await card.getByTestId("card-close").boundingBox();
      await expect.poll(bottomOf).toBeLessThanOrEqual(close?.y ?? 0);
    });
  }
});
