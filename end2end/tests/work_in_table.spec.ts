// The table as an instrument: the keyboard, selecting, copying, and columns shaped by hand.
import type { Locator, Page } from "@playwright/test";
import { answerOfNames, answerWith, exampleAnswer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

/** Where the keyboard is: customer's row from 1 (0 is the header) and column. */
async function active(page: Page): Promise<[row: number, column: string | null]> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest("[aria-colindex]");
    const row = cell?.closest("tr")?.getAttribute("aria-rowindex");
    return [Number(row) - 1, cell?.getAttribute("data-column") ?? null];
  });
}

async function expectActive(page: Page, row: number, column: string): Promise<void> {
  await expect.poll(() => active(page)).toEqual([row, column]);
}

/** The focused cell lies whole in what can be seen of the table: under no header, under no pinned column. */
async function expectInSight(page: Page): Promise<void> {
  const isInSight = () =>
    page.evaluate(() => {
      const cell = document.activeElement as HTMLElement;
      const rect = cell.getBoundingClientRect();
      const points = [
        [rect.left + 3, rect.top + 3],
        [rect.right - 3, rect.bottom - 3],
      ];
      return points.every(([x, y]) => {
        const hit = document.elementFromPoint(x ?? 0, y ?? 0);
        return hit !== null && (cell.contains(hit) || hit.contains(cell));
      });
    });
  await expect.poll(isInSight).toBe(true);
}

async function width(header: Locator): Promise<number> {
  return header.evaluate((element) => Math.round(element.getBoundingClientRect().width));
}

async function titles(page: Page): Promise<string[]> {
  return page.locator("thead th").evaluateAll((heads) => heads.map((head) => head.textContent ?? ""));
}

/** What Ctrl+C puts on the clipboard. */
async function copied(page: Page): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    // Behind the page's own.
    window.addEventListener(
      "copy",
      (event) => {
        const data = event.clipboardData;
        (window as unknown as Record<string, unknown>).copied = {
          text: data?.getData("text/plain") ?? "",
          html: data?.getData("text/html") ?? "",
        };
      },
      { once: true },
    );
  });
  await page.keyboard.press("Control+c");
  return page.evaluate(
    () => (window as unknown as Record<string, { text: string; html: string }>).copied ?? { text: "", html: "" },
  );
}

test.describe("the keyboard in the table", { tag: "@desktop" }, () => {
  const three = "#?columns=name,created_at,status_mapped";

  test("Tab stops once in the table, on the first customer, and the next Tab leaves it", async ({ customers, page }) => {
    await customers.openSignedIn(three);
    await customers.filter("product").focus();
    const stops = page.locator('.table [tabindex="0"]');
    await expect(stops).toHaveCount(1);
    await stops.focus();
    await expectActive(page, 1, "name");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("table") === null)).toBe(true);
  });

  test("arrows, Home, End and the page keys move through the grid and stay inside", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn(three);
    await customers.rows.first().locator('[data-column="name"]').focus();
    const press = async (keys: string) => {
      for (const key of keys.split(" ")) await page.keyboard.press(key);
    };
    await press("ArrowRight ArrowDown ArrowDown");
    await expectActive(page, 3, "created_at");
    await press("End");
    await expectActive(page, 3, "status_mapped");
    await press("ArrowRight");
    await expectActive(page, 3, "status_mapped");
    await press("Home ArrowLeft");
    await expectActive(page, 3, "name");
    await press("Control+End");
    await expectActive(page, 50, "status_mapped");
    await expectInSight(page);
    await press("ArrowDown");
    await expectActive(page, 50, "status_mapped");
    await press("Control+Home");
    await expectActive(page, 1, "name");
    await expectInSight(page);
    await press("PageDown");
    const [row] = await active(page);
    expect(row).toBeGreaterThan(10);
    await expectInSight(page);
    await press("PageUp ArrowUp");
    await expectActive(page, 0, "name");
    await press("ArrowUp");
    await expectActive(page, 0, "name");
  });

  test("the active cell comes into sight under no header and no pinned column", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=all");
    await customers.rows.first().locator('[data-column="name"]').focus();
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
    }
    await expectInSight(page);
    const [row] = await active(page);
    expect(row).toBe(31);
    for (let press = 0; press < 20; press += 1) await page.keyboard.press("ArrowLeft");
    await expectInSight(page);
    await page.keyboard.press("Home");
    await expectActive(page, 31, "approve_status_i18n");
    await expectInSight(page);
  });

  test("the keyboard keeps its place while the wheel takes the row out of sight", async ({ customers, page }) => {
    await customers.openSignedIn(three);
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("ArrowDown");
    await customers.scrollTo({ top: 99_999 });
    await expect(customers.scroller).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expectActive(page, 3, "name");
    await expectInSight(page);
  });

  test("a table that goes while the keyboard is in it stops nothing", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,labels_mapped");
    await page.evaluate(() => {
      location.hash = "#?columns=name,labels_mapped&page=99999";
    });
    await expect(customers.empty).toBeVisible();
    await page.goBack();
    await customers.expectRows();
    await customers.rows.first().locator("[data-column=name]").focus();
    // The window gets narrow, as on a tablet that is turned: cards take the table's place.
    await page.setViewportSize({ width: 390, height: 800 });
    await expect(page.locator(".cards")).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.locator(".cards")).toHaveCount(0);
    await customers.expectRows();
    await customers.rows.first().locator("[data-column=name]").focus();
    await expectActive(page, 1, "name");
    // And a list without rows has no table.
    await page.goForward();
    await expect(customers.empty).toBeVisible();
    await page.goBack();
    await customers.expectRows();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
  });

  test("Enter on a header sorts, and the keyboard stays there", async ({ customers, page }) => {
    await customers.openSignedIn(three);
    await expect(customers.sortHeader("created_at")).toBeVisible();
    await customers.header("created_at").focus();
    await page.keyboard.press("Enter");
    await customers.expectQuestion(["sort=created_at", "order=asc"]);
    await customers.expectRows();
    await expectActive(page, 0, "created_at");
  });

  test("F2 goes into a cell to what can be used there, Escape comes back", async ({ customers, page }) => {
    await customers.answerListWith(exampleAnswer());
    await customers.openSignedIn("#?columns=name,address.tel,labels_mapped");
    const cell = customers.rows.nth(1).locator('[data-column="labels_mapped"]');
    await cell.focus();
    await page.keyboard.press("F2");
    await expect(cell.getByRole("button")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(cell.locator("[popover]")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(cell.locator("[popover]")).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(cell).toBeFocused();
  });

  test("a text that is cut off shows whole when the keyboard comes to it", async ({ customers, page }) => {
    const long = "河北玉名商贸".repeat(12);
    await customers.answerListWith(answerOfNames([long, "短"]));
    await customers.openSignedIn("#?columns=name,note");
    await customers.rows.nth(1).locator('[data-column="name"]').focus();
    await page.keyboard.press("ArrowUp");
    const tip = page.getByRole("tooltip");
    await expect(tip).toHaveText(long);
    await page.keyboard.press("Escape");
    await expect(tip).toBeHidden();
    await page.keyboard.press("ArrowDown");
    await expect(tip).toBeHidden();
  });
});

test.describe("selecting and copying", { tag: "@desktop" }, () => {
  test("Space selects, Shift with arrows reaches further and back, the bar says how many", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at");
    const bar = page.getByTestId("selection");
    await expect(bar).toBeHidden();
    await customers.rows.first().locator('[data-column="name"]').focus();
    await page.keyboard.press("Space");
    await expect(bar).toContainText("已选 1 个客户");
    await expect(customers.rows.first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(bar).toContainText("已选 3 个客户");
    await page.keyboard.press("Shift+ArrowUp");
    await expect(bar).toContainText("已选 2 个客户");
    await page.keyboard.press("Control+a");
    await expect(bar).toContainText("已选 50 个客户");
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
  });

  test("boxes select by mouse, with Shift a whole stretch; the head's box selects all", async ({ customers, page }) => {
    await customers.openSignedIn();
    const bar = page.getByTestId("selection");
    const box = (at: number) => customers.rows.nth(at).getByRole("checkbox");
    await box(1).click();
    await box(4).click({ modifiers: ["Shift"] });
    await expect(bar).toContainText("已选 4 个客户");
    for (const at of [1, 2, 3, 4]) await expect(box(at)).toBeChecked();
    const all = page.locator("thead").getByRole("checkbox");
    await expect.poll(() => all.evaluate((it: HTMLInputElement) => it.indeterminate)).toBe(true);
    await all.click();
    await expect(bar).toContainText("已选 50 个客户");
    await all.click();
    await expect(bar).toBeHidden();
  });

  test("the selection survives turning the page and sorting", async ({ customers, page }) => {
    await customers.openSignedIn();
    const first = (await customers.ids())[0] ?? "";
    await customers.rows.first().getByRole("checkbox").click();
    await customers.next.click();
    await expect(customers.pageNumber).toHaveText("2");
    await customers.expectRows();
    await expect(page.getByTestId("selection")).toContainText("已选 1 个客户，其中 1 个不在本页");
    await customers.previous.click();
    await expect(customers.customer(first)).toHaveAttribute("aria-selected", "true");
  });

  test("who signs out leaves no selected customer to who comes next", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.rows.first().getByRole("checkbox").click();
    await expect(page.getByTestId("selection")).toContainText("已选 1 个客户");
    await customers.signOut();
    await customers.signInWithToken("demo-manager");
    await customers.expectRows();
    await expect(page.getByTestId("selection")).toBeHidden();
  });

  test("another page begins at the top for the keyboard too", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at");
    await customers.rows.first().locator('[data-column="name"]').focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowDown");
    await customers.next.click();
    await expect(customers.pageNumber).toHaveText("2");
    await customers.expectRows();
    await expect(customers.rows.first().locator('[data-column="name"]')).toHaveAttribute("tabindex", "0");
  });

  test("Ctrl+C copies the cell, or the selected rows as a spreadsheet takes them", { tag: "@engines" }, async ({ customers, page }) => {
    const answer = answerWith(3, (customer, at) => {
      customer.name = ["=1+1", "带\t制表符", "普通"][at] ?? "";
      customer.note = "=cmd";
    });
    await customers.answerListWith(answer);
    await customers.openSignedIn("#?columns=name,created_at");
    await customers.rows.nth(2).locator('[data-column="name"]').focus();
    expect((await copied(page)).text).toBe("普通");
    await customers.rows.nth(0).getByRole("checkbox").click();
    await customers.rows.nth(1).getByRole("checkbox").click();
    await customers.rows.nth(2).locator('[data-column="created_at"]').focus();
    const { text, html } = await copied(page);
    const lines = text.split("\n").map((line) => line.split("\t")[0]);
    expect(lines[0]).toBe("'=1+1");
    expect(text).toContain('"带\t制表符"\t');
    expect(html).toContain("mso-number-format");
  });

  test("a row without an id has a box that says why it cannot be ticked", async ({ customers, page }) => {
    const answer = answerWith(3, (customer, at) => {
      if (at === 1) Object.assign(customer, { id: null });
    });
    await customers.answerListWith(answer);
    await customers.openSignedIn("#?columns=name,created_at");
    const box = customers.rows.nth(1).getByRole("checkbox");
    await expect(box).toBeDisabled();
    await expect(box).toHaveAccessibleName("这一行没有 ID，不能选中");
    await customers.rows.nth(1).locator('[data-column="name"]').focus();
    await page.keyboard.press("Space");
    await expect(page.getByTestId("said")).toHaveText("这一行没有 ID，不能选中");
    // All that can be selected are.
    const all = page.getByRole("checkbox", { name: "选中本页所有行" });
    await all.click();
    await expect(page.getByTestId("selection")).toContainText("已选 2 个客户");
    await expect(all).toBeChecked();
  });

  test("the bar copies what was selected on other pages too, with titles where wished", async ({ customers, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await customers.openSignedIn("#?columns=name,status_mapped");
    const [first] = await customers.names();
    await customers.rows.first().getByRole("checkbox").click();
    await customers.next.click();
    await customers.expectRows();
    await expect(customers.pageNumber).toHaveText("2");
    await page.getByTestId("copy-with-titles").click();
    await expect(page.getByTestId("selection")).toContainText("已复制");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const [titles, row] = text.split("\n");
    expect(titles).toBe("客户名称\t跟进状态");
    expect(row?.split("\t")[0]).toContain(first?.slice(0, 4) ?? "");
  });

  test("a number that may not be seen is in no copy", async ({ customers, page }) => {
    const answer = answerWith(1, (customer) => {
      customer.phones_data = [
        {
          label: "手机",
          call_field_name: "address.phone",
          phone: "13911112222",
          phone_hidden_result: "139****2222",
          is_invisible: false,
          is_enable: true,
        },
        {
          label: "手机",
          call_field_name: "address.phone",
          phone: "13733334444",
          phone_hidden_result: "137****4444",
          is_invisible: true,
          is_enable: true,
        },
      ];
      customer.address = { phone: "13911112222", phone_hidden_result: "139****2222" };
    });
    await customers.answerListWith(answer);
    await customers.openSignedIn("#?columns=name,address.phone");
    await customers.rows.first().getByRole("checkbox").click();
    await customers.rows.first().locator('[data-column="name"]').focus();
    const { text, html } = await copied(page);
    expect(text).toContain("139****2222");
    for (const secret of ["13911112222", "13733334444", "137****4444"]) {
      expect(text + html).not.toContain(secret);
    }
  });
});

test.describe("columns shaped by hand", { tag: "@desktop" }, () => {
  const three = "#?columns=name,created_at,status_mapped,user.name";

  test("an edge is dragged to another width, and only the layout knows", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn(three);
    const header = customers.header("created_at");
    const before = await width(header);
    const edge = await header.locator(".head__edge").boundingBox();
    if (edge === null) throw new Error("no edge");
    customers.forgetCalls();
    await page.mouse.move(edge.x + 4, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + 54, edge.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => width(header)).toBe(before + 50);
    expect(customers.listCalls).toHaveLength(0);
    await expect(customers.header("name")).not.toHaveAttribute("aria-sort");
  });

  test("an edge clicked twice fits the column to what stands in it", async ({ customers }) => {
    const long = "河北省石家庄市玉名商贸有限责任公司桥西区分公司（总部）";
    await customers.answerListWith(answerOfNames([long, "短"]));
    await customers.openSignedIn("#?columns=name,created_at");
    const cell = customers.rows.first().locator('[data-column="name"]');
    const isCut = () => cell.evaluate((it) => it.scrollWidth > it.clientWidth);
    expect(await isCut()).toBe(true);
    await customers.header("name").locator(".head__edge").dblclick();
    await expect.poll(isCut).toBe(false);
    await customers.header("created_at").hover();
  });

  test("Shift with arrows widens from the keyboard, Ctrl+Shift moves the column, and the focus goes along", async ({ customers, page }) => {
    await customers.openSignedIn(three);
    const header = customers.header("created_at");
    const before = await width(header);
    await header.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => width(header)).toBe(before + 32);
    await page.keyboard.press("Control+Shift+ArrowRight");
    await expect.poll(() => titles(page)).toEqual(["客户名称", "跟进状态", "创建时间", "负责人"]);
    await expectActive(page, 0, "created_at");
    await customers.expectFragment("#?columns=name,status_mapped,created_at,user.name");
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(["客户名称", "创建时间", "跟进状态", "负责人"]);
  });

  test("a header is dragged to another place", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn(three);
    const target = customers.header("created_at");
    await customers.header("user.name").dragTo(target, { targetPosition: { x: 10, y: 12 } });
    await expect.poll(() => titles(page)).toEqual(["客户名称", "负责人", "创建时间", "跟进状态"]);
  });

  test("the column's menu pins, moves, hides and sorts, by mouse and by keys", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn(three);
    await expect(customers.sortHeader("created_at")).toBeVisible();
    const menu = page.getByTestId("context-menu");
    await customers.header("status_mapped").click({ button: "right" });
    await menu.getByRole("menuitem", { name: "固定在左侧" }).click();
    await expect(customers.header("status_mapped")).toHaveClass(/pinned/);
    await expect.poll(() => titles(page)).toEqual(["客户名称", "跟进状态", "创建时间", "负责人"]);

    await customers.header("user.name").focus();
    await page.keyboard.press("Shift+F10");
    await expect(menu.getByRole("menuitem").first()).toBeFocused();
    const hide = menu.getByRole("menuitem", { name: "隐藏「负责人」" });
    await page.keyboard.press("End");
    await expect(hide).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => titles(page)).toEqual(["客户名称", "跟进状态", "创建时间"]);

    await customers.header("created_at").hover();
    await customers.header("created_at").getByRole("button", { name: "创建时间：列菜单" }).click();
    await menu.getByRole("menuitem", { name: "降序排列" }).click();
    await customers.expectQuestion(["sort=created_at", "order=desc"]);
  });

  test("a menu that was closed stays closed when the table is made anew", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,labels_mapped");
    const menu = page.getByTestId("context-menu");
    await customers.rows.first().locator("[data-column=name]").click({ button: "right" });
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await page.setViewportSize({ width: 390, height: 800 });
    await expect(page.locator(".cards")).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.locator(".table")).toBeVisible();
    await customers.rows.first().locator("[data-column=name]").hover();
    await expect(menu).toBeHidden();
    // It still opens when it is asked for, twice at the same place too.
    for (const key of ["Shift+F10", "Shift+F10"]) {
      await customers.rows.first().locator("[data-column=name]").focus();
      await page.keyboard.press(key);
      await expect(menu).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(menu).toBeHidden();
    }
  });

  test("without a word in the address the table shows a few columns, and remembers what was changed", async ({ customers, page }) => {
    await customers.openSignedIn();
    const usual = ["客户名称", "下次跟进时间", "手机", "跟进状态", "最新跟进记录", "标签", "负责人", "审批状态", "创建时间"];
    await expect.poll(() => titles(page)).toEqual(usual);
    await customers.header("labels_mapped").click({ button: "right" });
    await page.getByTestId("context-menu").getByRole("menuitem", { name: "隐藏「标签」" }).click();
    const fewer = usual.filter((title) => title !== "标签");
    await expect.poll(() => titles(page)).toEqual(fewer);
    await page.reload();
    await customers.expectRows();
    await expect.poll(() => titles(page)).toEqual(fewer);
  });

  test("days since the last follow-up and until the pool are shown by their bands", async ({ customers, page }) => {
    await page.clock.setFixedTime(new Date("2026-11-20T04:00:00Z"));
    const since = ["2026-11-20 08:00", "2026-11-13 08:00", "2026-11-05 08:00", "2026-10-01 08:00", ""];
    const until = ["2026-11-30 08:00", "2026-11-22 08:00", "2026-11-20 23:00", "2026-11-19 08:00", ""];
    const answer = answerWith(5, (customer, at) => {
      customer.real_revisit_at = since[at];
      customer.will_flow_time = until[at];
    });
    await customers.answerListWith(answer);
    await customers.openSignedIn("#?columns=name,kehu.days_since_follow_up,kehu.days_until_pool");
    const column = async (name: string) =>
      customers.rows.locator(`[data-column="${name}"]`).evaluateAll((cells) =>
        cells.map((cell) => [cell.textContent, [...cell.classList].find((it) => it.includes("days--")) ?? ""]),
      );
    await expect.poll(() => column("kehu.days_since_follow_up")).toEqual([
      ["今天", ""],
      ["7 天", "cell__days--week"],
      ["15 天", "cell__days--fortnight"],
      ["50 天", "cell__days--month"],
      ["–", ""],
    ]);
    await expect.poll(() => column("kehu.days_until_pool")).toEqual([
      ["10 天", ""],
      ["2 天", "cell__days--soon"],
      ["今天", "cell__days--soon"],
      ["已过 1 天", "cell__days--soon"],
      ["–", ""],
    ]);
    await expect(customers.header("kehu.days_until_pool")).toContainText("由本页按这一行的日期算出");
  });
});
