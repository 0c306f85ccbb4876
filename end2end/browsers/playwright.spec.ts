import { expect, type Page, test } from "@playwright/test";
import { CustomerListPage } from "../pages/customer_list_page.ts";
import { DESKTOP, keep, PHONE, type State } from "./pictures.ts";

test.use({
  viewport: DESKTOP,
  // Scrollbars are a part of what people see.
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] }),
});

async function take(page: Page, engine: string, state: State): Promise<void> {
  await new CustomerListPage(page).expectIdle();
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const version = page.context().browser()?.version() ?? "";
  await keep(engine, version, state, await page.screenshot({ caret: "initial" }));
}

const acts: Record<Exclude<State, "phone">, (press: (name: string) => Promise<void>) => Promise<void>> = {
  list: async () => {},
  dark: async (press) => {
    await press("account");
    await press("theme-dark");
    await press("account");
  },
  choices: (press) => press("filter-status"),
  account: (press) => press("account"),
};

for (const [state, act] of Object.entries(acts))
  test(state, async ({ page }, { project }) => {
    await new CustomerListPage(page).openSignedIn("", "demo-admin");
    await act((name) => page.getByTestId(name).click());
    await take(page, project.name, state as State);
  });

test.describe("as narrow as a phone", () => {
  // Firefox has no phone's window here, only a narrow one.
  test.use({ viewport: PHONE, hasTouch: true, isMobile: async ({ browserName }, use) => use(browserName === "chromium") });

  test("phone", async ({ page }, { project }) => {
    await new CustomerListPage(page).openSignedIn("", "demo-admin");
    await expect(page.locator(".cards")).toBeVisible();
    await take(page, project.name, "phone");
  });
});
