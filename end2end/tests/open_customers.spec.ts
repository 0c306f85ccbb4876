// One customer after the other: opened, closed and opened again, and stepped through over pages.
import type { Request } from "@playwright/test";
import { answerWith } from "../support/answers.ts";
import { Gate } from "../support/gate.ts";
import { expect, test } from "../support/test.ts";

const questionOf = (call: Request) => new URL(call.url()).searchParams.get("page") ?? "1";

test("the second customer that is opened is shown like the first", { tag: "@engines" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  const names = await customers.names();
  for (const at of [0, 1, 0, 2]) {
    await customers.openCustomer(at);
    await expect(customers.openName).toHaveText(names[at] ?? "");
    await expect(customers.openName).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(customers.preview).toBeHidden();
  }
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
});

test("each next customer starts at the top, and the name and what a call needs stay in sight", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: 480 });
  await customers.openCustomer(0);
  const body = customers.preview.locator(".preview__body");
  const scrolled = () => body.evaluate((element) => element.scrollTop);
  expect((await customers.preview.locator(".preview__head").boundingBox())?.height).toBeLessThanOrEqual(97);
  await customers.preview.getByText(/没有内容的/).scrollIntoViewIfNeeded();
  expect(await scrolled()).toBeGreaterThan(0);
  await expect(customers.openName).toBeInViewport();
  await page.getByTestId("preview-next").click();
  await expect(customers.openName).toHaveText((await customers.names())[1] ?? "");
  await expect.poll(scrolled).toBe(0);
});

test("the preview begins with the day: follow-up, note, contacts, and all else below", async ({ customers }) => {
  await customers.answerListWith(
    answerWith(1, (customer) => {
      Object.assign(customer, { name: "示例商行", company_name: "示例商行", note: "只收转账", revisit_remind_at: "2023-11-27 09:30", real_revisit_at: "2023-11-20 10:00" });
      customer.lastest_revisit_log = { content: "要先试用" };
      customer.address = {};
      customer.phones_data = ["138****5678", "0571-88888888"].map((phone_hidden_result, at) => ({
        label: "手机",
        call_field_name: at === 0 ? "address.phone" : "address.tel",
        phone: "13812345678",
        phone_hidden_result,
        is_invisible: false,
        is_enable: true,
      }));
    }),
  );
  await customers.openSignedIn();
  await customers.openCustomer(0);
  const columns = await customers.preview.locator("[data-column]").evaluateAll((items) => items.map((item) => item.getAttribute("data-column") ?? ""));
  const first = columns.filter((id) => !id.startsWith("kehu.") && id !== "real_revisit_at_in_word");
  expect(first.slice(0, 3)).toEqual(["revisit_remind_at", "lastest_revisit_log.content", "real_revisit_at"]);
  expect(columns.indexOf("note")).toBeGreaterThan(2);
  // What repeats the name is left out, and what cannot be called stands behind a fold.
  expect(columns).not.toContain("company_name");
  await expect(customers.preview.locator("a[href^='tel:']")).toHaveText(/0571-88888888/);
  await expect(customers.preview.getByText("另有 1 个不能拨打")).toBeVisible();
});

test("a step over the end of a page turns it, with one call, and a step back leads back", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await customers.expectIdle();
  const first = await customers.names();
  customers.forgetCalls();
  await customers.openCustomer(13);
  await page.keyboard.press("ArrowDown");
  await expect(customers.openName).toHaveText(first[14] ?? "");
  await page.keyboard.press("ArrowDown");
  await customers.expectFragment("#?page=2&per_page=15");
  await expect.poll(() => customers.names()).not.toEqual(first);
  const second = await customers.names();
  await expect(customers.openName).toHaveText(second[0] ?? "");
  await page.keyboard.press("ArrowUp");
  await expect(customers.openName).toHaveText(first[14] ?? "");
  await customers.expectFragment("#?per_page=15");
  await page.keyboard.press("ArrowUp");
  await expect(customers.openName).toHaveText(first[13] ?? "");
  await customers.expectIdle();
  expect(customers.listCalls.map(questionOf)).toEqual(["2"]);
});

test("on the first row of the first page there is no step back", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15");
  await customers.openCustomer(0);
  await expect(page.getByTestId("preview-prev")).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByTestId("preview-next")).not.toHaveAttribute("aria-disabled");
});

test("a page turned by hand takes the preview along, another tab leaves it to be read", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const first = await customers.names();
  await customers.openCustomer(3);
  await customers.next.click();
  await customers.expectFragment("#?page=2&per_page=15");
  await expect(customers.openName).not.toHaveText(first[3] ?? "");
  const second = await customers.names();
  await expect(customers.openName).toHaveText(second[0] ?? "");
  await expect(customers.rows.first()).toHaveAttribute("aria-current", "true");
  await expect(page.getByTestId("preview-next")).not.toHaveAttribute("aria-disabled");

  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  await expect(customers.openName).toHaveText(second[0] ?? "");
  await expect(customers.preview).toContainText("不在这一页");
  await page.getByTestId("preview-next").click();
  await expect(customers.openName).toHaveText((await customers.names())[0] ?? "");
});

test("whoever comes back from a tab that never answered keeps the customer open", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn("#?page=2&per_page=15", "demo-admin");
  const second = await customers.names();
  await customers.openCustomer(3);
  const never = new Gate();
  await page.route(/tab_type=common/, () => never.pass());
  await customers.tab("common").click();
  await never.reached();
  // The same list again, on its first page; but nobody turned a page.
  await customers.tab("all").click();
  await customers.expectFragment("#?per_page=15");
  await expect.poll(() => customers.names()).not.toEqual(second);
  await customers.expectIdle();
  await expect(customers.preview).toContainText("不在这一页");
  await expect(customers.openName).toHaveText(second[3] ?? "");

  // Another page then takes the preview along.
  const firstPage = await customers.names();
  await customers.next.click();
  await expect.poll(() => customers.names()).toEqual(second);
  await customers.previous.click();
  await expect(customers.openName).toHaveText(firstPage[0] ?? "");
});
