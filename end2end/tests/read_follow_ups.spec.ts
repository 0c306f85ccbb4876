// What was talked about with a customer: asked for by one click, read as far as one scrolls.
import { violations } from "../support/axe.ts";
import { configure } from "../support/config.ts";
import { Gate } from "../support/gate.ts";
import { clearFaults, setFaults } from "../support/sandbox.ts";
import { editions, expect, tagOf, test } from "../support/test.ts";

const PATH = "/api/v2/revisit_logs/new_index";
const EMPTY = { code: 0, data: { revisit_logs: [], total_count: 0, per_page: 15, page: 1 } };

/** So many follow-ups, the newest first, as the document writes them. */
function logs(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: 900 - at,
    content: `第 ${count - at} 次：客户要报价\n第二行`,
    real_revisit_at: `2026-${String(11 - Math.floor(at / 28)).padStart(2, "0")}-${String(28 - (at % 28)).padStart(2, "0")} 10:00`,
    category: "61",
    category_display: "电话",
    remind_at: at === 0 ? "2026-11-30 10:00" : "",
    image_attachments: at === 0 ? [{ url: "https://files.example/secret.jpg" }] : [],
    attachment_files: at === 0 ? [{ name: "报价单.pdf", url: "https://files.example/quote.pdf" }] : [],
    user: { id: 701, name: "示例甲", phone: "13900007788", email: "private@example.com" },
  }));
}

for (const edition of editions) {
  test.describe(edition, { tag: tagOf(edition) }, () => {
    test.use({ edition });

    test("one click shows what was talked about, the newest first, and it is kept", async ({ customers, page }) => {
      await customers.openSignedIn("#?tab_type=my&sort=real_revisit_at&order=desc");
      await customers.openCustomer(1);
      await customers.expectIdle();
      customers.forgetCalls();
      const { preview } = customers;
      await preview.getByTestId("history").click();
      await expect(customers.followUps.first()).toBeVisible();
      const asked = new URL(customers.calls[0]?.url() ?? "");
      expect([asked.pathname, asked.searchParams.get("loggable_type"), asked.searchParams.get("date")]).toEqual([PATH, "customer", "other"]);
      expect([asked.searchParams.get("start_date"), asked.searchParams.get("per_page"), asked.searchParams.get("page")]).toEqual(["2000-01-01", "15", "1"]);
      const times = await preview.locator(".history__time").allTextContents();
      expect(times.length).toBeGreaterThan(0);
      expect(times).toEqual([...times].sort().reverse());
      await expect(customers.followUps.first()).toContainText(/电话|上门拜访|微信|邮件/);
      await expect(page.locator("body")).not.toContainText(/1390000|private\d/);
      expect(customers.calls).toHaveLength(1);

      // Another customer's are asked for by another click; these are still here without a call.
      await preview.getByTestId("preview-next").click();
      await expect(customers.followUps).toHaveCount(0);
      await preview.getByTestId("preview-prev").click();
      await preview.getByTestId("history").click();
      await expect(customers.followUps.first()).toBeVisible();
      expect(customers.calls).toHaveLength(1);
    });

    test("who may not see a customer is told so", { tag: "@desktop" }, async ({ complaints, customers, page, request }) => {
      complaints.expectFailedCalls();
      const token = "demo-newcomer";
      await customers.openSignedIn("#?tab_type=common", token);
      await customers.openCustomer(0);
      await setFaults(request, token, [{ path: PATH, times: 1, answer: "status", status: 200, code: 100100, message: "您没有权限查看该对象或该对象不存在。" }]);
      await customers.preview.getByTestId("history").click();
      await expect(customers.preview).toContainText("你没有权限看这位客户的跟进记录。");
      await clearFaults(request, token);
      await expect(page.getByTestId("history")).toHaveText("重试");
      await page.getByTestId("history").click();
      await expect(customers.preview.locator(".history")).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
    });
  });
}

test("further ones come while one scrolls, and what is attached is named and not loaded", async ({ customers, page }) => {
  const all = logs(40);
  await page.route((url) => url.pathname === PATH, (route) => {
    const at = Number(new URL(route.request().url()).searchParams.get("page")) - 1;
    return route.fulfill({ json: { code: 0, data: { revisit_logs: all.slice(at * 15, at * 15 + 15), total_count: 40, per_page: 15, page: at + 1 } } });
  });
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await customers.preview.getByTestId("history").click();
  await expect(customers.followUps).toHaveCount(15);
  await expect(customers.followUps.first()).toContainText("下次跟进 2026-11-30 10:00");
  await expect(customers.followUps.first()).toContainText("附件：报价单.pdf、另外 1 个");
  await expect(page.locator("body")).not.toContainText(/13900007788|private@example.com/);
  for (const count of [30, 40]) {
    await customers.followUps.last().scrollIntoViewIfNeeded();
    await expect(customers.followUps).toHaveCount(count);
  }
  await expect(page.getByTestId("history-more")).toHaveCount(0);
  expect(customers.callsTo(PATH)).toHaveLength(3);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await violations(page, { within: '[data-testid="preview"]' })).toEqual([]);
  }
});

test("nothing was written yet, an answer that fails, and one that takes its time", async ({ complaints, customers, page }) => {
  complaints.expectFailedCalls();
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await page.route((url) => url.pathname === PATH, (route) => route.fulfill({ status: 502, body: "" }), { times: 1 });
  const history = customers.preview.getByTestId("history");
  await history.click();
  await expect(customers.preview).toContainText("跟进记录没取到");
  await expect(history).toHaveText("重试");
  const gate = new Gate();
  await page.route((url) => url.pathname === PATH, async (route) => {
    await gate.pass();
    await route.fulfill({ json: EMPTY });
  });
  await history.click();
  await expect(history).toHaveAttribute("aria-busy", "true");
  // Whoever is impatient asks once all the same.
  await history.click({ force: true });
  await expect(customers.preview).toContainText("服务器有点慢");
  gate.open();
  await expect(customers.preview).toContainText("还没有跟进记录");
  expect(customers.callsTo(PATH)).toHaveLength(2);
});

test("an operator can leave follow-ups out", async ({ customers, page }) => {
  await configure(page, { follow_ups: "off" });
  await customers.openSignedIn();
  await customers.openCustomer(0);
  await expect(customers.preview.getByTestId("more-fields").or(customers.preview.locator(".preview__group")).first()).toBeVisible();
  await expect(page.getByTestId("history")).toHaveCount(0);
  expect(customers.callsTo(PATH)).toHaveLength(0);
});

test("whoever wants it has the follow-ups by themselves while calling through, as long as half of the calls are free", async ({ customers, page }) => {
  await customers.openSignedIn("#?tab_type=my");
  await customers.expectIdle();
  await page.getByTestId("run").click();
  const present = page.getByTestId("run-customer");
  await expect(present.getByTestId("history")).toBeVisible();
  await page.getByTestId("run-end").click();
  await page.getByTestId("run-close").click();
  expect(customers.callsTo(PATH)).toHaveLength(0);
  await (await customers.openAccountMenu()).getByTestId("history-in-run").check();
  await page.keyboard.press("Escape");
  await page.getByTestId("run").click();
  const history = present.locator(".history");
  await expect(history).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
  expect(customers.callsTo(PATH)).toHaveLength(1);
  await page.getByTestId("run-next").click();
  await expect.poll(() => customers.callsTo(PATH).length).toBe(2);
  await expect(history).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
  // These are still here.
  await page.getByTestId("run-back").click();
  await expect(history).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
  expect(customers.callsTo(PATH)).toHaveLength(2);
});

test("while calls are short none is made for what nobody asked", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.addInitScript(() => localStorage.setItem("kehu.settings", JSON.stringify({ history_in_run: true })));
  // The list's own call is more than half of one.
  await configure(page, { requests_per_10s: 1 });
  await customers.openSignedIn("#?tab_type=my");
  await page.getByTestId("run").click();
  const history = page.getByTestId("run-customer").getByTestId("history");
  await expect(history).toBeVisible();
  for (let at = 0; at < 3; at += 1) await page.getByTestId("run-next").click();
  await expect(history).toBeVisible();
  expect(customers.callsTo(PATH)).toHaveLength(0);
  // By a click they come all the same, when it is their turn.
  await history.click();
  await expect.poll(() => customers.callsTo(PATH).length, { timeout: 30_000 }).toBe(1);
});

test("whoever asked for the follow-ups by a click still closes the customer by Escape", { tag: "@desktop" }, async ({ customers }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.openCustomer(0);
  await customers.preview.getByTestId("history").click();
  await expect(customers.preview.getByTestId("history")).toBeHidden();
  await expect(customers.preview.getByRole("heading", { name: "跟进记录" })).toBeFocused();
  await customers.page.keyboard.press("Escape");
  await expect(customers.preview).toBeHidden();
});
