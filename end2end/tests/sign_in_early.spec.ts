// The form is there before the program, and what is done in it is not lost.
import type { Locator, Page } from "@playwright/test";
import { holdPage, holdProgram } from "../support/network.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

const early = (page: Page): Locator => page.locator("#shell form.sign-in");

/** All that one sees and hears of a form, and where it stands. */
async function lookOf(form: Locator): Promise<unknown> {
  const parts = await form.evaluate((form) => {
    const shown = [...form.querySelectorAll("p, h1, label, span, input, button")];
    return shown.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { textContent, attributes } = part;
      const kept = ["name", "type", "autocomplete", "autocapitalize", "spellcheck", "placeholder", "class"];
      return { text: textContent?.trim(), box: [x, y, width, height], attributes: kept.map((name) => attributes.getNamedItem(name)?.value) };
    });
  });
  return { parts, tree: await form.ariaSnapshot() };
}

for (const locale of ["zh-CN", "en-GB"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`the form stands there before the page, and the page's own is the very same (${locale})`, async ({ customers, page }) => {
      await page.route("**/config.json", (route) => route.fulfill({ json: { hint: " 演示：demo / kehu " } }));
      await watchShifts(page);
      const gate = await holdPage(page);
      await page.goto("./", { waitUntil: "commit" });
      await expect(early(page).getByRole("textbox").first()).toBeFocused();
      await expect(early(page)).toContainText("演示：demo / kehu");
      const look = await lookOf(early(page));
      gate.open();
      await expect(customers.signInForm).toBeVisible();
      await expect(page.locator("#shell")).toHaveCount(0);
      expect(await lookOf(customers.signInForm)).toEqual(look);
      await expect(page.getByTestId("sign-in-login")).toBeFocused();
      expect(await shiftsOf(page)).toBeLessThan(0.005);
      expect(customers.calls).toEqual([]);
    });
  });
}

test("what is filled in before the page is there stays, with the place of the cursor", async ({ customers, page }) => {
  const gate = await holdPage(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(early(page).locator("[name=username]")).toBeFocused();
  await page.keyboard.type("liixining");
  await early(page).locator("[name=password]").fill("geheim");
  await early(page).locator("[name=remember]").check();
  await early(page).locator("[name=username]").evaluate((field: HTMLInputElement) => {
    field.focus();
    field.setSelectionRange(1, 2);
  });
  gate.open();
  await expect(customers.signInForm).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("sign-in-login")).toHaveValue("lixining");
  await expect(page.getByTestId("sign-in-password")).toHaveValue("geheim");
  await expect(page.getByTestId("sign-in-remember")).toBeChecked();
});

test("whoever signs in before the page is there is signed in, with one call", async ({ customers, page }) => {
  const gate = await holdProgram(page);
  await page.goto("./#?per_page=20", { waitUntil: "commit" });
  await early(page).locator("[name=token]").fill("demo-lixining");
  await page.keyboard.press("Enter");
  await expect(early(page).getByRole("button")).toHaveText("登录中…");
  gate.open();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
  expect(page.url()).not.toContain("demo-lixining");
  expect(new URL(page.url()).hash).toBe("#?per_page=20");
});

test("what is missing is said when the page is there", { tag: "@desktop" }, async ({ customers, page }) => {
  const gate = await holdPage(page);
  await page.goto("./", { waitUntil: "commit" });
  await early(page).getByRole("button").click();
  gate.open();
  await expect(customers.error).toContainText("请填写帐号和密码");
  await expect(page.getByTestId("sign-in-submit")).toBeFocused();
  expect(customers.calls).toEqual([]);
});

test("a program that does not come is told over the form", { tag: "@desktop" }, async ({ complaints, page }) => {
  complaints.expectFailedCalls();
  complaints.expectStop();
  await page.route(/kehu_app-\w+\.wasm$/, (route) => route.fulfill({ status: 404 }));
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByRole("alertdialog")).toContainText("页面没有启动成功");
});
