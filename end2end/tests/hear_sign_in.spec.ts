// What a screen reader says of signing in.
import { Reader } from "../support/hear.ts";
import { expect, test } from "../support/test.ts";

test("every field and button of signing in says what it is", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.open();
  await expect(page.getByTestId("sign-in-login")).toBeFocused();
  const reader = await Reader.of(page);
  await reader.expectRead("main", "form, 登录", "heading, 登录, level 1", "textbox, 帐号", "button, 登录", "end of form, 登录");
  await page.getByTestId("sign-in-login").focus();
  await reader.expectAfter(
    ["Tab", "密码"],
    ["Tab", "button, 显示输入的内容, not pressed"],
    ["Tab", "令牌"],
    ["Tab", "checkbox, 在这台设备上记住我, not checked"],
    ["Tab", "button, 登录"],
  );
});

test("what is wrong with an account is said, and then the rows", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await customers.open();
  await expect(page.getByTestId("sign-in-login")).toBeFocused();
  const reader = await Reader.of(page);
  await reader.expectSaid(() => page.getByTestId("sign-in-submit").click(), "polite: 请填写帐号和密码，或粘贴令牌。");
  await reader.expectSaid(() => customers.signInWithPassword("lixining", "wrong"), "polite: 帐号或密码错误（代码 100402）");
  await reader.expectSaid(() => customers.signInWithPassword("lixining", "kehu"), "polite: 第 1 页，50 行");
});
