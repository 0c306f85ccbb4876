// The list call is on its way before the program is, and it stays the only one.
import { expect, test } from "../support/test.ts";
import { holdProgram } from "../support/network.ts";
import { shiftsOf, watchShifts } from "../support/shifts.ts";
import { isListCall } from "../pages/customer_list_page.ts";

const fragments = [
  "",
  "#?",
  "#?columns=all&per_page=200",
  "#?tab_type=my&status=1476046&created_at[]=2019-01-01&created_at[]=2019-02-01&sort=created_at&order=desc&page=3&per_page=50",
  "#?query=公司&updated_at[]=2020-01-01&updated_at[]=",
  "#?custom_field_name=name&query=a%26b%20%2B",
];

for (const fragment of fragments) {
  test(`the rows of ${fragment || "the bare address"} are asked for before the program is there`, async ({
    customers,
    page,
  }) => {
    const program = await holdProgram(page);
    await customers.haveSession();
    const asked = page.waitForRequest((request) => isListCall(new URL(request.url())));
    await page.goto(`./${fragment}`, { waitUntil: "commit" });
    const early = await asked;
    await expect(page.locator("#shell")).toBeVisible();
    program.open();
    await expect(customers.rows.or(customers.empty).first()).toBeVisible();
    await customers.expectIdle();
    expect(customers.listCalls).toEqual([early]);
    expect(await early.headerValue("authorization")).toBe(
      "Token token=demo-lixining, device=open_api, version_code=9.9.9",
    );
  });
}

test("rows whose answer is here before the program come before the page", async ({
  customers,
  page,
}) => {
  // What stands there the first time that rows do.
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const find = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
      if (!find("row")) return;
      watch.disconnect();
      Object.assign(globalThis, { besideRows: ["query", "open-filters", "next"].filter(find) });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  const program = await holdProgram(page);
  await customers.haveSession();
  const answered = page.waitForResponse((response) => isListCall(new URL(response.url())));
  await page.goto("./", { waitUntil: "commit" });
  await (await answered).finished();
  program.open();
  await customers.expectRows();
  await expect(customers.query).toBeVisible();
  // Rows are never there without a way to the next ones.
  expect(await page.evaluate(() => (globalThis as unknown as { besideRows: string[] }).besideRows)).toEqual(["next"]);
});

test("config.json is fetched once", async ({ customers, page }) => {
  let count = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/config.json")) count += 1;
  });
  await customers.openSignedIn();
  await customers.expectIdle();
  expect(count).toBe(1);
});

test("what is not surely the same question waits for the program", { tag: "@desktop" }, async ({ customers, page }) => {
  const program = await holdProgram(page);
  await customers.haveSession();
  await page.goto("./#?query=a+b&status=junk", { waitUntil: "commit" });
  await program.reached();
  await page.waitForFunction(() => "kehuEarly" in globalThis);
  expect(customers.listCalls).toHaveLength(0);
  program.open();
  await customers.expectQuestion(["query=a b"]);
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("an early answer to another question is never shown", { tag: "@desktop" }, async ({ customers, page }) => {
  const program = await holdProgram(page);
  await customers.haveSession();
  const asked = page.waitForRequest((request) => isListCall(new URL(request.url())));
  await page.goto("./#?tab_type=my", { waitUntil: "commit" });
  await asked;
  // Somebody is quicker than the program.
  await page.evaluate(() => (location.hash = "#?tab_type=common"));
  program.open();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  expect(customers.listCalls).toHaveLength(2);
});

test("a session that is over is told as ever, by the early call", { tag: "@desktop" }, async ({ customers }) => {
  await customers.haveSession("nobodys-token");
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  expect(customers.listCalls).toHaveLength(1);
});

test("nothing is asked for who has not signed in", { tag: "@desktop" }, async ({ customers }) => {
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  await customers.expectIdle();
  expect(customers.calls).toHaveLength(0);
});

test("a view that opens by itself is asked for early", { tag: "@desktop" }, async ({ customers, page }) => {
  const view = { name: "今日", filters: "tab_type=my&per_page=20" };
  await page.addInitScript(
    (text) => localStorage.setItem("kehu.views", text),
    JSON.stringify({ kehu_views: 1, default: view.name, views: [view] }),
  );
  const program = await holdProgram(page);
  await customers.haveSession();
  const asked = page.waitForRequest((request) => isListCall(new URL(request.url())));
  await page.goto("./", { waitUntil: "commit" });
  expect((await asked).url()).toContain("page=1&per_page=20&tab_type=my");
  program.open();
  await customers.expectRows();
  await customers.expectIdle();
  expect(customers.listCalls).toHaveLength(1);
});

test("no row and no control moves when the program takes the shell's place", async ({ customers, page }) => {
  await watchShifts(page);
  await customers.openSignedIn();
  await customers.expectIdle();
  // All that ever moves is the pager's own line, by the words of the answer.
  expect(await shiftsOf(page)).toBeLessThan(0.005);
});
