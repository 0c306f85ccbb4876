import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expect, test } from "../support/test.ts";

// Presets are counted from this day; the sandbox's customers are too.
const TODAY = "2026-11-20T12:00:00+08:00";

interface Case {
  title: string;
  act: (customers: CustomerListPage) => Promise<void>;
  pairs: string[];
  /** What the address says, where that is not what is asked: the name of a preset. */
  address?: string;
  chip?: string;
  /** Where it differs from its neighbours only in the word that is sent. */
  isWideOnly?: boolean;
}

const cases: Case[] = [
  { title: "my own customers", act: (c) => c.tab("my").click(), pairs: ["tab_type=my"] },
  { isWideOnly: true, title: "my team's customers", act: (c) => c.tab("sub").click(), pairs: ["tab_type=sub"] },
  { title: "the common pool", act: (c) => c.tab("common").click(), pairs: ["tab_type=common"] },
  { isWideOnly: true, title: "customers shared with me", act: (c) => c.tab("assist").click(), pairs: ["tab_type=assist"] },
  { title: "words", act: (c) => c.search("公司"), pairs: ["query=公司"], chip: "搜索: 公司" },
  {
    title: "words in one field",
    act: async (c) => {
      await c.searchIn("手机");
      await c.search("138");
    },
    pairs: ["custom_field_name=address.phone", "query=138"],
    chip: "手机含: 138",
  },
  {
    title: "a status",
    act: (c) => c.choose("status", "意向"),
    pairs: ["status=1476047"],
    chip: "状态: 意向",
  },
  {
    title: "a source",
    isWideOnly: true,
    act: (c) => c.choose("source", "展会"),
    pairs: ["source=1476104"],
    chip: "来源: 展会",
  },
  {
    title: "a type",
    isWideOnly: true,
    act: (c) => c.choose("category", "渠道代理"),
    pairs: ["category=1476203"],
    chip: "类型: 渠道代理",
  },
  {
    title: "an owner, found by typing a part of the name",
    act: (c) => c.choose("user", "李曦宁", "曦"),
    pairs: ["user_id=10334573"],
    chip: "负责人: 李曦宁",
  },
  {
    title: "a department",
    isWideOnly: true,
    act: (c) => c.choose("department", "河北组", "河北"),
    pairs: ["department_id=610229"],
    chip: "部门: 河北组",
  },
  {
    title: "a product's id",
    act: (c) => c.chooseProduct("88002"),
    pairs: ["product_id=88002"],
    chip: "产品 ID: 88002",
  },
  {
    title: "the last 90 days of creation",
    isWideOnly: true,
    act: (c) => c.pickPreset("created-at", "近 90 天"),
    pairs: ["created_at[]=2026-08-23", "created_at[]=2026-11-20"],
    address: "created_at=last_90",
    chip: "创建时间: 近 90 天",
  },
  {
    title: "days of creation from one to another",
    act: (c) => c.pickRange("created-at", "2026-01-05", "2026-10-31"),
    pairs: ["created_at[]=2026-01-05", "created_at[]=2026-10-31"],
    chip: "创建时间: 2026-01-05 至 2026-10-31",
  },
  {
    title: "no follow-up for 30 days",
    isWideOnly: true,
    act: (c) => c.pickPreset("real-revisit-at", "30 天没跟进"),
    pairs: ["real_revisit_at[]=1970-01-01", "real_revisit_at[]=2026-10-21"],
    address: "real_revisit_at=older_30",
    chip: "实际跟进: 30 天没跟进",
  },
  {
    title: "one day of actual follow-up",
    act: (c) => c.pickOneDay("2026-11-18"),
    pairs: ["real_revisit_at=2026-11-18"],
    chip: "实际跟进: 2026-11-18",
  },
  {
    title: "every follow-up that is due",
    act: (c) => c.pickPreset("revisit-remind-at", "到今天为止"),
    pairs: ["revisit_remind_at[]=1970-01-01", "revisit_remind_at[]=2026-11-20"],
    address: "revisit_remind_at=due",
    chip: "下次跟进: 到今天为止",
  },
  {
    title: "a next follow-up tomorrow",
    isWideOnly: true,
    act: (c) => c.pickPreset("revisit-remind-at", "明天"),
    pairs: ["revisit_remind_at[]=2026-11-21", "revisit_remind_at[]=2026-11-21"],
    address: "revisit_remind_at=tomorrow",
    chip: "下次跟进: 明天",
  },
  {
    title: "changes since Monday",
    isWideOnly: true,
    act: (c) => c.pickPreset("updated-at", "本周"),
    pairs: ["updated_at[]=2026-11-16", "updated_at[]=2026-11-22"],
    address: "updated_at=this_week",
    chip: "更新时间: 本周",
  },
];

for (const { title, act, pairs, address, chip, isWideOnly } of cases) {
  const tag = isWideOnly === true ? "@desktop" : [];
  test(`a salesperson on page 3 filters by ${title} and is back on page 1`, { tag }, async ({ customers, page }) => {
    await page.clock.setFixedTime(TODAY);
    await customers.openSignedIn("#?page=3&per_page=20", "demo-admin");

    await act(customers);

    await customers.expectQuestion(pairs);
    await expect(customers.pageNumber).toHaveText("1");
    for (const pair of address === undefined ? pairs : [address]) {
      await expect.poll(() => customers.fragment).toContain(pair);
    }
    expect(customers.fragment).not.toContain("page=3");
    if (chip === undefined) {
      await expect(customers.chips).toHaveCount(0);
    } else {
      await customers.expectOn(chip);
    }
  });
}

test("the tab of all customers sends no word for it", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?tab_type=my");
  await expect(customers.tab("my")).toHaveAttribute("aria-current", "page");
  await customers.tab("all").click();
  await customers.expectQuestion([]);
  await expect(customers.tab("all")).toHaveAttribute("aria-current", "page");
});

const everything = [
  ["custom_field_name=name", "query=公司"],
  ["status=1476046"],
  ["source=1476101"],
  ["category=1476201"],
  ["user_id=10334573"],
  ["department_id=610229"],
  ["product_id=88001"],
  ["created_at[]=2020-01-01", "created_at[]=2026-11-01"],
  ["real_revisit_at[]=2020-01-02", "real_revisit_at[]=2026-11-02"],
  ["revisit_remind_at[]=2020-01-03", "revisit_remind_at[]=2026-11-03"],
  ["updated_at[]=2020-01-04", "updated_at[]=2026-11-04"],
];

const names = [
  "status",
  "source",
  "category",
  "user",
  "department",
  "product",
  "created-at",
  "real-revisit-at",
  "revisit-remind-at",
  "updated-at",
] as const;

test("every filter that is on takes just itself off", { tag: "@engines" }, async ({ customers }) => {
  await customers.haveSession();
  await customers.open(`#?tab_type=my&${everything.flat().join("&")}`);
  await customers.expectQuestion(["tab_type=my", ...everything.flat()]);
  // On a wide screen the words of the search stand in their field alone.
  await expect(customers.chips).toHaveCount(customers.isPhone ? everything.length : names.length);
  if (customers.isPhone) await customers.removeChip(customers.chips.first());
  else await customers.query.fill("");
  // The field stays chosen for the next search, but asks nothing by itself.
  const left = everything.slice(1);
  for (const name of names) {
    await customers.expectQuestion(["tab_type=my", ...left.flat()]);
    await expect(customers.chips).toHaveCount(left.length);
    if (customers.isPhone) await customers.removeChip(customers.chips.first());
    else await customers.takeOff(name);
    left.shift();
  }
  await customers.expectQuestion(["tab_type=my"]);
  await expect(customers.clearFilters).toBeHidden();
});

test("the text of a filter that is on leads to its card and takes nothing off", async ({ customers, page }) => {
  await customers.openSignedIn("#?query=公司&status=1476047&product_id=88001&created_at=last_90", "demo-admin");
  const count = customers.isPhone ? 4 : 3;
  await expect(customers.chips).toHaveCount(count);

  await customers.openChip("状态");
  await expect(customers.choices).toHaveAccessibleName("状态");
  await customers.leaveCard();
  await customers.closeFilters();
  if (customers.isPhone) {
    await customers.openChip("产品 ID");
    await expect(customers.filter("product")).toBeFocused();
    await customers.closeFilters();
    await customers.openChip("搜索");
    await expect(customers.query).toBeFocused();
  }
  await expect(customers.chips).toHaveCount(count);

  await customers.openChip("创建时间");
  await customers.daysCard.getByRole("button", { name: "近 30 天", exact: true }).click();
  await expect.poll(() => customers.fragment).toContain("created_at=last_30");
  await customers.closeFilters();
  await customers.takeOff("status");
  await customers.expectOn("搜索: 公司", "产品 ID: 88001", "创建时间: 近 30 天");
  // A finger meets the cross, and not the text beside it.
  const box = await customers.chip("创建时间").getByTestId("filter-chip-remove").boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(customers.isPhone ? 44 : 24);
  await expect(page.getByTestId("error")).toBeHidden();
});

test("a filter that comes and goes moves no row", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("", "demo-admin");
  await customers.expectIdle();
  const head = () => page.locator("thead").boundingBox();
  const before = await head();
  await customers.choose("status", "成交");
  await customers.pickPreset("created-at", "近 90 天");
  await customers.choose("user", "李曦宁", "曦");
  await expect(customers.chips).toHaveCount(3);
  // What is set stands first, and all of it in one line.
  const boxes = await customers.chips.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  expect(new Set(boxes.map((box) => box.y)).size).toBe(1);
  const first = await customers.filter("revisit-remind-at").boundingBox();
  for (const box of boxes) {
    expect(box.width).toBeLessThanOrEqual(220);
    expect(box.x).toBeLessThan(first?.x ?? 0);
  }
  expect(await head()).toEqual(before);
  await customers.clearFilters.click();
  await expect(customers.chips).toHaveCount(0);
  expect(await head()).toEqual(before);
});

test("清空 takes all filters off and keeps the tab", async ({ customers }) => {
  await customers.haveSession();
  await customers.open(`#?tab_type=my&${everything.flat().join("&")}`);
  await expect(customers.chips).toHaveCount(customers.isPhone ? everything.length : names.length);

  await customers.clearFilters.click();

  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  await expect(customers.chips).toHaveCount(0);
  await expect(customers.query).toHaveValue("");
});

test("two filters narrow the list together", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("", "demo-admin");
  await customers.choose("status", "成交");
  await customers.expectQuestion(["status=1476049"]);
  await customers.choose("source", "抖音");
  await customers.expectQuestion(["status=1476049", "source=1476107"]);
  await customers.expectRows();
  await customers.expectOn("状态: 成交", "来源: 抖音");
});

test("a filter whose values cannot be had says why, and the list goes on", async ({
  customers,
  page,
  complaints,
}) => {
  complaints.expectFailedCalls();
  let fails = true;
  await page.route(
    (url) => url.pathname === "/api/v2/customers/status/filter_options",
    (route) => (fails ? route.fulfill({ status: 404, body: "" }) : route.continue()),
  );
  await customers.openSignedIn();
  await customers.openFilters();
  await customers.filter("status").click();
  const card = page.locator(".choose:popover-open");
  await expect(card.getByRole("alert")).toContainText("选项取不到");
  fails = false;
  await card.getByRole("button", { name: "重试" }).click();
  await card.getByRole("option", { name: "意向" }).click();
  await customers.expectQuestion(["status=1476047"]);
});

test("a browser that is never idle has its filters all the same", async ({ customers, page }) => {
  // Chromium opens such a page now and then: what waits for an idle moment is only called when its time is up.
  await page.addInitScript(() => {
    window.requestIdleCallback = (callback, options) =>
      options?.timeout === undefined
        ? 0
        : window.setTimeout(() => {
            callback({ didTimeout: true, timeRemaining: () => 0 });
          }, options.timeout);
  });
  await customers.open();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.choose("status", "意向");
  await customers.expectQuestion(["status=1476047"]);
});
