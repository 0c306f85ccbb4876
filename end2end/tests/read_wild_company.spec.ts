// A company with fields of its own, as the other reading of the contract has it: `sandbox --edition wild`.
import { expect, test } from "../support/test.ts";

test.use({ edition: "wild" });

/** What a salesperson must never read: the name of a field, the code of a value. */
const CODES = /(text|numeric|datetime|user_field|select)_asset_|\b(sel|select)_[0-9a-z]{2,}/;

test("a company's own fields have its own titles and words, in the chooser and beside a customer", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("", "demo-admin");
  await customers.expectIdle();
  await page.getByTestId("columns").click();
  const chooser = page.getByRole("dialog", { name: "显示哪些列" });
  for (const group of ["合作信息", "服务", "补充资料"]) await expect(chooser.getByRole("group", { name: group })).toBeAttached();
  await expect(chooser).not.toContainText(CODES);
  await page.keyboard.press("Escape");
  await customers.openCustomer(0);
  await expect(customers.preview.getByText("客户等级")).toBeAttached();
  await expect(customers.preview).not.toContainText(CODES);
});

test("what the list leaves out comes by one call, also for a customer that is nobody's", { tag: "@desktop" }, async ({ complaints, customers }) => {
  complaints.expectFailedCalls();
  await customers.openSignedIn("", "demo-admin");
  await customers.openCustomer(0);
  await customers.expectIdle();
  customers.forgetCalls();
  await customers.preview.getByTestId("more-fields").click();
  await expect(customers.preview).toContainText("已补上");
  expect(customers.calls.map((call) => new URL(call.url()).pathname)).toEqual([
    expect.stringMatching(/^\/api\/v2\/customers\/\d+$/),
  ]);
  await expect(customers.preview).not.toContainText(CODES);
});

test("a first load is the list and at most two calls when all is quiet, and none of them again on that day", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("", "demo-admin");
  const paths = () => customers.calls.map((call) => new URL(call.url()).pathname).sort();
  await expect
    .poll(paths)
    .toEqual(["/api/v2/custom_fields/customer/by_group", "/api/v2/customers", "/api/v2/customers/filter_sort_group"]);
  await customers.expectIdle();
  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  expect(paths()).toEqual(["/api/v2/customers"]);
});
