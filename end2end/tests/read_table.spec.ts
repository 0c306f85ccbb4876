import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { answerOfNames, exampleAnswer, type Answer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

/** The mark is a line beside the name for the eye, and a description for the ear. */
async function expectMine(customers: CustomerListPage, id: number, isMine: boolean): Promise<void> {
  const row = customers.customer(id);
  const line = () => customers.cell(row, "name").evaluate((it) => getComputedStyle(it).boxShadow !== "none");
  await expect.poll(line).toBe(isMine);
  await expect(row).toHaveAccessibleDescription(isMine ? "我的客户" : "");
}

// A wide screen shows a table; the phone's cards are in read_cards.spec.ts.
test.describe("the table", { tag: "@desktop" }, () => {
  const titles = [
    "审批状态 提交审批时间 审批完成时间 客户名称 标签 公司名称 客户类型 上级客户 联系人 电话 手机 微信 QQ 旺旺 邮箱",
    "传真 网址 省市区 详细地址 邮编 跟进状态 客户来源 所属行业 人员规模 下次跟进时间 备注 渠道 最新跟进记录 已购产品",
    "跟进时间 实际跟进时间 未跟进天数 店铺 负责人 创建人 前负责人 所属部门 前所属部门 协作人 公海 前所属公海 创建时间",
    "更新时间 预计流入公海时间 业务类型 最近通话时间",
  ]
    .join(" ")
    .split(" ");

  test("the day on which a customer goes to the pool says who computed it", async ({ customers }) => {
    await customers.openSignedIn("#?columns=name,will_flow_time,created_at");
    await expect(customers.header("will_flow_time")).toHaveAccessibleDescription(/CRM 按公海规则算出.*凌晨 5 点.*不会自动退回公海/);
    await expect(customers.header("will_flow_time").getByTitle(/凌晨 5 点/)).toBeVisible();
    await expect(customers.header("created_at")).toHaveAccessibleDescription("");
  });

  test("what a call needs stands first, and the latest talk says when it was", async ({ customers, page }) => {
    await page.clock.setFixedTime("2026-11-20T12:00:00+08:00");
    const answer = exampleAnswer();
    const [first, other] = answer.data.customers;
    if (first === undefined || other === undefined) throw new Error("the example has two customers");
    for (const customer of answer.data.customers) {
      Object.assign(customer, { real_revisit_at: "2026-11-17 10:00", revisit_remind_at: "2026-11-14 09:00" });
    }
    first["lastest_revisit_log"] = { content: "客户要求先试用" };
    other["lastest_revisit_log"] = { content: "" };
    await page.setViewportSize({ width: 1920, height: 1000 });
    await customers.answerListWith(answer);
    await customers.openSignedIn();
    const shown = page.locator("thead th").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-column")));
    expect((await shown).slice(0, 6)).toEqual([
      "name",
      "revisit_remind_at",
      "address.phone",
      "status_mapped",
      "lastest_revisit_log.content",
      "labels_mapped",
    ]);
    const talk = customers.cell(customers.customer(first.id), "lastest_revisit_log.content");
    // The day stands before the words and is none of them.
    await expect(talk).toHaveText("客户要求先试用");
    const before = (it: Element) => getComputedStyle(it, "::before").content;
    expect(await talk.evaluate(before)).toBe('"3 天前"');
    const silent = customers.cell(customers.customer(other.id), "lastest_revisit_log.content");
    expect(await silent.evaluate(before)).toBe("none");
    // Spare room goes to names and labels first.
    const width = async (column: string) => (await customers.header(column).boundingBox())?.width;
    expect([await width("name"), await width("labels_mapped")]).toEqual([320, 360]);
    expect(await width("lastest_revisit_log.content")).toBeGreaterThan(400);
  });

  test("scrolling sideways shows every column of the endpoint, in its order, by its Chinese title", async ({
    customers,
    page,
  }) => {
    const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
    await customers.openSignedIn("#?columns=all");
    const { data } = (await (await answered).json()) as Answer;
    await expect(page.getByRole("grid")).toHaveAttribute("aria-colcount", String(data.column_list.length));

    const found = new Map<number, { column: string; title: string }>();
    await customers.scrollTo({ top: 0 });
    await customers.scrollThrough(async () => {
      const heads = await page.locator("thead th").evaluateAll((cells) =>
        cells.map((cell) => ({
          index: Number(cell.getAttribute("aria-colindex")),
          column: cell.getAttribute("data-column") ?? "",
          title: cell.textContent ?? "",
        })),
      );
      for (const { index, column, title } of heads) found.set(index, { column, title });
    });

    const inOrder = data.column_list.map((_, at) => found.get(at + 1));
    expect(inOrder.map((head) => head?.column)).toEqual(data.column_list);
    expect(inOrder.slice(0, titles.length).map((head) => head?.title)).toEqual(titles);
  });

  test("a cell stands under the header of its column wherever the table is scrolled", async ({
    customers,
    page,
  }) => {
    await customers.openSignedIn("#?columns=all");
    for (const left of [0, 900, 2600, 99_999]) {
      await customers.scrollTo({ left });
      await customers.drawn();
      const places = await page.evaluate(() => {
        const place = (cell: Element) => Math.round(cell.getBoundingClientRect().left);
        const row = document.querySelector('[data-testid="row"]');
        return [...document.querySelectorAll("thead [data-column]")].map((head) => {
          const cell = row?.querySelector(`[data-column="${CSS.escape(head.getAttribute("data-column") ?? "")}"]`);
          return { column: head.getAttribute("data-column"), head: place(head), cell: cell ? place(cell) : null };
        });
      });
      expect(places.length).toBeGreaterThan(4);
      for (const { column, head, cell } of places) expect(cell, column ?? "").toBe(head);
    }
  });

  test("scrolling down shows all 200 rows, each once and in the endpoint's order", async ({
    customers,
    page,
  }) => {
    const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
    await customers.openSignedIn("#?columns=name,user.name&per_page=200", "demo-admin");
    const { data } = (await (await answered).json()) as Answer;
    await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "201");
    // Only what is near the window is drawn.
    expect(await customers.rows.count()).toBeLessThan(80);

    const found = new Map<number, string>();
    await customers.scrollThrough(async () => {
      const rows = await customers.rows.evaluateAll((list) =>
        list.map((row) => [Number(row.getAttribute("aria-rowindex")), row.getAttribute("data-customer-id")] as const),
      );
      for (const [index, id] of rows) {
        expect(found.get(index) ?? id).toBe(id);
        found.set(index, id ?? "");
      }
    });
    expect(found.size).toBe(200);
    expect(data.customers.map((_, at) => found.get(at + 2))).toEqual(data.customers.map(({ id }) => String(id)));
  });

  test("a new page of rows starts at the top and keeps the place across", async ({ customers }) => {
    await customers.openSignedIn("#?columns=all", "demo-admin");
    await customers.scrollTo({ left: 700, top: 900 });
    await customers.next.click();
    await customers.expectQuestion([], 2);
    await customers.expectRows();
    await expect.poll(() => customers.scroller.evaluate((it) => it.scrollTop)).toBe(0);
    expect(await customers.scroller.evaluate((it) => it.scrollLeft)).toBe(700);
  });

  test("the customer's name stays in sight when the table is scrolled sideways", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=all");
    await customers.scrollTo({ left: 99_999 });
    await expect(customers.header("last_called_at")).toBeInViewport();
    await expect(customers.header("name")).toBeInViewport();
    await expect(page.locator('tbody [data-column="name"]').first()).toBeInViewport();
  });

  test("only the columns that the address names are shown, in its order", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=user.name,name,status_mapped");
    await expect(page.locator("thead th")).toHaveText(["负责人", "客户名称", "跟进状态"]);
  });

  test("rows of mine are marked, others are not", async ({ customers, page }) => {
    const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
    await customers.openSignedIn("#?columns=name&per_page=15", "demo-manager");
    const { data } = (await (await answered).json()) as Answer;
    const answer = exampleAnswer();
    const [mine, other] = answer.data.customers;
    if (mine === undefined || other === undefined) throw new Error("the example has two customers");
    other.is_user_self = false;
    for (const customer of data.customers) await expectMine(customers, customer.id, customer.is_user_self);

    await customers.answerListWith(answer);
    await page.reload();
    await expectMine(customers, mine.id, true);
    await expectMine(customers, other.id, false);
  });

  test("the document's two example customers are shown right", async ({ customers }) => {
    await customers.haveSession();
    await customers.answerListWith(exampleAnswer());
    await customers.open("#?columns=name,approve_status_i18n,labels_mapped,address.tel,address.phone,status_mapped,user.name");
    await expect(customers.rows).toHaveCount(2);

    const ww = customers.customer(2456846);
    await expect(customers.cell(ww, "name")).toContainText("ww");
    await expect(customers.cell(ww, "approve_status_i18n")).toHaveText("已通过");
    await expect(customers.cell(ww, "labels_mapped")).toHaveText("1500万;,2000万)&&--");
    await expect(customers.cell(ww, "status_mapped")).toHaveText("初访");
    await expect(customers.cell(ww, "user.name")).toHaveText("李曦宁");
    const tel = customers.cell(ww, "address.tel").getByRole("link", { name: "号码 3667899" });
    await expect(tel).toHaveAttribute("href", "tel:3667899");
    const mobile = customers.cell(ww, "address.phone").getByRole("link", { name: "号码 23432" });
    await expect(mobile).toHaveAttribute("href", "tel:23432");

    const hebei = customers.customer(2371220);
    await expect(customers.cell(hebei, "name")).toContainText("河北省玉名商贸有限公司");
    await expect(customers.cell(hebei, "labels_mapped")).toContainText("行业先进企业");
    await expect(customers.cell(hebei, "address.tel").getByRole("link")).toHaveAttribute("href", "tel:09827788933");
    await expect(customers.cell(hebei, "address.tel")).toContainText("0982-7788933");
    await expect(customers.cell(hebei, "address.phone").getByRole("link")).toHaveCount(0);
  });

  test("a web address opens outside, and only a web address is a link", async ({ customers }) => {
    const answer = answerOfNames(["good", "bad"]);
    const [good, bad] = answer.data.customers;
    if (good === undefined || bad === undefined) throw new Error("two customers were made");
    good.address.url = "http://www.baidu.com";
    bad.address.url = "javascript:alert(1)";
    await customers.haveSession();
    await customers.answerListWith(answer);
    await customers.open("#?columns=name,address.url");
    const link = customers.cell(customers.row("good"), "address.url").getByRole("link");
    await expect(link).toHaveAttribute("href", "http://www.baidu.com");
    await expect(link).toHaveAttribute("rel", /noopener/);
    await expect(customers.cell(customers.row("bad"), "address.url")).toHaveText("javascript:alert(1)");
    await expect(customers.cell(customers.row("bad"), "address.url").getByRole("link")).toHaveCount(0);
  });
});

test("columns that are scrolled aside go on under a shade at the pinned ones' edge", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=all", "demo-admin");
  const shade = () =>
    page.locator("thead .pinned").first().evaluate((head) => {
      const { content, width, height } = getComputedStyle(head, "::after");
      return content === "none" ? null : { width, height };
    });
  const size = () => customers.scroller.evaluate((table) => [table.scrollHeight, table.clientHeight]);
  expect(await shade()).toBeNull();
  const before = await size();
  await customers.scrollTo({ left: 200 });
  await expect.poll(shade).toEqual({ width: "10px", height: `${before[1]}px` });
  // It is no more to scroll.
  expect(await size()).toEqual(before);
  await customers.scrollTo({ left: 0 });
  await expect.poll(shade).toBeNull();
});
