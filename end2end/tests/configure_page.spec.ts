import { isListCall } from "../pages/customer_list_page.ts";
import { expect, test } from "../support/test.ts";

const isConfig = (url: URL) => url.pathname === "/config.json";

const broken = [
  { title: "is cut off", body: '{"api_base": "', says: "页面的设置读不懂，先按默认设置继续。" },
  { title: "is a web page", body: "<!doctype html><h1>404</h1>", says: "config.json 读不懂", tag: "@desktop" },
  { title: "is a list", body: "[]", says: "config.json 读不懂", tag: "@desktop" },
  { title: "is empty", body: "", says: "config.json 读不懂", tag: "@desktop" },
  {
    title: "has values of wrong types",
    body: '{"api_base": 7, "device": [], "version_code": {}, "requests_per_10s": "many", "locale": 1}',
    says: "config.json 里这些项不能用：api_base, device, version_code, locale, requests_per_10s",
  },
  {
    title: "leads to a script",
    body: '{"api_base": "javascript:alert(1)//"}',
    tag: "@desktop",
    says: "config.json 里这些项不能用：api_base",
  },
];

for (const { title, body, says, tag = [] } of broken) {
  test(`a config.json that ${title} is told in a sentence, and rows are shown`, { tag }, async ({ customers, page }) => {
    await page.route(isConfig, (route) => route.fulfill({ body, contentType: "application/json" }));
    await customers.openSignedIn();
    await expect(customers.error).toContainText(says);
    // What has to be mended is told to whoever can.
    await expect(customers.error.getByText(/^config\.json/)).toBeHidden();
    await customers.error.getByText("给管理员看").click();
    await expect(customers.error.getByText(/^config\.json/)).toBeVisible();
    await customers.error.getByRole("button", { name: "关闭" }).click();
    await expect(customers.error).toBeHidden();
    await customers.expectRows();
  });
}

test("a config.json that is broken is named on the sign-in page too", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route(isConfig, (route) => route.fulfill({ body: "{" }));
  await customers.open();
  await expect(customers.signInForm).toBeVisible();
  await expect(customers.error).toContainText("config.json 读不懂");
  await expect(page.getByTestId("sign-in-submit")).toBeInViewport();
  await customers.error.getByRole("button", { name: "关闭" }).click();
  await expect(customers.error).toBeHidden();
  await customers.signInWithToken("demo-lixining");
  await customers.expectRows();
});

test("a config.json that is put right is read by trying again", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route(isConfig, (route) => route.fulfill({ body: "{" }), { times: 1 });
  await customers.openSignedIn();
  await expect(customers.error).toBeVisible();
  await customers.retry.click();
  await customers.expectRows();
  await expect(customers.error).toBeHidden();
});

test("where the server lets a browser keep config.json, the page asks whether it is new", { tag: "@desktop" }, async ({
  customers,
  page,
}) => {
  // As most servers do by themselves: the day of the file, and nothing of how long it is good.
  const headers = { "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" };
  const hints = ["去年的提示", "今年的提示"];
  await page.route(isConfig, (route) => route.fulfill({ headers, json: { hint: hints.shift() } }));
  await customers.open();
  await expect(page.getByText("今年的提示")).toBeVisible();
  expect(hints).toEqual([]);
});

for (const [title, refuse] of [
  ["is missing", { status: 404, body: "" }],
  ["has keys that nobody knows", { json: { colour: "blue", api_base: "", deep: { a: [1] } } }],
] as const) {
  test(`a config.json that ${title} is no trouble`, { tag: "@desktop" }, async ({ customers, page, complaints }) => {
    complaints.expectFailedCalls();
    await page.route(isConfig, (route) => route.fulfill(refuse));
    await customers.openSignedIn();
    await expect(customers.error).toBeHidden();
  });
}

test("an operator's address, words of the header and hint are used", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route(isConfig, (route) =>
    route.fulfill({ json: { api_base: "/crm/", device: "pad", version_code: "1.2", hint: "找信息部要令牌" } }),
  );
  const asked = page.waitForRequest((request) => request.url().includes("/crm/api/v2/customers?"));
  await page.route(
    (url) => url.pathname.startsWith("/crm/"),
    (route) => route.fulfill({ json: { code: 0, data: { customers: [], column_list: ["name"], has_next_page: false } } }),
  );
  await customers.open();
  await expect(page.getByText("找信息部要令牌")).toBeVisible();
  await customers.signInWithToken("abc");
  expect(await (await asked).headerValue("authorization")).toBe("Token token=abc, device=pad, version_code=1.2");
  await expect(customers.empty).toBeVisible();
});

test("a wrong address in config.json is told from other errors", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.route(isConfig, (route) => route.fulfill({ json: { api_base: "/intranet" } }));
  await page.route(
    (url) => url.pathname.startsWith("/intranet/"),
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>门户</title>" }),
  );
  await customers.haveSession();
  await customers.open();
  await expect(customers.error).toContainText("config.json 里的地址不对");
});

test.describe("an endpoint on another origin", { tag: "@desktop" }, () => {
  // The same sandbox under another name, which is another origin to a browser.
  const elsewhere = (baseURL: string | undefined): string => (baseURL ?? "").replace("127.0.0.1", "localhost").replace(/\/$/, "");

  test("is asked where the policy names it, with the token", async ({ customers, page, baseURL, context }) => {
    const crm = elsewhere(baseURL);
    // A page that the test itself hands out counts as one from the internet, which may not ask this machine.
    await context.grantPermissions(["local-network-access"]);
    await page.route(isConfig, (route) => route.fulfill({ json: { api_base: crm } }));
    await page.route(
      (url) => url.pathname === "/",
      async (route) => {
        const response = await route.fetch();
        const policy = response.headers()["content-security-policy"] ?? "";
        const allowed = policy.replace("connect-src 'self'", `connect-src 'self' ${crm}`);
        expect(allowed).toContain(crm);
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": allowed } });
      },
    );
    await customers.openSignedIn();
    const call = customers.calls.find((request) => isListCall(new URL(request.url())));
    expect(call?.url()).toContain(`${crm}/api/v2/customers?`);
    // Another origin would have to allow it.
    expect(await call?.headerValue("x-kehu-priority")).toBeNull();
  });

  test("is told in words where the policy does not name it", async ({ customers, page, baseURL, complaints }) => {
    complaints.expectForbiddenCalls();
    const crm = elsewhere(baseURL);
    await page.route(isConfig, (route) => route.fulfill({ json: { api_base: crm } }));
    await customers.haveSession();
    await customers.open();
    await expect(customers.error).toContainText("connect-src");
    await expect(customers.retry).toBeVisible();
  });
});
