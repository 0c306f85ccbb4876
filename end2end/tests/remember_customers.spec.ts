// Customers who were opened: seen in their rows, gone on with after a reload, and a link to one of them.
import { expect, test } from "../support/test.ts";

test("who was opened today has a small mark in the row, and nobody else", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  const ids = await customers.ids();
  for (const at of [1, 3]) {
    await customers.openCustomer(at);
    if (customers.isPhone) await page.goBack();
    else await page.keyboard.press("Escape");
    await expect(customers.preview).toBeHidden();
  }
  const marked = page.locator("[data-testid=row][data-opened]");
  await expect.poll(() => marked.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-customer-id")))).toEqual([ids[1], ids[3]]);
  await expect(customers.rows.nth(1)).toHaveAttribute("aria-description", /今天看过/);
  // Only ids, and only in this tab.
  const { session, local } = await customers.stored("kehu.opened");
  expect(local).toBeNull();
  expect((JSON.parse(session ?? "") as { ids: string[] }).ids).toEqual([ids[1], ids[3]]);
});

test("after a reload one click goes on with the customer who was opened last", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  const [ids, names] = [await customers.ids(), await customers.names()];
  await expect(page.getByTestId("continue")).toHaveCount(0);
  await customers.openCustomer(2);
  await page.reload();
  await customers.expectRows();
  await expect(customers.preview).toBeHidden();
  await customers.expectIdle();
  customers.forgetCalls();
  await page.getByTestId("continue").click();
  await expect(customers.openName).toHaveText(names[2] ?? "");
  await expect(page.getByTestId("continue")).toHaveCount(0);
  expect(customers.callsTo(`/api/v2/customers/${ids[2] ?? ""}`)).toHaveLength(0);
});

test("a link to one customer opens the row, and is gone when the preview is left", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  const [ids, names] = [await customers.ids(), await customers.names()];
  await customers.expectIdle();
  customers.forgetCalls();
  await page.evaluate((id) => {
    location.hash = `#?per_page=15&customer=${id}`;
  }, ids[4] ?? "");
  await expect(customers.openName).toHaveText(names[4] ?? "");
  await expect(customers.linkNotice).toHaveCount(0);
  expect(customers.calls).toHaveLength(0);
  if (customers.isPhone) await customers.preview.getByRole("button", { name: "返回列表" }).click();
  else await page.keyboard.press("Escape");
  await expect(customers.preview).toBeHidden();
  await customers.expectFragment("#?per_page=15");
});

test("a customer of no row is asked for by one call", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15&page=2", "demo-admin");
  const [id, name] = [(await customers.ids())[0] ?? "", (await customers.names())[0] ?? ""];
  await customers.open(`#?per_page=15&customer=${id}`);
  await expect(customers.openName).toHaveText(name);
  customers.forgetCalls();
  await page.reload();
  await expect(customers.openName).toHaveText(name);
  expect(customers.callsTo(`/api/v2/customers/${id}`)).toHaveLength(1);
});

test("a customer who is not there is said to be so", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15&customer=999999999");
  await expect(page.getByTestId("said")).toContainText("这位客户打不开");
  await expect(customers.preview).toBeHidden();
  await customers.expectFragment("#?per_page=15");
});
