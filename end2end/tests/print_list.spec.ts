import { answerWith, secretNumbers } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

test("all loaded rows are printed in the chosen columns, under filters, name and time", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my&per_page=50&columns=name,address.phone,user.name");
  const loaded = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator(".print-list");
  await expect(sheet.locator("tbody tr")).toHaveCount(loaded);
  await expect(sheet.locator("thead tr").nth(1).locator("th")).toHaveText(["客户名称", "手机", "负责人"]);
  await expect(sheet.locator("thead tr").first()).toContainText("我负责的");
  await expect(sheet.locator("thead tr").first()).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d/);

  await page.emulateMedia({ media: "print" });
  await expect(sheet).toBeVisible();
  await expect(page.locator(".page")).toBeHidden();
  await expect(sheet.locator("thead")).toHaveCSS("display", "table-header-group");
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
});

test("a hidden number is on no paper", async ({ customers, page }) => {
  const answer = answerWith(3, (customer) => {
    customer.phones_data.forEach((phone) => {
      phone.phone = "13912345678";
      phone.phone_hidden_result = "139****5678";
    });
  });
  expect(secretNumbers(answer)).toContain("13912345678");
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open("#?columns=all");
  await customers.expectRows();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const text = await page.locator(".print-list").evaluate((sheet) => sheet.outerHTML);
  for (const secret of secretNumbers(answer)) expect(text).not.toContain(secret);
});
