// One customer after the other: opened, closed and opened again, and stepped through over pages.
import type { Request } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const questionOf = (call: Request) => new URL(call.url()).searchParams.get("page") ?? "1";

test("the second customer that is opened is shown like the first", async ({ customers, page }) => {
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

test("each next customer starts at its name", async ({ customers, page }) => {
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: 480 });
  await customers.openCustomer(0);
  await customers.preview.getByText(/没有内容的/).scrollIntoViewIfNeeded();
  await expect(customers.openName).not.toBeInViewport();
  await page.getByTestId("preview-next").click();
  await expect(customers.openName).toHaveText((await customers.names())[1] ?? "");
  await expect(customers.openName).toBeInViewport();
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
