// The names by which others drive the page: they are part of its contract, whatever happens inside.
import { expect, test } from "../support/test.ts";

test("signing in has the names of the contract", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.goto("./");
  await expect(customers.signInForm).toBeVisible();
  for (const name of ["sign-in-token", "sign-in-login", "sign-in-password", "sign-in-submit"]) {
    await expect(page.getByTestId(name), name).toBeAttached();
  }
});

test("the list has the names of the contract", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15&created_at[]=2000-01-01&created_at[]=");
  await customers.expectRows();
  const filters = ["status", "source", "category", "user", "department", "product", "real-revisit-at", "created-at"];
  const names = [
    ...filters.map((name) => `filter-${name}`),
    ...["all", "my", "sub", "common", "assist"].map((name) => `tab-${name}`),
    ...["query", "search-field", "sort-created_at", "clear-filters", "next", "prev", "per-page", "page-number"],
  ];
  for (const name of names) await expect(page.getByTestId(name).first(), name).toBeAttached();
  await expect(customers.rows.first()).toHaveAttribute("data-customer-id", /./);
});
