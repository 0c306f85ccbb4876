// A day's work in the list: signing in, narrowing, ordering, turning pages.
import { expect, test } from "./test.ts";
import { Key, Salesperson, testId } from "./salesperson.ts";
import { wire } from "./wire.ts";
import { own } from "../support/sandbox.ts";

test("a salesperson signs in with account and password", async ({ me }) => {
  await me.come();
  await me.type(testId("sign-in-login"), own("lixining"));
  await me.type(testId("sign-in-password"), `kehu${Key.ENTER}`);
  await me.expectRows();
  await me.expectGone(testId("sign-in"));
});

test("a status narrows the list, and its cross widens it again", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped", "demo-admin");
  await me.click(testId("filter-status"));
  await me.clickText(".choose__option", "意向");
  await expect.poll(async () => [...new Set(await me.cells("status_mapped"))]).toEqual(["意向"]);
  await me.click('[aria-label^="去掉筛选"]');
  await expect.poll(async () => new Set(await me.cells("status_mapped")).size).toBeGreaterThan(1);
});

test("an owner is found by typing and taken with Enter", async ({ me }) => {
  await me.comeToRows("#?columns=name,user.name", "demo-admin");
  await me.click(testId("filter-user"));
  await me.type(".choose__search", "李曦");
  await expect.poll(() => me.inSight(".choose__option")).toBe(1);
  await me.press(Key.ENTER);
  await expect.poll(async () => [...new Set(await me.cells("user.name"))]).toEqual(["李曦宁"]);
});

test("days with a name are one click", async ({ me }) => {
  await me.comeToRows("", "demo-admin");
  await me.click(testId("filter-created-at"));
  await me.clickText(".days .preset", "近 30 天");
  await me.expectGone(".days");
  await expect.poll(() => me.fragment()).toContain("created_at=last_30");
  await me.expectRows();
});

test("a header sorts, and turns around at the second click", async ({ me }) => {
  await me.comeToRows("#?columns=name,created_at", "demo-admin");
  const before = await me.ids();
  await me.click(testId("sort-created_at"));
  await expect.poll(() => me.fragment()).toContain("sort=created_at");
  await expect.poll(() => me.ids()).not.toEqual(before);
  const sorted = await me.ids();
  await me.click(testId("sort-created_at"));
  await expect.poll(() => me.ids()).not.toEqual(sorted);
  expect(await me.fragment()).toContain("sort=created_at");
});

test("the next page has other customers, and back has the first ones", async ({ me }) => {
  await me.comeToRows("#?per_page=15", "demo-admin");
  const first = await me.ids();
  expect(first.length).toBeGreaterThan(0);
  await me.click(testId("next"));
  // The address follows the rows a moment later, and the way back begins there.
  await expect.poll(() => me.fragment()).toContain("page=2");
  await me.expectRows();
  await expect.poll(async () => (await me.ids()).some((id) => first.includes(id))).toBe(false);
  await me.browser.navigate().back();
  await expect.poll(() => me.ids()).toEqual(first);
});

test("words that are typed are searched for", async ({ me }) => {
  await me.comeToRows("#?columns=name", "demo-admin");
  await me.type(testId("query"), `玉名${Key.ENTER}`);
  await expect.poll(() => me.fragment()).toContain("query=玉名");
  await expect.poll(async () => (await me.cells("name"))[0]).toContain("玉名");
  await me.press(Key.ESCAPE);
  await expect.poll(() => me.run(() => document.querySelector<HTMLInputElement>('[data-testid="query"]')?.value)).toBe("");
});

test("a view keeps filters under a name", async ({ me }) => {
  await me.comeToRows("#?tab_type=my&status=1476047");
  await me.click(testId("views"));
  await me.click(testId("view-save-as"));
  await me.type(testId("view-name"), `今日要打${Key.ENTER}`);
  await expect.poll(() => me.texts(testId("views"))).toEqual(["今日要打"]);
  await me.click(testId("tab-all"));
  await me.expectRows();
  await me.click(testId("views"));
  await me.clickText(".views__name", "今日要打");
  await expect.poll(() => me.fragment()).toContain("status=1476047");
});

test("without a network the rows stay, and the page says so", async ({ me }) => {
  const line = await wire();
  const there = new Salesperson(me.browser, line.address);
  await there.comeToRows("#?per_page=15");
  const before = await there.ids();
  line.cut();
  await there.click(testId("next"));
  await there.see(testId("error"));
  expect(await there.ids()).toEqual(before);
});

test("config.json is fetched once", async ({ me }) => {
  await me.comeToRows();
  const fetched = () =>
    me.run(() => performance.getEntriesByType("resource").filter((it) => new URL(it.name).pathname === "/config.json").length);
  expect(await fetched()).toBe(1);
});

test("a choice of one line shows its words whole, with a sign that it opens", async ({ me }) => {
  await me.comeToRows("#?per_page=15", "demo-admin");
  await me.click(testId("columns"));
  for (const select of [testId("per-page"), testId("search-field"), testId("group-by")]) {
    // The card of columns comes a moment later.
    await expect.poll(() => me.style(select, "appearance"), select).toBe("none");
    await expect.poll(() => me.style(select, "backgroundImage"), select).toContain("gradient");
    const [room, words] = await me.run((css) => {
      const field = document.querySelector<HTMLSelectElement>(css);
      if (field === null) return [0, 1];
      const style = getComputedStyle(field);
      const pen = document.createElement("canvas").getContext("2d");
      if (pen === null) return [0, 1];
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      return [room, pen.measureText(field.selectedOptions[0]?.text ?? "").width];
    }, select);
    expect(room, select).toBeGreaterThanOrEqual(Math.floor(words ?? 0));
  }
});
