// From the list of who is due in the morning to the summary in the evening: each task with a picture, and with as many
// presses as docs/quality.md says.
import { configure } from "../support/config.ts";
import { expect, test } from "../support/test.ts";
import { Presses, documented } from "./presses.ts";

test("a salesperson's day", { tag: "@both" }, async ({ context, customers, page }, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await configure(page, { follow_ups: "write" });
  const presses = await Presses.of(page);
  const counted: Record<string, number> = {};
  const size = customers.isPhone ? "phone" : "desktop";
  const task = async (name: string, work: () => Promise<void>): Promise<void> => {
    await presses.take();
    await work();
    counted[name] = await presses.take();
    const at = String(Object.keys(counted).length).padStart(2, "0");
    await page.screenshot({ path: `film/pictures/${size}-${at}-${name.replaceAll(" ", "-")}.png`, animations: "disabled" });
  };
  const text = page.getByTestId("follow-up-text");
  const present = page.getByTestId("run-customer");
  const progress = page.getByTestId("run-progress");

  // Both sizes run side by side and write: each about customers of its own.
  await customers.openSignedIn("#?tab_type=my", customers.isPhone ? "demo-manager" : "demo-lixining");
  await page.screenshot({ path: `film/pictures/${size}-00-morning.png`, animations: "disabled" });
  await task("see who is due", async () => {
    await page.getByTestId("today").click();
    await customers.expectRows();
    await expect(page.getByTestId("group").first()).toBeVisible();
  });
  await task("open a customer", async () => {
    await customers.openCustomer(0);
  });
  await task("see what was talked about", async () => {
    await customers.preview.getByTestId("history").click();
    await expect(customers.preview.locator(".history")).toContainText(/还没有跟进记录|\d{4}-\d\d-\d\d/);
  });
  await task("copy the customer for a chat", async () => {
    await page.getByTestId("preview-copy-line").click();
    await expect(page.getByTestId("said")).toHaveText("已复制");
  });
  await (customers.isPhone ? page.goBack() : page.getByTestId("preview-close").click());

  await task("begin to call through", async () => {
    await page.getByTestId("run").click();
    await expect(present).toBeVisible();
  });
  // Not everybody has a number that can be called.
  const call = page.getByTestId("run-call");
  for (let at = 0; at < 20 && (await call.count()) === 0; at += 1) await page.getByTestId("run-next").click();
  await task("call", async () => {
    if (customers.isPhone) {
      // A browser here has nothing that dials.
      await call.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
      await call.click();
    } else {
      await present.getByTestId("qr-open").first().click();
      await expect(page.getByTestId("qr")).toBeVisible();
    }
  });
  await page.keyboard.press("Escape");
  const before = await progress.textContent();
  await task("write down what was said", async () => {
    await present.getByTestId("follow-up").click();
    await text.fill("报了价，下周三再联系");
    if (customers.isPhone) await page.getByTestId("follow-up-save").click();
    else await text.press("Control+Enter");
    await expect(progress).not.toHaveText(before ?? "");
  });
  await task("go to the next customer", async () => {
    const before = await progress.textContent();
    if (customers.isPhone) await page.getByTestId("run-next").click();
    else await page.keyboard.press("n");
    await expect(progress).not.toHaveText(before ?? "");
  });
  await task("note that nobody answered", async () => {
    const before = await progress.textContent();
    await page.getByTestId("run-mark-no-answer").click();
    await expect(progress).not.toHaveText(before ?? "");
  });
  await page.getByTestId("run-mark-later").click();
  await task("end with a summary to paste", async () => {
    await page.getByTestId("run-end").click();
    await page.getByTestId("run-copy").click();
    await expect(page.getByTestId("said")).toHaveText("已复制");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("没接 1");
  });
  await page.getByTestId("run-close").click();
  await task("find a customer by name", async () => {
    if (customers.isPhone) await customers.query.click();
    else await page.keyboard.press("/");
    await expect(customers.query).toBeFocused();
    await page.keyboard.insertText("公司");
    await page.keyboard.press("Enter");
    await expect.poll(() => customers.lastQuestion()?.pairs).toContain("query=公司");
    await customers.expectRows();
  });

  const expected = Object.entries(documented()).map(([name, both]) => [name, both[size]] as const);
  expect(counted, info.title).toEqual(Object.fromEntries(expected));
});
