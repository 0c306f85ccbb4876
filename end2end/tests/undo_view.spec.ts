// What was done to the list is undone by Ctrl+Z and done again by Ctrl+Shift+Z, one step each.
import { expect, test } from "../support/test.ts";

test.describe("the keyboard", { tag: "@desktop" }, () => {
  test("filters, sort, grouping and columns go back and on again, one step each", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=20", "demo-admin");
    await customers.expectIdle();
    await customers.choose("status", "报价");
    await customers.expectQuestion(["status=1476048"]);
    await customers.sortHeader("created_at").click();
    await customers.expectQuestion(["status=1476048", "sort=created_at", "order=asc"]);
    await customers.expectRows();
    await page.keyboard.press("Control+z");
    await customers.expectQuestion(["status=1476048"]);
    await expect(page.getByTestId("said")).toHaveText("已撤销上一步");
    await page.keyboard.press("Control+z");
    await customers.expectFragment("#?per_page=20");
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("said")).toHaveText("没有可以撤销的");
    await page.keyboard.press("Control+Shift+z");
    await customers.expectFragment("#?status=1476048&per_page=20");
    await page.keyboard.press("Control+Shift+z");
    await customers.expectFragment("#?status=1476048&sort=created_at&order=asc&per_page=20");
  });

  test("a column that was hidden comes back", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    await page.getByTestId("columns").click();
    const card = page.getByRole("dialog", { name: "显示哪些列" });
    await card.getByRole("button", { name: "隐藏 跟进状态" }).click();
    await expect(customers.header("status_mapped")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect(customers.header("status_mapped")).toBeVisible();
    await page.keyboard.press("Control+Shift+z");
    await expect(customers.header("status_mapped")).toHaveCount(0);
  });

  test("in a field the browser undoes what was typed", async ({ customers, page }) => {
    await customers.openSignedIn("#?status=1476048", "demo-admin");
    await customers.expectIdle();
    await customers.removeChip(customers.chip("状态"));
    await customers.expectQuestion([]);
    await customers.query.focus();
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("said")).toBeEmpty();
    await customers.expectFragment("#?");
  });

  test("words that are typed in one go are one step", async ({ customers, page }) => {
    await customers.openSignedIn("#?tab_type=my");
    await customers.expectIdle();
    await customers.query.pressSequentially("he", { delay: 20 });
    await customers.expectQuestion(["tab_type=my", "query=he"]);
    await customers.query.pressSequentially("bei", { delay: 20 });
    await customers.expectQuestion(["tab_type=my", "query=hebei"]);
    await customers.query.blur();
    await page.keyboard.press("Control+z");
    await customers.expectFragment("#?tab_type=my");
  });
});
