// Where the keyboard is in the table, and what stands there.
import type { Locator, Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expect } from "./test.ts";

/** How many customers the tests of the table have on a page. */
export const LAST = 50;
/** Few columns, which all fit. */
export const list = "#?columns=name,created_at,status_mapped";

/** A row, 0 for the header, and a column. */
export type Place = readonly [row: number, column: string];
export const cellAt = (page: Page, [row, column]: Place): Locator =>
  page.locator(`.table tr[aria-rowindex="${row + 1}"] > [data-column="${column}"]`);

async function active(page: Page): Promise<Place> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest("[aria-colindex]");
    const row = cell?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
    return [Number(row) - 1, cell?.getAttribute("data-column") ?? ""] as const;
  });
}

export async function expectActive(page: Page, place: Place): Promise<void> {
  await expect.poll(() => active(page)).toEqual(place);
}

async function selected(page: Page): Promise<number[]> {
  const rows = page.locator('.table tr[aria-selected="true"]');
  return rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute("aria-rowindex")) - 1));
}

export async function expectSelected(page: Page, ...rows: number[]): Promise<void> {
  await expect.poll(() => selected(page)).toEqual(rows);
}

/** How many rows are whole in sight below the header. */
export async function rowsInSight(customers: CustomerListPage): Promise<number> {
  return customers.scroller.evaluate((scroller) => {
    const height = (name: string) => scroller.querySelector(name)?.getBoundingClientRect().height ?? 0;
    return Math.floor((scroller.clientHeight - height("thead")) / height("tbody tr[aria-rowindex]"));
  });
}

export const width = async (page: Page, column: string): Promise<number> =>
  page.locator(`thead [data-column="${column}"]`).evaluate((head) => Math.round(head.getBoundingClientRect().width));

export const columns = async (page: Page): Promise<(string | null)[]> =>
  page.locator("thead [data-column]").evaluateAll((heads) => heads.map((head) => head.getAttribute("data-column")));

export const isInTable = async (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest(".table") !== null);
