// Everything that can be gone to or done, by a few letters: Ctrl+K.
import { violations } from "../support/axe.ts";
import { editions, expect, test } from "../support/test.ts";

test.describe("the keyboard", { tag: "@desktop" }, () => {
  for (const edition of editions) {
    test.describe(edition, () => {
      test.use({ edition });

      test("a view, a filter and a column are found by Chinese and by the initials of pinyin", async ({ customers, page }) => {
        await customers.openSignedIn("");
        await customers.expectIdle();
        customers.forgetCalls();
        const palette = await customers.openPalette();
        const lines = palette.getByTestId("palette-line");
        await palette.getByTestId("palette-input").fill("状态 报价");
        await expect(lines).toHaveText([/状态: 报价/]);
        expect(customers.calls).toHaveLength(0);
        expect(await violations(page, { within: "dialog[open]" })).toEqual([]);
        await page.keyboard.press("Enter");
        await expect(palette).toBeHidden();
        await customers.expectQuestion(["status=1476048"]);

        await customers.openPalette();
        await palette.getByTestId("palette-input").pressSequentially("jtygj");
        await expect(lines.first()).toContainText("今天要跟进");
        await page.keyboard.press("Enter");
        await expect.poll(() => customers.fragment).toContain("tab_type=my&revisit_remind_at=due");

        await customers.openPalette();
        await palette.getByTestId("palette-input").fill("显示 更新时间");
        await page.keyboard.press("Enter");
        // It is the last one, and only those near the window are drawn.
        await customers.scrollTo({ left: 10_000 });
        await expect(customers.header("updated_at")).toBeVisible();
      });
    });
  }

  test("English finds what is Chinese, arrows choose, and Escape leaves all as it was", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    // In a field too.
    await customers.query.focus();
    const palette = await customers.openPalette();
    await palette.getByTestId("palette-input").fill("who has");
    await expect(palette.getByTestId("palette-line")).toHaveText([/撞单查询/]);
    await palette.getByTestId("palette-input").fill("");
    await page.keyboard.press("ArrowDown");
    await expect(palette.getByTestId("palette-line").nth(1)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(palette.getByTestId("palette-line").last()).toHaveAttribute("aria-selected", "true");
    await palette.getByTestId("palette-input").fill("没有这样的东西");
    await expect(palette).toContainText("没有这样的条目");
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
    await customers.expectFragment("");
    await expect(customers.query).toBeFocused();
  });

  test("a customer who was opened is found again, and another tool opens from it", async ({ customers, page }) => {
    await customers.openSignedIn();
    const [first = ""] = await customers.names();
    await customers.openCustomer(0);
    await page.keyboard.press("Escape");
    await expect(customers.preview).toBeHidden();
    const palette = await customers.openPalette();
    await expect(palette.getByTestId("palette-line").first()).toContainText(first);
    await page.keyboard.press("Enter");
    await expect(customers.openName).toHaveText(first);
    await page.keyboard.press("Escape");
    await customers.openPalette();
    await palette.getByTestId("palette-input").fill("快捷键");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("keys")).toContainText("快速前往");
  });
});
