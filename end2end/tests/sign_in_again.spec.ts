import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { exampleRefusal } from "../support/answers.ts";
import { own } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

for (const status of [200, 401]) {
  test(`a session that ends in the middle (HTTP ${status}) is renewed over the page, and the same question is asked again`, async ({
    customers,
    page,
    complaints,
  }) => {
    complaints.expectFailedCalls();
    await customers.openSignedIn("#?tab_type=my&status=1476046&per_page=15");
    const before = await customers.ids();
    await customers.answerList((route) => route.fulfill({ status, json: exampleRefusal() }), 1);

    await customers.next.click();

    const dialog = page.getByRole("dialog", { name: "帐号在别处登录了" });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText("你的帐号已在其他地方登录,本地已经下线");
    // Nobody knows yet who comes: the page waits out of sight (share_computer.spec.ts), and nothing can be
    // asked in the name of nobody.
    await expect(customers.rows).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeVisible();
    expect((await customers.stored("kehu.session")).session).toBeNull();
    const asked = customers.listCalls.length;

    await customers.signInWithToken("demo-lixining");

    await expect(dialog).toBeHidden();
    await customers.expectQuestion(["tab_type=my", "status=1476046"], 2);
    await customers.expectRows();
    expect(await customers.ids()).not.toEqual(before);
    expect(customers.listCalls).toHaveLength(asked + 1);
    await customers.expectFragment("#?tab_type=my&status=1476046&page=2&per_page=15");
    await customers.expectOn("状态: 初访");
    await expect(customers.pageNumber).toHaveText("2");
  });
}

test("a token that is not known is refused in the endpoint's words", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.open();
  await customers.signInWithToken("nobody-knows-me");
  await expect(page.getByText("您的登录已经过期,请重新登录!")).toBeVisible();
  await expect(customers.signInForm).toBeVisible();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
});

// Whichever call hears of it, the page does.
const heard: { call: string; path: string; by: (customers: CustomerListPage) => Promise<unknown> }[] = [
  {
    call: "the values of a filter",
    path: "/api/v2/customers/status/filter_options",
    by: async (customers) => {
      await customers.openFilters();
      await customers.filter("status").click();
    },
  },
  { call: "the user's name", path: "/api/v2/user/info", by: (customers) => customers.account.click() },
];

for (const { call, path, by } of heard) {
  test(`a session that ended before ${call} was asked for is renewed too`, { tag: "@desktop" }, async ({ customers, page }) => {
    await customers.openSignedIn();
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: exampleRefusal() }),
      { times: 1 },
    );
    await by(customers);
    const dialog = page.getByRole("dialog", { name: "帐号在别处登录了" });
    await expect(dialog).toBeVisible();
    await customers.signInWithToken("demo-lixining");
    await expect(dialog).toBeHidden();
    await customers.expectRows();
  });
}

test("a second sign-in elsewhere ends this one", { tag: "@desktop" }, async ({ customers, request, page }) => {
  const login = own("admin");
  await customers.open();
  await customers.signInWithPassword(login, "kehu");
  await customers.expectRows();
  // What is asked in idle moments would be the first to hear of it.
  await customers.expectIdle();
  const elsewhere = await request.post("./api/v2/auth/login", {
    data: { login, password: "kehu", device: "open_api" },
  });
  expect(elsewhere.ok()).toBe(true);
  await customers.tab("my").click();
  await expect(page.getByRole("dialog")).toContainText("你的帐号已在其他地方登录,本地已经下线");
  await customers.signInWithPassword(login, "kehu");
  await customers.expectQuestion(["tab_type=my"]);
  await expect(page.getByRole("dialog")).toBeHidden();
});
