// The present list as a sentence and a link, for a chat: no number, no name, no token.
import { violations } from "../support/axe.ts";
import { editions, expect, test } from "../support/test.ts";

for (const edition of editions) {
  test.describe(edition, () => {
    test.use({ edition });

    test("the list is one sentence and a link that gives the same list", { tag: "@both" }, async ({ browser, customers, page, baseURL }) => {
      await customers.openSignedIn("#?tab_type=my&status=1476048&real_revisit_at=older_7&sort=created_at&order=desc");
      await customers.expectIdle();
      customers.forgetCalls();
      const sheet = await customers.openShare();
      const text = sheet.getByTestId("share-text");
      await expect(text).toContainText("我负责的 · 报价 · 7 天没跟进 · 按创建时间倒序");
      await expect(text).toContainText("打开后看到的是你自己有权看的客户");
      const said = (await text.textContent()) ?? "";
      expect(said).not.toMatch(/token|demo-/);
      expect(customers.listCalls).toHaveLength(0);
      await expect(sheet.getByTestId("share-code")).toBeVisible();
      expect(await violations(page, { within: "dialog[open]" })).toEqual([]);

      const link = said.split("\n").find((line) => line.startsWith("http")) ?? "";
      expect(link.startsWith(baseURL ?? "?")).toBe(true);
      const other = await browser.newPage();
      await other.addInitScript(() => sessionStorage.setItem("kehu.session", JSON.stringify({ token: "demo-admin" })));
      const asked = other.waitForRequest((request) => new URL(request.url()).pathname === "/api/v2/customers");
      await other.goto(link);
      const { searchParams } = new URL((await asked).url());
      expect([searchParams.get("tab_type"), searchParams.get("status"), searchParams.get("sort")]).toEqual(["my", "1476048", "created_at"]);
      await other.close();
    });
  });
}

test("a number stays out until the person says otherwise", async ({ customers }) => {
  await customers.openSignedIn("#?query=138");
  await customers.search("13800138000");
  await customers.expectQuestion(["query=13800138000"]);
  const sheet = await customers.openShare();
  const text = sheet.getByTestId("share-text");
  await expect(sheet.getByTestId("share-private")).toContainText("没有放进去");
  await expect(text).not.toContainText("13800138000");
  const code = () => sheet.getByTestId("share-code").locator("path").last().getAttribute("d");
  const before = await code();
  await sheet.getByTestId("share-words").check();
  await expect.poll(code).not.toBe(before);
  await expect(text).toContainText("搜索: 13800138000");
  await expect(text).toContainText("query=13800138000");
  // The next time it is asked anew.
  await customers.page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await customers.openShare();
  await expect(text).not.toContainText("13800138000");
});

test("a word that is nobody's goes along, and all of it is copied", { tag: "@desktop" }, async ({ context, customers, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn("#?query=公司&page=2&per_page=20", "demo-admin");
  const sheet = await customers.openShare();
  await expect(sheet.getByTestId("share-private")).toHaveCount(0);
  await expect(sheet.getByTestId("share-text")).toContainText("全部 · 搜索: 公司");
  await sheet.getByTestId("share-copy").click();
  await expect(page.getByTestId("said")).toHaveText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(3);
  expect(decodeURIComponent(copied)).toContain("#?query=公司&per_page=20");
  expect(copied).not.toContain("page=2&");
});
