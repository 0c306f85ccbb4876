// Which columns the table shows, in which order, and how much air its rows have.
import type { Locator, Page } from "@playwright/test";
import { exampleAnswer } from "../support/answers.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

async function titles(page: Page): Promise<string[]> {
  return page.locator("thead th").evaluateAll((heads) => heads.map((head) => head.textContent ?? ""));
}

async function openChooser(page: Page): Promise<Locator> {
  await page.getByTestId("columns").click();
  const card = page.getByRole("dialog", { name: "显示哪些列" });
  await expect(card).toBeVisible();
  return card;
}

test.describe("the column chooser", { tag: "@desktop" }, () => {
  test("finds a column by its title, shows it, and asks the endpoint nothing", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    customers.forgetCalls();
    const card = await openChooser(page);
    await page.getByTestId("column-search").fill("微信");
    await card.getByRole("checkbox", { name: "微信" }).check();
    // A column that has no room is drawn when somebody scrolls to it.
    await customers.scrollTo({ left: 2000 });
    await expect.poll(() => titles(page)).toContain("微信");
    expect(customers.calls).toHaveLength(0);
  });

  test("finds a column by the initials of its pinyin", async ({ customers, page }) => {
    await customers.openSignedIn();
    const card = await openChooser(page);
    await page.getByTestId("column-search").fill("cjsj");
    await expect(card.getByRole("checkbox", { name: "创建时间", exact: true })).toBeVisible();
    await expect(card.getByRole("checkbox", { name: "手机", exact: true })).toHaveCount(0);
  });

  test("selects all of a group at once", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,status_mapped");
    const card = await openChooser(page);
    const group = card.getByRole("checkbox", { name: "审批：全选" });
    await group.check();
    await expect.poll(() => titles(page)).toEqual(["客户名称", "跟进状态", "审批状态", "提交审批时间", "审批完成时间"]);
    await group.uncheck();
    await expect.poll(() => titles(page)).toEqual(["客户名称", "跟进状态"]);
  });

  test("moves a column by keyboard and says where it stands", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,status_mapped,user.name");
    const card = await openChooser(page);
    await card.locator('[data-column="user.name"]').getByRole("button").first().focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => titles(page)).toEqual(["客户名称", "负责人", "跟进状态"]);
    await expect(card.getByRole("status")).toContainText("第 2 位");
  });

  test("the default is one click away", async ({ customers, page }) => {
    await customers.openSignedIn();
    const usual = await titles(page);
    await expect(page.getByRole("grid")).toHaveAttribute("aria-colcount", String(usual.length));
    const card = await openChooser(page);
    await card.getByRole("checkbox", { name: "基本：全选" }).check();
    await expect(page.getByRole("grid")).not.toHaveAttribute("aria-colcount", String(usual.length));
    await page.getByTestId("density-roomy").click();
    await page.getByTestId("reset-columns").click();
    await expect.poll(() => titles(page)).toEqual(usual);
  });

  test("rows get more or less air, and long texts may wrap", async ({ customers, page }) => {
    await customers.openSignedIn();
    await openChooser(page);
    const height = () => customers.rows.first().evaluate((row) => Math.round(row.getBoundingClientRect().height));
    for (const [density, plain] of [
      ["compact", 32],
      ["roomy", 44],
      ["normal", 36],
    ] as const) {
      await page.getByTestId(`density-${density}`).click();
      await expect.poll(height).toBe(plain);
    }
    await page.getByTestId("wrap").check();
    await expect.poll(height).toBe(72);
    // Every row is as high, so that the place of any row is known.
    const heights = () =>
      customers.rows.evaluateAll((rows) => [...new Set(rows.map((row) => Math.round(row.getBoundingClientRect().height)))]);
    await expect.poll(heights).toEqual([72]);
  });

  test("nobody is harmed by it: axe finds nothing while it is open", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15");
    await openChooser(page);
    expect(await violations(page)).toEqual([]);
  });

  test("a notice says which columns came and went, and the table stays as it was chosen", async ({ customers, page }) => {
    const answer = exampleAnswer();
    await customers.answerListWith(answer, 1);
    await customers.openSignedIn();
    const before = await titles(page);
    await expect(page.getByTestId("drift")).toBeHidden();
    answer.data.column_list = answer.data.column_list.filter((name) => name !== "address.qq");
    answer.data.column_list.push("text_asset_new");
    await customers.answerListWith(answer);
    await page.reload();
    await customers.expectRows();
    const notice = page.getByTestId("drift");
    await expect(notice).toBeVisible();
    expect((await notice.boundingBox())?.height).toBeLessThanOrEqual(28);
    await expect(notice).toContainText("text_asset_new");
    await expect(notice).toContainText("QQ");
    expect(await titles(page)).toEqual(before);
    await page.getByTestId("drift-close").click();
    await expect(notice).toBeHidden();
    await page.reload();
    await customers.expectRows();
    await expect(notice).toBeHidden();
  });
});
