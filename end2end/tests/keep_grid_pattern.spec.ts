// The table keeps the keys of a data grid as the ARIA Authoring Practices Guide has it: each
// key, from where, and what must happen. Optional keys that mean nothing here, or something else, stand here too.
// docs/quality.md has the same table for readers.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { type Place, LAST, cellAt, columns, expectActive, expectSelected, isInTable, list, rowsInSight, width } from "../support/grid.ts";
import { heardColumns, heardCustomers } from "../support/heard_customers.ts";
import { expect, test } from "../support/test.ts";

/** From a place, what was pressed must lead to the other. */
type Move = readonly [from: Place, to: Place];

interface Check {
  customers: CustomerListPage;
  page: Page;
  /** Puts the focus on a cell and presses a key. */
  pressAt: (place: Place, key: string) => Promise<void>;
}

interface Key {
  /** As docs/quality.md writes it. */
  key: string;
  does: string;
  moves?: readonly Move[];
  check?: (it: Check) => Promise<void>;
}

/** As the browser calls the key. */
const pressed = (key: string): string => {
  const names: Record<string, string> = { "→": "ArrowRight", "←": "ArrowLeft", "↓": "ArrowDown", "↑": "ArrowUp", Ctrl: "Control", Esc: "Escape" };
  return key
    .split("+")
    .map((part) => names[part] ?? part)
    .join("+");
};

const columnMenu = (page: Page) => cellAt(page, [0, "created_at"]).getByRole("button", { name: "列菜单" });

const keys: readonly Key[] = [
  {
    key: "→",
    does: "one cell to the right, no further than the last",
    moves: [
      [[2, "name"], [2, "created_at"]],
      [[2, "status_mapped"], [2, "status_mapped"]],
      [[0, "name"], [0, "created_at"]],
      [[0, "status_mapped"], [0, "status_mapped"]],
    ],
  },
  {
    key: "←",
    does: "one cell to the left, no further than the first",
    moves: [
      [[2, "created_at"], [2, "name"]],
      [[2, "name"], [2, "name"]],
      [[0, "name"], [0, "name"]],
    ],
  },
  {
    key: "↓",
    does: "one row down, no further than the last",
    moves: [
      [[0, "created_at"], [1, "created_at"]],
      [[1, "created_at"], [2, "created_at"]],
      [[LAST, "created_at"], [LAST, "created_at"]],
    ],
  },
  {
    key: "↑",
    does: "one row up, from the first customer to the header",
    moves: [
      [[2, "created_at"], [1, "created_at"]],
      [[1, "created_at"], [0, "created_at"]],
      [[0, "created_at"], [0, "created_at"]],
    ],
  },
  {
    key: "PageDown",
    does: "as many rows down as are in sight, less one",
    moves: [[[LAST, "created_at"], [LAST, "created_at"]]],
    check: async ({ customers, page, pressAt }) => {
      const step = (await rowsInSight(customers)) - 1;
      expect(step).toBeGreaterThan(5);
      await pressAt([1, "created_at"], "PageDown");
      await expectActive(page, [1 + step, "created_at"]);
      await expect(cellAt(page, [1 + step, "created_at"])).toBeInViewport();
    },
  },
  {
    key: "PageUp",
    does: "as many rows up, no further than the first customer",
    moves: [
      [[3, "created_at"], [1, "created_at"]],
      [[1, "created_at"], [1, "created_at"]],
    ],
    check: async ({ customers, page, pressAt }) => {
      const step = (await rowsInSight(customers)) - 1;
      await pressAt([LAST, "created_at"], "PageUp");
      await expectActive(page, [LAST - step, "created_at"]);
    },
  },
  {
    key: "Home",
    does: "the row's first cell",
    moves: [
      [[2, "status_mapped"], [2, "name"]],
      [[0, "status_mapped"], [0, "name"]],
    ],
  },
  {
    key: "End",
    does: "the row's last cell",
    moves: [
      [[2, "name"], [2, "status_mapped"]],
      [[0, "name"], [0, "status_mapped"]],
    ],
  },
  {
    key: "Ctrl+Home",
    does: "the first customer's first cell; the header is a step above it",
    moves: [
      [[LAST, "status_mapped"], [1, "name"]],
      [[0, "status_mapped"], [1, "name"]],
    ],
  },
  {
    key: "Ctrl+End",
    does: "the last customer's last cell",
    moves: [
      [[2, "name"], [LAST, "status_mapped"]],
      [[0, "name"], [LAST, "status_mapped"]],
    ],
  },
  {
    key: "Tab",
    does: "out of the table, which is one stop",
    check: async ({ page, pressAt }) => {
      await expect(page.locator('.table [tabindex="0"]')).toHaveCount(1);
      await pressAt([2, "created_at"], "Tab");
      await expect.poll(() => isInTable(page)).toBe(false);
      await expect(page.locator('.table [tabindex="0"]')).toHaveCount(1);
    },
  },
  {
    key: "Shift+Tab",
    does: "out of the table backwards; from behind it, back to the cell that was left",
    check: async ({ page, pressAt }) => {
      await pressAt([2, "created_at"], "Tab");
      await expect.poll(() => isInTable(page)).toBe(false);
      await page.keyboard.press("Shift+Tab");
      await expectActive(page, [2, "created_at"]);
      await page.keyboard.press("Shift+Tab");
      await expect.poll(() => isInTable(page)).toBe(false);
    },
  },
  {
    key: "Enter",
    does: "opens the customer; in the header, sorts by the column",
    check: async ({ customers, page, pressAt }) => {
      await pressAt([0, "created_at"], "Enter");
      await customers.expectQuestion(["sort=created_at", "order=asc"]);
      await customers.expectRows();
      await expectActive(page, [0, "created_at"]);
      const names = await customers.names();
      await pressAt([2, "created_at"], "Enter");
      await expect(customers.openName).toHaveText(names[1] ?? "");
    },
  },
  {
    key: "Space",
    does: "selects the customer, or no longer; in the header, all of them or, beside the box, sorts",
    check: async ({ customers, page, pressAt }) => {
      await pressAt([2, "created_at"], "Space");
      await expectSelected(page, 2);
      await expectActive(page, [2, "created_at"]);
      await pressAt([2, "created_at"], "Space");
      await expectSelected(page);
      await pressAt([0, "name"], "Space");
      await expect(page.getByTestId("selection")).toContainText(`已选 ${LAST} 个客户`);
      await pressAt([0, "created_at"], "Space");
      await customers.expectQuestion(["sort=created_at", "order=asc"]);
    },
  },
  {
    key: "Shift+Space",
    does: "the same as Space: what is selected are rows",
    check: async ({ page, pressAt }) => {
      await pressAt([2, "created_at"], "Shift+Space");
      await expectSelected(page, 2);
      await pressAt([2, "created_at"], "Shift+Space");
      await expectSelected(page);
    },
  },
  {
    key: "Ctrl+Space",
    does: "nothing: no column can be selected",
    moves: [[[2, "created_at"], [2, "created_at"]]],
    check: async ({ page }) => expectSelected(page),
  },
  {
    key: "Ctrl+A",
    does: "selects all customers that are loaded",
    check: async ({ page, pressAt }) => {
      await pressAt([2, "created_at"], "Control+a");
      await expect(page.getByTestId("selection")).toContainText(`已选 ${LAST} 个客户`);
      await expectActive(page, [2, "created_at"]);
    },
  },
  {
    key: "Shift+↓",
    does: "selects the next customer too, or lets go of the one that is left",
    check: async ({ page, pressAt }) => {
      await pressAt([2, "name"], "Shift+ArrowDown");
      await expectSelected(page, 2, 3);
      await page.keyboard.press("Shift+ArrowDown");
      await expectSelected(page, 2, 3, 4);
      await expectActive(page, [4, "name"]);
      await page.keyboard.press("Shift+ArrowUp");
      await expectSelected(page, 2, 3);
    },
  },
  {
    key: "Shift+↑",
    does: "the same upwards",
    check: async ({ page, pressAt }) => {
      await pressAt([4, "name"], "Shift+ArrowUp");
      await expectSelected(page, 3, 4);
      await page.keyboard.press("Shift+ArrowUp");
      await expectSelected(page, 2, 3, 4);
      await expectActive(page, [2, "name"]);
      await page.keyboard.press("Shift+ArrowDown");
      await expectSelected(page, 3, 4);
    },
  },
  {
    key: "Shift+→",
    does: "nothing: no cell can be selected; in the header, a wider column",
    moves: [[[2, "name"], [2, "name"]]],
    check: async ({ page, pressAt }) => {
      await expectSelected(page);
      const before = await width(page, "created_at");
      await pressAt([0, "created_at"], "Shift+ArrowRight");
      await expect.poll(() => width(page, "created_at")).toBeGreaterThan(before);
      await expectActive(page, [0, "created_at"]);
    },
  },
  {
    key: "Shift+←",
    does: "nothing; in the header, a narrower column",
    moves: [[[2, "created_at"], [2, "created_at"]]],
    check: async ({ page, pressAt }) => {
      await expectSelected(page);
      const before = await width(page, "created_at");
      await pressAt([0, "created_at"], "Shift+ArrowLeft");
      await expect.poll(() => width(page, "created_at")).toBeLessThan(before);
    },
  },
  {
    key: "Ctrl+Shift+→",
    does: "in the header, the column one place to the right",
    check: async ({ page, pressAt }) => {
      await pressAt([0, "created_at"], "Control+Shift+ArrowRight");
      await expect.poll(() => columns(page)).toEqual(["name", "status_mapped", "created_at"]);
      await expectActive(page, [0, "created_at"]);
    },
  },
  {
    key: "Ctrl+Shift+←",
    does: "in the header, the column one place to the left",
    check: async ({ page, pressAt }) => {
      await pressAt([0, "status_mapped"], "Control+Shift+ArrowLeft");
      await expect.poll(() => columns(page)).toEqual(["name", "status_mapped", "created_at"]);
      await expectActive(page, [0, "status_mapped"]);
    },
  },
  {
    key: "F2",
    does: "into the cell, to the first link or button in it; once more, back",
    check: async ({ page, pressAt }) => {
      await pressAt([0, "created_at"], "F2");
      await expect(page.getByTestId("sort-created_at")).toBeFocused();
      await page.keyboard.press("F2");
      await expect(cellAt(page, [0, "created_at"])).toBeFocused();
    },
  },
  {
    key: "F2, then → or ↓",
    does: "to the cell's next link or button, no further than the last",
    check: async ({ page, pressAt }) => {
      for (const key of ["ArrowRight", "ArrowDown"]) {
        await pressAt([0, "created_at"], "F2");
        await expect(page.getByTestId("sort-created_at")).toBeFocused();
        await page.keyboard.press(key);
        await expect(columnMenu(page)).toBeFocused();
        await page.keyboard.press(key);
        await expect(columnMenu(page)).toBeFocused();
        await page.keyboard.press("Escape");
        await expect(cellAt(page, [0, "created_at"])).toBeFocused();
      }
    },
  },
  {
    key: "F2, then ← or ↑",
    does: "to the one before, no further than the first",
    check: async ({ page, pressAt }) => {
      for (const key of ["ArrowLeft", "ArrowUp"]) {
        await pressAt([0, "created_at"], "F2");
        await page.keyboard.press("ArrowRight");
        await expect(columnMenu(page)).toBeFocused();
        await page.keyboard.press(key);
        await expect(page.getByTestId("sort-created_at")).toBeFocused();
        await page.keyboard.press(key);
        await expect(page.getByTestId("sort-created_at")).toBeFocused();
        await page.keyboard.press("Escape");
        await expect(cellAt(page, [0, "created_at"])).toBeFocused();
      }
    },
  },
  {
    key: "Esc",
    does: "back to the cell from what is in it; else nobody is selected any more",
    check: async ({ page, pressAt }) => {
      await pressAt([0, "created_at"], "F2");
      await expect(page.getByTestId("sort-created_at")).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(cellAt(page, [0, "created_at"])).toBeFocused();
      await pressAt([2, "created_at"], "Space");
      await expectSelected(page, 2);
      await page.keyboard.press("Escape");
      await expectSelected(page);
      await expectActive(page, [2, "created_at"]);
    },
  },
  {
    key: "Shift+F10",
    does: "the menu of the customer or the column",
    check: async ({ page, pressAt }) => {
      const menu = page.getByTestId("context-menu");
      for (const [place, item] of [
        [[2, "created_at"], "复制单元格"],
        [[0, "created_at"], "宽一点"],
      ] as const) {
        await pressAt(place, "Shift+F10");
        await expect(menu.getByRole("menuitem", { name: item })).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(menu).toBeHidden();
        await expectActive(page, place);
      }
    },
  },
];

test.describe("the keys of a data grid", { tag: "@desktop" }, () => {
  for (const { key, does, moves = [], check } of keys) {
    test(`${key}: ${does}`, async ({ customers, page }) => {
      await customers.openSignedIn(list);
      // The header takes keys once the page itself has drawn it.
      await expect(customers.sortHeader("created_at")).toBeVisible();
      const pressAt = async (place: Place, name: string) => {
        const [row] = place;
        if (row > 0) await customers.scrollTo({ top: row === LAST ? 99_999 : 0 });
        await cellAt(page, place).focus();
        await expectActive(page, place);
        await page.keyboard.press(name);
      };
      for (const [from, to] of moves) {
        await pressAt(from, pressed(key));
        await expectActive(page, to);
      }
      await check?.({ customers, page, pressAt });
    });
  }
});

test("in a cell with a number and more of them, each is reached by keys, and the card is no part of the cell", { tag: "@desktop" }, async ({ customers, page }) => {
  const answer = heardCustomers(1);
  for (const customer of answer.data.customers) {
    const [phone] = customer.phones_data ?? [];
    if (phone !== undefined) customer.phones_data = [phone, { ...phone, phone: "13900139000", phone_hidden_result: "13900139000" }];
  }
  await customers.answerListWith(answer);
  await customers.openSignedIn(heardColumns);
  await expect(customers.sortHeader("created_at")).toBeVisible();
  const cell = cellAt(page, [1, "address.phone"]);
  const [number, more, card] = [cell.locator(".phones > .phone"), cell.locator(".fold"), cell.locator(".fold__card")];
  await cell.focus();
  // The buttons for the mouse stand in the cell too, and are not for keys.
  await cell.hover();
  await expect(cell.getByTestId("row-call")).toBeVisible();
  await page.keyboard.press("F2");
  await expect(number).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(more).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(number).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(number).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
});

test("docs/quality.md has the very keys that are tested", { tag: "@desktop" }, () => {
  const text = readFileSync(new URL("../../docs/quality.md", import.meta.url), "utf8");
  const section = text.split("## Keys of the table")[1]?.split("\n## ")[0] ?? "";
  const lines = [...section.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].slice(1).map(([, key, does]) => ({ key, does }));
  expect(lines).toEqual(keys.map(({ key, does }) => ({ key, does })));
});
