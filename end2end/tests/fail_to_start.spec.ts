// Files of the program that a server does not deliver, and browsers that cannot run it: each ends in one
// sentence that says what to do.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

const SITE = process.env.KEHU_SITE ?? "../dist";
const PAGE = readFileSync(`${SITE}/index.html`, "utf8");
const START = /\/start-[0-9a-f]+\.js$/;
const NO_START = /\/no_start-[0-9a-f]+\.js$/;
const STYLE = /\/kehu-[0-9a-f]+\.css$/;
const SCRIPT = /\/kehu-[0-9a-f]+\.js$/;
const FIRST = /\/kehu-[0-9a-f]+_bg\.wasm$/;
const CHUNK = /\/kehu_app-[0-9a-f]+\.wasm$/;
const WASM = /\.wasm$/;


type Answer = (page: Page, file: RegExp) => Promise<unknown>;

const missing: Answer = (page, file) => page.route(file, (route) => route.fulfill({ status: 404 }));
/** As a server with one page for all addresses does. */
const page: Answer = (page, file) => page.route(file, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
const cut: Answer = (page, file) => page.route(file, (route) => route.abort());
const typed =
  (contentType: string): Answer =>
  (page, file) =>
    page.route(file, async (route) => route.fulfill({ response: await route.fetch(), contentType }));

const FAILURES: [string, RegExp, Answer, RegExp][] = [
  ["the program is missing", FIRST, missing, /_bg\.wasm: 404/],
  ["the program is the page", FIRST, page, /_bg\.wasm: 200, text\/html/],
  ["the program does not come", FIRST, cut, /_bg\.wasm: no answer/],
  ["the page's chunk is missing", CHUNK, missing, /kehu_app-\w+\.wasm: 404/],
  ["the program's script has a wrong type", SCRIPT, typed("text/plain"), /kehu-\w+\.js: 200, text\/plain/],
  ["the start script has a wrong type", START, typed("application/octet-stream"), /start-\w+\.js: 200, application\/octet-stream/],
  ["the style sheet is the page", STYLE, page, /kehu-\w+\.css: 200, text\/html/],
];

for (const [name, file, answer, line] of FAILURES) {
  test(`${name}: one sentence, and what the administrator needs`, { tag: "@desktop" }, async ({ page, customers, complaints }) => {
    complaints.expectStop();
    await answer(page, file);
    await customers.haveSession();
    await customers.open();
    await expect(customers.noStart.getByRole("heading")).toHaveText("页面没有启动成功");
    await expect(customers.noStart.getByRole("heading")).toBeInViewport();
    await expect(customers.noStart).toContainText("请重新加载；还是不行");
    await customers.noStart.getByText("给管理员看", { exact: true }).click();
    await expect(customers.noStart.locator("pre")).toContainText(line);
  });
}

test("what was missing for a moment is there after reloading", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
  complaints.expectStop();
  await missing(page, FIRST);
  await customers.haveSession();
  await customers.open();
  const reload = customers.noStart.getByRole("button", { name: "重新加载" });
  await expect(reload).toBeInViewport();
  await page.unroute(FIRST);
  await reload.click();
  await customers.expectRows();
  await expect(customers.noStart).toHaveCount(0);
});

for (const type of ["application/octet-stream", "text/html"]) {
  test(`the program served as ${type} starts all the same`, { tag: "@desktop" }, async ({ page, customers }) => {
    await typed(type)(page, WASM);
    await customers.openSignedIn();
    await page.getByTestId("columns").click();
    await expect(page.getByTestId("column-search")).toBeVisible();
  });
}

test("a browser that cannot compile while it fetches starts all the same", { tag: "@desktop" }, async ({ page, customers }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(WebAssembly, "compileStreaming");
    Reflect.deleteProperty(WebAssembly, "instantiateStreaming");
  });
  await customers.openSignedIn();
});

function withoutContainers(): void {
  const supports = CSS.supports.bind(CSS);
  CSS.supports = (name: string, value?: string) => name !== "container-type" && (value === undefined ? supports(name) : supports(name, value));
}

const LACKS: [string, () => void, RegExp][] = [
  ["WebAssembly", () => Reflect.deleteProperty(globalThis, "WebAssembly"), /锁定模式/],
  ["container queries", withoutContainers, /请换新版/],
  ["modules", () => Reflect.deleteProperty(HTMLScriptElement.prototype, "noModule"), /请换新版/],
];
for (const [name, take, advice] of LACKS) {
  test(`a browser without ${name} is told which one to use, and makes no call`, { tag: "@desktop" }, async ({ page, customers }) => {
    await page.addInitScript(take);
    await customers.haveSession();
    await customers.open();
    await expect(customers.unsupported.getByRole("heading")).toContainText("打不开客户列表");
    await expect(customers.unsupported).toContainText(advice);
    expect(customers.calls).toEqual([]);
  });
}

test("a browser without popovers fetches what stands in for them", { tag: "@desktop" }, async ({ page, customers }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, "popover"));
  const polyfill = page.waitForResponse("**/popover.js");
  await customers.openSignedIn();
  expect((await polyfill).status()).toBe(200);
});

test("a browser that cannot read the start script is told so", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
  complaints.expectStop();
  await page.route(START, (route) => route.fulfill({ contentType: "text/javascript", body: "import of the future;" }));
  await customers.open();
  await expect(customers.unsupported).toContainText("请换新版的 Chrome、Edge、Firefox 或 Safari");
});

test("where no script comes, the page's own words show themselves", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
  complaints.expectStop();
  await missing(page, START);
  await missing(page, NO_START);
  await customers.open();
  // Whoever waits is not told at once.
  await expect(customers.noStart).toBeHidden();
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(customers.noStart).toContainText("页面还没有打开");
});

test("where neither script nor style comes, they stand there at once", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
  complaints.expectStop();
  for (const file of [START, NO_START, STYLE]) await missing(page, file);
  await customers.open();
  await expect(customers.noStart).toBeVisible();
});

test("a page opened from the disk says which address to use", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
  complaints.expectStop();
  await page.goto(pathToFileURL(resolve(SITE, "index.html")).href);
  await expect(customers.noStart.getByRole("heading")).toHaveText("从文件夹里打不开客户列表");
  await expect(customers.noStart).toContainText("https://");
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("the sentence is in the language of the browser", { tag: "@desktop" }, async ({ page, customers, complaints }) => {
    complaints.expectStop();
    await missing(page, START);
    await customers.open();
    await expect(customers.noStart.getByRole("heading")).toHaveText("The page did not start");
  });
});
