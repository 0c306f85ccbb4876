// Chat programs on phones show pages in views that keep no file and print nothing, and say nothing of it.
import { expect, test } from "../support/test.ts";

const WECOM =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 wxwork/4.1.20 MicroMessenger/7.0.1 Language/zh";

test.describe("in a chat program", { tag: "@phone" }, () => {
  test.use({ userAgent: WECOM });

  test("whoever can have no file is told where to go for one, before any call", async ({ customers, page }) => {
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await customers.expectIdle();
    customers.forgetCalls();
    await page.getByTestId("export").click();
    await expect(page.getByTestId("export-cost")).toContainText("在浏览器中打开");
    await expect(page.getByTestId("export-start")).toHaveCount(0);
    await expect(page.getByTestId("print")).toHaveCount(0);
    expect(customers.listCalls).toHaveLength(0);
  });

  test("a file that can be sent is ready, sent by a click, and never said to be kept", async ({ customers, page }) => {
    await page.addInitScript(() => {
      const share = (data: ShareData) => {
        document.documentElement.dataset.shared = data.files?.map((file) => `${file.name} ${file.type} ${file.size}`).join();
        return Promise.resolve();
      };
      Object.assign(navigator, { canShare: (data: ShareData) => data.files?.length === 1, share });
    });
    const downloads: string[] = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    await customers.openSignedIn("#?per_page=15", "demo-admin");
    await page.getByTestId("export").click();
    await expect(page.getByTestId("print")).toHaveCount(0);
    await page.getByTestId("export-scope-loaded").check();
    await page.getByTestId("export-format-csv").check();
    await page.getByTestId("export-start").click();
    const panel = page.getByTestId("export-panel");
    await expect(panel.getByRole("heading")).toHaveText("15 个客户的文件准备好了");
    await expect(panel).not.toContainText("已导出");
    const shared = () => page.evaluate(() => document.documentElement.dataset.shared);
    expect(await shared()).toBeUndefined();
    await panel.getByRole("button", { name: "发送文件" }).click();
    await expect.poll(shared).toMatch(/^客户_\S+\.csv text\/csv\S* \d{3,}$/);
    expect(downloads).toEqual([]);
  });
});
