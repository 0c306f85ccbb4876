import { expect, test } from "../support/test.ts";

test("a salesperson signs in with the token that the company handed out", async ({ customers }) => {
  await customers.open();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await expect(customers.signInForm).toBeHidden();
});

test("a salesperson signs in with account and password", { tag: "@engines" }, async ({ customers }) => {
  await customers.open();
  await customers.signInWithPassword("lixining", "kehu");
  await customers.expectRows();
});

test("the Enter key in the password field signs in", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.open();
  await customers.fillAccount("lixining", "kehu");
  await page.getByTestId("sign-in-password").press("Enter");
  await customers.expectRows();
});

test("an eye shows the password that is typed, until it is sent", async ({ customers, page }) => {
  await customers.open();
  const password = page.getByTestId("sign-in-password");
  const eye = page.getByRole("button", { name: "显示输入的内容" });
  await customers.fillAccount("lixining", "wrong");
  await expect(password).toHaveAttribute("type", "password");
  await expect(eye).toHaveAttribute("aria-pressed", "false");
  await eye.click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(password).toHaveValue("wrong");
  await expect(eye).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("sign-in-submit").click();
  await expect(customers.error).toContainText("帐号或密码错误");
  await expect(password).toHaveAttribute("type", "password");
});

test("a wrong password shows the endpoint's own words, and the next try works", async ({ customers }) => {
  await customers.open();
  await customers.signInWithPassword("lixining", "wrong");
  await expect(customers.error).toContainText("帐号或密码错误");
  await customers.signInWithPassword("lixining", "kehu");
  await customers.expectRows();
});

test("what is wrong moves neither a field nor the button", async ({ customers, page }) => {
  await customers.open();
  const places = () => page.getByTestId("sign-in").locator("input, button").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().y));
  const before = await places();
  await page.getByTestId("sign-in-submit").click();
  await expect(customers.error).toBeInViewport();
  expect(await places()).toEqual(before);
});

test("blanks and invisible signs that a chat adds to a token do not matter", { tag: "@desktop" }, async ({ customers }) => {
  await customers.open();
  await customers.signInWithToken("\u{feff} demo-\u{200b}lixining\u{202c} ");
  await customers.expectRows();
  expect(JSON.parse((await customers.stored("kehu.session")).session ?? "{}")).toMatchObject({ token: "demo-lixining" });
});

test("a token that cannot be one is refused without a call", { tag: "@desktop" }, async ({ customers }) => {
  await customers.open();
  for (const token of ["demo lixining", "令牌", "a,b"]) {
    await customers.signInWithToken(token);
    await expect(customers.error).toContainText("不是一个完整的令牌");
  }
  expect(customers.calls).toEqual([]);
});

test("an empty form says what is missing", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.open();
  await page.getByTestId("sign-in-submit").click();
  await expect(customers.error).toContainText("请填写帐号和密码");
  expect(customers.calls).toEqual([]);
});

test("a session that is not to be remembered ends with the tab", { tag: "@desktop" }, async ({ customers }) => {
  await customers.open();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  const { session, local } = await customers.stored("kehu.session");
  expect(JSON.parse(session ?? "{}")).toMatchObject({ token: "demo-lixining" });
  expect(local).toBeNull();
});

test("a session that is to be remembered is there in the next tab", { tag: "@desktop" }, async ({ customers, page, context }) => {
  await customers.open();
  await page.getByTestId("sign-in-remember").check();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  const { session, local } = await customers.stored("kehu.session");
  expect(JSON.parse(local ?? "{}")).toMatchObject({ token: "demo-lixining" });
  expect(session).toBeNull();

  const other = await context.newPage();
  await other.goto("./");
  await expect(other.getByTestId("row").first()).toBeVisible();
});

test("signing out leaves nothing of the session on the device", async ({ customers, page }) => {
  await customers.open();
  await page.getByTestId("sign-in-remember").check();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.choose("status", "意向");
  await customers.expectRows();

  await customers.signOut();

  expect(await customers.stored("kehu.session")).toEqual({ session: null, local: null });
  expect(await customers.stored("kehu.options")).toEqual({ session: null, local: null });
  await expect(customers.rows).toHaveCount(0);
  await page.reload();
  await expect(customers.signInForm).toBeVisible();
});

test("without a network signing out still leaves nothing: not in the page, not in storage, not behind 返回", { tag: "@desktop" }, async ({
  customers,
  context,
  page,
  complaints,
}) => {
  // The endpoint cannot be told.
  complaints.expectFailedCalls();
  await customers.open();
  await page.getByTestId("sign-in-remember").check();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.tab("common").click();
  await customers.expectRows();
  await customers.expectIdle();
  const names = await customers.rows.locator('[data-column="name"]').allInnerTexts();
  expect(names.length).toBeGreaterThan(3);
  await context.setOffline(true);

  await customers.signOut();

  const left = () =>
    page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage }) + String(history.state));
  const isHere = (text: string) => names.filter((name) => name.trim().length > 2 && text.includes(name.trim()));
  expect(await customers.stored("kehu.session")).toEqual({ session: null, local: null });
  expect(isHere(await left())).toEqual([]);
  await page.goBack();
  await expect(customers.signInForm).toBeVisible();
  expect(isHere(await left())).toEqual([]);
});

test("the token is sent in one header and never stands in an address", { tag: "@desktop" }, async ({ customers, page }) => {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  await customers.open();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.choose("status", "意向");
  await customers.expectRows();
  await customers.openAccountMenu();
  await expect(page.locator("#account-menu")).toContainText("李曦宁");

  expect(urls.filter((url) => url.includes("demo-lixining"))).toEqual([]);
  expect(page.url()).not.toContain("demo-lixining");
  expect(customers.calls.length).toBeGreaterThanOrEqual(4);
  for (const call of customers.calls) {
    const header = await call.headerValue("authorization");
    expect(header, call.url()).toBe("Token token=demo-lixining, device=open_api, version_code=9.9.9");
  }
});

test("who signs out takes along what was searched for: the next person begins with the plain list", async ({ customers, page }) => {
  await customers.openSignedIn("#?query=有限&tab_type=my", "demo-manager");
  await customers.signOut();
  await customers.expectFragment("#?");
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.expectQuestion([]);
  await expect(page.getByTestId("query")).toHaveValue("");
  // There is nothing of theirs to undo either.
  await page.keyboard.press("Control+z");
  await expect(page.getByText("没有可以撤销的")).toBeVisible();
  await customers.expectFragment("#?");
});
