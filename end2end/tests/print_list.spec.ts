import { answerWith, secretNumbers } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

test("all loaded rows are printed in the chosen columns, under filters, name and time", { tag: ["@desktop", "@engines"] }, async ({ customers, page }) => {
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

test("one long address does not make a print of many pages", { tag: "@desktop" }, async ({ customers, page }) => {
  let address = "浙江省杭州市";
  await customers.answerList((route) =>
    route.fulfill({
      json: answerWith(50, (customer, at) => {
        customer.company_name = "杭州某某科技有限公司";
        customer.note = "下周再联系，对方要看报价";
        customer.address = { detail_address: at === 7 ? address : "浙江省杭州市" };
      }),
    }),
  );
  const open = async () => {
    await customers.openSignedIn(
      "#?columns=name,company_name,note,address.detail_address,status_mapped,user.name,created_at,updated_at",
    );
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    return file.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };
  const plain = await open();
  expect(plain).toBeGreaterThan(0);
  for (const long of ["西湖区文三路".repeat(34), `http://a.cn/${"x".repeat(190)}`]) {
    address = long;
    await page.goto("about:blank");
    expect(await open()).toBeLessThanOrEqual(plain + 1);
  }
});
