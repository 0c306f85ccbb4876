import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("data-testid") ?? element?.getAttribute("class") ?? element?.tagName ?? "";
  });
}

/** What the focus meets on its way with so many presses of Tab. */
async function tabThrough(page: Page, presses: number): Promise<string[]> {
  const met: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
    met.push(await focused(page));
  }
  return met;
}

test.describe("the keyboard alone", { tag: "@desktop" }, () => {
  test("Tab reaches tabs, search, every filter, the toolbar and the table, in the order of the eye", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at");
    // Keys go to the page only once all of it is there.
    await customers.expectIdle();
    await expect(customers.sortHeader("name")).toBeVisible();
    const met = await tabThrough(page, 34);
    const expected = [
      "tab-all",
      "tab-my",
      "tab-assist",
      "account",
      "query",
      "search-field",
      "filter-status",
      "filter-revisit-remind-at",
      "filter-real-revisit-at",
      "filter-source",
      "filter-user",
      "filter-created-at",
      "filter-category",
      "filter-department",
      "filter-updated-at",
      "filter-product",
      "views",
      "columns",
      "pinned row__edge cell--check",
      "per-page",
    ];
    const stops = met.filter((stop) => expected.includes(stop));
    expect(stops.slice(0, expected.length)).toEqual(expected);
  });

  test("whatever has the focus shows it", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press("Tab");
      const shown = await page.evaluate(() => {
        const outlined = (element: Element | null) => {
          if (element === null) return false;
          const style = getComputedStyle(element);
          return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
        };
        const element = document.activeElement;
        return outlined(element) || outlined(element?.parentElement ?? null);
      });
      expect(shown, await focused(page)).toBe(true);
    }
  });

  test("in a bar the ring of the focus keeps off what stands beside it", async ({ customers }) => {
    await customers.openSignedIn();
    for (const [control, offset] of [[customers.tab("my"), "1px"], [customers.views, "1px"], [customers.next, "1px"]] as const) {
      await control.focus();
      await expect(control).toHaveCSS("outline-offset", offset);
    }
  });

  test("the first stop leads past everything to the list", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "跳到客户列表" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(customers.rows.first().locator(":focus")).toHaveAttribute("data-column", "name");
    expect(customers.fragment).toBe("");
  });

  test("Escape empties the search, and once more leads back to the customers", async ({ customers, page }) => {
    await customers.openSignedIn("#?query=公司");
    await customers.expectIdle();
    await page.locator("body").press("/");
    await expect(customers.query).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(customers.query).toHaveValue("");
    await customers.expectQuestion([]);
    await customers.expectRows();
    await expect(customers.query).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(customers.rows.first().locator(":focus")).toHaveAttribute("data-column", "name");
  });

  test("a filter is opened, chosen and left by keys, and the focus returns", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    await customers.filter("status").focus();
    await page.keyboard.press("Enter");
    await expect(customers.choices).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await customers.expectQuestion(["status=1476047"]);
    await expect(customers.choices).toBeHidden();
    await expect(customers.filter("status")).toBeFocused();

    await page.keyboard.press("Enter");
    await expect(page.getByRole("option", { name: "意向" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Escape");
    await expect(customers.choices).toBeHidden();
    await expect(customers.filter("status")).toBeFocused();
  });

  test("an owner is found by typing, and the first match is taken by Enter", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    await customers.filter("user").focus();
    await page.keyboard.press("Enter");
    const field = page.getByRole("combobox", { name: "查找 负责人" });
    await expect(field).toBeFocused();
    await page.keyboard.insertText("王建");
    await expect(customers.choices.getByRole("option")).toHaveCount(1);
    const active = await field.getAttribute("aria-activedescendant");
    await expect(page.locator(`[id="${active ?? ""}"]`)).toContainText("王建国");
    await page.keyboard.press("Enter");
    await customers.expectQuestion(["user_id=10334613"]);
  });

  test("Escape puts the days and the account menu aside and the focus returns", async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    for (const button of [customers.filter("created-at"), customers.account]) {
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(page.locator(":popover-open")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.locator(":popover-open")).toHaveCount(0);
      await expect(button).toBeFocused();
    }
  });

  test("one day of follow-up can be typed with the keys", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn();
    await customers.expectIdle();
    const card = await customers.openDays("real-revisit-at");
    // Which part of a date stands first hangs on the browser's own language; the field beside tells.
    const from = card.getByLabel("从", { exact: true });
    await from.focus();
    await page.keyboard.type("11182026");
    const isMonthFirst = (await from.inputValue()) === "2026-11-18";
    await card.getByLabel("只看某一天").focus();
    if (isMonthFirst) {
      await page.keyboard.type("11182026");
    } else {
      await page.keyboard.type("2026");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.type("1118");
    }
    await page.keyboard.press("Enter");
    await customers.expectQuestion(["real_revisit_at=2026-11-18"]);
  });

  test("a header is sorted by the Enter key", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at");
    await customers.expectIdle();
    await customers.sortHeader("created_at").focus();
    await page.keyboard.press("Enter");
    await customers.expectQuestion(["sort=created_at", "order=asc"]);
    await customers.expectRows();
    await expect(customers.sortHeader("created_at")).toBeFocused();
  });
});

test("on the sheet of a narrow window Escape puts only the list of values aside", { tag: "@phone" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await customers.expectIdle();
  await customers.openFilters();
  await customers.openChoice("status");
  await page.keyboard.press("Escape");
  await expect(customers.choices).toBeHidden();
  await expect(page.getByTestId("close-filters")).toBeVisible();
  await expect(customers.filter("status")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("close-filters")).toBeHidden();
  await expect(page.getByTestId("open-filters")).toBeFocused();
});
