// What nobody needs for the first rows is a file of its own, fetched when somebody first uses it.
import { holdProgram } from "../support/network.ts";
import { expect, test } from "../support/test.ts";

const LATER = /kehu_later-[0-9a-f]+\.wasm$/;

test("the second chunk of the program is fetched with the first card that needs it, and once", { tag: "@desktop" }, async ({ customers, page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    // The worker keeps the page's files for the next start when all else is there.
    if (LATER.test(request.url()) && request.serviceWorker() === null) fetched.push(request.url());
  });
  await customers.openSignedIn();
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await customers.expectIdle();
  expect(fetched).toEqual([]);
  // Pointing is enough: when it is clicked, it is there.
  await page.getByTestId("columns").hover();
  await expect.poll(() => fetched.length).toBe(1);
  await page.getByTestId("columns").click();
  await expect(page.getByTestId("column-search")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByTestId("views").click();
  await expect(page.locator(".views-menu button:visible").first()).toBeVisible();
  expect(fetched).toHaveLength(1);
});

test("a chunk whose fetch begins early is fetched once", { tag: "@desktop" }, async ({ customers, page }) => {
  const fetched: string[] = [];
  // Only what the browser does not have already comes through here.
  await page.route(/kehu_\w+-[0-9a-f]+\.wasm$/, (route) => {
    fetched.push(route.request().url());
    return route.continue();
  });
  const program = await holdProgram(page);
  await customers.open();
  await expect(page.locator("link[rel=preload][href*=kehu_sign_in]")).toHaveCount(1);
  program.open();
  await expect(customers.signInForm).toBeVisible();
  await expect(page.locator("link[rel=preload][href*=kehu_app]")).toHaveCount(1);
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
  await customers.expectIdle();
  expect(fetched.length).toBeGreaterThan(2);
  expect(new Set(fetched).size).toBe(fetched.length);
});

test("a chunk that does not come says so, and comes when it is tried again", { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  complaints.expectFailedCalls();
  // As after a release that took the files of the one before from the server.
  let isGone = true;
  await page.route(LATER, (route) => (isGone ? route.fulfill({ status: 404 }) : route.continue()));
  await customers.openSignedIn();
  await page.getByTestId("columns").click();
  const failed = page.getByTestId("part-failed");
  await expect(failed).toContainText("这部分没能载入");
  isGone = false;
  await failed.getByRole("button", { name: "重试" }).click();
  await expect(page.getByTestId("column-search")).toBeVisible();
  await expect(failed).toBeHidden();
});

test("a sheet that takes a while shows that it is coming", { tag: "@desktop" }, async ({ customers, page }) => {
  let open = () => {};
  const gate = new Promise<void>((done) => (open = done));
  await page.route(LATER, async (route) => {
    await gate;
    await route.continue();
  });
  await customers.openSignedIn();
  await page.getByTestId("export").click();
  await expect(page.locator(".part[aria-busy]")).toBeVisible();
  open();
  await expect(page.getByTestId("export-dialog")).toBeVisible();
  await expect(page.locator(".part[aria-busy]")).toHaveCount(0);
});
