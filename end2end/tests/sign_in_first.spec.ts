// The form is there before the page, is the one that stays, and signs in before the page is there.
import { holdPage, holdProgram } from "../support/network.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

for (const [locale, title] of [["zh-CN", "登录"], ["en-GB", "Sign in"]] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`the form stands there before the page, with the cursor in it, and nothing moves (${locale})`, async ({ customers, page }) => {
      await page.route("**/config.json", (route) => route.fulfill({ json: { hint: " 演示：demo / kehu " } }));
      await watchShifts(page);
      const gate = await holdPage(page);
      await page.goto("./", { waitUntil: "commit" });
      await expect(page.getByTestId("sign-in-login")).toBeFocused();
      await expect(page.locator("#shell")).toHaveCount(0);
      await expect(customers.signInForm).toContainText("演示：demo / kehu");
      await expect(customers.signInForm.getByRole("heading")).toHaveText(title);
      // The shell's rows, which the form replaces, move by 30 px in one of some 20 starts; why is not known.
      const before = await shiftsOf(page);
      expect(before).toBeLessThan(0.03);
      await gate.reached();
      gate.open();
      await customers.expectIdle();
      await expect(customers.signInForm).toHaveCount(1);
      await expect(page.getByTestId("sign-in-login")).toBeFocused();
      expect((await shiftsOf(page)) - before).toBeLessThan(0.005);
      expect(customers.calls).toEqual([]);
    });
  });
}

test("what is filled in while the page comes stays, with the place of the cursor", async ({ customers, page }) => {
  const gate = await holdPage(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByTestId("sign-in-login")).toBeFocused();
  await page.keyboard.type("liixining");
  await page.getByTestId("sign-in-password").fill("geheim");
  await page.getByTestId("sign-in-remember").check();
  await page.getByTestId("sign-in-login").evaluate((field: HTMLInputElement) => {
    field.focus();
    field.setSelectionRange(1, 2);
  });
  const come = page.waitForResponse(/kehu_app-\w+\.wasm$/);
  gate.open();
  await (await come).finished();
  await customers.expectIdle();
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("sign-in-login")).toHaveValue("lixining");
  await expect(page.getByTestId("sign-in-password")).toHaveValue("geheim");
  await expect(page.getByTestId("sign-in-remember")).toBeChecked();
});

test("whoever signs in before the page is there is signed in, with one call", async ({ customers, page }) => {
  const gate = await holdPage(page);
  await page.goto("./#?per_page=20", { waitUntil: "commit" });
  await page.getByTestId("sign-in-token").fill("demo-lixining");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("sign-in-submit")).toHaveText("登录中…");
  // A second Enter while the page comes is none.
  await page.keyboard.press("Enter");
  gate.open();
  await customers.expectRows();
  await expect(customers.signInForm).toHaveCount(0);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
  expect(page.url()).not.toContain("demo-lixining");
  expect(new URL(page.url()).hash).toBe("#?per_page=20");
});

test("a wrong password is told, and the next try works, before the page is there", { tag: "@desktop" }, async ({ customers, page }) => {
  const gate = await holdPage(page);
  await page.goto("./", { waitUntil: "commit" });
  await customers.signInWithPassword("manager", "wrong");
  await expect(customers.error).toContainText("帐号或密码错误");
  await customers.signInWithPassword("manager", "kehu");
  await expect(page.getByTestId("sign-in-submit")).toHaveText("登录中…");
  gate.open();
  await customers.expectRows();
  expect(customers.callsTo("/api/v2/auth/login")).toHaveLength(2);
  expect(customers.listCalls).toHaveLength(1);
  // The page knows who it is without a call.
  await customers.signOut();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
});

test("what is missing is said before the page is there", { tag: "@desktop" }, async ({ customers, page }) => {
  await holdPage(page);
  await page.goto("./", { waitUntil: "commit" });
  await page.getByTestId("sign-in-submit").click();
  await expect(customers.error).toContainText("请填写帐号和密码");
  expect(customers.calls).toEqual([]);
});

test("the page's code comes behind the form", { tag: "@desktop" }, async ({ customers, page }) => {
  const program = await holdProgram(page);
  await page.goto("./", { waitUntil: "commit" });
  await program.reached();
  await expect(page.locator("link[rel=preload][href*=kehu_sign_in]")).toHaveCount(1);
  await expect(page.locator("link[rel=preload][href*=kehu_app]")).toHaveCount(0);
  program.open();
  await expect(customers.signInForm).toBeVisible();
  await expect(page.locator("link[rel=preload][href*=kehu_app]")).toHaveCount(1);
});

for (const [chunk, act] of [["sign_in", false], ["app", true]] as const) {
  test(`a kehu_${chunk} that does not come is told`, { tag: "@desktop" }, async ({ complaints, customers, page }) => {
    complaints.expectFailedCalls();
    complaints.expectStop();
    await page.route(new RegExp(`kehu_${chunk}-\\w+\\.wasm$`), (route) => route.fulfill({ status: 404 }));
    await page.goto("./", { waitUntil: "commit" });
    if (act) await customers.signInWithToken("demo-lixining");
    await expect(page.getByRole("alertdialog")).toContainText("页面没有启动成功");
  });
}
