// The page on the device: what is kept, what never is, and how a newer version comes.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test } from "../support/test.ts";
import type { Page } from "@playwright/test";

test.use({ serviceWorkers: "allow" });

const SITE = process.env.KEHU_SITE ?? "../dist";
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const HEADERS = readFileSync("../deploy/security-headers.txt", "utf8");
const POLICY = /^Content-Security-Policy: (.+)$/m.exec(HEADERS)?.[1] ?? "";

/** The worker has everything it keeps. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Everything that is in any cache of this origin. */
async function cached(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map((request) => new URL(request.url).pathname);
  });
}

test("the page can be installed: its manifest and signs are there", { tag: "@desktop" }, async ({ page, request, customers }) => {
  await customers.open();
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await request.get(`./${href}`);
  expect(answer.headers()["content-type"]).toContain("manifest+json");
  const manifest = (await answer.json()) as {
    start_url: string;
    scope: string;
    display: string;
    icons: { src: string; sizes: string; type: string; purpose?: string }[];
  };
  expect([manifest.start_url, manifest.scope, manifest.display]).toEqual(["./", "./", "standalone"]);
  expect(manifest.icons.map((icon) => icon.purpose ?? icon.sizes)).toEqual(["any", "192x192", "512x512", "maskable"]);
  for (const { src, type, sizes } of manifest.icons) {
    const icon = await request.get(`./${src}`);
    expect(icon.headers()["content-type"]).toContain(type);
    const size = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (type === "image/png") expect(size).toBe(sizes);
  }
});

test("the page's own files are kept, and no answer of the endpoint ever", async ({ page, customers }) => {
  await customers.openSignedIn();
  await kept(page);
  await page.reload();
  await customers.expectRows();
  await customers.tab("common").click();
  await customers.expectQuestion(["tab_type=common"]);
  await customers.expectRows();
  await customers.openAccountMenu();
  await customers.expectIdle();
  const files = await cached(page);
  const own = readdirSync(SITE).filter((name) => /\.(js|css|wasm)$/.test(name) && !/^(sw|export-worker)/.test(name));
  for (const name of own) expect(files).toContain(`/${name}`);
  const known = [...own, "", "manifest.webmanifest", "config.json", "views.json"].map((name) => `/${name}`);
  expect(files.filter((path) => !known.includes(path))).toEqual([]);
  // The endpoint's calls went past the worker.
  for (const call of customers.calls) expect((await call.response())?.fromServiceWorker()).toBe(false);
});

test("the second start asks the server for nothing but its settings", async ({ page, customers }) => {
  await customers.openSignedIn();
  await kept(page);
  await customers.expectIdle();
  await page.reload();
  await customers.expectRows();
  await customers.expectIdle();
  const fetched = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => entry as PerformanceResourceTiming)
      .filter((entry) => entry.transferSize > 0)
      .map((entry) => new URL(entry.name).pathname),
  );
  const allowed = ["/config.json", "/views.json", "/sw.js"];
  expect(fetched.filter((path) => !path.startsWith("/api/") && !allowed.includes(path))).toEqual([]);
});

test("without a network the page still opens and says so", { tag: "@engines" }, async ({ page, context, customers, complaints }) => {
  complaints.expectFailedCalls();
  await customers.openSignedIn();
  await kept(page);
  await customers.expectIdle();
  await context.setOffline(true);
  await page.reload();
  await expect(customers.error).toContainText("现在没有网络");
  // The question waited for the network.
  await context.setOffline(false);
  await customers.expectRows();
});

test.describe("a host of its own", { tag: "@desktop" }, () => {
  let folder: string;
  let server: Server;
  let address: string;
  let policy: string;

  test.beforeEach(async () => {
    policy = POLICY;
    folder = mkdtempSync(join(tmpdir(), "kehu-"));
    cpSync(SITE, folder, { recursive: true });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://host").pathname.replace("/crm/kehu/", "");
      const name = path === "" ? "index.html" : path;
      try {
        const body = readFileSync(join(folder, name));
        response.writeHead(200, {
          "content-type": TYPES[extname(name)] ?? "application/octet-stream",
          "cache-control": "no-cache",
          "content-security-policy": policy,
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/crm/kehu/`;
  });

  test.afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  });

  /** Another release: another page, and a worker that belongs to it. */
  async function release(): Promise<void> {
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const next = page.replace("<title>", '<meta name="release" content="next"><title>');
    const { createHash } = await import("node:crypto");
    const sum = (text: string) => createHash("sha256").update(text).digest("hex");
    const worker = readFileSync(join(folder, "sw.js"), "utf8");
    writeFileSync(join(folder, "index.html"), next);
    writeFileSync(join(folder, "sw.js"), worker.replace(sum(page), sum(next)).replaceAll(/"[0-9a-f]{16}"/g, '"00000000000next0"'));
  }

  test("a newer version is offered and used when the person wants it", async ({ page, customers }) => {
    await page.goto(address);
    await kept(page);
    await expect(customers.signInForm).toBeVisible();
    await release();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const notice = page.getByTestId("new-version");
    await expect(notice).toContainText("有新版本了");
    // Nothing happens by itself.
    await expect(page.locator('meta[name="release"]')).toHaveCount(0);
    await notice.getByRole("button", { name: "重新加载" }).click();
    await expect(page.locator('meta[name="release"]')).toHaveCount(1);
    await expect(customers.signInForm).toBeVisible();
    await expect(notice).toBeHidden();
    // The older version's files are gone.
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  });

  test("a newer version that was put aside is used at the next start", async ({ page, customers, context }) => {
    await page.goto(address);
    await kept(page);
    await release();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const notice = page.getByTestId("new-version");
    await notice.getByRole("button", { name: "以后再说" }).click();
    await expect(notice).toBeHidden();
    const next = await context.newPage();
    await next.goto(address);
    await expect(next.locator('meta[name="release"]')).toHaveCount(1);
    await expect(next.getByTestId("sign-in")).toBeVisible();
    await expect(customers.signInForm).toBeVisible();
  });

  test("half a release is not kept", async ({ page, customers, context }) => {
    writeFileSync(join(folder, "index.html"), `${readFileSync(join(folder, "index.html"), "utf8")} `);
    const begun = context.waitForEvent("serviceworker");
    await page.goto(address);
    await begun;
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    expect(await cached(page)).toEqual([]);
    await expect(customers.signInForm).toBeVisible();
  });

  test("a worker that was taken away from the server is taken off the device", async ({ page, customers, complaints }) => {
    complaints.expectFailedCalls();
    await page.goto(address);
    await kept(page);
    rmSync(join(folder, "sw.js"));
    await page.reload();
    await expect(customers.signInForm).toBeVisible();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    expect(await cached(page)).toEqual([]);
  });

  test("a security policy that was changed on the server reaches who has the page already", async ({ page, customers, complaints, baseURL }) => {
    complaints.expectFailedCalls();
    complaints.expectForbiddenCalls();
    // The CRM is another origin, which the policy does not allow yet.
    const { origin } = new URL(baseURL ?? "");
    writeFileSync(join(folder, "config.json"), JSON.stringify({ api_base: origin, requests_per_10s: 0 }));
    await customers.haveSession();
    await page.goto(address);
    await kept(page);
    await expect(customers.error).toBeVisible();
    policy = POLICY.replace("connect-src 'self'", `connect-src 'self' ${origin}`);
    expect(policy).not.toBe(POLICY);
    await page.reload();
    await page.getByTestId("new-version").getByRole("button", { name: "重新加载" }).click();
    await customers.expectRows();
  });
});
