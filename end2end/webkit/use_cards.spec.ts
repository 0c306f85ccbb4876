// Cards, dialogs and files: what opens, what Escape closes, what is saved.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./test.ts";
import { column, Key, testId } from "./salesperson.ts";

test("the chooser shows all columns, and one that is ticked comes into the table", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped", "demo-admin");
  await me.click(testId("columns"));
  expect((await me.size(".columns__body")).height).toBeGreaterThan(150);
  await me.type(testId("column-search"), "微信");
  await me.clickText(".columns__choice", "微信");
  await expect.poll(() => me.titles()).toContain("微信");
});

test("a column is dragged in the chooser", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped,created_at", "demo-admin");
  await me.click(testId("columns"));
  await me.drag(`.columns__row${column("created_at")} .columns__grip`, `.columns__row${column("status_mapped")}`);
  await expect.poll(async () => (await me.titles()).filter((it) => it !== "")).toEqual(["客户名称", "创建时间", "跟进状态"]);
});

test("Escape closes a card while its field has words in it", async ({ me }) => {
  await me.comeToRows("", "demo-admin");
  for (const [button, field] of [[testId("columns"), testId("column-search")], [testId("filter-user"), ".choose__search"]] as const) {
    await me.click(button);
    await me.type(field, "李");
    await me.press(Key.ESCAPE);
    await me.expectGone(field);
  }
});

test("nothing in the export's dialog moves at the first click", async ({ me }) => {
  await me.comeToRows("#?per_page=15", "demo-admin");
  await me.click(testId("export"));
  const before = await me.size(testId("export-start"));
  await me.click(testId("export-format-csv"));
  await me.click(testId("export-scope-loaded"));
  expect(await me.size(testId("export-start"))).toEqual(before);
});

test("the loaded rows become a CSV file", async ({ me, webkit }) => {
  await me.comeToRows("#?columns=name,user.name&per_page=15", "demo-admin");
  const names = await me.ids();
  await me.click(testId("export"));
  await me.click(testId("export-scope-loaded"));
  await me.click(testId("export-format-csv"));
  await me.click(testId("export-start"));
  await me.see(testId("export-report"));
  const files = async () => (await readdir(webkit.downloads)).filter((name) => name.endsWith(".csv"));
  await expect.poll(files).toHaveLength(1);
  const [file = ""] = await files();
  expect(file).toMatch(/^客户_\d{4}-\d\d-\d\d_\d{4}\.csv$/);
  const text = () => readFile(join(webkit.downloads, file), "utf8");
  await expect.poll(text).toContain("结论");
  const lines = (await text()).split("\r\n");
  expect(lines[0]).toBe("\u{feff}客户名称,负责人");
  expect(lines.indexOf(",")).toBe(names.length + 1);
});

test("dark is dark, also after a reload", async ({ me }) => {
  await me.comeToRows();
  const light = await me.style("html", "backgroundColor");
  await me.click(testId("account"));
  await me.click(testId("theme-dark"));
  await expect.poll(() => me.style("html", "backgroundColor")).not.toBe(light);
  const dark = await me.style("html", "backgroundColor");
  await me.browser.navigate().refresh();
  await me.expectRows();
  expect(await me.style("html", "backgroundColor")).toBe(dark);
});

test("a program that has stopped says where", async ({ me }) => {
  await me.comeToRows();
  // More memory than there is: the program traps, and only the engine knows where.
  await me.run(() => {
    const { href } = document.querySelector<HTMLLinkElement>("#page-js") ?? { href: "" };
    void import(href).then(async (module: { default: () => Promise<Record<string, unknown>> }) => {
      const allocate = (await module.default()).__wbindgen_malloc as (bytes: number, align: number) => number;
      setTimeout(() => {
        for (;;) allocate(0x3fff_0000, 1);
      });
    });
  });
  await me.see('[role="alertdialog"]');
  const report = await me.run(() => document.querySelector<HTMLTextAreaElement>('[data-testid="stop-report"]')?.value);
  expect(report).toMatch(/RuntimeError: (wasm-function\[\d+\]|\S+\.rs:\d+:\d+)/);
});

test.describe("as narrow as a phone", () => {
  test.use({ size: { width: 390, height: 844 } });

  test("customers are cards; one opens over the list, and back closes it", async ({ me }) => {
    await me.comeToRows();
    expect(await me.inSight(".cards")).toBe(1);
    const eighth = `${testId("row")}:nth-of-type(8) ${testId("open-customer")}`;
    await me.run((css) => document.querySelector(css)?.scrollIntoView(), eighth);
    const top = () => me.run(() => document.querySelector(".cards")?.scrollTop ?? 0);
    const before = await top();
    expect(before).toBeGreaterThan(0);
    await me.click(eighth);
    await me.see(testId("preview"));
    await me.browser.navigate().back();
    await me.expectGone(testId("preview"));
    await me.expectRows();
    expect(await top()).toBe(before);
  });

  test("filters stand on a sheet", async ({ me }) => {
    await me.comeToRows("", "demo-admin");
    await me.click(testId("open-filters"));
    await me.click(testId("filter-status"));
    await me.clickText(".choose__option", "意向");
    await me.click(testId("close-filters"));
    await expect.poll(() => me.texts(testId("filter-chip"))).toEqual([expect.stringContaining("意向")]);
  });
});
