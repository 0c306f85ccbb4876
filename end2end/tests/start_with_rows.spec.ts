// The first rows are drawn by a small chunk of the program, before the page is there.
import { answerWith } from "../support/answers.ts";
import { holdPage, slowDown } from "../support/network.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { expect, test } from "../support/test.ts";

for (const network of ["fast", "slow"]) test(`on a ${network} network the first rows stand there before the page, are the same, and nothing moves`, async ({ customers, page }) => {
  await watchShifts(page);
  if (network === "slow") await slowDown(page);
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote();
  await page.goto("./", { waitUntil: "commit" });
  const early = page.locator("#shell").getByTestId("row");
  await expect(early.first()).toBeVisible();
  await expect(customers.query).toHaveCount(0);
  const ids = await early.evaluateAll((rows) => rows.slice(0, 5).map((row) => (row as HTMLElement).dataset.customerId));
  const box = await early.first().boundingBox();
  const text = await early.first().innerText();
  gate.open();
  await expect(customers.query.or(page.getByTestId("open-filters")).first()).toBeVisible();
  await expect(page.locator("#shell")).toHaveCount(0);
  const rows = page.getByTestId("row");
  expect(await rows.evaluateAll((rows) => rows.slice(0, 5).map((row) => (row as HTMLElement).dataset.customerId))).toEqual(ids);
  expect(await rows.first().boundingBox()).toEqual(box);
  expect(await rows.first().innerText()).toBe(text);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
  expect(await shiftsOf(page)).toBeLessThan(0.005);
});

test("what cannot be done with them yet looks so and does nothing, and a link is a link", { tag: "@desktop" }, async ({ customers, page }) => {
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote();
  await customers.answerListWith(answerWith(2, (customer) => {
    customer.labels = Array.from({ length: 11 }, (_, id) => ({ id, group_id: 1, content: `标签${id}号`, color: null }));
  }));
  await page.goto("./#?columns=name,labels_mapped,address.tel,status_mapped", { waitUntil: "commit" });
  const shell = page.locator("#shell");
  const row = shell.getByTestId("row").first();
  const name = row.locator("th[data-column=name], .card__open").first();
  const waiting = [name, row.getByRole("button", { name: "还有 9 个标签" })];
  if (!customers.isPhone) waiting.push(row.locator(".row__check"), shell.locator("th.head").first());
  await expect(name).toBeVisible();
  const cursorAt = ([x, y]: [number, number]) => getComputedStyle(document.elementFromPoint(x, y) ?? document.body).cursor;
  for (const part of waiting) {
    const { x, y, width, height } = (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle: [number, number] = [x + width / 2, y + height / 2];
    expect(await page.evaluate(cursorAt, middle)).toBe("progress");
    await page.mouse.click(...middle);
  }
  await expect(shell.locator(".list").locator(":popover-open, :checked, details[open]")).toHaveCount(0);
  await expect(shell.locator(".list a[href^='tel:']").first()).toHaveCSS("cursor", "pointer");
  gate.open();
  await expect(shell).toHaveCount(0);
  await customers.expectIdle();
  await expect(page.getByTestId("preview")).toBeHidden();
  await expect(page.locator(".fold__card:popover-open, tr :checked")).toHaveCount(0);
  expect(customers.listCalls).toHaveLength(1);
});

test("a page turned before the page is there is turned", async ({ customers, page }) => {
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote("page=1&per_page=20");
  await page.goto("./#?per_page=20", { waitUntil: "commit" });
  const [first] = await customers.rows.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.customerId));
  await customers.next.click();
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectRows();
  expect(await customers.ids()).not.toContain(first);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(2);
  await page.goBack();
  await expect(customers.pageNumber).toHaveText("1");
});

test("at no moment is there a row without a way to the next ones, or with two", async ({ customers, page }) => {
  await page.addInitScript(() => {
    const seen = new Set<number>();
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const count = (id: string) => document.querySelectorAll(`[data-testid="${id}"]`).length;
      if (count("row") > 0) seen.add(count("next"));
    }).observe(document, { childList: true, subtree: true });
  });
  await customers.haveNote();
  await customers.openSignedIn();
  await expect(page.locator("#shell")).toHaveCount(0);
  await customers.expectIdle();
  expect(await page.evaluate(() => [...(globalThis as unknown as { seen: Set<number> }).seen])).toEqual([1]);
});

test("they can be scrolled, and the page goes on there with the very same rows", { tag: "@desktop" }, async ({
  customers,
  page,
}) => {
  await page.addInitScript(() => {
    const look = () => {
      const ids = [...document.querySelectorAll<HTMLElement>("[data-customer-id]")].map((row) => row.dataset.customerId);
      if (new Set(ids).size < ids.length) Object.assign(globalThis, { sawTwice: ids });
      requestAnimationFrame(look);
    };
    look();
  });
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote("page=1&per_page=100");
  await page.goto("./#?columns=all&per_page=100", { waitUntil: "commit" });
  const early = page.locator("#shell").getByTestId("row");
  await expect(early.first()).toBeVisible();
  await page.locator("#shell .table").evaluate((table) => table.scrollTo(900, 1200));
  // What comes into sight is drawn, across and down.
  await expect(early.first()).toHaveAttribute("aria-rowindex", /^[23]\d$/);
  await expect(page.locator("#shell th.head").last()).toBeVisible();
  const columns = () => page.locator("th.head").evaluateAll((all) => all.map((th) => (th as HTMLElement).dataset.column));
  const shown = await columns();
  expect(shown).not.toContain("status_mapped");
  await early.first().evaluate((row) => Object.assign(row, { isFirst: true }));
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  const rows = page.getByTestId("row");
  expect(await rows.first().evaluate((row) => (row as unknown as { isFirst?: boolean }).isFirst)).toBe(true);
  expect(await columns()).toEqual(shown);
  const place = () => page.locator(".table").evaluate((table) => [table.scrollLeft, table.scrollTop]);
  expect(await place()).toEqual([900, 1200]);
  expect(await page.evaluate(() => (globalThis as unknown as { sawTwice?: string[] }).sawTwice)).toBeUndefined();
});

test("cards can be scrolled, and the page goes on there", { tag: "@phone" }, async ({ customers, page }) => {
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote();
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#shell").getByTestId("row").first()).toBeVisible();
  const place = () => page.locator(".cards").evaluate((cards) => cards.scrollTop);
  await page.locator("#shell .cards").evaluate((cards) => cards.scrollTo(0, 200));
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect.poll(place).toBe(200);
});

test("after a reload they stand where the reader was", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=50");
  const scroller = page.locator(".table, .cards");
  await scroller.evaluate((element) => element.scrollTo(0, 700));
  await expect.poll(() => page.evaluate(() => String(history.state))).toMatch(/^700 0\|/);
  const gate = await holdPage(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("#shell").getByTestId("row").first()).toBeAttached();
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(700);
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(700);
});

test("they have the columns, widths and density that the page will have", { tag: "@desktop" }, async ({ customers, page }) => {
  const view = { name: "电话", layout: {}, columns: ["name", "status_mapped", "address.phone"], density: "roomy" };
  await page.addInitScript(
    (text) => localStorage.setItem("kehu.views", text),
    JSON.stringify({ kehu_views: 1, default: view.name, views: [view] }),
  );
  await slowDown(page);
  const gate = await holdPage(page);
  await customers.haveSession();
  await customers.haveNote();
  await page.goto("./", { waitUntil: "commit" });
  const titles = () =>
    page.locator(".table").evaluate((table) => ({
      titles: [...table.querySelectorAll("th.head")].map((th) => [th.textContent?.trim(), th.getBoundingClientRect().x]),
      density: (table as HTMLElement).dataset.density,
    }));
  await expect(page.locator("#shell").getByTestId("row").first()).toBeVisible();
  const early = await titles();
  expect(early.density).toBe("roomy");
  expect(early.titles).toHaveLength(3);
  gate.open();
  await expect(page.locator("#shell")).toHaveCount(0);
  expect(await titles()).toEqual(early);
});

test("an answer that is none leaves it all to the page", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await slowDown(page);
  await customers.haveSession();
  await customers.haveNote();
  await customers.answerList(async (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }));
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByTestId("error")).toBeVisible();
  await expect(page.locator("#shell")).toHaveCount(0);
  expect(customers.listCalls).toHaveLength(1);
});

test("an answer that takes its time holds the page up for a moment only", { tag: "@desktop" }, async ({ customers, page }) => {
  await slowDown(page);
  const answer = await customers.holdAnswers();
  await customers.haveSession();
  await customers.haveNote();
  await page.goto("./", { waitUntil: "commit" });
  await expect(customers.query).toBeVisible();
  await expect(page.getByTestId("call-status")).toBeVisible();
  answer.open();
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(1);
});

test("a page that does not come is told, with a way to try again", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  complaints.expectStop();
  const app = /kehu_app-\w+\.wasm$/;
  await page.route(app, (route) => route.fulfill({ status: 404 }));
  await customers.haveSession();
  await page.goto("./", { waitUntil: "commit" });
  const stop = page.getByRole("alertdialog");
  await expect(stop).toContainText("页面没有启动成功");
  await page.unroute(app);
  await stop.getByRole("button", { name: "重新加载" }).click();
  await customers.expectRows();
});
