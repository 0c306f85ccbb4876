// The table has the roles and properties of a data grid as the ARIA Authoring Practices Guide has it; its keys are in
// keep_grid_pattern.spec.ts.
import { LAST, list } from "../support/grid.ts";
import { expect, test } from "../support/test.ts";

test.describe("the roles of a data grid", { tag: "@desktop" }, () => {
  test("rows, headers and cells are what they look like, and the table has a name", async ({ customers, page }) => {
    await customers.openSignedIn(list);
    await expect(customers.sortHeader("created_at")).toBeVisible();
    const grid = page.getByRole("grid", { name: "客户列表" });
    await expect(grid).toHaveAttribute("aria-multiselectable", "true");
    await expect(grid.getByRole("columnheader")).toHaveCount(3);
    const row = grid.getByRole("row").nth(2);
    await expect(row.getByRole("rowheader")).toHaveCount(1);
    await expect(row.getByRole("gridcell")).toHaveCount(2);
    // Every row can be selected, and says that it is not.
    await expect(row).toHaveAttribute("aria-selected", "false");
    const unsaid = grid.locator("tbody tr[aria-rowindex]:not([aria-selected])");
    await expect(unsaid).toHaveCount(0);
  });

  test("rows and columns that are not drawn are counted, and each has its place", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=all");
    const grid = page.getByRole("grid");
    await expect(grid).toHaveAttribute("aria-rowcount", String(LAST + 1));
    const whole = Number(await grid.getAttribute("aria-colcount"));
    expect(await page.locator("thead [data-column]").count()).toBeLessThan(whole);
    const [met, rows] = [new Map<number, string>(), new Set<number>()];
    const look = async () => {
      await customers.drawn();
      const found = await page.locator("tbody tr[aria-rowindex]").evaluateAll((all) =>
        all.map((row) => {
          const cells = [...row.querySelectorAll("[data-column]")];
          return { row: Number(row.getAttribute("aria-rowindex")), cells: cells.map((cell) => [Number(cell.getAttribute("aria-colindex")), cell.getAttribute("data-column") ?? ""] as const) };
        }),
      );
      for (const { row, cells } of found) {
        rows.add(row);
        for (const [index, column] of cells) {
          expect(met.get(index) ?? column).toBe(column);
          met.set(index, column);
        }
      }
    };
    const size = await customers.scroller.evaluate((it) => ({ width: it.scrollWidth, height: it.scrollHeight, step: it.clientHeight / 2 }));
    for (let top = 0; top < size.height; top += size.step) {
      await customers.scrollTo({ top, left: 0 });
      await look();
    }
    for (let left = 0; left < size.width; left += size.step) {
      await customers.scrollTo({ left });
      await look();
    }
    expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: LAST }, (_, at) => at + 2));
    expect([...met.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: whole }, (_, at) => at + 1));
  });

  test("only the column that sorts says so, and in which direction", async ({ customers, page }) => {
    await customers.openSignedIn(list);
    await expect(customers.sortHeader("created_at")).toBeVisible();
    await expect(page.locator("thead [aria-sort]")).toHaveCount(0);
    for (const direction of ["ascending", "descending"]) {
      await customers.sortHeader("created_at").click();
      await expect(customers.header("created_at")).toHaveAttribute("aria-sort", direction);
      await expect(page.locator("thead [aria-sort]")).toHaveCount(1);
    }
  });
});
