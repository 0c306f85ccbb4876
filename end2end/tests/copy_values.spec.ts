// What stands on the clipboard, to the letter, from every place that can be copied: with the browser's
// clipboard, and on a page without HTTPS, which has none.
import type { BrowserContext, Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { answerWith } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const columns = "#?columns=name,address.phone,note";

/** Two customers with numbers as people type them. */
function answer() {
  return answerWith(2, (customer, at) => {
    customer.name = ["甲公司", "乙公司"][at] ?? "";
    customer.note = ["＝1+1", "第一行\n第二行"][at];
    customer.address = {};
    customer.phones_data = ["138-0013-8000", "0571-88888888转801"].slice(at, at + 1).map((number) => ({
      label: "手机",
      call_field_name: "address.phone",
      phone: "13812345678",
      phone_hidden_result: number,
      is_invisible: false,
      is_enable: true,
    }));
  });
}

async function openList(customers: CustomerListPage, context: BrowserContext, isSecure: boolean): Promise<void> {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.page.addInitScript((has) => {
    Object.assign(window, { clipboardOfTheTest: navigator.clipboard });
    if (!has) Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined });
  }, isSecure);
  await customers.answerListWith(answer());
  await customers.openSignedIn(columns);
}

async function onClipboard(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { clipboardOfTheTest: Clipboard }).clipboardOfTheTest.readText());
}

for (const isSecure of [true, false]) {
  const where = isSecure ? "with a clipboard" : "without HTTPS";

  test(`${where} every copy of the table is the very text, and says what it did`, { tag: "@desktop" }, async ({ customers, context, page }) => {
    await openList(customers, context, isSecure);
    const said = page.getByTestId("said");
    const first = customers.rows.first();
    const copies = async (text: string, words: string) => {
      await expect(said).toHaveText(words);
      expect(await onClipboard(page)).toBe(text);
    };
    const rows = ["甲公司\t138-0013-8000\t'＝1+1", '乙公司\t0571-88888888转801\t"第一行\n第二行"'];
    const fromMenu = async (name: string) => {
      await customers.cell(first, "note").click({ button: "right" });
      await page.getByTestId("context-menu").getByRole("menuitem", { name }).click();
    };

    await customers.cell(first, "note").click();
    await page.keyboard.press("ControlOrMeta+c");
    await copies("'＝1+1", "已复制");
    await fromMenu("复制整行");
    await copies(rows[0] ?? "", "已复制 1 行");
    await fromMenu("复制单元格");
    await copies("'＝1+1", "已复制");

    const number = (row: number) => customers.rows.nth(row).locator("a[href^='tel:']").first();
    await number(0).click();
    await copies("13800138000", "已复制 13800138000");
    await number(1).click();
    await copies("057188888888,801", "已复制 057188888888,801");

    await customers.cell(first, "name").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+c");
    await copies(rows.join("\n"), "已复制 2 行");
    const bar = page.getByTestId("selection");
    await page.getByTestId("copy-with-titles").click();
    await expect(bar).toContainText("已复制 2 行");
    expect(await onClipboard(page)).toBe(["客户名称\t手机\t备注", ...rows].join("\n"));
    await page.getByTestId("copy-rows").click();
    await expect.poll(() => onClipboard(page)).toBe(rows.join("\n"));
  });

  test(`${where} the preview copies a number without its label, and a value as it reads`, { tag: "@desktop" }, async ({ customers, context, page }) => {
    await openList(customers, context, isSecure);
    await customers.cell(customers.rows.first(), "name").click();
    const preview = page.getByTestId("preview");
    await preview.locator("a[href^='tel:']").click();
    await expect(page.getByTestId("said")).toHaveText("已复制 13800138000");
    expect(await onClipboard(page)).toBe("13800138000");
    // A value is marked and copied as everywhere.
    await preview.locator('[data-column="note"] dd').evaluate((value) => getSelection()?.selectAllChildren(value));
    await page.keyboard.press("ControlOrMeta+c");
    expect((await onClipboard(page)).trim()).toBe("＝1+1");
  });

  test(`${where} a card copies a number where a click is to copy`, { tag: "@phone" }, async ({ customers, context, page }) => {
    await openList(customers, context, isSecure);
    const menu = await customers.openAccountMenu();
    await menu.getByTestId("phones-copy").click();
    await page.keyboard.press("Escape");
    await customers.rows.first().locator("a[href^='tel:']").click();
    await expect(page.getByTestId("said")).toHaveText("已复制 13800138000");
    expect(await onClipboard(page)).toBe("13800138000");
  });
}

test("a copy that the browser refuses is said to be none", { tag: "@desktop" }, async ({ customers, context, page }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  await openList(customers, context, false);
  await customers.rows.first().locator("a[href^='tel:']").click();
  await expect(page.getByTestId("said")).toHaveText(/^没有复制成.*13800138000$/);
  await customers.rows.first().getByRole("checkbox").click();
  await page.getByTestId("copy-rows").click();
  await expect(page.getByTestId("selection")).toContainText("没有复制成");
});
