import { expect, test } from "../support/test.ts";

test("back, forward and reload restore the view", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.choose("status", "报价");
  await customers.expectQuestion(["status=1476048"]);
  await customers.expectRows();
  const first = await customers.ids();
  await customers.next.click();
  await customers.expectQuestion(["status=1476048"], 2);
  await expect.poll(() => customers.ids()).not.toEqual(first);
  const second = await customers.ids();
  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common", "status=1476048"]);

  await customers.expectRows();

  // What was left is found again, without a call.
  await customers.expectIdle();
  customers.forgetCalls();
  await page.goBack();
  await expect(customers.pageNumber).toHaveText("2");
  await expect.poll(() => customers.ids()).toEqual(second);
  await page.goBack();
  await expect.poll(() => customers.ids()).toEqual(first);
  await expect(customers.pageNumber).toHaveText("1");
  await page.goBack();
  await expect(customers.chips).toHaveCount(0);
  await page.goForward();
  await customers.expectOn("状态: 报价");
  await expect.poll(() => customers.ids()).toEqual(first);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(0);

  await page.reload();
  await customers.expectRows();
  await customers.expectQuestion(["status=1476048"], 1);
  await customers.expectOn("状态: 报价");
});

test("back leads out of the words that were searched for, in one step", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my");
  await customers.query.pressSequentially("he", { delay: 20 });
  await customers.expectQuestion(["tab_type=my", "query=he"]);
  await customers.query.pressSequentially("bei", { delay: 20 });
  await customers.expectQuestion(["tab_type=my", "query=hebei"]);
  await page.goBack();
  await customers.expectFragment("#?tab_type=my");
  await expect(customers.query).toHaveValue("");
  await customers.expectRows();
});

test("a link pasted into another browser shows the same view", { tag: "@desktop" }, async ({ customers, browser, baseURL }) => {
  await customers.openSignedIn("", "demo-admin");
  await customers.choose("source", "展会");
  await customers.expectQuestion(["source=1476104"]);
  await customers.search("公司");
  await customers.expectQuestion(["query=公司", "source=1476104"]);
  await customers.expectRows();
  const ids = await customers.ids();

  const colleague = await browser.newContext({ baseURL });
  const page = await colleague.newPage();
  await page.setViewportSize(customers.page.viewportSize() ?? { width: 1280, height: 800 });
  await page.goto(customers.page.url());
  await page.getByTestId("sign-in-token").fill("demo-admin");
  await page.getByTestId("sign-in-submit").click();
  await expect(page.getByTestId("row").first()).toBeVisible();
  await expect(page.getByTestId("query")).toHaveValue("公司");
  await expect(page.getByTestId("filter-chip")).toHaveText(/来源.*展会/);
  const shown = await page
    .getByTestId("row")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-customer-id")));
  expect(shown).toEqual(ids);
  await colleague.close();
});

test("a link pasted into the same tab is followed", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn();
  await customers.open("#?tab_type=common&query=%E5%85%AC%E5%8F%B8&page=2");
  await customers.expectQuestion(["tab_type=common", "query=公司"], 2);
  await expect(customers.query).toHaveValue("公司");
  await expect(customers.tab("common")).toHaveAttribute("aria-current", "page");
});

test("what a chat glued to a link or did to it is undone", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession("demo-admin");
  for (const fragment of [
    "#?tab_type=my&status=1476047。",
    "#?tab_type=my&status=1476047）你看看这些",
    "#?tab_type=my&amp;status=1476047",
    "#%3Ftab_type%3Dmy%26status%3D1476047",
  ]) {
    await test.step(fragment, async () => {
      await customers.open("#?page=2");
      await customers.expectQuestion([], 2);
      await customers.open(fragment);
      await customers.expectQuestion(["tab_type=my", "status=1476047"]);
      await expect(customers.linkNotice).toBeHidden();
    });
  }
});

test("a part of a link that is not understood is named, and goes with the next question", async ({ customers }) => {
  await customers.openSignedIn("#?tab_type=my&status=意向&color=red");
  await customers.expectQuestion(["tab_type=my"]);
  await expect(customers.linkNotice).toContainText("看不懂，已略过：状态（status）、color");
  // It pushes the rows by a line, on a phone by the height of a button for a finger.
  expect((await customers.linkNotice.boundingBox())?.height).toBeLessThanOrEqual(customers.isPhone ? 48 : 28);
  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common"]);
  await expect(customers.linkNotice).toBeHidden();
});

test("a value that a link chose has its name, for one call at most", { tag: "@desktop" }, async ({ customers }) => {
  const path = "/api/v2/customers/status/filter_options";
  // Its rows say it.
  await customers.openSignedIn("#?status=1476046", "demo-admin");
  await customers.expectOn("状态: 初访");
  await customers.expectIdle();
  expect(customers.callsTo(path)).toHaveLength(0);

  // No row does.
  await customers.open("#?status=1476047&query=nobody-has-this-name");
  await expect(customers.empty).toBeVisible();
  await customers.expectOn("搜索: nobody-has-this-name", "状态: 意向");
  // Nobody knows it at all.
  await customers.open("#?status=77&query=nobody-has-this-name");
  await customers.expectOn("搜索: nobody-has-this-name", "状态: 编号 77");
  await customers.expectIdle();
  expect(customers.callsTo(path)).toHaveLength(1);
});

const junk = [
  "#",
  "#?",
  "#?&&&===&",
  "#list",
  "#/customers/7",
  "#?page=0",
  "#?page=-1",
  "#?page=1e9",
  "#?page=99999999999999999999",
  "#?page=%00",
  "#?per_page=0",
  "#?per_page=100000",
  "#?per_page=50;drop",
  "#?tab_type=everybody",
  "#?tab_type[]=my",
  "#?status=abc",
  "#?status=9999999999999999999999",
  "#?status=",
  "#?created_at[]=yesterday",
  "#?created_at[]=2023-02-30&created_at[]=2023-13-01",
  "#?created_at=2023-01-01",
  "#?order=sideways",
  "#?order=asc",
  "#?sort=",
  "#?columns=",
  "#?columns=,,,",
  "#?columns=__proto__,constructor,no_such_column",
  "#?query=%",
  "#?query=%E6%B2",
  "#?query=%ff%fe",
  "#?query=+++",
  "#?unknown=1&__proto__[x]=1&constructor=2",
  "#?columns=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  `#?unknown=${"a".repeat(50_000)}`,
];

test("junk in the address is left out and rows are shown", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession("demo-admin");
  for (const fragment of junk) {
    await test.step(fragment.slice(0, 60), async () => {
      // From a view that differs in everything, so that the junk has to be read as a new one.
      await customers.open("#?tab_type=my&page=2&per_page=15");
      await customers.expectQuestion(["tab_type=my"], 2);
      await customers.open(fragment);
      await expect.poll(() => customers.lastQuestion()?.page).toBe("1");
      expect(Number(customers.lastQuestion()?.perPage)).toBe(50);
      // Half a letter is still something to search for.
      if (fragment.startsWith("#?query=%")) await expect(customers.rows.first().or(customers.empty)).toBeVisible();
      else await customers.expectRows();
      await expect(customers.error).toBeHidden();
    });
  }
});

for (const fragment of ["#?page=-1&status=abc&per_page=0&created_at[]=x", "#%", `#?x=${"y".repeat(50_000)}`]) {
  test(`a page that begins with junk shows rows: ${fragment.slice(0, 20)}`, { tag: "@desktop" }, async ({ customers }) => {
    await customers.openSignedIn(fragment);
    await customers.expectQuestion([]);
    await expect(customers.error).toBeHidden();
  });
}

test("a sort that the endpoint refuses leaves a way back to rows", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession("demo-admin");
  await customers.open("#?sort=password&order=asc");
  await expect(customers.error).toContainText("参数错误: sort（代码 100400）");
  await customers.error.getByRole("link").click();
  await customers.expectQuestion([]);
  await customers.expectRows();
  await expect(customers.error).toBeHidden();
});
