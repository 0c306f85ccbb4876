// Choosing a colleague, a department or a status, whichever form the CRM gives them in.
import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expect, test, editions } from "../support/test.ts";

const COLLEAGUES = "/api/v2/user/simple_list";
const COLLEAGUES_IN_PAGES = "/api/v2/user/list";
const DEPARTMENTS = "/api/v2/user/department_list";
const STATUSES = "/api/v2/customers/status/filter_options";

interface Entry {
  id: number;
  name: string;
}

/** Answers a call in pages of at most `size`, whatever is asked for, and by name where one is asked for. */
async function answerInPages(page: Page, path: string, list: string, entries: Entry[], size: number): Promise<void> {
  await page.route(
    (url) => url.pathname === path,
    (route) => {
      const asked = new URL(route.request().url()).searchParams;
      const at = Number(asked.get("page") ?? 1);
      const fitting = entries.filter(({ name }) => name.includes(asked.get("name") ?? ""));
      const shown = fitting.slice((at - 1) * size, at * size);
      const data = { [list]: shown, total_count: fitting.length, per_page: size, page: at };
      return route.fulfill({ json: { code: 0, data } });
    },
  );
}

const people = (count: number): Entry[] =>
  Array.from({ length: count }, (_, at) => ({ id: 9000 + at, name: `同事${String(at).padStart(3, "0")}` }));

/** The company whose colleagues come in pages only: the short list is not there. */
async function haveColleagues(page: Page, entries: Entry[], size: number): Promise<void> {
  await page.route(
    (url) => url.pathname === COLLEAGUES,
    (route) => route.fulfill({ json: { code: 0, data: { users: [] } } }),
  );
  await answerInPages(page, COLLEAGUES_IN_PAGES, "users", entries, size);
}

/** The names that were looked up. */
const namesAsked = (customers: CustomerListPage): (string | null)[] =>
  customers
    .callsTo(COLLEAGUES_IN_PAGES)
    .map((call) => new URL(call.url()).searchParams.get("name"))
    .filter((name) => name !== null);

for (const edition of editions) {
  test.describe(`in the ${edition} edition`, () => {
    test.use({ edition });

    test("a colleague is found by the initials of the name", async ({ customers }) => {
      await customers.openSignedIn("", "demo-admin");
      await customers.choose("user", "李曦宁", "lxn");
      await customers.expectQuestion(["user_id=10334573"]);
      await customers.expectOn("负责人: 李曦宁");

      // One edition says that these are all; in the other a second page with the same people does.
      const pages = edition === "wild" ? 2 : 1;
      await customers.openFilters();
      await customers.openChoice("user");
      for (const nobody of ["zzz", "查无此人"]) {
        await customers.findOption.fill(nobody);
        await expect(customers.choicesNote).toHaveText("没有匹配的选项");
        await customers.expectIdle();
        expect(customers.callsTo(COLLEAGUES)).toHaveLength(pages);
      }
      expect(customers.callsTo(COLLEAGUES_IN_PAGES)).toHaveLength(0);
    });

    test("a department stands below the one it belongs to, and says so when it is looked for", async ({ customers }) => {
      await customers.openSignedIn("", "demo-admin");
      await customers.openFilters();
      const options = await customers.openChoice("department");
      const depth = (name: string) =>
        options
          .getByRole("option", { name, exact: true })
          .evaluate((option) => getComputedStyle(option).getPropertyValue("--depth"));
      const top = await options.getByRole("option").nth(1).textContent();
      expect(await depth(top ?? "")).toBe("0");
      expect(Number(await depth("河北组"))).toBeGreaterThan(1);

      await customers.findOption.fill("河北组");
      const found = options.getByRole("option");
      await expect(found).toHaveCount(1);
      await expect(found).toContainText(`${top ?? ""} / `);
      await found.click();
      await customers.closeFilters();
      await customers.expectQuestion(["department_id=610229"]);
      expect(customers.callsTo(DEPARTMENTS)).toHaveLength(1);
    });

    test("what can be sorted is called as its column is", { tag: "@phone" }, async ({ customers }) => {
      await customers.openSignedIn();
      await customers.sortMenu.selectOption({ label: "更新时间 · 降序" });
      await customers.expectQuestion(["sort=updated_at", "order=desc"]);
    });

    test("a search without a field says what it looks at", async ({ customers }) => {
      await customers.openSignedIn("#?query=河北");
      await customers.openFilters();
      await expect(customers.searchField.locator("option:checked")).toHaveText("名称和电话");
    });

    test("a colleague whom nobody knows is shown by the number", async ({ customers }) => {
      await customers.haveSession("demo-admin");
      await customers.open("#?user_id=424242");
      await expect(customers.empty).toBeVisible();
      await customers.expectOn("负责人: 编号 424242");
      await customers.openFilters();
      await expect(customers.filter("user")).toContainText("编号 424242");
    });
  });
}

test("a department that is not in use is shown and cannot be chosen", async ({ customers, page }) => {
  await page.route(
    (url) => url.pathname === DEPARTMENTS,
    (route) =>
      route.fulfill({
        json: {
          code: 0,
          data: {
            options: [
              { id: 30, name: "总部", level: 0, parent_id: 0, can_use: false },
              { id: 31, name: "电销一部", level: 1, parent_id: 30, can_use: true },
            ],
          },
        },
      }),
  );
  await customers.openSignedIn("", "demo-admin");
  await customers.openFilters();
  const options = await customers.openChoice("department");
  const top = options.getByRole("option", { name: "总部" });
  await expect(top).toHaveAttribute("aria-disabled", "true");
  await top.click({ force: true });
  await customers.findOption.press("Enter");
  await expect(options).toBeVisible();
  await options.getByRole("option", { name: "电销一部" }).click();
  await customers.closeFilters();
  await customers.expectQuestion(["department_id=31"]);
});

test("all of a long list of values can be reached, at one call a page", async ({ customers, page }) => {
  const statuses = people(40).map(({ id, name }) => ({ value: String(id), label: name, name: "", source: "" }));
  await page.route(
    (url) => url.pathname === STATUSES,
    (route) => {
      const at = Number(new URL(route.request().url()).searchParams.get("page"));
      const data = { options: statuses.slice((at - 1) * 15, at * 15), total_count: 40, per_page: 15, page: at };
      return route.fulfill({ json: { code: 0, data } });
    },
  );
  await customers.openSignedIn();
  await customers.openFilters();
  const options = (await customers.openChoice("status")).getByRole("option");
  await expect(options).toHaveCount(16);
  expect(customers.callsTo(STATUSES)).toHaveLength(1);
  await customers.choices.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(options).toHaveCount(31);
  await customers.moreOptions.click();
  await expect(options).toHaveCount(41);
  await expect(customers.moreOptions).toBeHidden();
  expect(customers.callsTo(STATUSES)).toHaveLength(3);

  await page.reload();
  await customers.expectRows();
  await customers.choose("status", "同事039");
  await customers.expectQuestion(["status=9039"]);
  expect(customers.callsTo(STATUSES)).toHaveLength(3);
});

test("a value that is not loaded is found by typing it", async ({ customers, page }) => {
  const statuses = people(40).map(({ id, name }) => ({ value: id, label: name }));
  await page.route(
    (url) => url.pathname === STATUSES,
    (route) => {
      const at = Number(new URL(route.request().url()).searchParams.get("page"));
      const data = { options: statuses.slice((at - 1) * 15, at * 15), per_page: 15, page: at };
      return route.fulfill({ json: { code: 0, data } });
    },
  );
  await customers.openSignedIn();
  await customers.choose("status", "同事038", "038");
  await customers.expectQuestion(["status=9038"]);
  expect(customers.callsTo(STATUSES)).toHaveLength(3);
});

test("a colleague of a large company is looked up by name, at one call", async ({ customers, page }) => {
  await haveColleagues(page, people(400), 20);
  await customers.openSignedIn("", "demo-admin");
  await customers.openFilters();
  const options = (await customers.openChoice("user")).getByRole("option");
  await expect(options).toHaveCount(21);
  expect(customers.callsTo(COLLEAGUES_IN_PAGES)).toHaveLength(1);

  await customers.findOption.fill("事39");
  await expect(options).toHaveCount(10);
  // Everybody who fits a longer name has come with the shorter one.
  await customers.findOption.fill("事397");
  await expect(options).toHaveText(["同事397"]);
  await options.click();
  await customers.closeFilters();
  await customers.expectQuestion(["user_id=9397"]);
  await customers.expectOn("负责人: 同事397");
  expect(namesAsked(customers)).toEqual(["事39"]);
  expect(customers.callsTo(COLLEAGUES_IN_PAGES)).toHaveLength(2);

  // The name is known the next time too.
  await page.reload();
  await customers.expectOn("负责人: 同事397");
  await customers.expectIdle();
  expect(customers.callsTo(COLLEAGUES_IN_PAGES)).toHaveLength(2);
});

test("a name that fits many asks for more of it, and one that fits nobody says so", async ({ customers, page }) => {
  await haveColleagues(page, people(400), 20);
  await customers.openSignedIn("", "demo-admin");
  await customers.openFilters();
  await customers.openChoice("user");
  await customers.findOption.fill("同事1");
  await expect(customers.choicesNote).toContainText("请把姓名输完整一些");
  await customers.findOption.fill("张三");
  await expect(customers.choicesNote).toHaveText("没有匹配的选项");
});

test("a name that cannot be looked up says why, and is tried again", async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await haveColleagues(page, people(400), 20);
  let fails = true;
  await page.route(
    (url) => url.pathname === COLLEAGUES_IN_PAGES && url.searchParams.has("name"),
    (route) => (fails ? route.fulfill({ status: 500, body: "" }) : route.fallback()),
  );
  await customers.openSignedIn("", "demo-admin");
  await customers.openFilters();
  const options = await customers.openChoice("user");
  await customers.findOption.fill("事123");
  const card = page.locator(".choose:popover-open");
  await expect(card.getByRole("alert")).toContainText("姓名没查成");
  fails = false;
  await card.getByRole("button", { name: "重试" }).click();
  await options.getByRole("option", { name: "同事123" }).click();
  await customers.closeFilters();
  await customers.expectQuestion(["user_id=9123"]);
});

test("colleagues and departments are asked for in the other way where the first is missing", async ({
  customers,
  page,
  complaints,
}) => {
  complaints.expectFailedCalls();
  for (const path of [COLLEAGUES, DEPARTMENTS]) {
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ status: 404, body: "" }),
    );
  }
  await page.route(
    (url) => url.pathname === "/api/v2/departments",
    (route) => route.fulfill({ json: { code: 0, data: { departments: [{ id: 610229, name: "河北组" }] } } }),
  );
  await customers.openSignedIn("", "demo-admin");
  await customers.choose("user", "李曦宁");
  await customers.expectQuestion(["user_id=10334573"]);
  await customers.choose("department", "河北组");
  await customers.expectQuestion(["user_id=10334573", "department_id=610229"]);
});

test("a CRM that gives nobody to choose says so", { tag: "@desktop" }, async ({ customers, page }) => {
  await haveColleagues(page, [], 20);
  await customers.openSignedIn("", "demo-admin");
  await customers.openChoice("user");
  await expect(customers.choicesNote).toHaveText("没有可选的值");
});
