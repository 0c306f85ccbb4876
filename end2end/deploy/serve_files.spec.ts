import { readdirSync } from "node:fs";
import { connect, type ConnectionOptions } from "node:tls";
import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { expectSecurityHeaders, plain, session, sites, tlsOnly } from "./sites.ts";

const FOREVER = "public, max-age=31536000, immutable";
const dist = new URL("../../dist/", import.meta.url);
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, "/").slice(dist.pathname.length));
const originals = files.filter((file) => !/\.(br|gz)$/.test(file));

const types: Record<string, RegExp> = {
  css: /^text\/css/,
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  json: /^application\/json/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  wasm: /^application\/wasm$/,
  webmanifest: /^application\/manifest\+json/,
};

const get = (request: APIRequestContext, address: string, encoding: string): Promise<APIResponse> =>
  request.get(address, { headers: { "accept-encoding": encoding }, maxRedirects: 0 });

test("there are sites to test, and files to ask them for", () => {
  expect(sites.length).toBeGreaterThan(1);
  expect(originals).toEqual(expect.arrayContaining(["index.html", "config.json", "version.json", "sbom.cdx.json"]));
  expect(originals.filter((file) => file.endsWith(".wasm")).length).toBeGreaterThan(0);
});

for (const { name, address, api } of sites) {
  test.describe(name, () => {
    test("every file has its type, its caching rule and all headers, packed in every way that lies beside it", async ({ request }) => {
      for (const file of originals) {
        const hashed = /-[0-9a-f]{16}(_bg)?[./]/.test(file);
        const type = types[file.split(".").pop() ?? ""];
        expect(type, `${file} has an ending that this test knows`).toBeDefined();
        const plain = await get(request, address + file, "identity");
        expect(plain.status(), file).toBe(200);
        expect.soft(plain.headers()["content-type"], file).toMatch(type ?? /^$/);
        const isText = /\.(css|html|js|json|webmanifest)$/.test(file);
        // JSON is always UTF-8; Caddy says it of what is not JSON.
        if (isText && (name.startsWith("nginx") || !/json/.test(plain.headers()["content-type"] ?? ""))) {
          expect.soft(plain.headers()["content-type"], file).toMatch(/; ?charset=utf-8$/i);
        }
        expect.soft(plain.headers()["content-encoding"], file).toBeUndefined();
        for (const [encoding, ending] of [["br", "br"], ["gzip", "gz"], ["gzip, deflate, br", "br"]] as const) {
          const packed = await get(request, address + file, encoding);
          const expected = files.includes(`${file}.${ending}`) ? (ending === "gz" ? "gzip" : "br") : undefined;
          expect.soft(packed.headers()["content-encoding"], `${file} as ${encoding}`).toBe(expected);
          expect.soft(packed.headers()["content-type"], file).toMatch(type ?? /^$/);
          expect.soft((await packed.body()).equals(await plain.body()), `${file} as ${encoding} is the same`).toBe(true);
          if (expected !== undefined) expect.soft(packed.headers().vary, file).toMatch(/accept-encoding/i);
          expect.soft(packed.headers()["cache-control"], file).toBe(hashed ? FOREVER : "no-cache");
          expectSecurityHeaders(packed, file);
        }
      }
    });

    test("the folder is the page, and an unchanged page is not sent twice", async ({ request }) => {
      const page = await get(request, address, "br");
      expect(page.headers()["content-type"]).toMatch(types.html ?? /^$/);
      expect(page.headers()["cache-control"]).toBe("no-cache");
      expectSecurityHeaders(page, "/");
      const headers = { "if-none-match": page.headers().etag ?? "", "accept-encoding": "br" };
      const again = await request.get(address, { headers });
      expect(again.status()).toBe(304);
      expect(again.headers()["cache-control"]).toBe("no-cache");
      expectSecurityHeaders(again, "304");
    });

    test("what is missing is a 404 that nobody keeps, never the page", async ({ request }) => {
      for (const file of ["nothing", "kehu-aaaaaaaaaaaaaaaa.js", "nothing/"]) {
        const answer = await get(request, address + file, "br");
        expect(answer.status(), file).toBe(404);
        expect(answer.headers()["cache-control"], file).toBe("no-store");
        expect(await answer.text()).not.toContain("page-wasm");
        expectSecurityHeaders(answer, file);
      }
    });

    test("a call goes on to the CRM with the token and comes back", async ({ request }) => {
      const headers = { authorization: session, "accept-encoding": "gzip" };
      const answer = await request.get(`${address}${api}customers?page=2&per_page=20&created_at[]=2019-01-01`, { headers });
      expect(answer.status()).toBe(200);
      const { code, data } = (await answer.json()) as { code: number; data: { page: number; customers: unknown[] } };
      expect({ code, page: data.page, rows: data.customers.length }).toEqual({ code: 0, page: 2, rows: 20 });
      expect(answer.headers()["cache-control"]).toBe("no-store");
      expect(answer.headers()["content-encoding"]).toBe("gzip");
      expectSecurityHeaders(answer, "a call");
      const without = await request.get(`${address}${api}user/info`);
      expect(await without.json()).toMatchObject({ code: 100401 });
    });

    test("signing in goes through, and nothing that changes things does", async ({ request }) => {
      const data = { login: "admin", password: "kehu", device: "open_api" };
      const answer = await request.post(`${address}${api}auth/login`, { data });
      expect(await answer.json()).toMatchObject({ code: 0, data: { user_token: expect.any(String) as unknown } });
      for (const method of ["PUT", "DELETE", "PATCH"]) {
        const refused = await request.fetch(`${address}${api}customers/1`, { method, headers: { authorization: session } });
        expect([403, 405], method).toContain(refused.status());
        expectSecurityHeaders(refused, method);
      }
      const large = await request.post(`${address}${api}auth/login`, { data: "x".repeat(100_000) });
      expect(large.status()).toBeGreaterThanOrEqual(400);
    });
  });
}

test("only hosts of their own with TLS bind themselves to it: not a path of another's host, nor one without TLS", () => {
  const origins = (some: typeof sites) => [...new Set(some.map(({ address }) => new URL(address).origin))];
  expect(tlsOnly).toEqual(origins(sites.filter(({ name }) => name !== "nginx at a path")));
  expect(tlsOnly.every((origin) => origin.startsWith("https:"))).toBe(true);
});

test("the host without TLS only points to the one with it", async ({ request }) => {
  const answer = await get(request, `${plain[0]}x?y=1`, "br");
  expect(answer.status()).toBe(301);
  expect(answer.headers().location).toBe("https://localhost/x?y=1");
  expectSecurityHeaders(answer, "redirect");
  const wecom = await request.get(`${plain[0]}x`, { headers: { host: "kehu-wecom.example" }, maxRedirects: 0 });
  expect(wecom.headers().location).toBe("https://kehu-wecom.example/x");
});

test("a call without TLS is refused, since its token has been shown already", async ({ request }) => {
  const answer = await request.get(`${plain[0]}api/v2/customers`, { maxRedirects: 0 });
  expect(answer.status()).toBe(403);
  expect(answer.headers().location).toBeUndefined();
  expectSecurityHeaders(answer, "a call without TLS");
});

/** The cipher that a server and a client, which offers these alone, agree on, or why they do not. */
const agreed = (address: string, offer: ConnectionOptions) =>
  new Promise<string>((resolve) => {
    const { hostname: host, port } = new URL(address);
    const socket = connect({ host, port: Number(port), servername: host, rejectUnauthorized: false, ...offer });
    socket.on("secureConnect", () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.on("error", (error) => resolve(`refused: ${error.message}`));
  });

test("TLS is new, and what is recorded stays secret when the key gets out", async () => {
  for (const address of tlsOnly) {
    expect(await agreed(address, {}), address).toMatch(/^TLSv1\.3 /);
    expect(await agreed(address, { maxVersion: "TLSv1.2" }), address).toMatch(/^TLSv1\.2 ECDHE-/);
    expect(await agreed(address, { maxVersion: "TLSv1.2", ciphers: "AES128-GCM-SHA256:AES256-GCM-SHA384" }), address).toMatch(/^refused/);
    expect(await agreed(address, { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL@SECLEVEL=0" }), address).toMatch(/^refused/);
  }
});

test("without TLS, another host is not sent to itself", async ({ request }) => {
  expect(plain.length).toBeGreaterThan(0);
  for (const address of plain) {
    const answer = await request.get(`${address}x`, { headers: { host: "elsewhere.example" }, maxRedirects: 0 });
    expect(answer.status(), address).toBe(421);
    expect(answer.headers().location).toBeUndefined();
    expect(answer.headers()["cache-control"]).toBe("no-store");
    expectSecurityHeaders(answer, address);
  }
});

test("a path without its slash leads to the page", async ({ request }) => {
  const atPath = sites.filter(({ address }) => address.endsWith("/crm/kehu/"));
  expect(atPath.length).toBeGreaterThan(0);
  for (const { address, name } of atPath) {
    const answer = await get(request, address.slice(0, -1), "br");
    expect(answer.status(), name).toBe(301);
    expect(answer.headers().location, name).toBe("/crm/kehu/");
    expectSecurityHeaders(answer, name);
  }
});
