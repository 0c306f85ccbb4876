// A company has fields of its own. The list names them by codes; the catalogue tells what they are called.
import { CATALOG, catalogAnswer, columnOf, companyAnswer, fields, giveCatalog } from "../support/custom_fields.ts";
import { bytesOf, readCsv } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

const shown = fields.filter((field) => field.status === undefined);
const intent = columnOf("text_asset_0a1b2c");
const products = columnOf("text_asset_1f");

test.beforeEach(async ({ customers, page }) => {
  await customers.answerListWith(companyAnswer());
  await giveCatalog(page);
});

test("columns, chooser and preview call each field by its name and each choice by its word", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=all");
  const seen = new Set<string>();
  await customers.scrollThrough(async () => {
    for (const text of await customers.rows.first().locator("td, th").allTextContents()) seen.add(text);
    for (const text of await page.locator("thead .head__title").allTextContents()) seen.add(text);
  });
  for (const { label } of shown) expect([...seen]).toContain(label);
  for (const text of ["高", "门禁、会议", "12-31", "12500.0", "example.com/a", "139****7788", "示例甲", "电销一部", "月结"]) {
    expect([...seen], text).toContain(text);
  }
  expect([...seen].join(" ")).not.toMatch(/sel_|不该出现|13900007788/);

  await page.getByTestId("columns").click();
  const chooser = page.getByRole("dialog", { name: "显示哪些列" });
  const group = chooser.getByRole("group", { name: "合作信息" });
  await expect(group.getByRole("checkbox", { name: "意向" })).toBeChecked();
  await expect(chooser.getByRole("group", { name: "开票资料" }).getByRole("checkbox", { name: "税号" })).toBeChecked();
  await expect(chooser.getByText("旧字段")).toHaveCount(0);
  await expect(chooser.getByRole("group", { name: "自定义" })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await customers.scrollTo({ left: 0 });
  await customers.openCustomer(0);
  const item = (column: string) => customers.preview.locator(`[data-column="${column}"]`);
  await expect(item(intent)).toHaveText("意向高");
  await expect(item(products)).toHaveText("感兴趣的产品门禁、会议");
  await expect(customers.preview.getByRole("heading", { name: "开票资料" })).toBeVisible();
  await expect(customers.preview).not.toContainText(/sel_|不该出现|13900007788/);
});

test("words given beside a code come first, and a code that nobody knows is an empty cell", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn(`#?columns=name,${intent},${products}`);
  await expect(customers.header(intent)).toContainText("意向");
  const cells = (column: string) => customers.rows.locator(`[data-column="${column}"]`);
  await expect(cells(intent)).toHaveText(["高", "中等", "–"]);
  await expect(cells(products)).toHaveText(["门禁、会议", "–", "考勤"]);
});

test("cards show the fields by their names too", { tag: "@phone" }, async ({ customers }) => {
  await customers.openSignedIn();
  const card = customers.rows.first();
  await card.locator("summary").click();
  await expect(card.locator(`[data-column="${intent}"]`)).toHaveText("高");
  await expect(card.getByText("合同到期")).toBeVisible();
  await expect(card).not.toContainText(/sel_|text_asset|不该出现|13900007788/);
});

test("a copy and an export say the same as the screen", { tag: "@desktop" }, async ({ context, customers, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn(`#?columns=name,${intent}`);
  const cell = customers.cell(customers.rows.first(), intent);
  await expect(cell).toHaveText("高");
  await cell.click();
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("高");

  await page.getByTestId("export").click();
  await page.getByTestId("export-scope-loaded").check();
  await page.getByTestId("export-format-csv").check();
  const download = page.waitForEvent("download");
  await page.getByTestId("export-start").click();
  const rows = readCsv(await bytesOf(await download));
  expect(rows.slice(0, 4)).toEqual([
    ["客户名称", "意向"],
    ["示例商行 1", "高"],
    ["示例商行 2", "中等"],
    ["示例商行 3", ""],
  ]);
});

test("the catalogue is one call a day, after the rows, and leaves with whoever signs out", async ({ customers, page }) => {
  await customers.openSignedIn();
  await expect.poll(() => customers.callsTo(CATALOG).length).toBe(1);
  await customers.expectIdle();
  expect(customers.calls[0]).toBe(customers.listCalls[0]);
  expect(customers.calls.length).toBeLessThanOrEqual(3);

  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.callsTo(CATALOG)).toHaveLength(0);

  await customers.signOut();
  expect((await customers.stored("kehu.fields")).local).toBeNull();
});

test("a page that stays open learns of new and of disabled fields the next day", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn(`#?columns=name,${intent},${products}`);
  await expect(customers.header(intent)).toContainText("意向");
  const text = JSON.stringify(catalogAnswer()).replace("意向", "购买意向").replace('"感兴趣的产品"', '"产品"');
  const changed = JSON.parse(text);
  changed.data.custom_field_groups[0].custom_fields[1].status = "disable";
  await giveCatalog(page, changed);
  await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await page.getByTestId("refresh").click();
  await expect(customers.header(intent)).toContainText("购买意向");
  await expect(customers.header(products)).toHaveCount(0);
  expect(customers.callsTo(CATALOG)).toHaveLength(2);
});

test("without the catalogue the list is as before, and nobody asks twice", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route((url) => url.pathname === CATALOG, (route) => route.fulfill({ status: 404, body: "" }));
  await customers.openSignedIn(`#?columns=name,${intent}`);
  await expect.poll(() => customers.callsTo(CATALOG).length).toBe(1);
  await expect(customers.header(intent)).toContainText(intent);
  // A code is still none to be shown.
  await expect(customers.rows.locator(`[data-column="${intent}"]`)).toHaveText(["–", "中等", "–"]);
  await customers.expectIdle();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.callsTo(CATALOG)).toHaveLength(1);
});

test("a list of the document's own columns costs no call for the catalogue", async ({ customers }) => {
  const answer = companyAnswer();
  answer.data.column_list = answer.data.column_list.filter((name) => !name.includes("_asset_"));
  await customers.page.unrouteAll();
  await customers.answerListWith(answer);
  await customers.openSignedIn();
  await customers.expectIdle();
  expect(customers.callsTo(CATALOG)).toHaveLength(0);
});
