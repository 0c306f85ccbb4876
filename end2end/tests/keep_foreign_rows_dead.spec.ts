import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

const named = "这还是「全部」的客户，不是「我负责的」。";

/** Whether the browser would follow a click on this link. */
async function isFollowed(link: Locator): Promise<boolean> {
  return link.evaluate((it) => {
    let isLeft = false;
    const look = (event: Event) => {
      isLeft = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener("click", look, { once: true });
    (it as HTMLElement).click();
    window.removeEventListener("click", look);
    return isLeft;
  });
}

async function opacityOfRows(page: Page, isPhone: boolean): Promise<string> {
  const rows = page.locator(isPhone ? ".cards" : "tbody").first();
  return rows.evaluate((it) => getComputedStyle(it).opacity);
}

test("after a failed call the rows of before are dimmed, named and dead", async ({ customers, page, context, complaints }) => {
  complaints.expectFailedCalls();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn();
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await customers.answerList((route) => route.fulfill({ status: 500, json: { code: 100500, message: "坏了" } }), 1);
  await customers.tab("my").click();

  await expect(customers.error).toContainText(named);
  expect(await opacityOfRows(page, customers.isPhone)).toBe("0.6");
  expect(await isFollowed(customers.rows.locator("a[href^='tel:']").first())).toBe(false);
  await expect(page.getByTestId("said")).toHaveText(named);

  const name = customers.rows.first().locator('[data-column="name"]');
  // They are called disabled, for which a click would wait.
  await (customers.isPhone ? name.getByRole("button") : name).click({ force: true });
  if (!customers.isPhone) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await name.click({ button: "right", force: true });
    await expect(page.getByTestId("context-menu")).toBeHidden();
  }
  await expect(page.getByTestId("preview")).toBeHidden();
  await expect(page.getByTestId("selection")).toBeHidden();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("before");
  await page.getByTestId("export").click();
  await expect(page.getByTestId("export-scope-view")).toBeVisible();
  await expect(page.getByTestId("export-scope-loaded")).toBeHidden();
  await page.keyboard.press("Escape");

  await customers.retry.click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  expect(await opacityOfRows(page, customers.isPhone)).toBe("1");
  await (customers.isPhone ? name.getByRole("button") : name).click();
  await expect(page.getByTestId("preview")).toBeVisible();
});

test("while the next rows are on their way nobody can be called who is not among them", async ({ customers, page }) => {
  await customers.openSignedIn();
  const gate = await customers.holdAnswers();
  await customers.tab("my").click();
  await gate.reached();
  expect(await isFollowed(customers.rows.locator("a[href^='tel:']").first())).toBe(false);
  await expect(page.getByTestId("said")).toHaveText(named);
  gate.open();
  await customers.expectRows();
});
