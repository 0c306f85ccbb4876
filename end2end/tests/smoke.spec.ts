import { expect, test } from "@playwright/test";

test("the page starts and nothing complains", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });

  await page.goto("./");

  await expect(page).toHaveTitle(/客户/);
  await expect(page.locator("html")).not.toHaveAttribute("data-start", "failed");
  await expect(page.locator("body *").first()).toBeVisible();
  expect(complaints).toEqual([]);
});
