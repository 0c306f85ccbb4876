import { exampleAnswer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

test.describe("the cards of a phone", { tag: "@phone" }, () => {
  test("the document's two example customers are shown right", { tag: "@engines" }, async ({ customers }) => {
    await customers.haveSession();
    await customers.answerListWith(exampleAnswer());
    await customers.open();
    await expect(customers.rows).toHaveCount(2);

    const ww = customers.customer(2456846);
    await expect(ww.getByRole("heading")).toHaveText("ww");
    await expect(ww).toContainText("已通过");
    await expect(ww).toContainText("1500万;,2000万)&&--");
    await expect(ww).toContainText("初访");
    await expect(ww).toContainText("李曦宁");
    await expect(ww.getByRole("link", { name: "号码 3667899" })).toHaveAttribute("href", "tel:3667899");
    await expect(ww.getByRole("link", { name: "号码 23432" })).toHaveAttribute("href", "tel:23432");

    const hebei = customers.customer(2371220);
    await expect(hebei.getByRole("heading")).toHaveText("河北省玉名商贸有限公司");
    await expect(hebei).toContainText("行业先进企业");
    await expect(hebei.getByRole("link")).toHaveCount(1);
    await expect(hebei.getByRole("link")).toHaveAttribute("href", "tel:09827788933");
  });

  test("everything else about a customer opens on its card", async ({ customers }) => {
    await customers.haveSession();
    await customers.answerListWith(exampleAnswer());
    await customers.open();
    const ww = customers.customer(2456846);
    const created = customers.cell(ww, "created_at");
    await expect(created).toBeHidden();
    await ww.getByText("更多").click();
    await expect(created).toHaveText("2023-11");
    await expect(created.getByTitle("2023-11-03 18:25")).toBeVisible();
    await expect(ww.locator("dt", { hasText: "创建时间" })).toBeVisible();
  });

  test("what a thumb has to meet is large enough", async ({ customers, page }) => {
    await customers.openSignedIn("#?status=1476046");
    const targets = [
      customers.tab("my"),
      customers.next,
      page.getByTestId("pager-more"),
      customers.chips.first(),
      customers.account,
      page.getByTestId("open-filters"),
      customers.query,
      page.locator("a.phone").first(),
    ];
    for (const target of targets) {
      const box = await target.boundingBox();
      // WCAG 2.2 asks for 24 pixels; a thumb wants more.
      expect(box?.height, String(target)).toBeGreaterThanOrEqual(32);
      expect(box?.width, String(target)).toBeGreaterThanOrEqual(32);
    }
  });

  test("a card opens its customer wherever it does nothing else", async ({ customers, page }) => {
    await customers.openSignedIn("", "demo-admin");
    // One with a number, of the height that most have.
    const card = customers.rows.filter({ has: page.locator("a.phone") }).nth(2);
    const box = await card.boundingBox();
    const numbers = await card.locator("a.phone").count();
    expect(box?.height).toBe(112 + (numbers - 1) * 48);
    const number = await card.locator("a.phone").first().boundingBox();
    expect(number?.height).toBe(44);
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeGreaterThan(370);
    // The empty place before the number; the line below it opens what is folded away, at any place.
    await card.click({ position: { x: 4, y: 60 }, force: true });
    await expect(customers.preview).toBeVisible();
    await page.goBack();
    await expect(customers.preview).toBeHidden();
    await card.locator("summary").click({ position: { x: 8, y: 8 } });
    await expect(card.locator("details")).toHaveAttribute("open", "");
    await expect(customers.preview).toBeHidden();
  });

  test("a card is not cut off below the second line of what it says", async ({ customers }) => {
    await customers.openSignedIn("#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at&per_page=15", "demo-lixining");
    await customers.expectIdle();
    const lines = await customers.rows.evaluateAll((cards) =>
      cards.map((card) => {
        const parts = [...card.querySelectorAll(".card__line > .card__part")].map((part) => part.getBoundingClientRect());
        const beyond = parts.map((part) => part.bottom - card.getBoundingClientRect().bottom);
        return { count: new Set(parts.map((part) => part.top)).size, beyond: Math.max(...beyond) };
      }),
    );
    // Without one there would be nothing to cut off.
    expect(lines.filter(({ count }) => count > 1).length).toBeGreaterThan(0);
    expect(Math.max(...lines.map(({ beyond }) => beyond))).toBeLessThanOrEqual(0);
  });

  test("the date that the list is sorted or narrowed by stands on each card under its name", async ({ customers }) => {
    await customers.openSignedIn("#?sort=created_at&order=desc", "demo-admin");
    const line = customers.rows.first().locator(".card__line");
    await expect(line).toContainText("创建时间");
    await customers.page.goto("./#?updated_at=last_90");
    await customers.expectRows();
    await expect(line).toContainText("更新时间");
    await expect(line).not.toContainText("创建时间");
  });

  test("a customer of mine says so", async ({ customers }) => {
    const answer = exampleAnswer();
    const [mine, other] = answer.data.customers;
    if (mine === undefined || other === undefined) throw new Error("the example has two customers");
    other.is_user_self = false;
    await customers.haveSession();
    await customers.answerListWith(answer);
    await customers.open();
    await expect(customers.customer(mine.id)).toContainText("我的客户");
    await expect(customers.customer(other.id)).not.toContainText("我的客户");
  });
});
