// Where the operator says so, a customer's own page in the CRM is one click away.
import type { Page } from "@playwright/test";
import { own } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

/** What the operator wrote into config.json beside what the sandbox says. */
async function configure(page: Page, keys: Record<string, unknown>): Promise<void> {
  await page.route(
    (url) => url.pathname === "/config.json",
    async (route) => {
      const config = await (await route.fetch()).json();
      await route.fulfill({ json: { ...config, ...keys } });
    },
  );
}

test("the open customer's own page opens in a tab of its own", async ({ customers, page, context }) => {
  await configure(page, { customer_url: "https://crm.example/customers/{id}?tab=load_tab_base" });
  await context.route("https://crm.example/**", (route) => route.fulfill({ body: "", contentType: "text/html" }));
  await customers.openSignedIn("#?per_page=15");
  const [first, second] = await customers.ids();
  await customers.openCustomer(0);
  const link = customers.preview.getByTestId("open-in-crm");
  await expect(link).toHaveText("在 CRM 里打开");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("href", `https://crm.example/customers/${first}?tab=load_tab_base`);
  const [tab] = await Promise.all([context.waitForEvent("page"), link.click()]);
  await tab.waitForURL(`https://crm.example/customers/${first}?tab=load_tab_base`);
  expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
  await tab.close();
  await page.getByTestId("preview-next").click();
  await expect(link).toHaveAttribute("href", `https://crm.example/customers/${second}?tab=load_tab_base`);
});

test("it stands in the menu of a row", { tag: "@desktop" }, async ({ customers, page }) => {
  await configure(page, { customer_url: "https://crm.example/customers/{id}" });
  await customers.openSignedIn("#?per_page=15");
  const [, second] = await customers.ids();
  await customers.cell(customers.rows.nth(1), "name").click({ button: "right" });
  const item = page.getByRole("menuitem", { name: "在 CRM 里打开" });
  await expect(item).toHaveAttribute("data-testid", "open-in-crm");
  await expect(item).toHaveAttribute("href", `https://crm.example/customers/${second}`);
  await expect(item).toHaveAttribute("target", "_blank");
});

test("it stands on a card, below what is folded away", { tag: "@phone" }, async ({ customers, page }) => {
  await configure(page, { customer_url: "https://crm.example/customers/{id}" });
  await customers.openSignedIn("#?per_page=15");
  const [first] = await customers.ids();
  const card = customers.rows.first();
  await card.locator("summary").click();
  await expect(card.getByTestId("open-in-crm")).toBeVisible();
  await expect(card.getByTestId("open-in-crm")).toHaveAttribute("href", `https://crm.example/customers/${first}`);
});

for (const customer_url of ["", "https://crm.example/customers", "https://{id}.crm.example/", "javascript:alert('{id}')"]) {
  test(`an address like ${JSON.stringify(customer_url)} gives no link`, { tag: "@desktop" }, async ({ customers, page }) => {
    await configure(page, { customer_url });
    await customers.openSignedIn("#?per_page=15");
    if (customer_url === "") await expect(customers.error).toBeHidden();
    else await expect(customers.error).toContainText("customer_url");
    await customers.openCustomer(0);
    await expect(page.getByTestId("open-in-crm")).toHaveCount(0);
  });
}

test("further headers go with every call, the early one and signing in too", async ({ customers, page }) => {
  await configure(page, { headers: { "X-LXY-PLATFORM": "lixiaoyun", "X-LXY-APP": "crm" } });
  const isSent = (call: { headers(): Record<string, string> }) => call.headers()["x-lxy-app"] === "crm";
  await customers.open();
  await customers.signInWithPassword("manager", "kehu");
  await customers.expectRows();
  expect(customers.calls.map((call) => call.method())).toContain("POST");
  await customers.expectIdle();
  expect(customers.calls.filter((call) => !isSent(call))).toEqual([]);
  // Now the start asks for the rows, and the program takes its answer.
  customers.forgetCalls();
  await page.reload();
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(1);
  expect(customers.calls.filter((call) => !isSent(call))).toEqual([]);
});

test("a header that cannot be sent is left out by itself, and named", { tag: "@desktop" }, async ({ customers, page }) => {
  await configure(page, { headers: { "X-Good": "1", Authorization: "Token token=other", Cookie: "a=1", "Sec-X": "1", "a b": "1", "X-Seven": 7 } });
  await customers.haveNote();
  await customers.openSignedIn();
  for (const name of ["Authorization", "Cookie", "Sec-X", "a b", "X-Seven"]) {
    await expect(customers.error).toContainText(`headers.${name}`);
  }
  await expect(customers.error).not.toContainText("X-Good");
  const sent = await customers.listCalls[0]?.allHeaders();
  expect(sent?.["x-good"]).toBe("1");
  expect(sent?.authorization).toContain(`Token token=${own("demo-lixining")},`);
  expect(Object.keys(sent ?? {})).not.toEqual(expect.arrayContaining(["x-seven"]));
  expect(customers.listCalls).toHaveLength(1);
});
