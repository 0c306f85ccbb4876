// The views that are there for everybody, and views as places: tabs, keys, the page's name.
import { editions, expect, tagOf, test } from "../support/test.ts";
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";

const MORE = ["view-week", "view-untouched", "view-new", "view-pool"];

/** On a wide screen a view is a tab, on a phone it stands in the menu of views. */
async function openView(customers: CustomerListPage, page: Page, id: string): Promise<void> {
  if (!customers.isPhone || id === "today") return page.getByTestId(id).click();
  await page.getByTestId("views").click();
  await page.getByTestId(`menu-${id}`).click();
}

const pairs = (customers: CustomerListPage) => () =>
  customers.lastQuestion()?.pairs.filter((pair) => !/^(sort|order)=/.test(pair));

for (const edition of editions) {
  test.describe(edition, { tag: tagOf(edition) }, () => {
    test.use({ edition });

    test("each view for everybody is one call for mine, and its name is the page's", async ({ customers, page }) => {
      await page.clock.setFixedTime(new Date("2026-11-26T02:00:00Z"));
      await customers.openSignedIn("", "demo-admin");
      await expect(page).toHaveTitle("Kehu 客户");
      const views: [string, string, string[]][] = [
        ["today", "今天要跟进", ["revisit_remind_at[]=1970-01-01", "revisit_remind_at[]=2026-11-26"]],
        ["view-week", "本周要跟进", ["revisit_remind_at[]=2026-11-23", "revisit_remind_at[]=2026-11-29"]],
        ["view-untouched", "7 天没跟进", ["real_revisit_at[]=1970-01-01", "real_revisit_at[]=2026-11-19"]],
        ["view-new", "本周新客户", ["created_at[]=2026-11-23", "created_at[]=2026-11-29"]],
        ["view-pool", "快流入公海", []],
      ];
      for (const [id, name, asked] of views) {
        customers.forgetCalls();
        await openView(customers, page, id);
        await expect.poll(pairs(customers)).toEqual(["tab_type=my", ...asked]);
        await expect(page).toHaveTitle(`${name} · Kehu 客户`);
        expect(customers.listCalls).toHaveLength(1);
        if (!customers.isPhone) await expect(page.getByTestId(id)).toHaveAttribute("aria-current", "page");
        await expect(customers.tab("my")).not.toHaveAttribute("aria-current", "page");
        await expect(page.getByTestId("views")).toContainText(name);
      }
      await customers.tab("my").click();
      await expect(page).toHaveTitle("我负责的 · Kehu 客户");
    });
  });
}

test("a view that nobody is in says so and leads on", async ({ customers, page }) => {
  await page.route("**/api/v2/customers?*", async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    if (route.request().url().includes("revisit_remind_at")) body.data.customers = [];
    await route.fulfill({ response: answer, json: body });
  });
  await customers.openSignedIn();
  await page.getByTestId("today").click();
  await expect(customers.empty).toContainText("今天没有要跟进的客户");
  await expect(customers.empty).not.toContainText("没有符合条件的客户");
  await customers.empty.getByRole("link", { name: "看「本周要跟进」" }).click();
  await expect(customers.empty).toContainText("本周没有要跟进的客户");
  await customers.empty.getByRole("link", { name: "看「7 天没跟进」" }).click();
  await expect(customers.rows.first()).toBeVisible();
  await expect(customers.empty).toHaveCount(0);
});

test("who goes to the pool soon is told of the loaded rows where the list cannot be sorted so", async ({ customers, page }) => {
  await customers.openSignedIn();
  await openView(customers, page, "view-pool");
  await expect(page.getByTestId("group").first()).toBeVisible();
  const count = await customers.rows.count();
  await expect(page.getByTestId("loaded-only")).toContainText(`已加载的 `);
  expect(count).toBeGreaterThan(0);
  await customers.tab("my").click();
  await expect(page.getByTestId("loaded-only")).toHaveCount(0);
});

test("who goes to the pool soon comes first where the endpoint sorts by it", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route("**/api/v2/customers/filter_sort_group", (route) =>
    route.fulfill({ json: { code: 0, data: { sorts: [{ value: "will_flow_time", label: "流入公海" }] } } }),
  );
  await customers.openSignedIn("", "demo-admin");
  await expect(page.getByTestId("view-pool")).toHaveAttribute("href", /sort=will_flow_time&order=asc/);
  await page.getByTestId("view-pool").click();
  await expect.poll(() => customers.lastQuestion()?.pairs).toContain("sort=will_flow_time");
  await expect(page.getByTestId("loaded-only")).toHaveCount(0);
});

test("Alt and a digit open a view, those for everybody first, then the saved ones", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=sub", "demo-admin");
  await customers.saveViewAs("重点客户");
  await customers.query.focus();
  await page.keyboard.press("Alt+Digit2");
  await expect(page).toHaveTitle("本周要跟进 · Kehu 客户");
  await page.keyboard.press("Alt+Digit6");
  await expect(page).toHaveTitle("重点客户 · Kehu 客户");
  await page.keyboard.press("Alt+Digit9");
  await expect(page).toHaveTitle("重点客户 · Kehu 客户");
  await page.goBack();
  await expect(page).toHaveTitle("本周要跟进 · Kehu 客户");
  await page.getByTestId("account").click();
  await page.getByTestId("open-keys").click();
  await expect(page.getByTestId("keys")).toContainText("切换视图");
  await page.keyboard.press("Alt+Digit1");
  await expect(page).toHaveTitle("本周要跟进 · Kehu 客户");
});

test.describe("how many are due", () => {
  const due = { code: 0, data: { customers: [1, 2, 3].map((id) => ({ id, name: `客户${id}` })), column_list: ["name"], page: 1, per_page: 50 } };

  test("is on the tab where it is known without a call, and goes at sign-out", async ({ customers, page }) => {
    let ends = false;
    await page.route("**/api/v2/customers?*", (route) =>
      route.fulfill({ json: { ...due, data: { ...due.data, has_next_page: !ends } } }),
    );
    await customers.openSignedIn("", "demo-admin");
    const count = page.getByTestId("due-count");
    await page.getByTestId("today").click();
    await expect(page).toHaveTitle(/今天要跟进/);
    await customers.expectRows();
    // More may follow: no number is invented.
    await expect(count).toHaveCount(0);
    ends = true;
    customers.forgetCalls();
    await customers.openPager();
    await page.getByTestId("refresh").click();
    if (customers.isPhone) await page.keyboard.press("Escape");
    await expect(count).toHaveText("3");
    await customers.tab("all").click();
    await expect(page).toHaveTitle("Kehu 客户");
    await expect(count).toHaveText("3");
    // The tab's rows are asked for after its title is written.
    await expect.poll(() => customers.listCalls.length).toBe(2);
    await customers.signOut();
    await expect(page).toHaveTitle("Kehu 客户");
    await customers.signInWithToken("demo-admin");
    await customers.expectRows();
    await expect(count).toHaveCount(0);
  });

  test("is on the app's sign only for who wants it", async ({ customers, page }) => {
    await page.addInitScript(() => {
      const said: unknown[] = [];
      Object.assign(window, { said });
      Object.assign(navigator, {
        setAppBadge: async (count: number) => void said.push(count),
        clearAppBadge: async () => void said.push("none"),
      });
    });
    const said = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said);
    await page.route("**/api/v2/customers?*", (route) =>
      route.fulfill({ json: { ...due, data: { ...due.data, has_next_page: false } } }),
    );
    await customers.openSignedIn("#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at", "demo-admin");
    await expect(page.getByTestId("due-count")).toHaveText("3");
    expect(await said()).toEqual([]);
    const menu = await customers.openAccountMenu();
    await menu.getByTestId("badge").click();
    await expect.poll(said).toEqual([3]);
    await menu.getByTestId("badge").click();
    await expect.poll(said).toEqual([3, "none"]);
    await menu.getByTestId("badge").click();
    await expect.poll(said).toEqual([3, "none", 3]);
    await menu.getByTestId("sign-out").click();
    await expect.poll(said).toEqual([3, "none", 3, "none"]);
  });
});

test("on a phone the other views stand in the menu of views", { tag: "@phone" }, async ({ customers, page }) => {
  test.skip(!customers.isPhone);
  await customers.openSignedIn("", "demo-admin");
  await expect(page.getByTestId("today")).toBeInViewport();
  for (const id of MORE) await expect(page.getByTestId(id)).toBeHidden();
});
