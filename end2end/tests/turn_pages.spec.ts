import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { answerWith, type Answer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

/** Pages of an endpoint that says neither what follows nor how many there are. */
async function answerWithoutAWord(customers: CustomerListPage, count: number): Promise<void> {
  await customers.answerList(async (route) => {
    const params = new URL(route.request().url()).searchParams;
    const [page, size] = [Number(params.get("page")), Number(params.get("per_page"))];
    const before = (page - 1) * size;
    const answer = answerWith(Math.max(0, Math.min(size, count - before)), (customer, at) => {
      customer.id = 9_000_000 + before + at;
    });
    const data: Partial<Answer["data"]> = answer.data;
    delete data.has_next_page;
    delete data.per_page;
    delete data.page;
    await route.fulfill({ json: answer });
  });
}

test("a salesperson turns pages forth and back", { tag: "@engines" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await expect(customers.previous).toHaveAttribute("aria-disabled", "true");
  const first = await customers.ids();

  await customers.next.click();
  await customers.expectQuestion([], 2);
  await customers.expectRows();
  await expect(customers.pageNumber).toHaveText("2");
  const second = await customers.ids();
  expect(second.filter((id) => first.includes(id))).toEqual([]);

  // It was read a moment ago.
  customers.forgetCalls();
  await customers.previous.click();
  await expect.poll(() => customers.ids()).toEqual(first);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(0);
});

test("a page that takes its time is in the address and in the pager before its rows are", async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const before = await customers.ids();
  const gate = await customers.holdAnswers();
  await customers.next.click();
  await gate.reached();
  await customers.expectFragment("#?page=2&per_page=15");
  await expect(customers.pageNumber).toHaveText("2");
  expect(await customers.ids()).toEqual(before);
  gate.open();
  await expect.poll(() => customers.ids()).not.toEqual(before);
});

test("two pages turned at once are two steps back", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  // The second one is asked for before the first one can be in the address.
  await page.evaluate(() => {
    const go = (fragment: string) => {
      const link = Object.assign(document.createElement("a"), { href: fragment });
      document.body.append(link);
      link.click();
      link.remove();
    };
    go("#?page=2&per_page=15");
    go("#?page=3&per_page=15");
  });
  await customers.expectFragment("#?page=3&per_page=15");
  await expect(customers.pageNumber).toHaveText("3");
  await page.goBack();
  await customers.expectFragment("#?page=2&per_page=15");
  await expect(customers.pageNumber).toHaveText("2");
  await page.goBack();
  await customers.expectFragment("#?per_page=15");
  await expect(customers.pageNumber).toHaveText("1");
});

test("pages seen so far have numbers, and no total is invented", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const numbers = page.getByRole("navigation", { name: "翻页" }).getByRole("listitem");
  await expect(numbers).toHaveText(["1", "2"]);
  await customers.next.click();
  await expect(numbers).toHaveText(["1", "2", "3"]);
  await customers.next.click();
  await expect(numbers).toHaveText(["1", "2", "3", "4"]);
  await page.getByRole("link", { name: "第 1 页" }).click();
  await expect(customers.pageNumber).toHaveText("1");
  await customers.expectRows();
  await expect(numbers).toHaveText(["1", "2", "3", "4"]);
  await expect(page.getByText("第 1–15 个 · 后面还有")).toBeVisible();
});

test("any page can be typed", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const field = page.getByRole("spinbutton", { name: "跳到第几页" });
  await field.fill("42");
  await field.press("Enter");
  await customers.expectQuestion([], 42);
  await customers.expectRows();
  await expect(customers.pageNumber).toHaveText("42");
  await expect(field).toHaveValue("");
});

test("the size of a page is remembered", async ({ customers }) => {
  await customers.openSignedIn("", "demo-admin");
  expect(customers.lastQuestion()?.perPage).toBe("50");
  await customers.openPager();
  await customers.perPage.selectOption("20");
  await expect.poll(() => customers.lastQuestion()?.perPage).toBe("20");
  await customers.expectRows();

  await customers.page.goto("about:blank");
  customers.forgetCalls();
  await customers.open();
  await customers.expectRows();
  expect(customers.lastQuestion()?.perPage).toBe("20");
  await expect(customers.perPage).toHaveValue("20");
});

test("another size of page keeps the first row in sight", async ({ customers }) => {
  await customers.openSignedIn("#?page=5&per_page=50", "demo-admin");
  const first = (await customers.ids())[0];
  await customers.openPager();
  await customers.perPage.selectOption("100");
  await customers.expectQuestion([], 3);
  await customers.expectRows();
  await expect.poll(async () => (await customers.ids())[0]).toBe(first);
});

test("the last page has no next one and says so", async ({ customers, page }) => {
  await customers.openSignedIn("#?query=%E6%B2%B3%E5%8C%97%E7%9C%81%E7%8E%89%E5%90%8D%E5%95%86%E8%B4%B8%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8");
  await expect(customers.next).toHaveAttribute("aria-disabled", "true");
  await expect(customers.next).not.toHaveAttribute("href");
  await customers.openPager();
  await expect(page.getByText("已到最后一页")).toBeVisible();
});

test("a page far past the end is empty, with a way back", async ({ customers }) => {
  await customers.haveSession("demo-admin");
  await customers.open("#?page=99999");
  await expect(customers.empty).toContainText("第 99999 页是空的");
  await expect(customers.next).toHaveAttribute("aria-disabled", "true");
  await customers.empty.getByRole("link", { name: "回到第一页" }).click();
  await customers.expectQuestion([], 1);
  await customers.expectRows();
});

test("where nobody says what follows a full page, an empty one shows that it was the last", async ({ customers, page }) => {
  await answerWithoutAWord(customers, 30);
  await customers.openSignedIn("#?per_page=15");
  await expect(customers.next).toHaveAttribute("href", /page=2/);
  await expect(page.getByText("后面可能还有")).toBeAttached();
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectRows();
  const last = await customers.ids();
  // By its address, so that it is not read ahead.
  await customers.page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "#?page=3&per_page=15" });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect(page.getByTestId("said")).toHaveText("后面没有了，第 2 页就是最后一页");
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectFragment("#?page=2&per_page=15");
  expect(await customers.ids()).toEqual(last);
  await expect(customers.empty).toBeHidden();
  await expect(customers.next).toHaveAttribute("aria-disabled", "true");
  await customers.openPager();
  await expect(page.getByText("已到最后一页")).toBeVisible();
});

test("a page read ahead that is empty takes the way to it away", { tag: "@desktop" }, async ({ customers, page }) => {
  await answerWithoutAWord(customers, 15);
  await customers.openSignedIn("#?per_page=15");
  await customers.next.hover();
  await expect(customers.next).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("已到最后一页")).toBeVisible();
  await expect(customers.rows).toHaveCount(15);
});

test("on a phone the pager is one line, and all but the way to other pages stands on a card", { tag: "@phone" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const pager = page.getByRole("navigation", { name: "翻页" });
  expect((await pager.boundingBox())?.height).toBe(49);
  for (const control of [customers.previous, customers.pageNumber, customers.next, page.getByTestId("pager-more")]) {
    await expect(control).toBeInViewport({ ratio: 1 });
    expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  }
  await expect(customers.perPage).toBeHidden();
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.openPager();
  const card = page.locator("#pager-rest");
  await expect(card).toContainText("第 16–30 个 · 后面还有");
  // It stands above its button, whole.
  await expect(card).toBeInViewport({ ratio: 1 });
  const box = await card.boundingBox();
  const more = await page.getByTestId("pager-more").boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(more?.y ?? 0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan((more?.y ?? 0) - 20);
  const field = page.getByRole("spinbutton", { name: "跳到第几页" });
  await field.fill("4");
  await field.press("Enter");
  await customers.expectQuestion([], 4);
  await page.goBack();
  await expect(customers.perPage).toBeHidden();
});
