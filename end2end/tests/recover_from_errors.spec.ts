import { clearFaults, setFaults, type Rule } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

// The sandbox keeps its faults by token: these tests take turns, each screen size has a token of its
// own, and no other file uses the two.
test.describe.configure({ mode: "default" });
const tokenOf = (isPhone: boolean) => (isPhone ? "demo-manager" : "demo-newcomer");

const cases: { title: string; rule: Rule; says: string | RegExp; tag?: string }[] = [
  { title: "a web page instead of data", rule: { answer: "html" }, says: "收到的是网页，不是客户数据" },
  { title: "nothing", rule: { answer: "empty" }, says: "服务器的回答是空的", tag: "@desktop" },
  {
    title: "half an answer",
    rule: { answer: "broken" },
    says: "服务器的回答读不懂",
    tag: "@desktop",
  },
  { title: "a connection that is cut", rule: { answer: "cut" }, says: "连不上服务器，请检查网络" },
  { title: "a gateway's 502", rule: { answer: "status", status: 502 }, says: "服务器出错了（502）", tag: "@desktop" },
  {
    title: "a refusal with a code",
    rule: {
      answer: "status",
      status: 200,
      code: 100100,
      message: "您没有权限查看该对象或该对象不存在。",
    },
    says: "您没有权限查看该对象或该对象不存在。（代码 100100）",
  },
  {
    title: "a server error in the endpoint's own words",
    rule: { answer: "status", status: 500, code: 100500, message: "服务器内部错误" },
    says: "服务器内部错误（代码 100500）",
    tag: "@desktop",
  },
];

for (const { title, rule, says, tag = [] } of cases) {
  test(`after ${title} the filters are kept and trying again works`, { tag }, async ({
    customers,
    request,
    complaints,
  }) => {
    complaints.expectFailedCalls();
    const token = tokenOf(customers.isPhone);
    await clearFaults(request, token);
    await customers.openSignedIn("#?tab_type=common&per_page=15", token);
    const before = await customers.ids();
    await setFaults(request, token, [{ ...rule, path: "/api/v2/customers", times: 1 }]);

    await customers.search("公司");

    await expect(customers.error).toContainText(says);
    await customers.expectOn("搜索: 公司");
    await expect(customers.query).toHaveValue("公司");
    // What was loaded before stays, and says what it is.
    expect(await customers.ids()).toEqual(before);
    await expect(customers.error).toContainText("这还是搜索之前的客户，不是「公司」的结果。");
    await expect(customers.list).toHaveAttribute("aria-busy", "false");
    // A silent second try would cost a colleague's call.
    await customers.expectIdle();
    expect(customers.listCalls).toHaveLength(2);

    await customers.retry.click();
    await customers.expectQuestion(["tab_type=common", "query=公司"]);
    await customers.expectRows();
    await expect(customers.error).toBeHidden();
    expect(customers.listCalls).toHaveLength(3);
  });
}

test("an error before any rows fills the page with a sentence and a way to try again", async ({
  customers,
  request,
  complaints,
}) => {
  complaints.expectFailedCalls();
  const token = tokenOf(customers.isPhone);
  await setFaults(request, token, [{ path: "/api/v2/customers", times: 1, answer: "cut" }]);
  await customers.haveSession(token);
  await customers.open();
  await expect(customers.error).toContainText("没有取到客户列表");
  await expect(customers.rows).toHaveCount(0);
  await customers.retry.click();
  await customers.expectRows();
});

test("without a network the page says so, and goes on when there is one", async ({
  customers,
  context,
  request,
  complaints,
}) => {
  complaints.expectFailedCalls();
  const token = tokenOf(customers.isPhone);
  await clearFaults(request, token);
  await customers.openSignedIn("", token);
  await context.setOffline(true);
  await customers.tab("common").click();
  await expect(customers.error).toContainText("现在没有网络");
  expect(customers.listCalls).toHaveLength(2);
  await context.setOffline(false);
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
});

test("sorts that cannot be had leave a list that works", { tag: "@desktop" }, async ({ customers, request, complaints }) => {
  complaints.expectFailedCalls();
  const token = tokenOf(customers.isPhone);
  await setFaults(request, token, [{ path: "/api/v2/customers/filter_sort_group", answer: "status", status: 500 }]);
  await customers.openSignedIn("#?columns=name,created_at", token);
  await expect.poll(() => customers.callsTo("/api/v2/customers/filter_sort_group").length).toBe(1);
  await customers.expectIdle();
  await expect(customers.error).toBeHidden();
  if (!customers.isPhone) await expect(customers.sortHeader("created_at")).toBeVisible();
  await clearFaults(request, token);
});
