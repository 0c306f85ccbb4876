// Does somebody have this customer already: asked by a click whose cost is said, with no number in it.
import { violations } from "../support/axe.ts";
import { editions, expect, test } from "../support/test.ts";
import { setFaults } from "../support/sandbox.ts";

const MATCHING = "/api/v2/duplicates/matching_name";

for (const edition of editions) {
  test.describe(edition, () => {
    test.use({ edition });

    test("a full name is one call, and says who has the customer whether or not one may see it", { tag: "@both" }, async ({ customers, page }) => {
      // Whom the newcomer may not see, the administrator sees.
      await customers.openSignedIn("#?per_page=20", "demo-newcomer");
      const taken = await someonesCustomer(page, "demo-admin");
      const sheet = await customers.openOwnerCheck();
      await customers.expectIdle();
      customers.forgetCalls();
      await sheet.getByTestId("owner-check-name").pressSequentially(taken.name);
      await expect(sheet.getByTestId("owner-check-cost")).toContainText("查询 1 次");
      expect(customers.calls).toHaveLength(0);
      await sheet.getByTestId("owner-check-submit").click();
      const hit = sheet.getByTestId("owner-check-result").filter({ hasText: taken.owner });
      await expect(hit.first()).toContainText(`负责人：${taken.owner}`);
      await expect(hit.first()).toContainText(taken.name);
      await expect(hit.first()).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d 创建/);
      expect(customers.calls.map((call) => new URL(call.url()).pathname)).toEqual([MATCHING]);
      expect(await violations(page, { within: "dialog[open]" })).toEqual([]);
    });

    test("a number is looked for in the list and in the pool, by two calls", async ({ customers, page }) => {
      await customers.openSignedIn("#?tab_type=my");
      const sheet = await customers.openOwnerCheck();
      await customers.expectIdle();
      customers.forgetCalls();
      await sheet.getByTestId("owner-check-name").fill("13800138000");
      await expect(sheet.getByTestId("owner-check-cost")).toContainText("查询 2 次");
      await sheet.getByTestId("owner-check-name").press("Enter");
      await expect(sheet.getByTestId("owner-check-said")).toContainText(/查到|没有查到/);
      const asked = customers.calls.map((call) => new URL(call.url()));
      expect(asked.map((url) => url.pathname)).toEqual(["/api/v2/customers", "/api/v2/customers"]);
      expect(asked.map((url) => url.searchParams.get("tab_type"))).toEqual([null, "common"]);
      expect(asked.map((url) => url.searchParams.get("query"))).toEqual(["13800138000", "13800138000"]);
      await expect(page.locator("dialog[open] a[href^='tel:']")).toHaveCount(0);
    });

    test("whoever is in the pool is nobody's", async ({ customers, page }) => {
      await customers.openSignedIn("#?tab_type=common&per_page=20");
      const [name = ""] = await customers.names();
      const sheet = await customers.openOwnerCheck();
      await sheet.getByTestId("owner-check-name").fill(name);
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-result").first()).toContainText("公海");
      await expect(page.getByTestId("owner-check-none")).toHaveCount(0);
    });

    test("nothing found does not mean that the customer is free, and the list can be searched too", { tag: "@both" }, async ({ customers }) => {
      await customers.openSignedInEmpty("#?query=没有这样的客户");
      const sheet = await customers.openOwnerCheck(customers.empty);
      // Who was searched for in vain is asked after.
      await expect(sheet.getByTestId("owner-check-name")).toHaveValue("没有这样的客户");
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-none")).toContainText("没有查到（可能在你看不到的公海）");
      await expect(sheet.getByTestId("owner-check-none")).toContainText("不等于没有人在跟");
      await sheet.getByTestId("owner-check-name").fill("公司");
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-said")).toContainText("「公司」没有查到");
      customers.forgetCalls();
      await sheet.getByTestId("owner-check-widen").click();
      await expect(sheet.getByTestId("owner-check-result")).not.toHaveCount(0);
      await expect(sheet.getByTestId("owner-check-said")).toContainText("还有更多");
      expect(customers.calls).toHaveLength(2);
      await customers.page.keyboard.press("Escape");
      await expect(sheet).toBeHidden();
    });

    test("a CRM that cannot be asked says so, and the list is still offered", async ({ complaints, customers, request }) => {
      complaints.expectFailedCalls();
      const token = "demo-manager";
      await setFaults(request, token, [
        { path: MATCHING, times: 1, answer: "status", status: 404 },
        { path: MATCHING, times: 1, answer: "html", status: 502 },
      ]);
      await customers.openSignedIn("", token);
      const sheet = await customers.openOwnerCheck();
      await sheet.getByTestId("owner-check-name").fill("示例商行");
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-said")).toContainText("不能按名称查");
      await expect(sheet.getByTestId("owner-check-widen")).toBeVisible();
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-said")).toContainText("没有查成");
      await sheet.getByTestId("owner-check-submit").click();
      await expect(sheet.getByTestId("owner-check-none")).toBeVisible();
    });
  });
}

test("raw numbers of a hit are nowhere, and nothing stays for the next person", async ({ customers, page }) => {
  const hit = {
    id: 88001,
    name: "示例商行",
    user_id: 701,
    user_name: "示例甲",
    status_mapped: "初步接触",
    created_at: "2026-03-02 09:10",
    address: { phone: "13900007788", tel: "05718888" },
    contacts: [{ id: 5, name: "示例乙", address: { phone: "13900007788" } }],
  };
  await page.route((url) => url.pathname === MATCHING, (route) => route.fulfill({ json: { code: 0, data: { customers: [hit] } } }));
  await customers.openSignedIn();
  const sheet = await customers.openOwnerCheck();
  await sheet.getByTestId("owner-check-name").fill("示例商行");
  await sheet.getByTestId("owner-check-submit").click();
  await expect(sheet.getByTestId("owner-check-result")).toHaveCount(1);
  await expect(page.locator("body")).not.toContainText(/13900007788|05718888|示例乙/);
  await page.keyboard.press("Escape");
  await customers.signOut();
  await customers.signInWithPassword("manager", "kehu");
  await customers.expectRows();
  const again = await customers.openOwnerCheck();
  await expect(again.getByTestId("owner-check-name")).toHaveValue("");
  await expect(again.getByTestId("owner-check-result")).toHaveCount(0);
});

/** A customer that somebody has, as this person sees it. */
async function someonesCustomer(page: import("@playwright/test").Page, token: string): Promise<{ name: string; owner: string }> {
  return page.evaluate(async (session) => {
    const header = `Token token=${session}, device=open_api, version_code=9.9.9`;
    const answer = await fetch("./api/v2/customers?page=1&per_page=100&tab_type=sub", { headers: { Authorization: header } });
    const { data } = (await answer.json()) as { data: { customers: { name: string; user_name: string | null }[] } };
    const one = data.customers.find((it) => it.user_name !== null && it.user_name !== "" && !/\s/.test(it.name));
    return { name: one?.name ?? "", owner: one?.user_name ?? "" };
  }, token);
}
