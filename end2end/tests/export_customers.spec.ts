import type { Download, Page, Route } from "@playwright/test";
import { answerWith, exampleRefusal, secretNumbers } from "../support/answers.ts";
import { bytesOf, readCsv, readXlsx } from "../support/files.ts";
import { expect, test } from "../support/test.ts";

/** A list of so many customers that answers by page and size, as the endpoint does. */
class MovingList {
  ids: number[];
  calls = 0;
  /** What an answer says besides its customers. */
  says: (page: number, size: number) => object = (page, size) => ({
    page,
    per_page: size,
    has_next_page: page * size < this.ids.length,
  });
  /** The most rows a page has, whatever is asked. */
  most = 1000;
  /** What happens to the list before the call of this number. */
  change: (ids: number[], call: number) => void = () => undefined;

  constructor(count: number) {
    this.ids = Array.from({ length: count }, (_, at) => 9_000_000 + at);
  }

  answer = async (route: Route): Promise<void> => {
    this.calls += 1;
    this.change(this.ids, this.calls);
    const params = new URL(route.request().url()).searchParams;
    const [page, size] = [Number(params.get("page")), Math.min(this.most, Number(params.get("per_page")))];
    const ids = this.ids.slice((page - 1) * size, page * size);
    const answer = answerWith(ids.length, (customer, at) => {
      customer.id = ids[at] ?? 0;
      customer.name = `客户${ids[at]}`;
    });
    const { customers, column_list } = answer.data;
    await route.fulfill({ json: { code: 0, data: { customers, column_list, ...this.says(page, size) } } });
  };
}

const report = (page: Page) => page.getByTestId("export-report");

async function begin(page: Page, format: "csv" | "xlsx", scope = "view"): Promise<void> {
  await page.getByTestId("export").click();
  await page.getByTestId(`export-scope-${scope}`).check();
  await page.getByTestId(`export-format-${format}`).check();
  await page.getByTestId("export-start").click();
}

async function exported(page: Page, format: "csv" | "xlsx", scope = "view"): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), begin(page, format, scope)]);
  return download;
}

test("the whole list becomes a CSV file that says that it is whole", { tag: "@engines" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name,address.phone,user.name", "demo-admin");
  await page.getByTestId("export").click();
  await expect(page.getByTestId("export-cost")).toContainText("还不知道有多少页，大约每秒 1 页，可以随时停。");
  await customers.expectIdle();
  const before = customers.listCalls.length;
  expect(before).toBe(1);
  await page.keyboard.press("Escape");

  const download = await exported(page, "csv");
  expect(download.suggestedFilename()).toMatch(/^客户_\d{4}-\d\d-\d\d_\d{4}\.csv$/);
  const rows = readCsv(await bytesOf(download));
  expect(rows[0]).toEqual(["客户名称", "手机", "负责人"]);
  expect(rows[1]?.[0]).toBe("ww");
  const end = rows.findIndex((row) => row[0] === "结论");
  // 5,000 customers and the document's two; an empty line before the report.
  expect(end).toBe(5_002 + 2);
  expect(rows[end]?.[1]).toMatch(/^完整/);
  expect(rows[end + 1]).toEqual(["文件中的行数", "5002", ""]);
  expect(rows[end + 2]).toEqual(["不同的客户 ID", "5002", ""]);
  expect(rows.every((row) => row.length === 3)).toBe(true);
  // A tenth more calls than pages, since pages overlap, and a second look at the first.
  expect(customers.listCalls.length - before).toBeLessThanOrEqual(30);
  await expect(page.getByTestId("export-panel").getByRole("heading")).toHaveText("已导出 5002 个客户");
  await expect(report(page).getByText("核对过：没有遗漏和重复 ✓")).toBeVisible();
  await expect(report(page)).toContainText("陈志远");
  await expect(report(page)).toContainText("全部 · 没有筛选");
});

test("a workbook is packed by a program of its own that comes only then", async ({ customers, page }) => {
  const files: string[] = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  await customers.openSignedIn("#?tab_type=my&columns=name,labels_mapped,address.phone");
  await customers.expectIdle();
  expect(files.filter((name) => name.includes("export-worker"))).toEqual([]);
  expect(await page.locator("link[href*='export-worker']").count()).toBe(0);

  const download = await exported(page, "xlsx");
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(files.filter((name) => name.endsWith("export-worker_bg.wasm"))).toHaveLength(1);
  const [list, sheet] = readXlsx(await bytesOf(download));
  expect([list?.name, sheet?.name]).toEqual(["客户", "导出报告"]);
  expect(list?.rows[0]).toEqual(["客户名称", "标签", "手机"]);
  const count = String((list?.rows.length ?? 0) - 1);
  expect(sheet?.rows.find((row) => row[0] === "文件中的行数")).toEqual(["文件中的行数", count]);
  expect(sheet?.rows[0]?.[1]).toMatch(/^完整/);
  expect(sheet?.rows.find((row) => row[0] === "筛选")?.[1]).toContain("我负责的");
});

test("formulas are harmless, numbers are what they were, hidden numbers stay hidden", { tag: "@desktop" }, async ({ customers, page }) => {
  const answer = answerWith(4, (customer, at) => {
    customer.name = ["=1+1", "@SUM(A1)", "-2+3|cmd", '说"好",\n再见'][at] ?? "";
    customer.phones_data.forEach((phone) => {
      phone.phone = "13912345678";
      phone.phone_hidden_result = "139****5678";
    });
    Object.assign(customer.address, { phone: "13787654321", phone_hidden_result: "137****4321" });
    customer.note = ["+86 138-0013-8000", "00571", "123456789012345678901", "-5"][at];
  });
  answer.data.has_next_page = false;
  const secrets = secretNumbers(answer);
  expect(secrets).toEqual(expect.arrayContaining(["13912345678", "13787654321"]));
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open("#?columns=name,note,address.phone,address.tel,contacts");
  await customers.expectRows();

  const csv = await bytesOf(await exported(page, "csv", "loaded"));
  const rows = readCsv(csv).slice(1, 5);
  expect(rows.map((row) => row[0])).toEqual(["'=1+1", "'@SUM(A1)", "'-2+3|cmd", '说"好",\n再见']);
  expect(rows.map((row) => row[1])).toEqual(["+86 138-0013-8000", "00571", "123456789012345678901", "-5"]);
  await page.getByTestId("export-close").click();

  const xlsx = await bytesOf(await exported(page, "xlsx", "loaded"));
  const [list] = readXlsx(xlsx);
  expect(list?.rows.slice(1).map((row) => row[0])).toEqual(["=1+1", "@SUM(A1)", "-2+3|cmd", '说"好",\n再见']);
  expect(list?.rows.slice(1).map((row) => row[1])).toEqual(rows.map((row) => row[1]));
  expect(list?.xml).not.toContain("<f>");
  for (const secret of secrets) {
    expect(csv.toString("utf8")).not.toContain(secret);
    expect(list?.xml).not.toContain(secret);
  }
});

test("a customer that goes while pages are read takes no other along, and the report is not sure", { tag: "@desktop" }, async ({ customers, page }) => {
  const list = new MovingList(500);
  await customers.haveSession();
  await customers.answerList(list.answer);
  await customers.open("#?columns=name");
  await customers.expectRows();
  list.change = (ids, call) => {
    if (call === 3) ids.splice(5, 1);
  };
  const rows = readCsv(await bytesOf(await exported(page, "csv"))).map((row) => row[0]);
  const names = rows.filter((name) => name?.startsWith("客户9"));
  // With pages that do not overlap, the first customer of the second page would be missing.
  expect(new Set(names).size).toBe(500);
  expect(names).toHaveLength(500);
  await expect(report(page)).toContainText("不能确定完整");
});

test("a customer that comes while pages are read is in the file once, and the report is not sure", { tag: "@desktop" }, async ({ customers, page }) => {
  const list = new MovingList(500);
  await customers.haveSession();
  await customers.answerList(list.answer);
  await customers.open("#?columns=name");
  await customers.expectRows();
  list.change = (ids, call) => {
    if (call === 3) ids.unshift(9_999_999);
  };
  const rows = readCsv(await bytesOf(await exported(page, "csv"))).map((row) => row[0]);
  const names = rows.filter((name) => name?.startsWith("客户9"));
  expect(names).toHaveLength(501);
  expect(new Set(names).size).toBe(501);
  await expect(report(page)).toContainText("不能确定完整");
});

test("an endpoint that never says what follows is read until a page is empty", { tag: "@desktop" }, async ({ customers, page }) => {
  const list = new MovingList(120);
  list.most = 50;
  list.says = () => ({});
  await customers.haveSession();
  await customers.answerList(list.answer);
  await customers.open("#?columns=name,created_at");
  await customers.expectRows();
  const rows = readCsv(await bytesOf(await exported(page, "csv")));
  expect(rows.filter(([name]) => name?.startsWith("客户9"))).toHaveLength(120);
  expect(rows.find((row) => row[0] === "结论")?.[1]).toMatch(/^完整/);
});

test("a total that does not agree with what was read is said", { tag: "@desktop" }, async ({ customers, page }) => {
  const list = new MovingList(40);
  list.says = (page, size) => ({ page, per_page: size, has_next_page: false, total_count: "120" });
  await customers.haveSession();
  await customers.answerList(list.answer);
  await customers.open("#?columns=name");
  await customers.expectRows();
  await exported(page, "csv");
  await expect(report(page)).toContainText("不能确定完整：应有 120 个客户，读到的是 40 个");
});

test("groups stand in a column of their own", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.answerListWith(
    answerWith(3, (customer, at) => {
      customer.name = ["甲公司", "乙公司", "丙公司"][at] ?? "";
      customer.status_mapped = ["初访", "意向", ""][at];
    }),
  );
  await customers.openSignedIn("#?columns=name&group=status_mapped");
  const rows = readCsv(await bytesOf(await exported(page, "csv", "loaded")));
  expect(rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
    ["客户名称", "分组"],
    ["甲公司", "初访"],
    ["乙公司", "意向"],
    ["丙公司", "没有填"],
  ]);
});

test("with a selection the dialog offers it first", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name");
  await customers.rows.nth(1).getByRole("checkbox").check();
  await page.getByTestId("export").click();
  await expect(page.getByTestId("export-scope-selection")).toBeChecked();
  await expect(page.getByRole("radio").first()).toHaveAttribute("data-testid", "export-scope-selection");
  await page.keyboard.press("Escape");
  await page.getByTestId("clear-selection").click();
  await page.getByTestId("export").click();
  await expect(page.getByTestId("export-scope-view")).toBeChecked();
});

test("a file that cannot be written says why", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  await page.route("**/export-worker*", (route) => route.abort());
  await customers.openSignedIn("#?columns=name");
  await begin(page, "xlsx", "loaded");
  await expect(page.getByTestId("export-progress")).toContainText("文件没有写成：写 Excel 的那部分没能载入");
});

test("it can be paused, resumed and stopped, and the page stays usable", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name", "demo-admin");
  const gate = await customers.holdAnswers();
  await begin(page, "csv");
  await gate.reached();
  await page.getByTestId("export-pause").click();
  gate.open();
  await expect(page.getByTestId("export-progress")).toContainText("200 行");
  await customers.expectIdle();
  // The page's own call and one of the export.
  expect(customers.listCalls).toHaveLength(2);
  await customers.query.fill("河北");
  await expect(customers.query).toHaveValue("河北");
  // The search's own call, so that what is held next is one of the export.
  await expect.poll(() => customers.listCalls.length).toBe(3);
  await page.getByTestId("export-fold").click();
  await expect(page.getByTestId("export-progress")).toBeHidden();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByTestId("export-fold").click();

  const next = await customers.holdAnswers();
  await page.getByTestId("export-resume").click();
  await next.reached();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-cancel").click()]);
  next.open();
  expect(download.suggestedFilename()).toContain("未完成");
  const rows = readCsv(await bytesOf(download));
  expect(rows.find((row) => row[0]?.startsWith("结论"))?.[0]).toContain("未完成");
  await expect(report(page)).toContainText("200");
});

test("a session that ends on the way is waited for", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name,note", "demo-admin");
  await customers.answerList((route) => route.fulfill({ json: exampleRefusal() }), 1);
  await begin(page, "csv");
  // Until somebody has signed in nothing of the page can be read, the export neither.
  await expect(customers.signInForm).toBeVisible();
  await expect(page.getByTestId("export-progress")).toBeHidden();
  const download = page.waitForEvent("download");
  await customers.signInWithToken("demo-admin");
  const rows = readCsv(await bytesOf(await download));
  expect(rows.find((row) => row[0] === "结论")?.[1]).toMatch(/^完整/);
  expect(rows.find((row) => row[0] === "文件中的行数")?.[1]).toBe("5002");
});

test("without a network it waits and goes on", { tag: "@desktop" }, async ({ customers, page, context, complaints }) => {
  complaints.expectFailedCalls();
  await customers.openSignedIn("#?columns=name,note", "demo-admin");
  const gate = await customers.holdAnswers();
  await begin(page, "csv");
  await gate.reached();
  await context.setOffline(true);
  gate.open();
  await expect(page.getByTestId("export-progress")).toContainText("等网络恢复后自动继续");
  const download = page.waitForEvent("download");
  await context.setOffline(false);
  const rows = readCsv(await bytesOf(await download));
  expect(rows.find((row) => row[0] === "结论")?.[1]).toMatch(/^完整/);
});

test("the selected customers cost no call", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name", "demo-admin");
  await customers.rows.nth(1).getByRole("checkbox").check();
  await customers.rows.nth(3).getByRole("checkbox").check();
  await customers.expectIdle();
  const calls = customers.listCalls.length;
  await page.getByTestId("export-selection").click();
  await expect(page.getByTestId("export-scope-selection")).toBeChecked();
  await expect(page.getByTestId("export-cost")).toHaveText("马上就好，不用再查。");
  await page.getByTestId("export-format-csv").check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
  const rows = readCsv(await bytesOf(download));
  expect(rows.find((row) => row[0]?.startsWith("文件中的行数"))?.[0]).toContain("2");
  expect(customers.listCalls.length).toBe(calls);
});

test("signing out ends an export and takes its report away", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?columns=name", "demo-admin");
  const gate = await customers.holdAnswers();
  await begin(page, "csv");
  await gate.reached();
  await customers.signOut();
  gate.open();
  await expect(page.getByTestId("export-panel")).toBeHidden();
});
