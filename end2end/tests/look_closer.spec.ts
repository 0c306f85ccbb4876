// One customer beside the list, filters from a value, finding in what is loaded, and the keys for it.
import { violations } from "../support/axe.ts";
import { answerOfNames, answerWith, exampleAnswer, secretNumbers } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

test.describe("the preview", { tag: "@desktop" }, () => {
  test("opens beside the list by Enter, steps with the arrows, and asks the endpoint nothing", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15");
    await customers.expectIdle();
    const names = await customers.names();
    customers.forgetCalls();
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("Enter");
    const preview = page.getByTestId("preview");
    const heading = preview.getByRole("heading", { level: 2 });
    await expect(heading).toHaveText(names[0] ?? "");
    await expect(heading).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(heading).toHaveText(names[0] ?? "");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(heading).toHaveText(names[2] ?? "");
    await expect(customers.rows.nth(2)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();
    await expect(customers.rows.nth(2).locator('[data-column="name"]')).toBeFocused();
    expect(customers.calls).toHaveLength(0);
    expect(await violations(page)).toEqual([]);
  });

  test("shows all fields in groups, columns that the table does not show too", async ({ customers, page }) => {
    await customers.answerListWith(exampleAnswer());
    await customers.openSignedIn("#?columns=name");
    await customers.rows.nth(1).locator('[data-column="name"]').click();
    const preview = page.getByTestId("preview");
    for (const title of ["跟进状态", "归属", "负责人", "李曦宁", "创建时间"]) await expect(preview).toContainText(title);
    expect(await violations(page)).toEqual([]);
  });

  test("no number that may not be seen is in it", async ({ customers, page }) => {
    const answer = exampleAnswer();
    await customers.answerListWith(answer);
    await customers.openSignedIn();
    for (const at of [0, 1]) {
      await customers.rows.nth(at).locator('[data-column="name"]').click();
      const html = await page.getByTestId("preview").innerHTML();
      for (const secret of secretNumbers(answer)) expect(html).not.toContain(secret);
    }
  });

  test("a value narrows the list to customers like this one", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,status_mapped");
    await customers.rows.first().locator('[data-column="name"]').click();
    const status = await customers.cell(customers.rows.first(), "status_mapped").textContent();
    const only = page.getByTestId("preview").getByRole("button", { name: `只看「${status ?? ""}」` });
    await only.click();
    await expect(customers.chip("状态")).toContainText(status ?? "");
    await expect.poll(() => customers.lastQuestion()?.pairs.join()).toMatch(/^status=\d+$/);
  });
});

test.describe("the preview on a phone", { tag: "@phone" }, () => {
  test("a tap on the name opens it over the whole screen, back closes it", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15");
    const [name] = await customers.names();
    await customers.rows.first().getByTestId("open-customer").click();
    const preview = page.getByTestId("preview");
    await expect(preview.getByRole("heading", { level: 2 })).toHaveText(name ?? "");
    const box = await preview.boundingBox();
    expect(box?.width).toBe(390);
    expect(await violations(page)).toEqual([]);
    await preview.getByRole("button", { name: "返回列表" }).click();
    await expect(preview).toBeHidden();
  });
});

test.describe("the menu of a cell", { tag: "@desktop" }, () => {
  for (const [column, pair] of [
    ["status_mapped", /^status=\d+$/],
    ["source_mapped", /^source=\d+$/],
    ["category_mapped", /^category=\d+$/],
    ["owned_department.name", /^department_id=\d+$/],
    ["created_at", /^created_at\[\]=(\d{4}-\d\d-\d\d),created_at\[\]=\1$/],
  ] as const) {
    test(`shows only customers of this ${column}`, async ({ customers, page }) => {
      await customers.openSignedIn(`#?columns=name,${column}`);
      const cell = customers.rows.locator(`[data-column="${column}"]`).filter({ hasNotText: "–" }).first();
      await cell.click({ button: "right" });
      await page.getByTestId("context-menu").getByRole("menuitem", { name: /^只看/ }).click();
      await expect.poll(() => customers.lastQuestion()?.pairs.join()).toMatch(pair);
      await customers.expectRows();
      await expect(customers.chips).toHaveCount(1);
    });
  }

  test("offers no filter where the endpoint has none, and closes with Escape to its cell", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,note&per_page=15");
    const cell = customers.rows.first().locator('[data-column="note"]');
    await cell.click();
    await page.keyboard.press("Shift+F10");
    const menu = page.getByTestId("context-menu");
    await expect(menu.getByRole("menuitem").first()).toBeFocused();
    await expect(menu.getByRole("menuitem", { name: /^只看/ })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(cell).toBeFocused();
  });
});

test.describe("finding in the loaded rows", { tag: "@desktop" }, () => {
  const names = ["河北玉名商贸", "重庆春腾农业", "ＡＢＣ国际", "河北省玉名集团", "石家庄面粉"];

  test("finds at once by words, width and pinyin, and asks nothing", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.answerListWith(answerOfNames(names));
    await customers.openSignedIn();
    await customers.expectIdle();
    customers.forgetCalls();
    await page.keyboard.press("Control+f");
    const field = page.getByTestId("find");
    await expect(field).toBeFocused();
    for (const [typed, found] of [
      ["玉名", ["河北玉名商贸", "河北省玉名集团"]],
      ["hbym", ["河北玉名商贸", "河北省玉名集团"]],
      ["cqct", ["重庆春腾农业"]],
      ["abc", ["ＡＢＣ国际"]],
    ] as const) {
      await field.fill(typed);
      await expect.poll(() => customers.names()).toEqual(found);
      await expect(page.getByText(`在已加载的 5 行中`)).toBeVisible();
    }
    await field.fill("没有的");
    await expect(customers.rows).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => customers.names()).toEqual(names);
    expect(customers.calls).toHaveLength(0);
  });

  test("finds a number by the digits that show, never by those that are hidden", async ({ customers, page }) => {
    const answer = answerWith(2, (customer, at) => {
      customer.name = at === 0 ? "甲" : "乙";
      customer.phones_data = [
        {
          label: "手机",
          call_field_name: "address.phone",
          phone: "13800138000",
          phone_hidden_result: at === 0 ? "138****8000" : "13900001111",
          is_invisible: false,
          is_enable: true,
        },
      ];
      customer.address = {};
    });
    await customers.answerListWith(answer);
    await customers.openSignedIn("#?columns=name,address.phone");
    await page.keyboard.press("Control+f");
    const field = page.getByTestId("find");
    await field.fill("139 0000-1111");
    await expect.poll(() => customers.names()).toEqual(["乙"]);
    await field.fill("8000");
    await expect.poll(() => customers.names()).toEqual(["甲"]);
    await field.fill("0013");
    await expect(customers.rows).toHaveCount(0);
  });

  test("one key sends the same words to the endpoint", async ({ customers, page }) => {
    await customers.openSignedIn();
    await page.keyboard.press("Control+f");
    await page.getByTestId("find").fill("玉名");
    await page.keyboard.press("Control+Enter");
    await customers.expectQuestion(["query=玉名"]);
    await expect(customers.query).toHaveValue("玉名");
    await expect(page.getByTestId("find")).toBeHidden();
  });
});

test.describe("the page's keys", { tag: "@desktop" }, () => {
  test("/ goes to the search, ? shows all keys, and both can be switched off", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15");
    await page.keyboard.press("/");
    await expect(customers.query).toBeFocused();
    await page.keyboard.type("a/b?");
    await expect(customers.query).toHaveValue("a/b?");
    await customers.query.fill("");
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("?");
    const sheet = page.getByTestId("keys");
    await expect(sheet).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await sheet.getByTestId("single-keys").click();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    await expect(sheet).toBeHidden();
    await expect(customers.query).not.toBeFocused();
    await page.reload();
    await customers.expectRows();
    await page.keyboard.press("?");
    await expect(sheet).toBeHidden();
    await customers.openAccountMenu();
    await page.getByTestId("open-keys").click();
    await expect(sheet).toBeVisible();
  });
});
