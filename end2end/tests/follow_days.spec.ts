// Days with a name mean other days tomorrow: in the address, in a view, and on a page that stays open.
import { expect, test } from "../support/test.ts";

const TODAY = ["revisit_remind_at[]=2026-11-20", "revisit_remind_at[]=2026-11-20"];
const TOMORROW = ["revisit_remind_at[]=2026-11-21", "revisit_remind_at[]=2026-11-21"];

test.describe("at China's midnight, wherever the browser is", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a view of today asks again and shows the new day's customers", { tag: "@desktop" }, async ({
    customers,
    page,
  }) => {
    await page.clock.install({ time: "2026-11-20T23:58:00+08:00" });
    await customers.openSignedIn("", "demo-admin");
    await customers.pickPreset("revisit-remind-at", "今天");
    await customers.expectQuestion(TODAY);
    await customers.saveViewAs("今日");
    await expect(customers.list).toHaveAttribute("aria-busy", "false");
    customers.forgetCalls();

    await page.clock.fastForward("02:30");
    await customers.expectQuestion(TOMORROW);
    expect(customers.listCalls).toHaveLength(1);
    await customers.expectViewChanged(false);
    await expect.poll(() => customers.fragment).toContain("revisit_remind_at=today");

    // The answer of yesterday is remembered, and is none of today's.
    await customers.openView("默认列表");
    await customers.expectQuestion([]);
    await page.goBack();
    await customers.expectIdle();
    expect(customers.listCalls.map((call) => decodeURI(call.url())).filter((url) => url.includes("11-20"))).toEqual([]);
    await customers.openView("默认列表");
    await customers.openView("今日");
    await customers.expectQuestion(TOMORROW);
  });

  test("a page that nobody sees waits until somebody does; days picked by hand stay", { tag: "@desktop" }, async ({
    customers,
    page,
  }) => {
    const turn = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, "visibilityState", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await page.clock.install({ time: "2026-11-20T23:58:00+08:00" });
    await customers.openSignedIn("#?revisit_remind_at=due", "demo-admin");
    await customers.expectIdle();
    customers.forgetCalls();
    await turn("hidden");
    await page.clock.fastForward("05:00");
    await page.clock.runFor(20_000);
    expect(customers.listCalls).toHaveLength(0);
    await turn("visible");
    await customers.expectQuestion(["revisit_remind_at[]=1970-01-01", "revisit_remind_at[]=2026-11-21"]);
    await customers.expectIdle();
    expect(customers.listCalls).toHaveLength(1);

    await customers.open("#?revisit_remind_at[]=2026-11-21&revisit_remind_at[]=2026-11-21");
    await customers.expectQuestion(TOMORROW);
    await customers.expectIdle();
    customers.forgetCalls();
    await page.clock.fastForward("24:00:00");
    await page.clock.runFor(20_000);
    expect(customers.listCalls).toHaveLength(0);
  });
});

test("a view that was saved with its days says so, and is changed on its card", async ({ customers, page }) => {
  const views = [
    { name: "旧的", filters: "revisit_remind_at[]=2026-11-12&revisit_remind_at[]=2026-11-12" },
    { name: "新的", filters: "revisit_remind_at=today" },
  ];
  await page.addInitScript(
    (text) => localStorage.setItem("kehu.views", text),
    JSON.stringify({ kehu_views: 1, views }),
  );
  await page.clock.setFixedTime("2026-11-20T12:00:00+08:00");
  await customers.openSignedIn("", "demo-admin");
  await customers.openViews();
  await customers.expectViews("默认列表", "旧的固定日期", "新的");
  await customers.view("旧的").click();
  await customers.expectQuestion(["revisit_remind_at[]=2026-11-12", "revisit_remind_at[]=2026-11-12"]);
  await expect(customers.chip("下次跟进")).toContainText("2026-11-12");
  await expect(customers.chip("下次跟进")).toContainText("固定日期");

  await customers.openChip("下次跟进");
  await expect(customers.daysCard).toContainText("固定日期，到了明天也不变");
  await customers.daysCard.getByRole("button", { name: "今天", exact: true }).click();
  await customers.closeFilters();
  await customers.expectQuestion(TODAY);
  await customers.expectOn("下次跟进: 今天");
  await customers.expectFragment("#?revisit_remind_at=today&view=旧的");
  await customers.expectViewChanged();
});
