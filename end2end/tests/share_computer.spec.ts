// Two people, one computer: what one of them looked at is nothing that the other ever finds.
import type { Page } from "@playwright/test";
import { CustomerListPage } from "../pages/customer_list_page.ts";
import { configure } from "../support/config.ts";
import { Office } from "../support/office.ts";
import { expect, test } from "../support/test.ts";

/** Stands in all that only the first person may see. */
const SECRET = "甲密";

/** Everything of the page that can be read, by name; what a print would show, too. */
async function surfaces(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const texts = {
      dom: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value).join("\n"),
      title: document.title,
      "this tab": JSON.stringify({ ...sessionStorage }),
      "this device": JSON.stringify({ ...localStorage }),
      history: JSON.stringify(history.state),
      address: decodeURIComponent(location.href),
    };
    dispatchEvent(new Event("afterprint"));
    return texts;
  });
}

async function leaks(page: Page): Promise<string[]> {
  const texts = Object.entries(await surfaces(page));
  return texts.filter(([, text]) => text.includes(SECRET)).map(([name]) => name);
}

const dialog = (page: Page) => page.locator("dialog.over");

/** The first person, in the middle of work: every part of the page holds something of theirs. */
async function work(customers: CustomerListPage, page: Page): Promise<void> {
  await configure(page, { follow_ups: "write" });
  await customers.open("#?per_page=40");
  await customers.signInWithPassword("first", "kehu");
  await customers.expectRows();
  await customers.choose("user", `${SECRET}同事`);
  await customers.expectRows();
  await expect(customers.chips).toContainText(`${SECRET}同事`);
  await customers.scrollTo({ top: 120 });
  await expect.poll(() => page.evaluate(() => String(history.state))).toMatch(/^120 /);
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectRows();
  if (customers.isPhone) return;
  await customers.rows.nth(1).getByRole("checkbox").click();
  await page.getByTestId("export").click();
  await page.getByTestId("export-scope-loaded").check();
  await page.getByTestId("export-format-csv").check();
  await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
  await expect(page.getByTestId("export-report")).toContainText(`${SECRET}本人`);
  await page.keyboard.press("Control+f");
  await page.locator(".find input").fill(`${SECRET}客户2-3`);
  await expect(customers.rows.first()).toContainText(`${SECRET}客户2-3`);
  await customers.rows.first().locator('[data-column="name"]').click();
  await expect(page.getByTestId("preview")).toContainText(`${SECRET}客户2-3`);
  await page.getByTestId("follow-up").click();
  await page.getByTestId("follow-up-text").fill(`${SECRET}说到一半`);
  await expect.poll(async () => (await customers.stored("kehu.drafts")).session).toContain(SECRET);
}

async function end(office: Office, page: Page): Promise<void> {
  // A call of the page's own that comes late would be refused before the click.
  await page.waitForLoadState("networkidle");
  office.endAll();
  const more = page.getByTestId("pager-more");
  if (await more.isVisible()) await more.click();
  await page.getByTestId("refresh").click();
  await expect(dialog(page)).toBeVisible();
}

test("until it is known who signs in, and once it is somebody else, nothing of the person before can be read", async ({
  customers,
  page,
  context,
  complaints,
}) => {
  complaints.expectFailedCalls();
  const office = await Office.open(context);
  await work(customers, page);
  expect(await leaks(page)).toEqual(expect.arrayContaining(["dom", "this tab", "this device"]));

  await end(office, page);

  const stored = ["this device"];
  expect((await leaks(page)).filter((name) => !stored.includes(name))).toEqual([]);
  await expect(customers.rows).toHaveCount(0);

  office.isListFailing = true;
  await customers.signInWithPassword("second", "kehu");
  await expect(page.getByTestId("error-retry")).toBeVisible();
  expect(await leaks(page)).toEqual([]);
  await expect(page.getByTestId("selection")).toBeHidden();
  await expect(page.getByTestId("export-panel")).toBeHidden();

  // What was remembered is forgotten: going back asks, and gets nothing.
  await page.goBack();
  await expect(page.getByTestId("error-retry")).toBeVisible();
  expect(await leaks(page)).toEqual([]);

  office.isListFailing = false;
  await page.getByTestId("error-retry").click();
  await customers.expectRows();
  await expect(customers.rows.first()).toContainText("乙明客户");
  expect(await leaks(page)).toEqual([]);
  await page.goBack();
  await customers.expectRows();
  expect(await leaks(page)).toEqual([]);
  expect(await customers.scroller.evaluate((it) => it.scrollTop)).toBe(0);
  expect(new Set(office.listCalls.slice(-2).map(({ owner }) => owner))).toEqual(new Set(["second"]));
});

test("whoever signs in after a reload finds no values of the person before", { tag: "@desktop" }, async ({ complaints, customers, page, context }) => {
  complaints.expectQuestions(() => true);
  const office = await Office.open(context);
  await work(customers, page);
  await end(office, page);
  await page.reload();
  await customers.signInWithToken(office.token("second"));
  await customers.expectRows();
  expect(await leaks(page)).toEqual([]);
  await customers.openChoice("user");
  await expect(customers.choices).toContainText("乙明同事");
  expect(await leaks(page)).toEqual([]);
});

test("the same person goes on: the selection, what is looked for, the open customer and the place in the list", { tag: "@desktop" }, async ({
  customers,
  page,
  context,
}) => {
  const office = await Office.open(context);
  await work(customers, page);
  await end(office, page);
  await customers.signInWithPassword("first", "kehu");
  await expect(dialog(page)).toBeHidden();
  await customers.expectRows();
  await expect(page.getByTestId("selection")).toContainText("1");
  await expect(page.getByTestId("preview")).toContainText(`${SECRET}客户2-3`);
  await expect(page.getByTestId("follow-up-text")).toHaveValue(`${SECRET}说到一半`);
  await expect(page.locator(".find input")).toHaveValue(`${SECRET}客户2-3`);
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectFragment("#?user_id=7&page=2&per_page=40");
  await expect(page.getByTestId("export-report")).toBeVisible();
  await expect(customers.account).toContainText(`${SECRET}本人`);
});

test("the place in the list is there again", { tag: "@desktop" }, async ({ customers, page, context }) => {
  const office = await Office.open(context);
  await customers.open("#?per_page=40");
  await customers.signInWithPassword("first", "kehu");
  await customers.expectRows();
  await customers.scrollTo({ top: 600 });
  await customers.drawn();
  // Reading ahead may be the first to hear of it.
  office.endAll();
  await page.keyboard.press("r");
  await expect(dialog(page)).toBeVisible();
  await customers.signInWithPassword("first", "kehu");
  await expect(dialog(page)).toBeHidden();
  await customers.expectRows();
  await expect.poll(() => customers.scroller.evaluate((it) => it.scrollTop)).toBe(600);
  await expect(customers.customer(101_020)).toBeInViewport();
});

for (const [who, hasUserInfo, isSame] of [["first", true, true], ["second", true, false], ["first", false, false]] as const) {
  const title = `a token pasted over the page: ${hasUserInfo ? `of the ${who} person` : "nobody can say whose"}`;
  test(title, { tag: "@desktop" }, async ({ customers, page, context, complaints }) => {
    complaints.expectFailedCalls();
    const office = await Office.open(context);
    await customers.open();
    await customers.signInWithPassword("first", "kehu");
    await customers.expectRows();
    await customers.rows.nth(1).getByRole("checkbox").click();
    office.hasUserInfo = hasUserInfo;
    await end(office, page);
    await customers.signInWithToken(office.token(who));
    await expect(dialog(page)).toBeHidden();
    await customers.expectRows();
    await expect(page.getByTestId("selection")).toBeVisible({ visible: isSame });
    expect((await leaks(page)).includes("dom")).toBe(who === "first");
  });
}

test("a token that is refused gives nothing away and nothing up", { tag: "@desktop" }, async ({ customers, page, context }) => {
  const office = await Office.open(context);
  await customers.open();
  await customers.signInWithPassword("first", "kehu");
  await customers.expectRows();
  await customers.rows.nth(1).getByRole("checkbox").click();
  await end(office, page);
  await customers.signInWithToken("wrong");
  await expect(dialog(page).locator(".sign-in__error")).toContainText("你的帐号已在其他地方登录");
  expect(await leaks(page)).not.toContain("dom");
  await page.getByTestId("sign-in-token").fill("");
  await customers.signInWithPassword("first", "kehu");
  await expect(page.getByTestId("selection")).toBeVisible();
});

test("an export that waits for its person goes on with nobody else's token", { tag: "@desktop" }, async ({ customers, page, context }) => {
  const office = await Office.open(context);
  await customers.open();
  await customers.signInWithPassword("first", "kehu");
  await customers.expectRows();
  await page.getByTestId("export").click();
  await page.getByTestId("export-format-csv").check();
  office.endAll();
  await page.getByTestId("export-start").click();
  await expect(dialog(page)).toBeVisible();
  const before = office.listCalls.length;
  await customers.signInWithPassword("second", "kehu");
  await customers.expectRows();
  await expect(page.getByTestId("export-panel")).toBeHidden();
  await customers.expectIdle();
  expect(office.listCalls.slice(before)).toEqual([{ owner: "second", perPage: "50" }]);
});

test.describe("several tabs", { tag: "@desktop" }, () => {
  const token = (page: Page, kind: "localStorage" | "sessionStorage") =>
    page.evaluate((kind) => (JSON.parse(window[kind].getItem("kehu.session") ?? "{}") as { token?: string }).token, kind);

  async function remembered(customers: CustomerListPage, page: Page, who = "first"): Promise<void> {
    await page.getByTestId("sign-in-remember").check();
    await customers.signInWithPassword(who, "kehu");
    await customers.expectRows();
  }

  test("somebody else who signs in in another tab finds a fresh page in this one too", async ({ customers, page, context }) => {
    const office = await Office.open(context);
    await customers.open();
    await remembered(customers, page);
    const other = new CustomerListPage(await context.newPage());
    await other.open();
    await other.expectRows();
    await end(office, page);
    await end(office, other.page);
    await remembered(other, other.page, "second");
    await customers.expectRows();
    await expect(customers.rows.first()).toContainText("乙明客户");
    for (const tab of [page, other.page]) expect(await leaks(tab)).toEqual([]);
  });

  test("a late refusal takes no newer session away: the same person's is gone on with", async ({ customers, page, context }) => {
    const office = await Office.open(context);
    await customers.open();
    await remembered(customers, page);
    const other = new CustomerListPage(await context.newPage());
    await other.open();
    await other.expectRows();
    await end(office, other.page);
    await remembered(other, other.page);
    await customers.tab("my").click();
    await customers.expectRows();
    await expect(customers.rows.first()).toContainText(`${SECRET}客户`);
    await expect(dialog(page)).toHaveCount(0);
    expect(await token(page, "localStorage")).toBe("first-2");
  });

  test("a late refusal takes nobody else's session away", async ({ customers, page, context }) => {
    const office = await Office.open(context);
    await customers.open();
    await remembered(customers, page);
    // A call of the page's own that comes late would be refused before the click.
    await customers.expectIdle();
    office.endAll();
    // As another tab does it.
    const second = office.token("second");
    await page.evaluate((token) => localStorage.setItem("kehu.session", JSON.stringify({ token, user_id: "22" })), second);
    await customers.tab("my").click();
    await expect(dialog(page)).toBeVisible();
    expect(await token(page, "localStorage")).toBe(second);
    expect(await leaks(page)).not.toContain("dom");
  });

  test("a name that is learned late is kept with its own token only", async ({ customers, page, context }) => {
    const office = await Office.open(context);
    await customers.open();
    await remembered(customers, page, "second");
    const other = new CustomerListPage(await context.newPage());
    const first = office.token("first");
    await other.page.addInitScript((token) => sessionStorage.setItem("kehu.session", JSON.stringify({ token })), first);
    await other.open();
    await other.expectRows();
    await other.openAccountMenu();
    await expect(other.account).toContainText(`${SECRET}本人`);
    expect([await token(other.page, "localStorage"), await token(other.page, "sessionStorage")]).toEqual(["second-1", first]);
  });

  test("a page out of the browser's memory shows nothing once somebody has signed out elsewhere", async ({ customers, page, context }) => {
    await Office.open(context);
    await customers.open();
    await remembered(customers, page);
    // It has slept meanwhile.
    await page.evaluate(() => {
      localStorage.removeItem("kehu.session");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await expect(customers.signInForm).toBeVisible();
    expect(await leaks(page)).toEqual([]);
  });
});

test("two Kehus on one host have sessions and settings of their own", { tag: "@desktop" }, async ({ customers, page, context, baseURL }) => {
  const office = await Office.open(context);
  const root = new URL("/", baseURL).href;
  await context.route(`${root}crm/kehu/**`, async (route) => {
    await route.fulfill({ response: await route.fetch({ url: route.request().url().replace("/crm/kehu/", "/") }) });
  });
  const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith("kehu.calls")).sort());
  // What a version before this one had kept.
  await page.addInitScript((token) => {
    if (localStorage.length === 0) localStorage.setItem("kehu.session", JSON.stringify({ token }));
  }, office.token("first"));
  await page.goto(`${root}crm/kehu/`);
  await customers.expectRows();
  await expect(customers.rows.first()).toContainText(SECRET);
  expect(await stored(page)).toContain("kehu.session@/crm/kehu/");
  expect(await stored(page)).not.toContain("kehu.session");

  const other = new CustomerListPage(await context.newPage());
  await other.page.goto(root);
  await other.page.getByTestId("sign-in-remember").check();
  await other.signInWithPassword("second", "kehu");
  await other.expectRows();
  await other.openAccountMenu();
  await other.page.getByTestId("sign-out").click();
  await expect(other.signInForm).toBeVisible();

  await page.reload();
  await customers.expectRows();
  await expect(customers.rows.first()).toContainText(SECRET);
});
