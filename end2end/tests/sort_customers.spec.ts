import { expect, test } from "../support/test.ts";

const allowed = ["created_at", "updated_at", "real_revisit_at", "revisit_remind_at", "last_called_at", "name"];

test.describe("headers", { tag: "@desktop" }, () => {
  test("a click sorts upwards, the next downwards, the third not at all", { tag: "@engines" }, async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at,updated_at&page=2&per_page=15", "demo-admin");
    const header = customers.sortHeader("created_at");
    const sorted = page.locator("thead [aria-sort]");
    await expect(header).toHaveAttribute("href", /sort=created_at&order=asc/);

    await header.click();
    await customers.expectQuestion(["sort=created_at", "order=asc"]);
    await customers.expectRows();
    await expect(sorted).toHaveCount(1);
    await expect(customers.header("created_at")).toHaveAttribute("aria-sort", "ascending");
    const days = () => customers.exactDays("created_at");
    const upwards = await days();
    expect(upwards).toEqual([...upwards].sort());

    await header.click();
    await customers.expectQuestion(["sort=created_at", "order=desc"]);
    await customers.expectRows();
    await expect(sorted).toHaveCount(1);
    await expect(customers.header("created_at")).toHaveAttribute("aria-sort", "descending");
    const downwards = await days();
    expect(downwards).toEqual([...downwards].sort().reverse());

    await header.click();
    await customers.expectQuestion([]);
    await expect(sorted).toHaveCount(0);
  });

  test("another header takes the place of the first", async ({ customers, page }) => {
    await customers.openSignedIn("#?columns=name,created_at,updated_at&sort=created_at&order=desc");
    await customers.sortHeader("updated_at").click();
    await customers.expectQuestion(["sort=updated_at", "order=asc"]);
    await expect(page.locator("thead [aria-sort]")).toHaveCount(1);
    await expect(customers.header("updated_at")).toHaveAttribute("aria-sort", "ascending");
  });

  test("a sorted list can be opened in another tab by its header", async ({ customers, context, page }) => {
    await customers.openSignedIn("#?columns=name,created_at&tab_type=my");
    const href = await customers.sortHeader("created_at").getAttribute("href");
    expect(href).toContain("tab_type=my");
    const other = await context.newPage();
    await other.addInitScript((token) => sessionStorage.setItem("kehu.session", token), '{"token":"demo-lixining"}');
    await other.goto(new URL(href ?? "", page.url()).href);
    await expect(other.locator('thead [data-column="created_at"]')).toHaveAttribute("aria-sort", "ascending");
  });

  test("only what the endpoint can sort by has a header to click", async ({ customers, page }) => {
    await customers.openSignedIn(`#?columns=${[...allowed, "note", "user.name", "status_mapped"].join(",")}`);
    await expect(customers.sortHeader("name")).toBeVisible();
    const found = new Set<string>();
    await customers.scrollThrough(async () => {
      const ids = await page.locator('thead [data-testid^="sort-"]').evaluateAll((links) =>
        links.map((link) => (link.getAttribute("data-testid") ?? "").replace("sort-", "")),
      );
      for (const id of ids) found.add(id);
    });
    expect([...found].sort()).toEqual([...allowed].sort());
  });
});

test("on a phone the order is picked from a list beside the filters", { tag: ["@phone", "@engines"] }, async ({ customers, page }) => {
  await customers.openSignedIn("#?page=2");
  const option = customers.sortMenu.locator("option");
  await expect(option).toHaveCount(1 + 2 * allowed.length);
  const chosen = page.locator(".sort-menu__chosen");
  await expect(chosen).toHaveText("默认顺序");
  await customers.sortMenu.selectOption({ label: "更新时间 · 降序" });
  await customers.expectQuestion(["sort=updated_at", "order=desc"]);
  await customers.expectRows();
  await expect(chosen).toHaveText("更新时间 ↓");
  await expect(customers.sortMenu.locator("option:checked")).toHaveText("更新时间 · 降序");
});

test.describe("in English", () => {
  test.use({ locale: "en-US" });

  test("the order that is chosen can be read whole beside the filters of a phone", { tag: "@phone" }, async ({ customers, page }) => {
    await customers.openSignedIn("#?page=2");
    const chosen = page.locator(".sort-menu__chosen");
    const isCut = () => chosen.evaluate((it) => it.scrollWidth > it.clientWidth);
    await expect(chosen).toHaveText("Default");
    expect(await isCut()).toBe(false);
    await page.getByLabel("Sort by").selectOption({ index: 1 });
    await expect(chosen).toHaveText(/^\w+ ↓$/);
    expect(await isCut()).toBe(false);
  });
});
