// What the list does not give: columns say so, the default passes them over, and a customer's own answer fills
// them by one click.
import { answerWith } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const OWN = "/api/v2/customers/7000000";
const POOL = "/api/v2/common_customers/7000000";

/** A list without a key for several of its columns. */
function sparse() {
  const answer = answerWith(3, (customer, at) => {
    customer.name = `示例商行 ${at + 1}`;
    for (const name of ["real_revisit_at", "revisit_at", "company_name", "note", "creator", "industry_mapped"]) delete customer[name];
    customer["note"] = "";
  });
  answer.data.column_list = ["name", "status_mapped", "real_revisit_at", "created_at", "company_name", "note", "creator.name", "address.phone"];
  return answer;
}

const details = {
  code: 0,
  data: {
    id: 7_000_000,
    name: "示例商行 1",
    note: "老客户",
    company_name: "示例商行有限公司",
    real_revisit_at: "2026-03-05 17:30",
    attachments: "暂无附件",
    before_user: {},
    creator: { id: 701, name: "示例甲", phone: "13900007788", tel: "05718888" },
  },
};

const NO_RECORD = { code: 100100, data: null, message: "您没有权限查看该对象或该对象不存在。" };

test.beforeEach(async ({ customers }) => {
  await customers.answerListWith(sparse());
});

test("a column that no row gives is passed over, and says why where it is wanted", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await expect(customers.header("created_at")).toBeVisible();
  await expect(customers.header("real_revisit_at")).toHaveCount(0);
  await page.getByTestId("columns").click();
  const chooser = page.getByRole("dialog", { name: "显示哪些列" });
  const choice = (title: string) => chooser.locator("label", { hasText: title }).last();
  await expect(choice("公司名称")).toContainText("列表不提供");
  // A key with nothing in it is given.
  await expect(choice("备注")).not.toContainText("列表不提供");
  await choice("公司名称").locator("input").check();
  const header = customers.header("company_name");
  await expect(header).toHaveAttribute("aria-description", "列表不提供");
  await expect(header.locator("[title*=列表不提供]")).toHaveCount(1);
  await expect(customers.header("name")).not.toHaveAttribute("aria-description", /.*/);
});

test("one click asks once for the customer, and what comes stays until somebody signs out", async ({ customers, page }) => {
  await page.route((url) => url.pathname === OWN, (route) => route.fulfill({ json: details }));
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await customers.expectIdle();
  customers.forgetCalls();
  const more = customers.preview.getByTestId("more-fields");
  await more.click();
  await expect(customers.preview.locator('[data-column="company_name"]')).toContainText("示例商行有限公司");
  await expect(customers.preview.locator('[data-column="creator.name"]')).toContainText("示例甲");
  await expect(customers.preview.locator('[data-column="note"]')).toContainText("老客户");
  await expect(customers.preview).toContainText("已补上 4 项");
  await expect(more).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText(/13900007788|05718888|暂无附件/);
  expect(customers.calls.map((call) => new URL(call.url()).pathname)).toEqual([OWN]);

  // Another customer is asked for by a click of its own; back at the first one all is still here.
  await customers.preview.getByTestId("preview-next").click();
  await expect(customers.openName).toHaveText("示例商行 2");
  await expect(more).toBeVisible();
  await customers.preview.getByTestId("preview-prev").click();
  await expect(customers.preview.locator('[data-column="company_name"]')).toContainText("示例商行有限公司");
  expect(customers.calls).toHaveLength(1);
});

test("a customer of the pool is looked for in the pool when it is not among the others", { tag: "@desktop" }, async ({ complaints, customers, page }) => {
  complaints.expectFailedCalls();
  await page.route((url) => url.pathname === OWN, (route) => route.fulfill({ json: NO_RECORD }));
  await page.route((url) => url.pathname === POOL, (route) => route.fulfill({ json: details }));
  await customers.openSignedIn("#?tab_type=common");
  await customers.openCustomer(0);
  await customers.preview.getByTestId("more-fields").click();
  await expect(customers.preview).toContainText("示例商行有限公司");
  expect([customers.callsTo(OWN).length, customers.callsTo(POOL).length]).toEqual([1, 1]);
});

test("a customer that is nobody's is looked for in the pool from any tab", { tag: "@desktop" }, async ({ complaints, customers, page }) => {
  complaints.expectFailedCalls();
  const answer = sparse();
  answer.data.column_list = [...answer.data.column_list, "user.name"];
  for (const customer of answer.data.customers) Object.assign(customer, { user_id: null, user_name: "", user: null });
  await customers.answerListWith(answer);
  await page.route((url) => url.pathname === OWN, (route) => route.fulfill({ json: NO_RECORD }));
  await page.route((url) => url.pathname === POOL, (route) => route.fulfill({ json: details }));
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await customers.preview.getByTestId("more-fields").click();
  await expect(customers.preview).toContainText("示例商行有限公司");
  expect([customers.callsTo(OWN).length, customers.callsTo(POOL).length]).toEqual([1, 1]);
});

test("a refusal is said, and the same button tries again", { tag: "@desktop" }, async ({ complaints, customers, page }) => {
  complaints.expectFailedCalls();
  await page.route((url) => url.pathname === OWN, (route) => route.fulfill({ json: NO_RECORD }), { times: 1 });
  await customers.openSignedIn();
  await customers.openCustomer(0);
  const more = customers.preview.getByTestId("more-fields");
  await more.click();
  await expect(customers.preview).toContainText("没取到：您没有权限查看该对象或该对象不存在。");
  expect(customers.callsTo(POOL)).toHaveLength(0);
  await page.route((url) => url.pathname === OWN, (route) => route.fulfill({ json: details }));
  await expect(more).toHaveText("重试");
  await more.click();
  await expect(customers.preview).toContainText("示例商行有限公司");
  expect(customers.callsTo(OWN)).toHaveLength(2);
});

test("where every column has a value nothing more is offered", { tag: "@desktop" }, async ({ customers }) => {
  const answer = sparse();
  answer.data.column_list = ["name", "status_mapped", "created_at"];
  await customers.answerListWith(answer);
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await expect(customers.preview.getByTestId("more-fields")).toHaveCount(0);
});
