import { answerOfNames } from "../support/answers.ts";
import { Gate } from "../support/gate.ts";
import { expect, test } from "../support/test.ts";

test("while the next rows are on their way the last ones stay, dimmed", async ({ customers, page }) => {
  await customers.openSignedIn();
  const before = await customers.ids();
  const gate = await customers.holdAnswers();

  await customers.tab("common").click();
  await gate.reached();

  await expect(customers.list).toHaveAttribute("aria-busy", "true");
  expect(await customers.ids()).toEqual(before);
  const dimmed = page.locator(customers.isPhone ? ".cards" : "tbody").first();
  await expect.poll(() => dimmed.evaluate((it) => Number(getComputedStyle(it).opacity))).toBeLessThan(1);

  gate.open();
  await expect(customers.list).toHaveAttribute("aria-busy", "false");
  await expect(dimmed).toHaveCSS("opacity", "1");
  await expect.poll(() => customers.ids()).not.toEqual(before);
});

test("before the first rows their shape is shown, and nothing is called empty", async ({ customers, page }) => {
  await customers.haveSession();
  const gate = await customers.holdAnswers();
  await customers.open();
  await gate.reached();
  await expect(page.locator("main .skeleton")).toBeVisible();
  await expect(customers.empty).toBeHidden();
  gate.open();
  await customers.expectRows();
  await expect(page.locator("main .skeleton")).toBeHidden();
});

test("a slow older answer never shows after a newer question", async ({ customers, page }) => {
  const older = new Gate();
  const shown: string[] = [];
  await customers.haveSession();
  await customers.answerList(async (route) => {
    const { searchParams } = new URL(route.request().url());
    const tab = searchParams.get("tab_type") ?? "all";
    if (tab === "my") {
      await older.pass();
      await route.fulfill({ json: answerOfNames(["older"]) }).catch(() => undefined);
    } else {
      await route.fulfill({ json: answerOfNames([`newest ${tab}`]) });
    }
  });
  await customers.open();
  await expect(customers.row("newest all")).toBeVisible();
  await page.exposeFunction("rowsChanged", (text: string) => shown.push(text));
  await page.evaluate(() => {
    const tell = () => {
      const names = [...document.querySelectorAll('[data-testid="row"] [data-column="name"]')];
      void (window as unknown as { rowsChanged: (text: string) => Promise<void> }).rowsChanged(
        names.map((name) => name.textContent).join(),
      );
    };
    new MutationObserver(tell).observe(document.body, { childList: true, subtree: true, characterData: true });
  });

  const givenUp = page.waitForEvent("requestfailed", (request) => request.url().includes("/customers"));
  await customers.tab("my").click();
  await older.reached();
  await customers.tab("common").click();
  expect((await givenUp).url()).toContain("tab_type=my");
  await expect(customers.row("newest common")).toBeVisible();

  older.open();
  await customers.expectIdle();
  await expect(customers.row("newest common")).toBeVisible();
  await expect(customers.rows).toHaveCount(1);
  expect(shown.filter((names) => names.includes("older"))).toEqual([]);
});

test("when nobody matches, the page names the filters and offers a way out", async ({ customers }) => {
  await customers.haveSession();
  await customers.open("#?query=zzqqxx&status=1476047&tab_type=my");
  await expect(customers.empty).toContainText("没有符合条件的客户");
  await expect(customers.empty).toContainText("搜索: zzqqxx");
  await expect(customers.empty).toContainText(/状态: (意向|#1476047)/);
  await customers.empty.getByRole("button", { name: "清空" }).click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  await expect(customers.empty).toBeHidden();
});

test("when nobody matches, what is likeliest to help is offered first", async ({ customers, page }) => {
  await customers.openSignedInEmpty("#?query=zzqqxx&status=1476047&tab_type=my");
  const offers = customers.empty.locator(".notice__actions > *");
  await expect(offers).toHaveText(["在「全部」里找", "清空", "按拼音首字母在已加载的行里找", /^哪个筛选太严/, "撞单查询"]);
  await page.getByTestId("empty-in-all").click();
  await customers.expectQuestion(["query=zzqqxx", "status=1476047"]);
  await expect(offers.first()).toHaveText("清空");
  // Each filter has its own cross.
  await customers.empty.getByRole("button", { name: "去掉筛选 搜索: zzqqxx" }).click();
  await customers.expectQuestion(["status=1476047"]);
  await customers.expectRows();
});

test("letters that nobody has are looked for as initials in the loaded rows", async ({ customers, page }) => {
  await customers.openSignedInEmpty("#?query=hbsymsm");
  await page.getByTestId("empty-letters").click();
  await customers.expectQuestion([]);
  await expect(page.getByTestId("find")).toHaveValue("hbsymsm");
  await expect(customers.rows).toHaveCount(1);
  await expect(customers.row("河北省玉名商贸有限公司")).toBeVisible();
});

test("an empty list without filters says just that", async ({ customers }) => {
  await customers.haveSession();
  await customers.answerListWith(answerOfNames([]));
  await customers.open();
  await expect(customers.empty).toContainText("这里还没有客户");
});
