// Writing down what was talked about: one call for one click, and no doubt about what became of it.
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { violations } from "../support/axe.ts";
import { configure } from "../support/config.ts";
import { Gate } from "../support/gate.ts";
import { clearFaults, setFaults, type Rule } from "../support/sandbox.ts";
import { editions, expect, tagOf, test } from "../support/test.ts";

const PATH = "/api/v2/revisit_logs";
const HISTORY = `${PATH}/new_index`;

// Rules are kept by token: these tests run one after the other, and each size of screen has a person of its own.
test.describe.configure({ mode: "default" });
const tokenOf = (customers: CustomerListPage): string => (customers.isPhone ? "demo-admin" : "demo-manager");
// The administrator has no customers but sees everybody's.
const listOf = (customers: CustomerListPage): string => (customers.isPhone ? "#?page=40" : "#?tab_type=my&page=2");

/** A text that no other test writes. */
const unique = (text: string): string => `${text} ${String(Date.now())}${String(Math.random()).slice(2, 8)}`;

/** Opens one of the manager's customers where an operator allows to write. */
async function openForm(customers: CustomerListPage, page: Page): Promise<void> {
  await configure(page, { follow_ups: "write" });
  await customers.openSignedIn(listOf(customers), tokenOf(customers));
  await customers.openCustomer(0);
  await page.getByTestId("follow-up").click();
}

const text = (page: Page) => page.getByTestId("follow-up-text");
const save = (page: Page) => page.getByTestId("follow-up-save");
const state = (page: Page) => page.getByTestId("follow-up-state");
const expectState = (page: Page, name: string) => expect(state(page)).toHaveAttribute("data-state", name, { timeout: 20_000 });
const writes = (customers: CustomerListPage) => customers.callsTo(PATH).filter((call) => call.method() === "POST");

for (const edition of editions) {
  test.describe(edition, { tag: tagOf(edition) }, () => {
    test.use({ edition });

    test("a follow-up with kind and next date is saved by one call, and the customer shows it", async ({ customers, page }) => {
      await openForm(customers, page);
      await expect(text(page)).toBeFocused();
      await expect(save(page)).toBeDisabled();
      await customers.preview.getByTestId("history").click();
      await expect(customers.preview.locator(".history")).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
      const said = unique("已报价 <b>");
      await text(page).fill(said);
      const kind = page.getByTestId("follow-up-kind");
      if (await kind.isVisible()) await kind.selectOption({ index: 1 });
      await page.getByTestId("follow-up-remind").fill("2027-03-09T10:00");
      await text(page).press("Control+Enter");
      await expectState(page, "saved");
      await expect(text(page)).toHaveValue("");
      await expect(customers.followUps.first()).toContainText(said);
      await expect(customers.followUps.first()).toContainText("下次跟进 2027-03-09 10:00");
      expect(writes(customers)).toHaveLength(1);
      const sent = writes(customers)[0]?.postDataJSON() as { revisit_log: Record<string, unknown> };
      expect(sent.revisit_log).toMatchObject({ loggable_type: "Customer", content: said, remind_at: "2027-03-09 10:00" });
      expect(sent.revisit_log.real_revisit_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      // The row is read again by one call, and its customer says when the next one is.
      await expect(customers.preview.locator('[data-column="revisit_remind_at"]')).toContainText("2027-03-09");
    });

    test("what is saved while calling through leads to the next customer", async ({ customers, page }) => {
      await configure(page, { follow_ups: "write" });
      await customers.openSignedIn(listOf(customers), tokenOf(customers));
      const ids = await customers.ids();
      await page.getByTestId("run").click();
      const present = page.getByTestId("run-customer");
      await expect(present).toHaveAttribute("data-customer-id", ids[0] ?? "");
      await present.getByTestId("follow-up").click();
      await text(page).fill(unique("说好下周再打"));
      await text(page).press("Control+Enter");
      await expect(present).toHaveAttribute("data-customer-id", ids[1] ?? "", { timeout: 20_000 });
      await expect(page.getByTestId("run-progress")).toHaveText(/^2 \/ /);
      expect(writes(customers)).toHaveLength(1);
    });

    test("the CRM's own words stay with the text, and one click sends it once more", async ({ complaints, customers, page, request }) => {
      complaints.expectFailedCalls();
      const own = [{ path: PATH, times: 1, answer: "status", status: 200, code: 100407, message: "跟进方式不能为空" }] satisfies Rule[];
      await openForm(customers, page);
      const said = unique("没接");
      await text(page).fill(said);
      await setFaults(request, tokenOf(customers), own);
      await save(page).click();
      await expectState(page, "refused");
      await expect(state(page)).toContainText("跟进方式不能为空");
      await expect(text(page)).toHaveValue(said);
      await clearFaults(request, tokenOf(customers));
      await save(page).click();
      await expectState(page, "saved");
      expect(writes(customers)).toHaveLength(2);
    });

    test("a refusal for too many calls sends nothing again by itself", async ({ complaints, customers, page, request }) => {
      complaints.expectFailedCalls();
      await openForm(customers, page);
      const said = unique("约了周五");
      await text(page).fill(said);
      await setFaults(request, tokenOf(customers), [{ path: PATH, times: 1, answer: "rate_limit", retry_after: 1 }]);
      await save(page).click();
      await expectState(page, "not-sent");
      await expect(text(page)).toHaveValue(said);
      expect(writes(customers)).toHaveLength(1);
      await save(page).click();
      await expectState(page, "saved");
      expect(writes(customers)).toHaveLength(2);
    });

    test("an answer that is lost after the saving is found in the history", async ({ complaints, customers, page, request }) => {
      complaints.expectFailedCalls();
      await openForm(customers, page);
      for (const rule of [{ answer: "cut" }, { answer: "status", status: 502 }, { answer: "html" }] satisfies Rule[]) {
        await text(page).fill(unique("要合同"));
        await setFaults(request, tokenOf(customers), [{ path: PATH, times: 1, is_done: true, ...rule }]);
        customers.forgetCalls();
        await save(page).click();
        await expectState(page, "saved");
        expect(writes(customers)).toHaveLength(1);
        expect(customers.callsTo(HISTORY)).toHaveLength(1);
        await expect(text(page)).toHaveValue("");
      }
    });

    test("one that was lost before the saving is offered again and not sent by itself", async ({ complaints, customers, page, request }) => {
      complaints.expectFailedCalls();
      await openForm(customers, page);
      const said = unique("下周再打");
      await text(page).fill(said);
      await setFaults(request, tokenOf(customers), [{ path: PATH, times: 1, answer: "cut" }]);
      await save(page).click();
      await expectState(page, "unknown");
      await expect(state(page)).toContainText("没有找到这一条", { timeout: 20_000 });
      await expect(text(page)).toHaveValue(said);
      await expect(save(page)).toHaveText("再发一次");
      expect(writes(customers)).toHaveLength(1);
      await save(page).click();
      await expectState(page, "saved");
      expect(writes(customers)).toHaveLength(2);
    });
  });
}

test("while nobody knows what became of it nothing can be sent, and a look that fails can be made again", async ({ complaints, customers, page, request }) => {
  complaints.expectFailedCalls();
  await openForm(customers, page);
  await text(page).fill(unique("客户在忙"));
  await setFaults(request, tokenOf(customers), [{ path: PATH, times: 1, answer: "cut", is_done: true }]);
  const gate = new Gate();
  await page.route((url) => url.pathname === HISTORY, async (route) => {
    await gate.pass();
    await route.fulfill({ status: 502, body: "" });
  }, { times: 1 });
  await save(page).click();
  await expectState(page, "unknown");
  await gate.reached();
  await expect(save(page)).toBeDisabled();
  gate.open();
  await expect(state(page)).toContainText("跟进记录也没查到");
  await expect(save(page)).toBeEnabled();
  await page.getByRole("button", { name: "再查一次" }).click();
  await expectState(page, "saved");
  expect(writes(customers)).toHaveLength(1);
});

test("an answer that never comes is given up, looked for, and found", { tag: "@desktop" }, async ({ complaints, customers, page, request }) => {
  test.slow();
  complaints.expectFailedCalls();
  await openForm(customers, page);
  await text(page).fill(unique("发了方案"));
  await setFaults(request, tokenOf(customers), [{ path: PATH, times: 1, delay_ms: 60_000, is_done: true }]);
  await save(page).click();
  await expectState(page, "saving");
  await expect(state(page)).toHaveAttribute("data-state", "saved", { timeout: 50_000 });
  expect(writes(customers)).toHaveLength(1);
});

test("without a network nothing is sent, and the text stays with its customer", async ({ complaints, context, customers, page }) => {
  complaints.expectFailedCalls();
  await openForm(customers, page);
  const said = unique("换了电话");
  await text(page).fill(said);
  await context.setOffline(true);
  await save(page).click();
  await expectState(page, "not-sent");
  await context.setOffline(false);
  // Another customer has a form of its own.
  await customers.preview.getByTestId("preview-next").click();
  await expect(text(page)).toHaveCount(0);
  await customers.preview.getByTestId("preview-prev").click();
  await expect(text(page)).toHaveValue(said);
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(true);
  await save(page).click();
  await expectState(page, "saved");
  expect(await asks()).toBe(false);
});

test("a new status is offered once its values are known, and the customer has it afterwards", async ({ customers, page }) => {
  await configure(page, { follow_ups: "write" });
  await customers.openSignedIn(listOf(customers), tokenOf(customers));
  await customers.openCustomer(0);
  await page.getByTestId("follow-up").click();
  const status = page.getByTestId("follow-up-status");
  await expect(text(page)).toBeVisible();
  await expect(status).toHaveCount(0);
  if (customers.isPhone) await page.goBack();
  else await page.getByTestId("preview-close").click();
  await customers.openFilters();
  const options = await customers.openChoice("status");
  await expect(options.getByRole("option").nth(1)).toBeVisible();
  await customers.leaveCard();
  await customers.closeFilters();
  await customers.openCustomer(0);
  await page.getByTestId("follow-up").click();
  const now = await customers.preview.locator(".preview__status").textContent();
  const names = await status.locator("option").allTextContents();
  const wanted = names.slice(1).find((name) => name !== now?.trim()) ?? "";
  await status.selectOption({ label: wanted });
  const id = await status.inputValue();
  await expect(customers.preview).toContainText("保存时客户的状态也会改成这个。");
  await text(page).fill(unique("谈成了"));
  await save(page).click();
  await expectState(page, "saved");
  const sent = writes(customers)[0]?.postDataJSON() as { revisit_log: Record<string, unknown> };
  expect(sent.revisit_log.loggable_attributes).toEqual({ status: id });
  await expect(customers.preview.locator(".preview__status")).toHaveText(wanted);
  await expect(status).toHaveValue("");
});

test("what waits for its turn can be called off, and is not sent then", { tag: "@desktop" }, async ({ customers, page }) => {
  test.slow();
  await configure(page, { follow_ups: "write", requests_per_10s: 2 });
  await customers.openSignedIn(listOf(customers), tokenOf(customers));
  await customers.openCustomer(0);
  await page.getByTestId("follow-up").click();
  const said = unique("算了");
  await text(page).fill(said);
  // The others have used what there is.
  await customers.tab("all").click();
  await customers.tab("my").click();
  await save(page).click();
  await expectState(page, "saving");
  await state(page).getByRole("button", { name: "取消" }).click();
  await expect(state(page)).toHaveCount(0);
  await expect(text(page)).toHaveValue(said);
  await expect(save(page)).toBeEnabled();
  // Whoever waits behind it comes to their turn.
  await customers.preview.getByTestId("history").click();
  await expect(customers.preview.locator(".history")).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/, { timeout: 40_000 });
  expect(writes(customers)).toHaveLength(0);
});

test("keys that are typed are signs, the text is counted, and the days are offered", { tag: "@desktop" }, async ({ customers, page }) => {
  await openForm(customers, page);
  const name = await customers.openName.textContent();
  await text(page).fill("a\nb");
  await text(page).press("ArrowUp");
  await text(page).press("ArrowDown");
  await expect(customers.openName).toHaveText(name ?? "");
  await text(page).fill("价".repeat(2_001));
  await expect(customers.preview).toContainText("2001 / 2000");
  await expect(save(page)).toBeDisabled();
  await text(page).fill("价");
  await page.getByRole("button", { name: "明天 10:00" }).click();
  await expect(page.getByTestId("follow-up-remind")).toHaveValue(/T10:00$/);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page, { within: '[data-testid="preview"]' })).toEqual([]);
  }
});

test("by itself the page writes nothing and offers no writing", async ({ customers, page }) => {
  await customers.openSignedIn(listOf(customers), tokenOf(customers));
  await customers.openCustomer(0);
  await expect(page.getByTestId("history")).toBeVisible();
  await expect(page.getByTestId("follow-up")).toHaveCount(0);
});

test.describe("in the list of who is due", { tag: "@desktop" }, () => {
  // China's day: whoever is to be called in three days is not among them.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const due = `tab_type=my&revisit_remind_at[]=2020-01-01&revisit_remind_at[]=${today}`;
  const later = (page: Page) => page.getByRole("button", { name: "3 天后" });

  test("who was written about keeps their place, and 已保存 is in sight", async ({ customers, page }) => {
    await configure(page, { follow_ups: "write" });
    await customers.openSignedIn(`#?${due}&per_page=15&group=revisit_remind_at`, tokenOf(customers));
    const ids = await customers.ids();
    const next = customers.customer(ids[1] ?? "").locator('[data-column="revisit_remind_at"]');
    const before = (await next.getAttribute("title")) ?? "";
    await customers.openCustomer(1);
    await page.getByTestId("follow-up").click();
    await text(page).fill(unique("改天再说"));
    await later(page).click();
    await save(page).click();
    await expectState(page, "saved");
    await expect(state(page)).toBeInViewport({ ratio: 1 });
    // The row is read again by itself.
    await expect(next).not.toHaveAttribute("title", before);
    expect(await customers.ids()).toEqual(ids);
    await expect(customers.preview).toContainText("2 / 15");
  });

  test("a page turned by hand says that others have moved up, and the page before is asked for again", async ({ customers, page }) => {
    await configure(page, { follow_ups: "write" });
    await customers.openSignedIn(`#?${due}&per_page=15`, tokenOf(customers));
    const ids = await customers.ids();
    await customers.openCustomer(0);
    await page.getByTestId("follow-up").click();
    await text(page).fill(unique("下周"));
    await later(page).click();
    await save(page).click();
    await expectState(page, "saved");
    await customers.next.click();
    await expect(page.getByText("后面的补到了前一页")).toBeVisible();
    const second = await customers.ids();
    await customers.previous.click();
    await customers.expectRows();
    await expect.poll(() => customers.ids()).not.toEqual(second);
    const now = await customers.ids();
    expect(now.slice(0, 14)).toEqual(ids.slice(1));
    expect(second).not.toContain(now[14]);
  });

  test("calling through leaves out nobody who moved up", async ({ customers, page }) => {
    test.slow();
    await configure(page, { follow_ups: "write" });
    await customers.openSignedIn(`#?${due}&per_page=15&page=2`, tokenOf(customers));
    const second = await customers.ids();
    await page.goto(`./#?${due}&per_page=15`);
    await page.reload();
    await customers.expectRows();
    await expect.poll(() => customers.ids()).not.toEqual(second);
    const first = await customers.ids();
    await page.getByTestId("run").click();
    const present = page.getByTestId("run-customer");
    for (const id of first.slice(0, 2)) {
      await expect(present).toHaveAttribute("data-customer-id", id);
      await page.getByTestId("follow-up").click();
      await text(page).fill(unique("打过了"));
      await later(page).click();
      await save(page).click();
    }
    for (const id of [...first, ...second].slice(2, 20)) {
      await expect(present).toHaveAttribute("data-customer-id", id);
      await page.getByTestId("run-next").click();
    }
  });

  test("while calling through, a page that cannot be read again is asked for by the next step", async ({ customers, page, complaints }) => {
    complaints.expectFailedCalls();
    await configure(page, { follow_ups: "write" });
    await customers.openSignedIn(`#?${due}&per_page=15`, tokenOf(customers));
    const first = await customers.ids();
    await page.getByTestId("run").click();
    await page.getByTestId("follow-up").click();
    await text(page).fill(unique("打过了"));
    await later(page).click();
    await save(page).click();
    const present = page.getByTestId("run-customer");
    for (const id of first.slice(1)) {
      await expect(present).toHaveAttribute("data-customer-id", id);
      if (id !== first[14]) await page.getByTestId("run-next").click();
    }
    await page.route(/customers\?/, (route) => route.fulfill({ status: 500 }), { times: 1 });
    await page.getByTestId("run-next").click();
    await expect(page.getByTestId("error")).toBeVisible();
    await expect(present).toHaveAttribute("data-customer-id", first[14] ?? "");
    await page.getByTestId("run-next").click();
    await expect(page.getByTestId("run-progress")).toHaveText("16 / 16");
    expect(first).not.toContain(await present.getAttribute("data-customer-id"));
  });
});
