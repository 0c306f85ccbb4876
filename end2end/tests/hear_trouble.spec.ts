// What a screen reader says where there are no rows: an error, nobody found, a session that is over.
import { exampleRefusal } from "../support/answers.ts";
import { Reader } from "../support/hear.ts";
import { heardColumns, heardCustomers } from "../support/heard_customers.ts";
import { expect, test } from "../support/test.ts";

test.describe("without rows", { tag: "@desktop" }, () => {
  test.beforeEach(async ({ customers }) => {
    await customers.answerListWith(heardCustomers(2));
    await customers.openSignedIn(heardColumns);
    await expect(customers.sortHeader("created_at")).toBeVisible();
  });

  test("an error is an alert with its cause and its remedy; the older rows are said to be so", async ({ customers, page, complaints }) => {
    complaints.expectFailedCalls();
    const reader = await Reader.of(page);
    await customers.answerList((route) => route.fulfill({ status: 502, body: "" }), 1);
    await reader.expectSaid(() => customers.tab("my").click(), "link, 我负责的");
    await expect(customers.error).toBeVisible();
    await reader.expectRead(
      "main",
      "alert",
      "heading, 没有取到客户列表, level 2",
      "服务器出错了（502），没有给出数据。",
      "筛选和页码都保留着，可以重试。",
      "这还是「全部」的客户，不是「我负责的」。",
      "button, 重试",
      "end of alert",
      /^grid, 客户列表, .*disabled/,
    );
    await customers.answerListWith(heardCustomers(1));
    await reader.expectSaid(() => customers.retry.click(), "button, 重试", "polite: 第 1 页，1 行");
  });

  test("an answer that is slow is said without the button to wait no more, which stands beside it", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    const gate = await customers.holdAnswers();
    await reader.expectSaid(() => customers.tab("my").click(), /^polite: 服务器有点慢，已等 \d+ 秒$/);
    expect((await reader.said()).filter((phrase) => phrase.includes("取消"))).toEqual([]);
    await expect(page.getByTestId("call-status").getByRole("button", { name: "取消" })).toBeVisible();
    gate.open();
    await customers.expectRows();
  });

  test("nobody found is a heading with the filters that are on and the ways out", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    await customers.answerListWith(heardCustomers(0));
    await reader.expectSaid(() => customers.search("甲"), "searchbox, 搜索客户, placeholder 搜索客户", "polite: 没有符合条件的客户");
    await expect(customers.empty).toBeVisible();
    await reader.expectRead(
      "[data-testid=empty]",
      "heading, 没有符合条件的客户, level 2",
      "正在用的筛选：",
      "搜索: 甲",
      "button, 去掉筛选 搜索: 甲",
      "button, 清空",
      "button, 撞单查询, has popup dialog",
    );
  });

  test("a session that is over is a dialog that says why, with the field to sign in again", async ({ customers, page }) => {
    const reader = await Reader.of(page);
    await customers.answerListWith(exampleRefusal(), 1);
    await reader.expectSaid(() => customers.tab("common").click(), "dialog, 帐号在别处登录了", "textbox, 帐号");
  });
});
