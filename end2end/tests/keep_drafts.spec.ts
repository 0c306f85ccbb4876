// What is half written stays with its customer, over a reload of the tab, and goes with the session.
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { configure } from "../support/config.ts";
import { Gate } from "../support/gate.ts";
import { expect, test } from "../support/test.ts";

const PATH = "/api/v2/revisit_logs";
const KEY = "kehu.drafts";

const text = (page: Page) => page.getByTestId("follow-up-text");
const state = (page: Page) => page.getByTestId("follow-up-state");
const writes = (customers: CustomerListPage) => customers.callsTo(PATH).filter((call) => call.method() === "POST");
const kept = async (customers: CustomerListPage) => (await customers.stored(KEY)).session ?? "";

/** A text that no other test writes. */
const unique = (text: string): string => `${text} ${String(Date.now())}${String(Math.random()).slice(2, 8)}`;

/**
 * The form of a customer of the pool, with this text in it: whoever is written to comes first by last follow-up, and
 * others read one's own customers in that order.
 */
async function write(customers: CustomerListPage, page: Page, row: number, said: string): Promise<void> {
  await configure(page, { follow_ups: "write" });
  await customers.openSignedIn("#?tab_type=common&page=3");
  await customers.openCustomer(row);
  await page.getByTestId("follow-up").click();
  await text(page).fill(said);
}

test("what is half written is there after a reload, which asks first, and goes once it is saved", { tag: "@both" }, async ({ complaints, customers, page }) => {
  const asked: string[] = [];
  complaints.expectQuestions((question) => {
    asked.push(question);
    return true;
  });
  const said = unique("说到一半");
  await write(customers, page, 0, said);
  await page.getByRole("button", { name: "明天 10:00" }).click();
  const next = await page.getByTestId("follow-up-remind").inputValue();
  await expect.poll(() => kept(customers)).toContain(said);
  expect(await page.evaluate((said) => JSON.stringify({ ...localStorage }).includes(said), said)).toBe(false);
  await page.reload();
  expect(asked).toHaveLength(1);
  await customers.expectRows();
  await customers.openCustomer(1);
  await expect(text(page)).toHaveCount(0);
  await customers.preview.getByTestId("preview-prev").click();
  await expect(text(page)).toHaveValue(said);
  await expect(page.getByTestId("follow-up-remind")).toHaveValue(next);
  await expect(state(page)).toHaveCount(0);
  await page.getByTestId("follow-up-save").click();
  await expect(state(page)).toHaveAttribute("data-state", "saved");
  expect(writes(customers)).toHaveLength(1);
  await expect.poll(async () => (await customers.stored(KEY)).session).toBeNull();
});

test("one that had left before the reload is looked for, and not sent again", async ({ complaints, customers, page }) => {
  complaints.expectQuestions(() => true);
  complaints.expectFailedCalls();
  const gate = new Gate();
  // The CRM takes it, and nobody hears of that.
  await page.route((url) => url.pathname === PATH, async (route) => {
    await route.fetch();
    await gate.pass();
    await route.abort().catch(() => undefined);
  }, { times: 1 });
  const said = unique("发出去了");
  await write(customers, page, 2, said);
  await page.getByTestId("follow-up-save").click();
  await gate.reached();
  await expect.poll(() => kept(customers)).toContain('"before":[');
  await page.reload();
  await customers.expectRows();
  await customers.openCustomer(2);
  await expect.poll(async () => (await customers.stored(KEY)).session, { timeout: 20_000 }).toBeNull();
  await page.getByTestId("history").click();
  await expect(customers.followUps.filter({ hasText: said })).toHaveCount(1);
  expect(writes(customers)).toHaveLength(1);
  gate.open();
});

test("a draft is gone when its writer signs out", async ({ customers, page }) => {
  const said = unique("不该留下");
  await write(customers, page, 4, said);
  await expect.poll(() => kept(customers)).toContain(said);
  if (customers.isPhone) await page.goBack();
  await customers.signOut();
  await expect.poll(async () => (await customers.stored(KEY)).session).toBeNull();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.openCustomer(4);
  await expect(text(page)).toHaveCount(0);
  await page.getByTestId("follow-up").click();
  await expect(text(page)).toHaveValue("");
});

test("a draft of another session is nobody's", { tag: "@desktop" }, async ({ complaints, customers, page }) => {
  complaints.expectQuestions(() => true);
  const said = unique("别人的");
  await write(customers, page, 6, said);
  await expect.poll(() => kept(customers)).toContain(said);
  // As where the tab has slept while somebody else signed in.
  await page.evaluate(() => sessionStorage.setItem("kehu.session", JSON.stringify({ token: "demo-manager" })));
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(await kept(customers)).not.toContain(said);
});
