// An account may belong to several companies, and a session may end by more than one code.
import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const LOGIN = "**/api/v2/auth/login";
const COMPANIES = [
  { corp_id: 71, name: "第一示例公司" },
  { corp_id: "corp-b", name: "第二示例公司" },
];

/** Asks which company until one is named; gives what was sent. */
async function askWhich(page: Page, answer: (list: unknown[]) => unknown, companies: unknown[] = COMPANIES): Promise<unknown[]> {
  const sent: unknown[] = [];
  await page.route(LOGIN, async (route: Route) => {
    const { corp_id } = route.request().postDataJSON() as { corp_id?: unknown };
    sent.push(corp_id ?? null);
    await route.fulfill({ json: corp_id === undefined ? answer(companies) : { code: 0, data: { user_token: "demo-manager", user_id: 3 } } });
  });
  return sent;
}

for (const [where, answer] of [
  ["at the top of the answer", (org_list: unknown[]) => ({ code: 0, org_list })],
  ["in its data", (org_list: unknown[]) => ({ code: 0, data: { org_list } })],
] as const) {
  test(`who belongs to several companies, named ${where}, is asked which`, async ({ customers, page }) => {
    const sent = await askWhich(page, answer);
    await customers.open();
    await customers.signInWithPassword("manyorgs", "kehu");
    await expect(page.getByText("要进哪一家？")).toBeVisible();
    await expect(page.getByTestId("sign-in-company")).toHaveText(["第一示例公司", "第二示例公司"]);
    await expect(page.getByTestId("sign-in-submit")).toBeHidden();
    await expect(page.getByTestId("sign-in-companies")).toBeFocused();
    await page.getByRole("button", { name: "第二示例公司" }).click();
    await customers.expectRows();
    expect(sent).toEqual([null, "corp-b"]);
  });
}

test("an id that is a number is sent back as one, and another account can be taken instead", { tag: "@desktop" }, async ({ customers, page }) => {
  const sent = await askWhich(page, (org_list) => ({ code: 0, org_list }));
  await customers.open();
  await customers.signInWithPassword("manyorgs", "kehu");
  await page.getByRole("button", { name: "换一个帐号" }).click();
  await expect(page.getByTestId("sign-in-login")).toBeVisible();
  await page.getByTestId("sign-in-submit").click();
  await page.getByRole("button", { name: "第一示例公司" }).click();
  await customers.expectRows();
  expect(sent).toEqual([null, null, 71]);
});

test("of a single company there is nothing to choose", { tag: "@desktop" }, async ({ customers, page }) => {
  const sent = await askWhich(page, (org_list) => ({ code: 0, org_list }), COMPANIES.slice(0, 1));
  await customers.open();
  await customers.signInWithPassword("manyorgs", "kehu");
  await customers.expectRows();
  expect(sent).toEqual([null, 71]);
});

test("signing in again asks for the company too", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  const sent = await askWhich(page, (org_list) => ({ code: 0, org_list }));
  await customers.openSignedIn("#?per_page=15");
  await customers.answerListWith({ code: 100401, message: "本地已经下线", error: "user_authentication_error" }, 1);
  await customers.tab("my").click();
  await expect(customers.signInForm).toBeVisible();
  await customers.signInWithPassword("manyorgs", "kehu");
  await page.getByRole("button", { name: "第一示例公司" }).click();
  await customers.expectRows();
  expect(sent).toEqual([null, 71]);
});

test("of many companies all can be reached, and what went wrong is in sight", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  const many = Array.from({ length: 20 }, (_, at) => ({ corp_id: at, name: `第 ${at} 示例公司` }));
  await customers.openSignedIn("#?per_page=15");
  await customers.answerListWith({ code: 100401, message: "本地已经下线", error: "user_authentication_error" }, 1);
  await customers.tab("my").click();
  await page.route(LOGIN, async (route: Route) => {
    const { corp_id } = route.request().postDataJSON() as { corp_id?: unknown };
    await route.fulfill({ json: corp_id === undefined ? { code: 0, org_list: many } : { code: 100000, message: "这家公司已停用" } });
  });
  await customers.signInWithPassword("manyorgs", "kehu");
  const other = page.getByRole("button", { name: "换一个帐号" });
  await other.scrollIntoViewIfNeeded();
  await expect(other).toBeInViewport({ ratio: 1 });
  await page.getByTestId("sign-in-company").first().click();
  await expect(page.locator(".sign-in__error")).toContainText("这家公司已停用");
  await expect(page.locator(".sign-in__error")).toBeInViewport({ ratio: 1 });
});

for (const code of [100400, 100000]) {
  test(`code ${code} ends the session only where its words say so`, { tag: "@desktop" }, async ({ customers }) => {
    await customers.openSignedIn("#?per_page=15");
    await customers.answerListWith({ code, message: "参数错误" }, 1);
    await customers.tab("my").click();
    await expect(customers.error).toContainText(`参数错误（代码 ${code}）`);
    await expect(customers.signInForm).toBeHidden();
    await customers.answerListWith({ code, message: "登录已过期，请重新登录" }, 1);
    await customers.retry.click();
    await expect(customers.signInForm).toBeVisible();
    await expect(customers.signInForm).toContainText("登录已过期，请重新登录");
  });
}

test("a refused password is told once, whatever its words, and nothing is tried again", { tag: "@desktop" }, async ({ customers, page }) => {
  const message = "登录过于频繁，帐号或密码不对，请重新登录";
  await page.route(LOGIN, (route) => route.fulfill({ json: { code: 100400, message } }));
  await customers.open();
  await customers.signInWithPassword("manager", "wrong");
  await expect(customers.error).toContainText(message);
  await expect(customers.waiting).toBeHidden();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(1);
  await expect(page.getByTestId("sign-in-submit")).toBeEnabled();
});

test.describe("the wild edition", () => {
  test.use({ edition: "wild" });

  test("asks an account of two companies which, and a wrong password is told", async ({ customers, page, complaints }) => {
    complaints.expectFailedCalls();
    await customers.open();
    await customers.signInWithPassword("manyorgs", "wrong");
    await expect(customers.error).toBeVisible();
    await expect(customers.signInForm).toBeVisible();
    await customers.signInWithPassword("manyorgs", "kehu");
    await expect(page.getByTestId("sign-in-company")).toHaveCount(2);
    await page.getByTestId("sign-in-company").first().click();
    await customers.expectRows();
  });
});
