// The table as an instrument, by hand and by keys.
import { expect, test } from "./test.ts";
import { column, Key, testId } from "./salesperson.ts";

/** Where the keyboard is: the row from 1, 0 for the header, and the column. */
const active = (): [number, string | null] => {
  const cell = document.activeElement?.closest("[aria-colindex]");
  return [Number(cell?.closest("tr")?.getAttribute("aria-rowindex")) - 1, cell?.getAttribute("data-column") ?? null];
};
const nameOf = (row: number): string => `${testId("row")}[aria-rowindex="${row + 1}"] ${column("name")}`;

test("arrows, Home and End move through the grid, Enter opens a customer, Escape leads back", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped,created_at", "demo-admin");
  await me.click(`${testId("row")}[aria-rowindex="2"] ${column("status_mapped")}`);
  await expect.poll(() => me.run(active)).toEqual([1, "status_mapped"]);
  await me.press(Key.ARROW_DOWN, Key.ARROW_RIGHT);
  await expect.poll(() => me.run(active)).toEqual([2, "created_at"]);
  await me.press(Key.END, Key.ARROW_UP);
  await expect.poll(() => me.run(active)).toEqual([1, "created_at"]);
  await me.press(Key.ARROW_LEFT, Key.ENTER);
  await me.see(testId("preview"));
  await me.press(Key.ESCAPE);
  await me.expectGone(testId("preview"));
  await expect.poll(() => me.run(active)).toEqual([1, "status_mapped"]);
});

test("Ctrl+C copies the cell, and the selected rows with Tabs between", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped", "demo-admin");
  const [status] = await me.cells("status_mapped");
  await me.click(`${testId("row")}[aria-rowindex="2"] ${column("status_mapped")}`);
  expect(await me.copied(() => me.pressWith(Key.CONTROL, "c"))).toBe(status);
  await me.press(Key.SPACE);
  await me.press(Key.ARROW_DOWN, Key.SPACE);
  await me.see(testId("selection"));
  const lines = (await me.copied(() => me.pressWith(Key.CONTROL, "c"))).trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`\t${status}`);
});

test("a right click opens the menu of a cell and not the customer", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped", "demo-admin");
  await me.rightClick(nameOf(1));
  await me.see(testId("context-menu"));
  // The press of a further key shows that whatever the click began is over.
  await me.press(Key.ARROW_DOWN);
  expect(await me.inSight(testId("preview"))).toBe(0);
  expect(await me.inSight(testId("context-menu"))).toBe(1);
  await me.press(Key.ESCAPE);
  await me.expectGone(testId("context-menu"));
  // The next click of the left button is one again.
  await me.click(nameOf(1));
  await me.see(testId("preview"));
});

test("one customer after the other is looked at", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped", "demo-admin");
  const names = await me.texts(`${testId("row")} ${column("name")}`);
  await me.click(nameOf(2));
  await expect.poll(() => me.texts(`${testId("preview")} h2`)).toEqual([expect.stringContaining((names[1] ?? "").slice(0, 4))]);
  await me.click(nameOf(3));
  await expect.poll(() => me.texts(`${testId("preview")} h2`)).toEqual([expect.stringContaining((names[2] ?? "").slice(0, 4))]);
});

test("a header is dragged to another place", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped,created_at", "demo-admin");
  await me.drag(`thead ${column("created_at")} .head__title`, `thead ${column("status_mapped")}`);
  await expect.poll(async () => (await me.titles()).filter((it) => it !== "")).toEqual(["客户名称", "创建时间", "跟进状态"]);
});

test("an edge is dragged to another width", async ({ me }) => {
  await me.comeToRows("#?columns=name,status_mapped,created_at", "demo-admin");
  const head = `thead ${column("status_mapped")}`;
  const { width } = await me.size(head);
  await me.pull(`${head} .head__edge`, 60);
  await expect.poll(async () => (await me.size(head)).width).toBeGreaterThan(width + 40);
});

test("what is typed is found in the rows at hand", async ({ me }) => {
  await me.comeToRows("#?columns=name", "demo-admin");
  await me.click(`${testId("row")}[aria-rowindex="2"] ${column("name")}`);
  await me.press(Key.ESCAPE);
  const all = (await me.ids()).length;
  await me.pressWith(Key.CONTROL, "f");
  await me.type(testId("find"), "玉名");
  await expect.poll(async () => (await me.cells("name"))[0]).toContain("玉名");
  expect((await me.ids()).length).toBeLessThan(all);
  await me.press(Key.ESCAPE);
  await me.expectGone(testId("find"));
  await expect.poll(async () => (await me.ids()).length).toBe(all);
});
