import { expect, test } from "../support/test.ts";

test.describe("an English browser", () => {
  test.use({ locale: "en-GB" });

  test("gets English words and titles", async ({ customers, page }) => {
    await customers.haveSession();
    await customers.open("#?columns=name,labels_mapped,created_at&status=1476046");
    await customers.expectRows();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveTitle("Kehu Customers");
    await expect(customers.tab("my")).toHaveText("Mine");
    await expect(customers.next).toHaveText("Next");
    await expect(customers.clearFilters).toHaveText("Clear all");
    if (!customers.isPhone) {
      await expect(page.locator("thead th")).toHaveText(["Customer", "Labels", "Created"]);
    }
    await customers.openFilters();
    await expect(customers.filter("user")).toContainText("Owner");
  });
});

test("the account menu switches the language, and it is remembered", async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name,created_at&query=%E5%85%AC%E5%8F%B8");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  const menu = await customers.openAccountMenu();
  await expect(menu).toContainText("李曦宁");
  await menu.getByRole("button", { name: "English" }).click();

  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(customers.tab("sub")).toHaveText("My team's");
  // The words searched for and the rows are still there.
  await expect(customers.query).toHaveValue("公司");
  await customers.expectRows();

  await page.reload();
  await expect(customers.tab("sub")).toHaveText("My team's");
});

test("dark and light are chosen in the account menu, and remembered", { tag: "@engines" }, async ({ customers, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await customers.openSignedIn();
  const html = page.locator("html");
  const ground = () => html.evaluate((it) => getComputedStyle(it).backgroundColor);
  await expect(html).toHaveAttribute("data-theme", "system");
  const light = await ground();

  const menu = await customers.openAccountMenu();
  await menu.getByRole("button", { name: "深色" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect.poll(ground).not.toBe(light);
  await expect(menu.getByRole("button", { name: "深色" })).toHaveAttribute("aria-pressed", "true");

  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");

  await (await customers.openAccountMenu()).getByRole("button", { name: "浅色" }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await expect.poll(ground).toBe(light);
});

test("without a choice the page is as dark as the system", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await customers.openSignedIn();
  const ground = () => page.locator("html").evaluate((it) => getComputedStyle(it).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
});

for (const locale of ["zh-CN", "en-GB"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`signing out is in sight as soon as the menu is open (${locale})`, async ({ customers }) => {
      await customers.openSignedIn();
      const menu = await customers.openAccountMenu();
      await expect(menu.getByTestId("sign-out")).toBeInViewport({ ratio: 1 });
      const isTooWide = await menu.evaluate((it) => it.scrollWidth > it.clientWidth);
      expect(isTooWide).toBe(false);
    });
  });
}
