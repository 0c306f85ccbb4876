// The loaded rows as pictures: counted here without a call, and each bar leads somewhere.
import type { Locator } from "@playwright/test";
import { violations } from "../support/axe.ts";
import { editions, expect, test } from "../support/test.ts";

const bars = (panel: Locator, column: string) => panel.locator(`[data-testid="overview-bar"][data-column="${column}"]`);

/** How many rows the bars of a column have together. */
async function sum(panel: Locator, column: string): Promise<number> {
  const texts = await bars(panel, column).locator(".overview__count").allTextContents();
  return texts.reduce((all, text) => all + Number(text), 0);
}

for (const edition of editions) {
  test.describe(edition, () => {
    test.use({ edition });

    test("bars count the loaded rows, and no call is made for them", { tag: "@both" }, async ({ customers, page }) => {
      await customers.openSignedIn("#?per_page=50", "demo-admin");
      await customers.expectIdle();
      customers.forgetCalls();
      const panel = await customers.openOverview();
      await expect(panel.getByRole("heading", { level: 2 })).toHaveText("已加载的 50 个客户");
      await expect(panel).toContainText("只数已加载的客户");
      expect(await sum(panel, "status_mapped")).toBe(50);
      const statuses = await customers.rows.locator('[data-column="status_mapped"]').allTextContents();
      const [first] = await bars(panel, "status_mapped").evaluateAll((all) => all.map((it) => it.getAttribute("data-value") ?? ""));
      if (!customers.isPhone && statuses.length === 50) {
        await expect(bars(panel, "status_mapped").first().locator(".overview__count")).toHaveText(
          String(statuses.filter((it) => it === first).length),
        );
      }
      // For whoever does not see them they are a table.
      await expect(panel.getByRole("table", { name: "跟进状态" }).getByRole("row")).not.toHaveCount(0);
      expect(customers.listCalls).toHaveLength(0);
      for (const theme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: theme });
        expect(await violations(page, { within: "[data-testid=overview-panel]" })).toEqual([]);
      }
      await panel.getByTestId("overview-close").click();
      await expect(panel).toBeHidden();
    });

    test("a bar filters where the CRM can", { tag: "@both" }, async ({ customers }) => {
      await customers.openSignedIn("#?per_page=50", "demo-admin");
      const panel = await customers.openOverview();
      const bar = bars(panel, "status_mapped").and(customers.page.locator('[data-value="报价"]'));
      await expect(bar).toHaveAttribute("title", "按「跟进状态：报价」筛选");
      await bar.click();
      await customers.expectQuestion(["status=1476048"]);
      await customers.expectRows();
      await customers.expectOn("状态: 报价");
    });

    test("a bar shows only its rows where the CRM cannot filter, until all are wanted again", { tag: "@both" }, async ({ customers, page }) => {
      await customers.openSignedIn("#?per_page=50", "demo-admin");
      await customers.expectIdle();
      customers.forgetCalls();
      const panel = await customers.openOverview();
      const bar = bars(panel, "labels_mapped").first();
      const count = Number(await bar.locator(".overview__count").textContent());
      await expect(bar).toHaveAttribute("title", /CRM 不能按/);
      await bar.click();
      await expect(page.getByTestId("only-rows")).toContainText(`已加载的 50 行中的 ${count} 行`);
      await expect.poll(async () => (await customers.ids()).length).toBeLessThanOrEqual(count);
      expect(customers.listCalls).toHaveLength(0);
      await page.getByTestId("only-rows-end").click();
      await expect(page.getByTestId("only-rows")).toHaveCount(0);
      // Other rows are other rows.
      await customers.tab("common").click();
      await customers.expectQuestion(["tab_type=common"]);
      await expect(page.getByTestId("only-rows")).toHaveCount(0);
    });
  });
}

test("days stand in steps, and each asks for its days", async ({ customers, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-20T02:00:00Z"));
  await customers.openSignedIn("#?tab_type=my&per_page=50");
  const panel = await customers.openOverview();
  const since = bars(panel, "real_revisit_at");
  expect(await since.evaluateAll((all) => all.map((it) => it.getAttribute("data-value")))).toEqual([
    "0–3 天", "4–7 天", "8–15 天", "16–30 天", "30 天以上", "没有记录",
  ]);
  expect(await sum(panel, "real_revisit_at")).toBe(await sum(panel, "status_mapped"));
  const due = bars(panel, "revisit_remind_at");
  expect(await due.evaluateAll((all) => all.map((it) => it.getAttribute("data-value")))).toEqual([
    "逾期", "今天", "明天", "周日", "周一", "周二", "周三", "周四",
  ]);
  await expect(bars(panel, "will_flow_time")).toHaveCount(2);
  await since.nth(3).click();
  await customers.expectQuestion(["tab_type=my", "real_revisit_at[]=2026-10-21", "real_revisit_at[]=2026-11-04"]);
});

test("a list that is all here says so", async ({ customers }) => {
  await customers.openSignedIn("#?tab_type=my&status=1476048&per_page=200");
  const panel = await customers.openOverview();
  const count = await sum(panel, "status_mapped");
  expect(count).toBeGreaterThan(20);
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(`全部 ${count} 个客户`);
});

test("whoever opens a customer sees that one, and the pictures after", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=50");
  const panel = await customers.openOverview();
  await customers.openCustomer(0);
  await expect(panel).toBeHidden();
  await customers.page.keyboard.press("Escape");
  await expect(panel).toBeVisible();
});

test("after an export all of its customers are counted, and the loaded ones again for who wants it", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my&per_page=20");
  const panel = await customers.openOverview();
  const title = panel.getByRole("heading", { level: 2 });
  await expect(title).toHaveText("已加载的 20 个客户");
  await expect(panel.getByTestId("overview-scope")).toHaveCount(0);
  await page.getByTestId("export").click();
  await page.getByTestId("export-scope-view").check();
  await page.getByTestId("export-format-csv").check();
  await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
  const text = await page.getByTestId("export-panel").getByRole("heading").textContent();
  const rows = Number(/\d+/.exec(text ?? "")?.[0]);
  expect(rows).toBeGreaterThan(20);
  await page.getByTestId("export-close").click();
  await expect(title).toHaveText(`全部 ${rows} 个客户`);
  expect(await sum(panel, "status_mapped")).toBe(rows);
  expect(await sum(panel, "real_revisit_at")).toBe(rows);
  // Rows that are not here cannot be shown.
  await expect(bars(panel, "labels_mapped").first()).not.toHaveAttribute("title");
  customers.forgetCalls();
  await panel.getByTestId("overview-scope").click();
  await expect(title).toHaveText("已加载的 20 个客户");
  await panel.getByTestId("overview-scope").click();
  expect(customers.listCalls).toHaveLength(0);
  // Another list is another one.
  await bars(panel, "status_mapped").first().click();
  await customers.expectRows();
  await expect(title).not.toHaveText(`全部 ${rows} 个客户`);
});

test.describe("a CRM that names the groups of labels", () => {
  test.use({ edition: "wild" });

  test("the groups of labels are asked for by one call, on a click", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=50", "demo-admin");
    const panel = await customers.openOverview();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await expect(bars(panel, "labels_mapped").first()).not.toHaveAttribute("data-value", / · /);
    await panel.getByTestId("overview-groups").click();
    await expect(panel.getByTestId("overview-groups")).toHaveCount(0);
    await expect(bars(panel, "labels_mapped").first()).toHaveAttribute("data-value", / · /);
    expect(asked.filter((path) => path.endsWith("/api/v2/labels"))).toHaveLength(1);
  });
});
