// What a screen reader says of one customer: the preview, its number's code, the menu, and calling one after the other.
import { Reader } from "../support/hear.ts";
import { heardColumns, heardCustomers } from "../support/heard_customers.ts";
import { expect, test } from "../support/test.ts";

test.describe("one customer", { tag: "@desktop" }, () => {
  test.beforeEach(async ({ customers }) => {
    await customers.answerListWith(heardCustomers(2));
    await customers.openSignedIn(heardColumns);
    await expect(customers.sortHeader("created_at")).toBeVisible();
  });

  test("the preview begins with the name, says each number, and leads back to the row", async ({ customers, page }) => {
    await customers.cell(customers.rows.first(), "name").focus();
    const reader = await Reader.of(page);
    await reader.expectAfter(["Enter", "heading, 甲公司, level 2"]);
    await reader.expectRead(
      "[data-testid=preview]",
      "heading, 甲公司, level 2",
      /^button, 上一位, .*disabled/,
      /^button, 下一位, /,
      /^button, 关闭, /,
      "time, 2026-11-20 09:00",
      /^link, 手机 号码 13800138000/,
      "button, 扫码用手机拨打 13800138000, has popup dialog",
      "button, 复制号码",
      "button, 复制成一句话",
      "heading, 跟进, level 3",
    );
    await page.keyboard.press("ArrowDown");
    await expect(customers.openName).toHaveText("乙公司");
    await reader.expectAfter(["Escape", "rowheader, 乙公司, column index 1"]);
  });

  test("to call is a dialog that names the number, and is gone once it is closed", async ({ customers, page }) => {
    await customers.openCustomer(0);
    const reader = await Reader.of(page);
    const [button, dialog] = [page.getByTestId("qr-open"), "dialog, 扫码用手机拨打 13800138000"];
    await reader.expectSaid(() => button.focus(), "button, 扫码用手机拨打 13800138000, has popup dialog");
    await reader.expectAfter(["Enter", dialog]);
    await expect(page.getByTestId("qr")).toBeVisible();
    await reader.expectRead("[data-testid=preview]", dialog, "13800138000", "用手机相机扫一下，就能拨打", `end of ${dialog}`);
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("qr")).toHaveCount(0);
    await expect(button).toBeFocused();
    // It fades.
    await expect.poll(() => reader.read("[data-testid=preview]")).not.toContain(dialog);
  });

  test("the menu says what can be done, and how much of it there is", async ({ customers, page }) => {
    await customers.cell(customers.rows.first(), "name").focus();
    const reader = await Reader.of(page);
    await reader.expectAfter(
      ["Shift+F10", "menuitem, 打开客户, position 1, set size 8"],
      ["ArrowDown", "menuitem, 选中, position 2, set size 8"],
      ["ArrowDown", "menuitem, 复制单元格, position 3, set size 8"],
      ["End", /^menuitem, .+, position 8, set size 8$/],
      ["Escape", "rowheader, 甲公司, column index 1"],
    );
  });

  test("calling through says who is next, and which one of how many", async ({ page }) => {
    const reader = await Reader.of(page);
    await reader.expectSaid(() => page.getByTestId("run").focus(), "button, 逐个拨打");
    await reader.expectAfter(["Enter", "heading, 甲公司, level 2"], ["n", "polite: 乙公司，第 2 位，共 2 位"]);
  });
});
