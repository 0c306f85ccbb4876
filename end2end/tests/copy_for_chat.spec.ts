// Customers as words for a chat, their numbers, and the next follow-up for a calendar.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { answerWith } from "../support/answers.ts";
import { violations } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

/** Three customers: a number to call, a masked one, none. The raw ones are never to be seen. */
function answer() {
  const shown = ["138-0013-8000", "139****8933", ""];
  const answer = answerWith(3, (customer, at) => {
    customer.name = ["甲公司", "乙;公司,\\", "丙公司"][at] ?? "";
    customer.status_mapped = "初访";
    customer.user = { id: 1, name: "李曦宁" };
    customer.revisit_remind_at = ["2026-11-27 09:30", "2026-11-28", ""][at];
    customer.address = {};
    customer.phones_data = shown.slice(at, at + 1).filter(Boolean).map((number) => ({
      label: "手机",
      call_field_name: "address.phone",
      phone: "13912345678",
      phone_hidden_result: number,
      is_invisible: false,
      is_enable: true,
    }));
  });
  answer.data.column_list = ["name", "status_mapped", "user.name", "revisit_remind_at", "address.phone"];
  return answer;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe("from the table", { tag: "@desktop" }, () => {
  test.beforeEach(async ({ customers, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await customers.answerListWith(answer());
    await customers.openSignedIn("#?columns=name,address.phone");
  });

  test("a selection is copied as a line each, and its numbers as those that can be called", async ({ customers, page }) => {
    await page.getByRole("checkbox", { name: "选中本页所有行" }).check();
    await page.getByTestId("copy-lines").click();
    await expect.poll(() => clipboard(page)).toBe(
      [
        "甲公司 · 初访 · 李曦宁 · 下次跟进 2026-11-27 09:30",
        "乙;公司,\\ · 初访 · 李曦宁 · 下次跟进 2026-11-28",
        "丙公司 · 初访 · 李曦宁",
      ].join("\n"),
    );
    await page.getByTestId("copy-numbers").click();
    await expect.poll(() => clipboard(page)).toBe("13800138000");
    await expect(page.getByTestId("selection")).toContainText("已复制 1 个号码");
    await page.getByTestId("clear-selection").click();
    await customers.rows.nth(1).getByRole("checkbox").check();
    await page.getByTestId("copy-numbers").click();
    await expect(page.getByTestId("selection")).toContainText("没有能拨打的号码可以复制");
    expect(await clipboard(page)).toBe("13800138000");
  });

  test("a row's menu copies a sentence, and numbers only where they can be called", async ({ customers, page }) => {
    const menu = page.getByTestId("context-menu");
    await customers.cell(customers.rows.nth(0), "name").click({ button: "right" });
    await menu.getByRole("menuitem", { name: "复制成一句话" }).click();
    await expect.poll(() => clipboard(page)).toBe("甲公司 · 初访 · 李曦宁 · 下次跟进 2026-11-27 09:30");
    await customers.cell(customers.rows.nth(0), "name").click({ button: "right" });
    await menu.getByRole("menuitem", { name: "复制号码" }).click();
    await expect.poll(() => clipboard(page)).toBe("13800138000");
    await customers.cell(customers.rows.nth(2), "name").click({ button: "right" });
    await expect(menu.getByRole("menuitem", { name: "复制成一句话" })).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: "复制号码" })).toHaveCount(0);
    await expect(menu.getByRole("menuitem", { name: "拨打", exact: true })).toHaveCount(0);
    await expect(menu.getByRole("menuitem", { name: "下次跟进存到日历" })).toHaveCount(0);
  });

  test("the next follow-up goes to a calendar, with the name only for who agrees, asked once", async ({ customers, page }) => {
    const question = page.getByTestId("calendar-question");
    const choose = async (row: number) => {
      await customers.cell(customers.rows.nth(row), "name").click({ button: "right" });
      await page.getByTestId("context-menu").getByRole("menuitem", { name: "下次跟进存到日历" }).click();
    };
    const save = async (row: number, answer?: string) => {
      const coming = page.waitForEvent("download");
      await choose(row);
      if (answer !== undefined) await page.getByTestId(answer).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe("下次跟进.ics");
      const text = readFileSync(await file.path(), "utf8");
      const calendar = new ICAL.Component(ICAL.parse(text));
      const events = calendar.getAllSubcomponents("vevent");
      expect(events).toHaveLength(1);
      const [first] = events;
      if (first === undefined) throw new Error("no event");
      return { text, event: new ICAL.Event(first) };
    };
    // Who closes the question has chosen nothing, and is asked again.
    await choose(0);
    await expect(question).toContainText("日历里要写客户名称吗？");
    expect(await violations(page, { within: '[data-testid="calendar-question"]' })).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    const { text, event } = await save(0, "calendar-nameless");
    expect(event.summary).toBe("跟进客户");
    expect([event.startDate.toString(), event.startDate.zone?.tzid]).toEqual(["2026-11-27T09:30:00", "Asia/Shanghai"]);
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-11-27T01:30:00.000Z");
    expect(text).not.toContain("甲公司");
    expect((await save(0)).event.summary).toBe("跟进客户");

    const menu = await customers.openAccountMenu();
    await menu.getByTestId("calendar-names").click();
    await page.keyboard.press("Escape");
    const named = await save(1);
    expect(named.event.summary).toBe("跟进 乙;公司,\\");
    expect([named.event.startDate.isDate, named.event.startDate.toString()]).toEqual([true, "2026-11-28"]);
    await expect(question).toBeHidden();
    for (const file of [text, named.text]) expect(file).not.toMatch(/13912345678|138-?0013-?8000/);
  });
});

test("the open customer is copied as a line, and its numbers where they can be called", { tag: "@both" }, async ({ customers, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.answerListWith(answer());
  await customers.openSignedIn("#?columns=name,address.phone");
  await customers.openCustomer(0);
  await page.getByTestId("preview-copy-line").click();
  await expect.poll(() => clipboard(page)).toBe("甲公司 · 初访 · 李曦宁 · 下次跟进 2026-11-27 09:30");
  await page.getByTestId("preview-copy-numbers").click();
  await expect.poll(() => clipboard(page)).toBe("13800138000");
  await expect(page.getByTestId("said")).toHaveText("已复制");
  await customers.preview.getByTestId("preview-next").click();
  await page.getByTestId("preview-copy-line").click();
  await expect.poll(() => clipboard(page)).toBe("乙;公司,\\ · 初访 · 李曦宁 · 下次跟进 2026-11-28");
  await expect(page.getByTestId("preview-copy-numbers")).toHaveCount(0);
});
