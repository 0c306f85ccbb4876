// From the desk to the phone: a number that can be called is shown as a code, which a phone's camera reads.
import type { Page } from "@playwright/test";
import { answerWith } from "../support/answers.ts";
import { violations } from "../support/axe.ts";
import { readQrCode } from "../support/qr.ts";
import { expect, test } from "../support/test.ts";

/** A customer with two numbers to call and a masked one, and one with nothing to call. The raw ones are never to be seen. */
function answer() {
  const shown = [["138-0013-8000", "0571-88888888转801", "139****8933"], ["139****8933"]];
  const answer = answerWith(2, (customer, at) => {
    customer.address = {};
    customer.phones_data = (shown[at] ?? []).map((number) => ({
      label: "手机",
      call_field_name: "address.phone",
      phone: "13912345678",
      phone_hidden_result: number,
      is_invisible: false,
      is_enable: true,
    }));
  });
  answer.data.column_list = ["name", "address.phone"];
  return answer;
}

const openers = (page: Page) => page.getByTestId("qr-open");
const code = (page: Page) => page.getByTestId("qr");

test("a number that can be called is read back from its code, in any look, and Escape leaves the customer open", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.answerListWith(answer());
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await expect(openers(page)).toHaveCount(2);
  await expect(code(page)).toHaveCount(0);
  for (const [at, address] of ["tel:13800138000", "tel:057188888888,801"].entries()) {
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await openers(page).nth(at).click();
      await expect(code(page)).toBeVisible();
      expect(await readQrCode(code(page))).toBe(address);
      expect(await violations(page, { within: '[data-testid="preview"]' })).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(code(page)).toHaveCount(0);
    }
  }
  await expect(customers.preview).toBeVisible();
  await expect(openers(page).first()).toHaveAccessibleName("扫码用手机拨打 138-0013-8000");
  // Nobody can call the masked one, whatever stands behind it.
  await customers.preview.getByTestId("preview-next").click();
  await expect(openers(page)).toHaveCount(0);
});

test("calling through, the present customer's code is at hand", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.answerListWith(answer());
  await customers.openSignedIn();
  await page.getByTestId("run").click();
  await openers(page).first().click();
  expect(await readQrCode(code(page))).toBe("tel:13800138000");
  await page.keyboard.press("n");
  await expect(code(page)).toHaveCount(0);
  await expect(openers(page)).toHaveCount(0);
});

test("a phone has no use for it", { tag: "@phone" }, async ({ customers, page }) => {
  await customers.answerListWith(answer());
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await expect(customers.preview.locator(".preview__call")).toBeVisible();
  for (const opener of await openers(page).all()) await expect(opener).toBeHidden();
});
