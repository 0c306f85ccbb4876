// What is shown when the program stops in the middle. There is no button for that: these tests break
// the browser under it, or hand it what no browser would.
import { expect, test } from "../support/test.ts";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import type { Page } from "@playwright/test";

const SECRET = "河北玉名 13912348933";

/** The browser refuses the program something with a customer's words in its reason: it panics. */
async function panic(customers: CustomerListPage): Promise<void> {
  await customers.page.evaluate((secret) => {
    const refuse = {
      apply(real: (...args: never[]) => unknown, self: unknown, args: unknown[]) {
        // The page of the stop itself is made of elements too.
        if (new Error().stack?.includes("wasm-function[")) throw new Error(secret);
        return Reflect.apply(real, self, args);
      },
    };
    Object.assign(Document.prototype, { createElement: new Proxy(Document.prototype.createElement, refuse) });
    Object.assign(Node.prototype, { cloneNode: new Proxy(Node.prototype.cloneNode, refuse) });
  }, SECRET);
  // Words are searched for as they are typed; a further key would already reach the stop's own button.
  await customers.query.fill("公司");
}

/** More memory than there is. The module is the page's own: nothing is opened for this test. */
async function runOutOfMemory(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("#page-js");
    const module = (await import(link?.href ?? "")) as { default: () => Promise<Record<string, unknown>> };
    const program = await module.default();
    const allocate = program.__wbindgen_malloc as (bytes: number, align: number) => number;
    setTimeout(() => {
      for (;;) allocate(0x3fff_0000, 1);
    });
  });
}

function stop(page: Page) {
  return page.getByRole("alertdialog");
}

test("a panic is told on a page of its own, without a word of any customer", async ({ customers, page, complaints }) => {
  complaints.expectStop();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await customers.openSignedIn("#?tab_type=common");
  await panic(customers);

  await expect(stop(page)).toBeVisible();
  await expect(stop(page)).toHaveAccessibleName("页面出错，停下来了");
  await expect(stop(page)).toHaveAccessibleDescription(/重新加载后接着看/);
  await expect(page.getByRole("button", { name: "重新加载" })).toBeFocused();
  // What lies below can be reached by nobody.
  await expect(page.getByRole("button", { name: "重新加载" })).toBeInViewport();
  expect(await page.evaluate(() => document.elementFromPoint(40, 24)?.closest(".stop") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(stop(page)).toBeVisible();

  await page.getByText("错误报告").click();
  const report = await page.getByTestId("stop-report").inputValue();
  expect(report).toMatch(/^Kehu \d+\.\d+\.\d+, [0-9a-f]{8,16}\n/);
  expect(report).toMatch(/\S+\.rs:\d+:\d+\n/);
  expect(report).toContain(await page.evaluate(() => navigator.userAgent));
  for (const text of [report, await stop(page).innerText()]) {
    expect(text).not.toContain("河北玉名");
    expect(text).not.toContain("demo-lixining");
  }
  // The program's own line in the console has the place alone.
  expect(said.join("\n")).toMatch(/the program has stopped at \S+\.rs:\d+:\d+/);
  expect(said.join("\n")).not.toContain("13912348933");
});

test("memory that runs out is told too, in the page's language, and reloading goes on", { tag: "@desktop" }, async ({
  customers,
  page,
  context,
  complaints,
}) => {
  complaints.expectStop();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => localStorage.setItem("kehu.settings", '{"lang":"en"}'));
  await customers.openSignedIn("#?tab_type=common&per_page=15");
  await runOutOfMemory(page);

  await expect(stop(page)).toHaveAccessibleName("The page has stopped");
  await page.getByText("Error report").click();
  await page.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/RuntimeError: (wasm-function\[\d+\]:0x[0-9a-f]+|\S+\.rs:\d+:\d+)\n/);

  await page.getByRole("button", { name: "Reload" }).click();
  await customers.expectRows();
  await customers.expectFragment("#?tab_type=common&per_page=15");
  await expect(stop(page)).toBeHidden();
});

test("the exception of somebody else's script stops nothing", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectStop();
  await customers.openSignedIn();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("an extension");
    });
    void Promise.reject(new Error("another"));
  });
  await customers.tab("my").click();
  await customers.expectQuestion(["tab_type=my"]);
  await customers.expectRows();
  await expect(stop(page)).toHaveCount(0);
});
