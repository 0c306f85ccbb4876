import { expect, test } from "../support/test.ts";

test("a word typed key by key costs one call", async ({ customers }) => {
  await customers.openSignedIn();
  await customers.expectIdle();
  customers.forgetCalls();

  // In one breath: between two keys that come through the browser a busy machine may rest as a reader does.
  await customers.query.evaluate((field: HTMLInputElement) => {
    for (const key of "yuming2023") {
      field.value += key;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });

  await customers.expectQuestion(["query=yuming2023"]);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("the Enter key asks at once, and once", { tag: "@desktop" }, async ({ customers, page }) => {
  // With the clock standing still, only the key can send the question.
  await page.clock.install();
  await customers.openSignedIn();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  customers.forgetCalls();
  await customers.query.fill("河北");
  await customers.query.press("Enter");
  await customers.expectQuestion(["query=河北"]);
  await page.clock.runFor(5_000);
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(1);
});

test("what is being composed in pinyin costs no call until it is a word", async ({
  customers,
  page,
  context,
}) => {
  await page.clock.install();
  await customers.openSignedIn();
  await customers.expectIdle();
  customers.forgetCalls();
  const keyboard = await context.newCDPSession(page);
  const compose = (text: string) =>
    keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });

  await customers.query.focus();
  for (const text of ["h", "he", "he b", "he be", "he bei"]) {
    await compose(text);
    await page.clock.runFor(2_000);
  }
  await expect(customers.query).toHaveValue("he bei");
  expect(customers.listCalls).toHaveLength(0);

  await keyboard.send("Input.insertText", { text: "河北" });
  await page.clock.runFor(2_000);
  await customers.expectQuestion(["query=河北"]);
  expect(customers.listCalls).toHaveLength(1);
});

test("emptying the field brings all customers back", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?query=%E6%B2%B3%E5%8C%97");
  await expect(customers.query).toHaveValue("河北");
  await customers.query.fill("");
  await customers.expectQuestion([]);
  await expect(customers.chips).toHaveCount(0);
});

test("another search field asks the same words in it", async ({ customers }) => {
  await customers.openSignedIn();
  await customers.search("0982-7788933");
  await customers.expectQuestion(["query=0982-7788933"]);
  await customers.searchIn("电话");
  await customers.expectQuestion(["custom_field_name=address.tel", "query=0982-7788933"]);
  await customers.expectRows();
  await expect(customers.row("河北省玉名商贸有限公司")).toBeVisible();
});

test("words with signs of addresses are asked as they are", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession();
  await customers.open();
  const words = "50%&a=b #1+1 / ?“引号” 🙂";
  await customers.search(words);
  await customers.expectQuestion([`query=${words}`]);
  await customers.page.reload();
  await expect(customers.query).toHaveValue(words);
  await customers.expectQuestion([`query=${words}`]);
});

test("signs that cannot be seen are not searched for", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("", "demo-admin");
  await customers.search("\u202d河北\u200b玉名\u202c\ufeff");
  await customers.expectQuestion(["query=河北玉名"]);
  await expect(customers.query).toHaveValue("河北玉名");
});

test("a mobile number with the country's code finds whom the eleven digits find", async ({ customers, page }) => {
  await customers.openSignedIn();
  await page.getByTestId("query").fill("+86 158-1083-3757");
  await customers.expectQuestion(["query=15810833757"]);
  await customers.expectRows();
});
