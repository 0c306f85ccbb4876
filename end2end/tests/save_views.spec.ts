// Filters, order, columns and size under a name: kept in this browser, carried as a file, given by
// the team as views.json.
import { naughtyStrings } from "../support/answers.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const MINE = "#?tab_type=my&status=1476046&sort=created_at&order=desc";

/** A file with one view. */
const fileOf = (...views: object[]) => JSON.stringify({ kehu_views: 1, views });

test("a view keeps filters and order; a change is marked and can be taken back", { tag: "@engines" }, async ({ customers }) => {
  await customers.openSignedIn(MINE);
  await expect(customers.views).toHaveAccessibleName("视图");
  await customers.saveViewAs("初访");
  await expect(customers.views).toHaveAccessibleName("视图: 初访");
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
  await customers.expectViewChanged(false);

  await customers.tab("common").click();
  await customers.expectViewChanged();
  const menu = await customers.openViews();
  await menu.getByTestId("view-revert").click();
  await customers.expectViewChanged(false);
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
});

test("a change is saved under the same name, or under another one", async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  await customers.tab("sub").click();
  await (await customers.openViews()).getByTestId("view-save").click();
  await customers.expectViewChanged(false);
  await customers.closeViews();
  await customers.tab("common").click();
  await customers.saveViewAs("共享池");
  await customers.expectViewChanged(false);

  await page.reload();
  await customers.expectRows();
  await expect(customers.views).toHaveAccessibleName("视图: 共享池");
  await customers.openView("初访");
  await expect(customers.tab("sub")).toHaveAttribute("aria-current");
  await customers.openView("默认列表");
  await customers.expectFragment("#?");
  await expect(customers.views).toHaveAccessibleName("视图");
});

test("beside the open view 保存 stands as long as it has changes", async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  const changes = page.getByTestId("view-changes");
  await customers.saveViewAs("初访");
  await expect(changes).toHaveCount(0);

  await customers.tab("common").click();
  await changes.click();
  const card = page.getByRole("dialog", { name: "有未保存的修改" });
  // A finger has no Escape, so there is a way out for it.
  const wayOut = customers.isPhone ? ["关闭"] : [];
  await expect(card.getByRole("button")).toHaveText(["保存", "另存为…", "还原", ...wayOut]);
  await card.getByRole("button", { name: "还原" }).click();
  await expect(card).toBeHidden();
  await expect(changes).toHaveCount(0);
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);

  await customers.tab("sub").click();
  await changes.click();
  await card.getByRole("button", { name: "保存", exact: true }).click();
  await expect(changes).toHaveCount(0);
  await expect(customers.tab("sub")).toHaveAttribute("aria-current");
  await customers.expectViewChanged(false);

  await customers.tab("common").click();
  await changes.click();
  await card.getByRole("button", { name: "另存为…" }).click();
  await card.getByTestId("view-name").fill("共享池");
  await card.getByTestId("view-name").press("Enter");
  await expect(card).toBeHidden();
  await expect(customers.views).toHaveAccessibleName("视图: 共享池");
});

test("+ behind the views makes one of what is on the screen", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await page.getByRole("button", { name: "存为视图…" }).click();
  const card = page.getByRole("dialog", { name: "存为视图…" });
  await expect(card.getByTestId("view-name")).toBeFocused();
  await card.getByTestId("view-name").fill("初访");
  await card.getByTestId("view-name").press("Enter");
  await expect(card).toBeHidden();
  await expect(page.getByTestId("view-tab")).toHaveText(["初访"]);
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
});

test("saved views are tabs behind those for everybody", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  const tabs = page.getByTestId("view-tab");
  await expect(tabs).toHaveCount(0);
  await customers.saveViewAs("初访");
  await customers.tab("common").click();
  await customers.saveViewAs("共享池");
  await expect(tabs).toHaveText(["初访", "共享池"]);
  await expect(tabs.nth(1)).toHaveAttribute("aria-current", "page");
  await tabs.first().click();
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
  await expect(tabs.first()).toHaveAttribute("aria-current", "page");
  await expect(tabs.nth(1)).not.toHaveAttribute("aria-current", "page");
});

test("a name that is taken is said to be replaced", async ({ customers }) => {
  await customers.openSignedIn("#?tab_type=my");
  await customers.saveViewAs("我的");
  await customers.tab("common").click();
  const menu = await customers.openViews();
  await menu.getByTestId("view-save-as").click();
  await menu.getByTestId("view-name").fill("我的");
  await expect(menu).toContainText("已有「我的」，会被替换");
  await menu.getByTestId("view-name").press("Enter");
  await customers.expectViews("默认列表", "我的");
  await customers.expectFragment("#?tab_type=common&per_page=50&view=我的");
});

test("going back after a view was opened restores the list before", async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  await customers.open("#?tab_type=common&query=公司&page=2");
  await customers.expectRows();
  await customers.openView("初访");
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
  await page.goBack();
  await customers.expectFragment("#?tab_type=common&query=公司&page=2");
  await customers.expectRows();
  await expect(customers.query).toHaveValue("公司");
});

test("the default view opens by itself where the address asks for nothing", async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  await customers.doWithView("初访", "设为默认");
  await expect(customers.view("初访")).toContainText("默认");
  await page.goto("about:blank");
  await customers.openSignedIn();
  await customers.expectFragment(`${MINE}&per_page=50&view=初访`);
  expect(customers.lastQuestion()?.pairs).toContain("status=1476046");
  // One step: nothing lies between it and the page before.
  await page.goBack();
  await expect(page).toHaveURL("about:blank");

  // The plain list has an address, and a link is not overruled.
  await customers.openSignedIn("#?tab_type=common");
  await expect(customers.views).toHaveAccessibleName("视图");
  await customers.openView("默认列表");
  await page.reload();
  await customers.expectRows();
  await customers.expectFragment("#?");
});

test("a view is renamed, and one that was deleted comes back", async ({ customers }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  await customers.doWithView("初访", "重命名");
  await customers.viewsMenu.getByTestId("view-name").fill("初次拜访");
  await customers.viewsMenu.getByTestId("view-name-save").click();
  await expect(customers.views).toHaveAccessibleName("视图: 初次拜访");
  await customers.doWithView("初次拜访", "删除");
  await expect(customers.view("初次拜访")).toBeHidden();
  await expect(customers.views).toHaveAccessibleName("视图");
  await customers.viewsMenu.getByRole("button", { name: "撤销" }).click();
  await expect(customers.view("初次拜访")).toHaveAttribute("aria-current", "true");
});

test("search words are not stored", async ({ customers, page }) => {
  await customers.haveSession();
  await customers.open("#?tab_type=my&query=13812345678&custom_field_name=address.phone");
  await expect(customers.empty).toBeVisible();
  const menu = await customers.openViews();
  await menu.getByTestId("view-save-as").click();
  await expect(menu).toContainText("搜索词不会存进视图");
  await customers.closeViews();
  await customers.saveViewAs("我的");
  // The words are still searched for; they are only not part of the view.
  await expect(customers.query).toHaveValue("13812345678");
  await customers.expectViewChanged(false);
  const views = (await customers.stored("kehu.views")).local;
  expect(views).toContain("我的");
  expect(views).not.toContain("address.phone");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("13812345678");
});

test("a view with other filters costs one call, one with other columns none", { tag: "@desktop" }, async ({
  customers,
  page,
}) => {
  await customers.openSignedIn(`${MINE}&columns=name,user.name`);
  await customers.saveViewAs("两列");
  await customers.open(`${MINE}&columns=name,user.name,created_at`);
  await customers.saveViewAs("三列");
  await customers.open("#?tab_type=common");
  await customers.expectRows();
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.openView("两列");
  await expect(page.locator("thead th")).toHaveCount(2);
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
  await customers.openView("三列");
  await expect(page.locator("thead th")).toHaveCount(3);
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
});

test("views go to another browser as a file, and what would change is shown first", async ({ customers, browser }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  await customers.tab("common").click();
  await customers.saveViewAs("共享池");
  const text = await customers.exportViews();

  const other = await browser.newContext({ locale: "zh-CN", viewport: customers.page.viewportSize() });
  const { CustomerListPage } = await import("../pages/customer_list_page.ts");
  const there = new CustomerListPage(await other.newPage());
  await there.openSignedIn("#?tab_type=my");
  await there.saveViewAs("共享池");
  await there.pickViews(text);
  await expect(there.viewsPreview.getByRole("listitem")).toHaveText([
    "初访新增 · 筛选、排序、每页行数",
    "共享池替换现有的 · 改动：筛选、排序",
  ]);
  // Nothing has changed yet, and nothing does when it is put aside.
  expect((await there.stored("kehu.views")).local).not.toContain("初访");
  await there.viewsPreview.getByRole("button", { name: "取消" }).click();
  await expect(there.view("初访")).toBeHidden();

  await there.pickViews(text);
  await there.viewsPreview.getByRole("checkbox", { name: "共享池" }).uncheck();
  await there.viewsPreview.getByTestId("views-apply").click();
  await expect(there.view("初访")).toBeVisible();
  await there.view("共享池").click();
  await expect(there.tab("my")).toHaveAttribute("aria-current");
  await there.pickViews(text);
  await expect(there.viewsPreview).toContainText("已有，没有变化");
  await other.close();
});

const deep = "[".repeat(100_000);
const refused: [string, string | Buffer, string][] = [
  ["is cut off", '{"kehu_views":1,"views":[{"name":', "文件读不懂"],
  ["is a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0, 1]), "文件读不懂"],
  ["is something else", '{"name":"package","version":"1.0.0"}', "这不是视图文件"],
  ["comes from a later version", '{"kehu_views":2,"views":{}}', "文件来自更新的版本"],
  ["has 10 MB", Buffer.alloc(10 << 20, 0x20), "文件超过 1 MB"],
  ["is nested without end", deep, "文件读不懂"],
  ["is nested deeply", `{"kehu_views":1,"views":${deep}${"]".repeat(100_000)}}`, "文件里没有能用的视图"],
  ["only reaches for __proto__", '{"__proto__":{"kehu_views":1,"views":[{"name":"x"}]}}', "这不是视图文件"],
  ["has views of wrong types", fileOf({ name: 7 }, { name: "x", columns: "name" }), "文件里没有能用的视图"],
  ["has no views", fileOf(), "文件里没有能用的视图"],
];

test("a file that cannot be used gives a sentence and changes nothing", async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await customers.saveViewAs("初访");
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  for (const [title, file, says] of refused) {
    await customers.pickViews(file);
    const problem = customers.viewsMenu.getByRole("alert");
    await expect(problem, title).toContainText(says);
    await expect(problem, title).toContainText("什么都没改");
    await expect(customers.viewsPreview).toBeHidden();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage })), title).toBe(before);
    await customers.closeViews();
  }
  await customers.expectRows();
});

test("texts that break programs are only names here", async ({ customers, page }) => {
  const names = naughtyStrings().map((text) => text.slice(0, 40));
  const views = ["__proto__", "constructor", ...names].map((name) => ({
    name,
    filters: name,
    columns: [name, "name"],
    widths: { [name]: 90 },
  }));
  await customers.openSignedIn();
  await customers.pickViews(fileOf(...views.slice(0, 190), { name: 1 }));
  await expect(customers.viewsPreview).toContainText(/有 \d+ 个视图读不懂/);
  await customers.viewsPreview.getByTestId("views-apply").click();
  await expect(customers.view("__proto__")).toBeVisible();
  await customers.openView("__proto__");
  await expect(customers.views).toHaveAccessibleName("视图: __proto__");
  await customers.expectRows();
  await page.reload();
  await customers.expectRows();
  await expect(customers.views).toHaveAccessibleName("视图: __proto__");
});

test("the team's views come from views.json and are not changed here", async ({ customers }) => {
  await customers.giveTeamViews(fileOf({ name: "团队共享池", filters: "tab_type=common" }));
  await customers.openSignedIn(MINE);
  await customers.openViews();
  await expect(customers.viewsMenu).toContainText("团队视图");
  await customers.view("团队共享池").click();
  await expect(customers.tab("common")).toHaveAttribute("aria-current");
  await customers.tab("sub").click();
  await customers.expectViewChanged();
  const menu = await customers.openViews();
  await expect(menu.getByTestId("view-save")).toBeHidden();
  await menu.getByTestId("view-save-as").click();
  await menu.getByTestId("view-name").fill("团队共享池");
  await expect(menu).toContainText("你会看到自己的这个");
  await menu.getByTestId("view-name").press("Enter");
  await expect(menu).not.toContainText("团队视图");
  await customers.expectViewChanged(false);
});

test("the team's default view opens by itself, and a person may want none", async ({ customers, page }) => {
  const views = [{ name: "团队共享池", filters: "tab_type=common" }];
  await customers.giveTeamViews(JSON.stringify({ kehu_views: 1, default: "团队共享池", views }));
  await customers.openSignedIn();
  await customers.expectFragment("#?tab_type=common&view=团队共享池");
  await customers.expectRows();
  await customers.doWithView("团队共享池", "取消默认");
  await page.goto("about:blank");
  await customers.openSignedIn();
  await customers.expectIdle();
  expect(customers.fragment).toBe("");
});

for (const [title, body] of [
  ["is cut off", '{"kehu_views":1,'],
  ["is a web page", "<!doctype html><title>404</title>"],
] as const) {
  test(`a views.json that ${title} is told in the menu and nowhere else`, async ({ customers }) => {
    await customers.giveTeamViews(body);
    await customers.openSignedIn();
    await customers.openViews();
    await expect(customers.viewsMenu).toContainText("团队视图读不懂");
    await expect(customers.error).toBeHidden();
  });
}

test("what is saved in one tab is there in the other", { tag: "@desktop" }, async ({ customers, context }) => {
  const { CustomerListPage } = await import("../pages/customer_list_page.ts");
  await customers.openSignedIn(MINE);
  const second = new CustomerListPage(await context.newPage());
  await second.openSignedIn("#?tab_type=common");
  await second.saveViewAs("共享池");
  await customers.openViews();
  await expect(customers.view("共享池")).toBeVisible();
});

test("a browser that stores nothing still has views until it is closed", async ({ customers, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.addInitScript(() => {
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return key === "kehu.session" ? '{"token":"demo-lixining"}' : get.call(this, key);
    };
  });
  await customers.open(MINE);
  await customers.expectRows();
  await customers.saveViewAs("初访");
  await expect(customers.views).toHaveAccessibleName("视图: 初访");
  await customers.openViews();
  await expect(customers.viewsMenu).toContainText("浏览器没能存下视图");
});

test("everything is done from the keyboard", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn(MINE);
  await customers.views.focus();
  await page.keyboard.press("Enter");
  // What it holds may still be on its way, the first time.
  await expect(customers.view("默认列表")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(customers.view("默认列表")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("view-name")).toBeFocused();
  await page.keyboard.type("初访");
  await page.keyboard.press("Enter");
  await expect(customers.view("初访")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Escape");
  await expect(customers.viewsMenu).toBeHidden();
  await expect(customers.views).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("the menu and the preview can be used by everybody", async ({ customers, page }) => {
      const look = async (where: string) => {
        expect.soft(await violations(page, { within: "#views-menu, [data-testid=views]" }), where).toEqual([]);
      };
      await customers.openSignedIn(MINE);
      await customers.saveViewAs("初访");
      await customers.tab("common").click();
      await customers.expectViewChanged();
      const menu = await customers.openViews();
      await menu.getByRole("button", { name: "「初访」更多操作" }).click();
      await look("menu");
      await menu.getByTestId("view-save-as").click();
      await look("save as");
      await menu.getByRole("button", { name: "取消" }).click();
      await customers.pickViews("{");
      await expect(menu.getByRole("alert")).toBeVisible();
      await look("refused file");
      await customers.pickViews(fileOf({ name: "初访", filters: "tab_type=sub" }, { name: "新" }, {}));
      await expect(customers.viewsPreview).toBeVisible();
      await look("preview");
    });
  });
}
