// Calling one customer after the other: through the list, a selection, a group; what came of it; reload and end.
import type { Locator, Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { violations } from "../support/axe.ts";
import { secretNumbers, type Answer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const progress = (page: Page): Locator => page.getByTestId("run-progress");
const present = (page: Page): Locator => page.getByTestId("run-customer");
const mark = (page: Page, name: string): Locator => page.getByRole("group", { name: "这通电话的结果" }).getByRole("button", { name });

const expectPresent = async (page: Page, id: string | undefined): Promise<void> => {
  await expect(present(page)).toHaveAttribute("data-customer-id", id ?? "");
};

const start = async (customers: CustomerListPage, page: Page, fragment = "#?per_page=15"): Promise<string[]> => {
  await customers.openSignedIn(fragment, "demo-admin");
  await customers.expectIdle();
  const ids = await customers.ids();
  customers.forgetCalls();
  await page.getByTestId("run").click();
  await expect(present(page)).toBeVisible();
  return ids;
};

test("goes through the loaded rows by button and key, and asks the endpoint nothing", { tag: "@engines" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.expectIdle();
  const [ids, names] = [await customers.ids(), await customers.names()];
  customers.forgetCalls();
  await page.getByTestId("run").click();
  await expect(progress(page)).toHaveText("1 / 15");
  await expectPresent(page, ids[0]);
  await expect(present(page).getByRole("heading", { level: 2 })).toHaveText(names[0] ?? "");
  await expect(present(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expect(page.getByTestId("run-back")).toHaveAttribute("aria-disabled", "true");
  await page.getByTestId("run-next").click();
  await expect(progress(page)).toHaveText("2 / 15");
  await page.keyboard.press("n");
  await expectPresent(page, ids[2]);
  await page.keyboard.press("ArrowDown");
  await expectPresent(page, ids[3]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("p");
  await expectPresent(page, ids[1]);
  await page.getByTestId("run-back").click();
  await expectPresent(page, ids[0]);
  if (!customers.isPhone) await expect(customers.customer(ids[0] ?? "")).toHaveAttribute("aria-current", "true");
  expect(customers.calls).toHaveLength(0);
  expect(await violations(page)).toEqual([]);
});

test("goes on with the next page, by one call, and ends behind the last customer", async ({ customers, page }) => {
  const ids = await start(customers, page);
  for (let at = 1; at < 15; at += 1) await page.getByTestId("run-next").click();
  await expect(progress(page)).toHaveText("15 / 15");
  expect(customers.calls).toHaveLength(0);
  await page.getByTestId("run-next").click();
  await expect(progress(page)).toHaveText("16 / 30");
  await customers.expectFragment("#?page=2&per_page=15");
  expect(customers.listCalls).toHaveLength(1);
  expect(ids).not.toContain(await present(page).getAttribute("data-customer-id"));
  await page.getByTestId("run-back").click();
  await expectPresent(page, ids[14]);
  await expect(progress(page)).toHaveText("15 / 30");
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
});

test("marks what came of each call, and sums it up in words that can be copied", async ({ customers, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const [ids, names] = [await customers.ids(), await customers.names()];
  await page.getByTestId("run").click();
  await mark(page, "接通").click();
  await expect(mark(page, "接通")).toHaveAttribute("aria-pressed", "true");
  await expectPresent(page, ids[0]);
  await page.getByTestId("run-next").click();
  // Nothing more is to be done with them.
  await mark(page, "没接").click();
  await expectPresent(page, ids[2]);
  await mark(page, "稍后").click();
  await expectPresent(page, ids[3]);
  await page.getByTestId("run-back").click();
  await expect(mark(page, "稍后")).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("run-end").click();
  await expect(present(page)).toBeHidden();
  const summary = page.getByTestId("run-summary");
  await expect(summary).toContainText("共 15 位客户");
  expect(await violations(page)).toEqual([]);
  await page.getByTestId("run-copy").click();
  await expect(page.getByTestId("said")).toHaveText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of [`接通 1: ${names[0] ?? ""}`, `没接 1: ${names[1] ?? ""}`, `稍后 1: ${names[2] ?? ""}`, "没有标记 12"])
    expect(copied).toContain(line);
  // The list of those who are to be called later leads back to each of them.
  await page.getByTestId("run-later").click();
  await expectPresent(page, ids[2]);
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-again").click();
  await expect(progress(page)).toHaveText("1 / 1");
  await expectPresent(page, ids[2]);
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-close").click();
  await expect(page.getByTestId("run-pane")).toBeHidden();
});

test("a selection and a search are called through alone", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const ids = await customers.ids();
  for (const at of [4, 1]) {
    await customers.cell(customers.rows.nth(at), "name").focus();
    await page.keyboard.press("Space");
  }
  await expect(page.getByTestId("run")).toHaveAccessibleName("逐个拨打已选的 2 个");
  await page.getByTestId("run").click();
  await expect(progress(page)).toHaveText("1 / 2");
  // In the order of the eye, not in that of the clicks.
  await expectPresent(page, ids[1]);
  await page.getByTestId("run-next").click();
  await expectPresent(page, ids[4]);
  await expect(page.getByTestId("run-next")).toContainText("看小结");
  await page.getByTestId("run-next").click();
  await expect(page.getByTestId("run-summary")).toBeVisible();
});

test("goes in the order of the groups, and past those that are folded", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15&group=status_mapped", "demo-admin");
  const groups = page.getByTestId("group");
  await groups.first().getByRole("button", { expanded: true }).click();
  await expect(groups.first().getByRole("button", { expanded: false })).toBeVisible();
  const ids = await customers.ids();
  await page.getByTestId("run").click();
  for (const [at, id] of ids.entries()) {
    await expect(progress(page)).toHaveText(`${at + 1} / ${ids.length}`);
    await expectPresent(page, id);
    await page.getByTestId("run-next").click();
  }
});

test("a group is called through from its heading, alone, and one that is folded away offers nothing", { tag: "@both" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15&group=status_mapped", "demo-admin");
  const groups = page.getByTestId("group");
  // The rows that stand between the second heading and the third.
  const ids = await page.locator('[data-testid="group"], [data-testid="row"]').evaluateAll((all) => {
    const headings = all.flatMap((it, at) => (it.getAttribute("data-testid") === "group" ? [at] : []));
    return all.slice((headings[1] ?? 0) + 1, headings[2]).map((row) => row.getAttribute("data-customer-id"));
  });
  await groups.nth(1).getByTestId("run-group").click();
  await expect(progress(page)).toHaveText(`1 / ${ids.length}`);
  await expectPresent(page, ids[0] ?? undefined);
  for (let at = 1; at < ids.length; at += 1) await page.getByTestId("run-next").click();
  await expectPresent(page, ids.at(-1) ?? undefined);
  await expect(page.getByTestId("run-next")).toContainText("看小结");
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-close").click();
  await groups.nth(1).getByRole("button", { expanded: true }).click();
  await expect(groups.nth(1).getByTestId("run-group")).toHaveCount(0);
});

test("a click on a row of the run goes to that customer", { tag: "@desktop" }, async ({ customers, page }) => {
  const ids = await start(customers, page);
  await customers.cell(customers.rows.nth(5), "name").click();
  await expectPresent(page, ids[5]);
  await expect(progress(page)).toHaveText("6 / 15");
  await expect(customers.preview).toBeHidden();
});

test("survives a reload with ids and marks only, and the list goes on behind it", async ({ customers, page }) => {
  const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
  const ids = await start(customers, page);
  const answer = (await (await answered).json()) as Answer;
  await mark(page, "没接").click();
  await expectPresent(page, ids[1]);
  const kept = (await customers.stored("kehu.run")).session ?? "";
  expect(JSON.parse(kept)).toMatchObject({ ids, at: 1, marks: [[ids[0], "no-answer"]] });
  for (const secret of secretNumbers(answer)) expect(kept).not.toContain(secret);
  expect(kept).not.toMatch(/[\u4e00-\u9fff]/);
  await page.reload();
  await expectPresent(page, ids[1]);
  await expect(progress(page)).toHaveText("2 / 15");
  await page.getByTestId("run-back").click();
  await expect(mark(page, "没接")).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-close").click();
  expect((await customers.stored("kehu.run")).session).toBeNull();
});

test("after a reload whoever stands in no row is asked for by one call", async ({ customers, page }) => {
  const ids = await start(customers, page);
  await page.getByTestId("run-next").click();
  await expectPresent(page, ids[1]);
  await page.evaluate(() => history.replaceState(null, "", "#?page=2&per_page=15"));
  await page.reload();
  await expectPresent(page, ids[1]);
  const calls = () => customers.callsTo(`/api/v2/customers/${ids[1] ?? ""}`);
  await expect.poll(() => calls().length).toBe(1);
  await expect(present(page)).not.toContainText("正在取");
  await expect(present(page).getByRole("heading", { level: 2 })).not.toHaveText(/编号/);
  expect(calls()).toHaveLength(1);
});

test("nothing of it is left when somebody signs out", async ({ customers, page }) => {
  await start(customers, page);
  if (customers.isPhone) {
    await page.getByTestId("run-end").click();
    await page.getByTestId("run-close").click();
    await page.getByTestId("run").click();
    await page.evaluate(() => sessionStorage.removeItem("kehu.session"));
    await page.reload();
    await expect(customers.signInForm).toBeVisible();
  } else {
    await customers.signOut();
  }
  await expect.poll(async () => (await customers.stored("kehu.run")).session).toBeNull();
});

test("back ends the run on a phone, and nothing else", { tag: "@phone" }, async ({ customers, page }) => {
  await start(customers, page);
  await expect(page.getByTestId("run-pane")).toHaveCSS("position", "fixed");
  await page.goBack();
  await expect(page.getByTestId("run-pane")).toBeHidden();
  await expect(customers.rows.first()).toBeVisible();
  await customers.expectFragment("#?per_page=15");
  // With something to sum up it ends with that.
  await page.getByTestId("run").click();
  await mark(page, "没接").click();
  await page.goBack();
  await expect(page.getByTestId("run-summary")).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId("run-pane")).toBeHidden();
  await customers.expectFragment("#?per_page=15");
});

test("only a number that can be called is offered, as everywhere", async ({ customers, page }) => {
  await start(customers, page, "#?per_page=15&columns=all");
  for (let at = 0; at < 14; at += 1) {
    const call = page.getByTestId("run-call");
    if ((await call.count()) > 0) await expect(call).toHaveAttribute("href", /^tel:\+?[\d,]+$/);
    else await expect(present(page)).toContainText("没有可以拨打的号码");
    await page.getByTestId("run-next").click();
  }
});
