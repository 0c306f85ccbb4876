// Some editions say how many customers there are in all; most do not.
import { editions, expect, test } from "../support/test.ts";
import { holdPage } from "../support/network.ts";
import { answerOfNames } from "../support/answers.ts";
import type { CustomerListPage } from "../pages/customer_list_page.ts";

/** An endpoint that gives two rows a page, and a total as it likes to write it. */
async function giveTotal(customers: CustomerListPage, total: (page: number) => Record<string, unknown>): Promise<void> {
  await customers.answerList(async (route) => {
    const page = Number(new URL(route.request().url()).searchParams.get("page"));
    const answer = answerOfNames([`甲${page}`, `乙${page}`], page < 12);
    for (const [at, customer] of answer.data.customers.entries()) customer.id = page * 100 + at;
    Object.assign(answer.data, { page, per_page: 2, ...total(page) });
    await route.fulfill({ json: answer });
  });
}

for (const given of [{ total_count: 24 }, { total_count: "24" }, { total_count: null, total: 24 }]) {
  test(`a total that comes as ${JSON.stringify(given)} is shown, and nobody has to count`, async ({ customers, page }) => {
    await giveTotal(customers, () => given);
    await customers.openSignedIn();
    await expect(page.getByTestId("total")).toHaveText("共 24 个客户");
    await expect(page.getByTestId("count")).toBeHidden();
    await customers.expectIdle();
    expect(customers.listCalls).toHaveLength(1);
  });
}

test("a total makes the last page known, by its number and for whoever types a page", { tag: "@desktop" }, async ({ customers, page }) => {
  await giveTotal(customers, () => ({ total_count: 24 }));
  await customers.openSignedIn();
  const pager = page.getByRole("navigation", { name: "翻页" });
  await pager.getByRole("link", { name: "第 12 页" }).click();
  await customers.expectQuestion([], 12);
  await customers.expectRows();
  await expect(customers.next).toHaveAttribute("aria-disabled", "true");
  await customers.previous.click();
  await customers.expectQuestion([], 11);
  await pager.getByLabel("跳到第几页").fill("999");
  await pager.getByLabel("跳到第几页").press("Enter");
  await customers.expectFragment("#?page=12");
});

test("an export knows how many customers it will read", { tag: "@desktop" }, async ({ customers, page }) => {
  await giveTotal(customers, () => ({ total_count: 1000 }));
  await customers.openSignedIn();
  await page.getByTestId("export").click();
  // Pages of 200 that overlap a little, and a last look at the first.
  await expect(page.getByTestId("export-cost")).toContainText(/^约 [67] 页/);
});

test("a total goes when an answer has none", { tag: "@desktop" }, async ({ customers, page }) => {
  const total = page.getByTestId("total");
  const none = [null, "", {}];
  await giveTotal(customers, (number) => (number === 1 ? { total_count: 24 } : { total_count: none[number - 2] }));
  await customers.openSignedIn();
  await expect(total).toBeVisible();
  for (const number of [2, 3, 4]) {
    await customers.next.click();
    await customers.expectQuestion([], number);
    await customers.expectRows();
    await expect(total).toBeHidden();
    await expect(page.getByTestId("count")).toBeVisible();
  }
});

test("a total stands there with the first rows", { tag: "@desktop" }, async ({ customers, page }) => {
  await giveTotal(customers, () => ({ total_count: 24 }));
  await customers.haveSession();
  await customers.haveNote();
  const gate = await holdPage(page);
  await customers.open();
  await expect(page.locator("#shell").getByTestId("total")).toHaveText("共 24 个客户");
  gate.open();
  await customers.expectRows();
  await expect(page.getByTestId("total")).toHaveText("共 24 个客户");
});

for (const edition of editions) {
  test.describe(`the ${edition} edition`, () => {
    test.use({ edition });

    test("shows a total where it gives one, and lets people count where it does not", async ({ customers, page }) => {
      await customers.openSignedIn("#?per_page=50", "demo-admin");
      const isGiven = edition === "wild";
      await expect(page.getByTestId("total")).toHaveCount(isGiven ? 1 : 0);
      await expect(page.getByTestId("count")).toHaveCount(isGiven ? 0 : 1);
      if (!isGiven) return;
      await expect(page.getByTestId("total")).toHaveText("共 5002 个客户");
      await customers.tab("common").click();
      await customers.expectQuestion(["tab_type=common"]);
      await customers.expectRows();
      await expect(page.getByTestId("total")).not.toHaveText("共 5002 个客户");
    });
  });
}
