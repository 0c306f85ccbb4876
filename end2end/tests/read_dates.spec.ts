// Dates as answers: seen from China's today, exact for who looks closer, copies, files and paper.
import { answerWith } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

const DATES = [
  ["2026-11-20 10:00", "逾期 6 天", "cell__time--overdue"],
  ["2026-11-26 08:00", "今天 08:00", "cell__time--today"],
  ["2026-11-27 09:30", "明天 09:30", "cell__time"],
  ["2026-11-28 09:30", "周六", "cell__time"],
  ["2026-12-23 09:30", "12-23", "cell__time"],
] as const;
const CREATED = ["2026-11-26 15:37", "2026-11-25 09:00", "2026-11-23 10:00", "2026-10-01", "2024-04-05 10:00"];
const SEEN = ["今天 15:37", "昨天 09:00", "3 天前", "10-01", "2024-04"];

const answer = () => {
  const answer = answerWith(5, (customer, at) => {
    customer.revisit_remind_at = DATES[at]?.[0];
    customer.created_at = CREATED[at];
  });
  answer.data.column_list = ["name", "revisit_remind_at", "created_at"];
  return answer;
};
const columns = "#?columns=name,revisit_remind_at,created_at";

test.beforeEach(({ customers }) => customers.answerListWith(answer()));

// In China it is the 26th, where the browser is it is the 27th already.
test.use({ timezoneId: "Pacific/Auckland" });
const evening = (page: Page) => page.clock.setFixedTime("2026-11-26T23:00:00+08:00");

test("dates are seen from today, and what is overdue stands out", { tag: "@desktop" }, async ({ customers, page }) => {
  await evening(page);
  await customers.openSignedIn(columns);
  for (const [at, [exact, seen, look]] of DATES.entries()) {
    const cell = customers.cell(customers.rows.nth(at), "revisit_remind_at");
    await expect(cell).toHaveText(seen);
    await expect(cell).toHaveClass(new RegExp(`(^| )${look}( |$)`));
    await expect(cell).toHaveAttribute("title", exact);
    await expect(cell).toHaveAccessibleDescription(exact);
    await expect(customers.cell(customers.rows.nth(at), "created_at")).toHaveText(SEEN[at] ?? "");
  }
});

test("the keyboard is told a date in full", { tag: "@desktop" }, async ({ customers, page }) => {
  await evening(page);
  await customers.openSignedIn(columns);
  await customers.cell(customers.rows.first(), "revisit_remind_at").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("tooltip")).toHaveText("2026-11-26 08:00");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tooltip")).toBeHidden();
});

test("a copy is exact", { tag: "@desktop" }, async ({ customers, page, context }) => {
  await evening(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn(columns);
  await customers.cell(customers.rows.first(), "revisit_remind_at").focus();
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("2026-11-20 10:00");
});

test("the preview says both", async ({ customers, page }) => {
  await evening(page);
  await customers.openSignedIn(columns);
  await customers.openCustomer(0);
  const time = customers.preview.locator('[data-column="revisit_remind_at"] time');
  await expect(time).toHaveText("逾期 6 天 · 2026-11-20 10:00");
  await expect(time).toHaveAttribute("datetime", "2026-11-20 10:00");
});

test("who wants them in full has them so, from the first rows on", async ({ customers, page }) => {
  await evening(page);
  await customers.openSignedIn(columns);
  const menu = await customers.openAccountMenu();
  // It stays open: on a phone closing it is a step back, which would end the reload.
  await menu.getByTestId("dates-exact").click();
  const first = () => customers.cell(customers.rows.first(), "created_at");
  await expect(first()).toHaveText("2026-11-26 15:37");
  await page.reload();
  await customers.expectRows();
  await expect(first()).toHaveText("2026-11-26 15:37");
  await customers.openAccountMenu();
  await expect(menu.getByTestId("dates-exact")).toHaveAttribute("aria-pressed", "true");
  await menu.getByTestId("dates-relative").click();
  await expect(first()).toHaveText("今天 15:37");
});

test("at China's midnight today becomes yesterday", async ({ customers, page }) => {
  await page.clock.install({ time: new Date("2026-11-26T23:59:30+08:00") });
  await customers.openSignedIn(columns);
  const created = customers.cell(customers.rows.first(), "created_at");
  await expect(created).toHaveText("今天 15:37");
  await page.clock.runFor(60_000);
  await expect(created).toHaveText("昨天 15:37");
});
