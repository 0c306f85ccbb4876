// What a screen reader says of the table: its header, a customer, and what a filter finds.
import { Reader } from "../support/hear.ts";
import { heardColumns, heardCustomers } from "../support/heard_customers.ts";
import { expect, test } from "../support/test.ts";

const languages = {
  "zh-CN": {
    list: "客户列表",
    head: ["客户名称", "手机", "下次跟进时间", "创建时间"],
    phone: "号码 13800138000",
    due: "今天 09:00",
    mine: "我的客户",
  },
  "en-US": {
    list: "Customer list",
    head: ["Customer", "Mobile", "Next follow-up", "Created"],
    phone: "Number 13800138000",
    due: "Today 09:00",
    mine: "My customer",
  },
} as const;

for (const [locale, words] of Object.entries(languages)) {
  test.describe(locale, { tag: "@desktop" }, () => {
    test.use({ locale });

    test.beforeEach(async ({ customers, page }) => {
      await page.clock.setFixedTime(new Date("2026-11-20T04:00:00Z"));
      await customers.answerListWith(heardCustomers(2));
      await customers.haveSession();
      await customers.open(heardColumns);
      await expect(page.locator("#shell")).toHaveCount(0);
      await expect(customers.sortHeader("created_at")).toBeVisible();
    });

    test("the keyboard hears columns with their order, and of a customer name, number and day", async ({ customers, page }) => {
      const reader = await Reader.of(page);
      const [name, phone, due, created] = words.head;
      await reader.expectSaid(() => customers.header("name").focus(), `columnheader, ${name}, column index 1`);
      await reader.expectAfter(
        ["ArrowRight", `columnheader, ${phone}, column index 2`],
        ["ArrowRight", `columnheader, ${due}, column index 3`],
        ["ArrowRight", `columnheader, ${created}, column index 4, sorted in descending order`],
        ["Control+Home", `rowheader, 甲公司, column index 1`],
        ["ArrowRight", `gridcell, ${words.phone}, column index 2`],
        // As it is seen from today, and to the minute.
        ["ArrowRight", `gridcell, ${words.due}, 2026-11-20 09:00, column index 3`],
        ["ArrowDown", `gridcell, ${words.due}, 2026-11-20 09:00, column index 3`],
        ["Home", `rowheader, 乙公司, column index 1`],
      );
    });

    test("who reads on hears how much there is, whose a customer is and whether it is selected", async ({ customers, page }) => {
      const reader = await Reader.of(page);
      await customers.cell(customers.rows.first(), "name").focus();
      await page.keyboard.press("Space");
      await expect(customers.rows.first()).toHaveAttribute("aria-selected", "true");
      const created = words.head[3];
      await reader.expectRead(
        ".table",
        `grid, ${words.list}, not busy, column count 4, multi-selectable, row count 3`,
        `columnheader, ${created}, column index 4, sorted in descending order`,
        new RegExp(`^row, 甲公司.*, ${words.mine}, row index 2, selected$`),
        `gridcell, ${words.phone}, column index 2`,
        new RegExp(`^row, 乙公司.*, ${words.mine}, row index 3, not selected$`),
        `end of grid, ${words.list}, not busy, column count 4, multi-selectable, row count 3`,
      );
    });
  });
}

test.describe("a list that changes", { tag: "@desktop" }, () => {
  test.beforeEach(async ({ customers }) => {
    await customers.answerListWith(heardCustomers(3));
    await customers.openSignedIn(heardColumns);
    await expect(customers.sortHeader("created_at")).toBeVisible();
  });

  test("a filter says its name and values, and then how many rows it found", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    await reader.expectSaid(() => customers.filter("status").focus(), "button, 状态, has popup listbox");
    await reader.expectAfter(["Enter", "listbox, 状态, orientated vertically, active descendant 不限"]);
    await expect(page.getByRole("option", { name: "意向" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    // As many as before.
    await reader.expectAfter(["Enter", "polite: 第 1 页，3 行"]);
    // Its name says now what is chosen.
    await reader.expectSaid(async () => {
      await customers.filter("source").focus();
      await customers.filter("status").focus();
    }, /^button, 状态: 意向, .*has popup listbox$/);
  });

  test("another list says as many rows as before, or fewer", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    await reader.expectSaid(() => customers.tab("my").click(), "polite: 第 1 页，3 行");
    await customers.answerListWith(heardCustomers(1));
    await reader.expectSaid(() => customers.tab("common").click(), "polite: 第 1 页，1 行");
  });

  test("the first customer that is selected is said, each one more, and that nobody is any more", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    await customers.cell(customers.rows.first(), "name").focus();
    await reader.expectAfter(
      ["Space", "polite: 已选 1 个客户"],
      ["Shift+ArrowDown", "polite: 已选 2 个客户"],
      ["Shift+ArrowDown", "polite: 已选 3 个客户"],
    );
    // By one status and not by two.
    expect(await reader.said()).toEqual(["polite: 已选 3 个客户"]);
    await reader.expectAfter(["Escape", "polite: 没有选中客户"], ["Space", "polite: 已选 1 个客户"]);
  });

  test("a turned page gives each row the name of its own customer", async ({ customers, page }) => {
    const labels = async () => customers.rows.evaluateAll((rows) => rows.map((row) => row.querySelector("th")?.getAttribute("aria-label")));
    await expect.poll(labels).toEqual(["甲公司", "乙公司", "丙公司"]);
    await customers.answerListWith(heardCustomers(3, ["丁公司", "甲公司", ""]));
    await customers.tab("my").click();
    await expect.poll(labels).toEqual(["丁公司", "甲公司", "–"]);
    await expect(page.getByRole("rowheader", { name: "丁公司", exact: true })).toBeVisible();
  });
});
