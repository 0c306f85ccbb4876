// Nobody is left: which filter is too narrow, by at most three calls that a click agrees to.
import { violations } from "../support/axe.ts";
import { Gate } from "../support/gate.ts";
import { setFaults } from "../support/sandbox.ts";
import { editions, expect, test } from "../support/test.ts";

for (const edition of editions) {
  test.describe(edition, () => {
    test.use({ edition });

    test("each filter is left out once, and the one that helps has a way", { tag: "@both" }, async ({ customers, page }) => {
      await customers.openSignedInEmpty("#?query=没有这样的客户&status=1476048");
      await customers.expectIdle();
      customers.forgetCalls();
      const relax = page.getByTestId("relax");
      await expect(relax).toHaveText("哪个筛选太严？（最多查询 2 次）");
      await relax.click();
      const results = page.getByTestId("relax-result");
      await expect(results).toHaveCount(2);
      await expect(results.nth(0)).toContainText(/去掉「搜索: 没有这样的客户」→ (至少 )?[\d,]+ 个/);
      await expect(results.nth(1)).toContainText("还是没有");
      expect(customers.listCalls).toHaveLength(2);
      expect(await violations(page, { within: "main" })).toEqual([]);
      await results.nth(0).getByRole("link").click();
      await customers.expectQuestion(["status=1476048"]);
      await customers.expectRows();
    });

    test("it says when none alone helps, and asks three times at most", async ({ customers, page }) => {
      await customers.openSignedInEmpty("#?query=没有这样的客户&product_id=999999&created_at[]=1999-01-01&created_at[]=1999-01-02&status=1476048");
      await customers.expectIdle();
      customers.forgetCalls();
      await page.getByTestId("relax").click();
      await expect(page.getByTestId("relax-said")).toContainText("试过的这几个，只去掉一个都没有用");
      await expect(page.getByTestId("relax-result")).toHaveCount(3);
      expect(customers.listCalls).toHaveLength(3);
    });
  });
}

test("a call that fails is said, and what was found stays", async ({ complaints, customers, page, request }) => {
  complaints.expectFailedCalls();
  const token = "demo-manager";
  await customers.openSignedInEmpty("#?query=没有这样的客户&status=1476048", token);
  await setFaults(request, token, [
    { path: "/api/v2/customers", times: 1, answer: "normal" },
    { path: "/api/v2/customers", times: 1, answer: "html", status: 502 },
  ]);
  await page.getByTestId("relax").click();
  await expect(page.getByTestId("relax-said")).toContainText("没有试完");
  await expect(page.getByTestId("relax-result")).toHaveCount(1);
});

test("what was found stays when the name of a filter comes later", async ({ customers, page }) => {
  const names = new Gate();
  await page.route("**/api/v2/customers/status/filter_options*", async (route) => {
    await names.pass();
    await route.continue();
  });
  await customers.openSignedInEmpty("#?query=没有这样的客户&status=1476047");
  await page.getByTestId("relax").click();
  const results = page.getByTestId("relax-result");
  await expect(results).toHaveCount(2);
  await expect(results.nth(1)).toContainText("编号 1476047");
  const calls = customers.listCalls.length;
  names.open();
  await expect(customers.empty.getByRole("listitem").filter({ hasText: "状态: 意向" }).first()).toBeVisible();
  await expect(results).toHaveCount(2);
  await expect(results.nth(1)).toContainText("状态: 意向");
  expect(customers.listCalls).toHaveLength(calls);
  // Another question has other answers.
  await customers.empty.getByTestId("empty-remove").first().click();
  await expect(results).toHaveCount(0);
});

test("where nothing is filtered there is nothing to take off", async ({ customers, page }) => {
  await customers.openSignedInEmpty("#?tab_type=my", "demo-newcomer");
  await expect(page.getByTestId("relax")).toHaveCount(0);
  await expect(customers.empty.getByTestId("owner-check")).toBeVisible();
});
