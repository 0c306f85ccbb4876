import type { Locator } from "@playwright/test";
import { Gate } from "../support/gate.ts";
import { editions, expect, tagOf, test } from "../support/test.ts";

// Seen on 2026-11-20 in China.
const dates = [
  "2026-12-24 09:00",
  "2026-11-20 08:00",
  "2026-11-18 10:00",
  "2026-11-22 10:00",
  "",
  "2026-11-21 10:00",
  "2026-11-20 18:00",
];

const answer = {
  code: 0,
  data: {
    customers: dates.map((date, at) => ({
      id: at + 1,
      name: `客户${at + 1}`,
      status_mapped: at % 2 === 0 ? "意向" : "初访",
      revisit_remind_at: date,
    })),
    column_list: ["name", "status_mapped", "revisit_remind_at"],
    page: 1,
    per_page: 50,
    has_next_page: false,
  },
};

const keys = (groups: Locator) => groups.evaluateAll((all) => all.map((it) => it.getAttribute("data-group")));
const grouped = "#?group=revisit_remind_at";

test("appointments stand in groups by China's day, with how many there are, and no call is made for it", async ({
  customers,
  page,
}) => {
  await page.clock.setFixedTime(new Date("2026-11-20T15:00:00Z"));
  await customers.answerListWith(answer);
  await customers.openSignedIn(grouped);
  const groups = page.getByTestId("group");
  await expect.poll(() => keys(groups)).toEqual(["overdue", "today", "tomorrow", "week", "later", "none"]);
  await expect(groups.nth(1)).toContainText("今天 · 2");
  await expect(groups.nth(1)).toContainText("已加载 7 行中");
  expect(await customers.ids()).toEqual(["3", "2", "7", "6", "4", "1", "5"]);
  for (const call of customers.listCalls) expect(call.url()).not.toContain("group");
  customers.forgetCalls();
  await groups.first().getByRole("button", { name: /逾期/ }).click();
  await expect.poll(() => customers.ids()).toEqual(["2", "7", "6", "4", "1", "5"]);
  await expect(groups.first().getByRole("button", { name: /逾期/ })).toHaveAttribute("aria-expanded", "false");
  await groups.first().getByRole("button", { name: /逾期/ }).click();
  await expect.poll(async () => (await customers.ids()).length).toBe(7);
  expect(customers.listCalls).toHaveLength(0);
});

test("rows keep their groups until others are here, and take new ones where these cannot be had", async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await page.clock.setFixedTime(new Date("2026-11-20T15:00:00Z"));
  await customers.answerListWith(answer);
  await customers.openSignedIn("#?tab_type=my");
  await customers.expectIdle();
  const groups = page.getByTestId("group");
  const gate = new Gate();
  await customers.answerList(async (route) => {
    await gate.pass();
    await route.fulfill({ status: 500, json: { code: 100500, message: "坏了" } });
  });
  await page.getByTestId("today").click();
  await expect(customers.list).toHaveAttribute("aria-disabled", "true");
  await expect(groups).toHaveCount(0);
  gate.open();
  await expect(customers.error).toBeVisible();
  await expect(groups).toHaveCount(6);
});

for (const edition of editions) {
  test.describe(edition, { tag: tagOf(edition) }, () => {
    test.use({ edition });

    test("what is due today is one press away: mine, up to today, in groups", async ({ customers, page }) => {
      await customers.openSignedIn("", "demo-admin");
      await page.getByTestId("today").click();
      await expect.poll(() => new URL(page.url()).hash).toContain("group=revisit_remind_at");
      const question = () => customers.lastQuestion()?.pairs.filter((pair) => !/^(sort|order)=/.test(pair));
      const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });
      await expect
        .poll(question)
        .toEqual(["tab_type=my", "revisit_remind_at[]=1970-01-01", `revisit_remind_at[]=${today}`]);
      await expect(page.getByTestId("today")).toHaveAttribute("aria-current", "page");
      await expect(customers.tab("my")).not.toHaveAttribute("aria-current", "page");
      await page.goBack();
      await expect(page.getByTestId("today")).not.toHaveAttribute("aria-current", "page");
    });

    test("another grouping is chosen where columns are, on a phone where filters are", async ({ customers, page }) => {
      await customers.openSignedIn("", "demo-admin");
      await customers.openFilters();
      if (!customers.isPhone) await page.getByTestId("columns").click();
      await page.getByTestId("group-by").selectOption("status_mapped");
      await expect.poll(() => new URL(page.url()).hash).toContain("group=status_mapped");
      const groups = page.getByTestId("group");
      await expect(groups.first()).toBeAttached();
      await expect(groups.first()).toHaveAttribute("data-group", /.+/);
      await page.getByTestId("group-by").selectOption("");
      await expect(groups).toHaveCount(0);
    });
  });
}

test("the keyboard goes through headings, folds them and selects a group", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-20T15:00:00Z"));
  await customers.answerListWith(answer);
  await customers.openSignedIn(grouped);
  await customers.cell(customers.rows.first(), "status_mapped").click();
  await page.keyboard.press("ArrowUp");
  const overdue = page.locator('[data-group="overdue"]');
  await expect(overdue.locator("th")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(customers.rows).toHaveCount(6);
  await page.keyboard.press("Enter");
  await expect(customers.rows).toHaveCount(7);
  await page.keyboard.press("ArrowDown");
  await expect(customers.cell(customers.customer(3), "status_mapped")).toBeFocused();
  const today = page.locator('[data-group="today"]');
  await today.getByRole("button", { name: "选中这组" }).click();
  await expect(customers.customer(2)).toHaveAttribute("aria-selected", "true");
  await expect(customers.customer(7)).toHaveAttribute("aria-selected", "true");
  await expect(customers.customer(3)).toHaveAttribute("aria-selected", "false");
  await today.getByRole("button", { name: "选中这组" }).click();
  await expect(customers.customer(2)).toHaveAttribute("aria-selected", "false");
});

test("from one customer to the next headings are stepped over", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-20T15:00:00Z"));
  await customers.answerListWith(answer);
  await customers.openSignedIn(grouped);
  await customers.openCustomer(0);
  const order = ["客户3", "客户2", "客户7", "客户6", "客户4", "客户1", "客户5"];
  for (const [at, name] of order.entries()) {
    await expect(customers.preview).toContainText(name);
    await expect(customers.preview).toContainText(`${at + 1} / ${order.length}`);
    if (at + 1 < order.length) await page.keyboard.press("ArrowDown");
  }
});

test("a heading stays over its rows while they are scrolled", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=200&group=status_mapped", "demo-admin");
  const height = await customers.scroller.evaluate((it) => it.scrollHeight);
  await customers.scrollTo({ top: height / 2 });
  await customers.drawn();
  const head = await page.locator(".table thead").boundingBox();
  const tops = async () => {
    const boxes = await page.getByTestId("group").evaluateAll((all) => all.map((it) => it.querySelector("th")?.getBoundingClientRect().top ?? 0));
    return Math.min(...boxes.map((top) => Math.abs(top - ((head?.y ?? 0) + (head?.height ?? 0)))));
  };
  await expect.poll(tops).toBeLessThan(2);
  // Nothing is as tall as it would be with rows that are not there.
  expect(await customers.scroller.evaluate((it) => it.scrollHeight)).toBe(height);
});

test("paper has the groups as headings, each over its rows", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-20T15:00:00Z"));
  await customers.answerListWith(answer);
  await customers.openSignedIn(`${grouped}&columns=name,revisit_remind_at`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const lines = await page.locator(".print-list tbody tr").evaluateAll((all) => all.map((row) => row.children[0]?.textContent));
  expect(lines.slice(0, 5)).toEqual(["逾期 · 1", "客户3", "今天 · 2", "客户2", "客户7"]);
  expect(lines).toHaveLength(7 + 6);
  // Paper is exact.
  await expect(page.locator(".print-list tbody tr").nth(1)).toContainText("2026-11-18 10:00");
});
