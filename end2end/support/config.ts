// What an operator writes into config.json, over the sandbox's own.
import type { Page } from "@playwright/test";

export async function configure(page: Page, own: object): Promise<void> {
  await page.route("**/config.json", async (route) => {
    const config = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...config, ...own } });
  });
}
