// What passes between browser and CRM, in both directions, and nothing else.
import { expect, test, type APIResponse } from "@playwright/test";
import { ask, type Call, callsWith, expectSecurityHeaders, session, sites } from "./sites.ts";

const own = [
  "cache-control",
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
];
/** Of the connection, not of the answer. */
const carriage = ["connection", "content-length", "keep-alive", "transfer-encoding"];
const ofCalls = new Set([...own, ...carriage, "content-encoding", "content-type", "date", "retry-after", "server", "vary", "x-kehu-queue"]);
const ofFiles = new Set([
  ...own,
  ...carriage,
  "accept-ranges",
  "content-encoding",
  "content-type",
  "date",
  "etag",
  "last-modified",
  "server",
  "vary",
]);
/** Caddy speaks HTTP/3 too, and says so of its own port; the CRM says it of another host. */
const isOwnPort = (answer: APIResponse, name: string, value: string) =>
  name === "alt-svc" && value.startsWith(`h3=":${new URL(answer.url()).port}"`);
const others = (answer: APIResponse, known: Set<string>) =>
  Object.entries(answer.headers())
    .filter(([name, value]) => !known.has(name) && !isOwnPort(answer, name, value))
    .map(([name]) => name);
/** Each call is of another person, since one person may not make so many. */
const somebody = () => `Token token=${crypto.randomUUID()}, device=open_api, version_code=9.9.9`;
const once = () => `mirror-${crypto.randomUUID()}`;

for (const { name, address, api, crm } of sites) {
  test.describe(name, () => {
    for (const status of [200, 302, 401, 404, 429, 503]) {
      test(`of an answer with ${status}, only what the page needs comes through`, async ({ request }) => {
        const answer = await request.get(`${address}${api}${once()}?status=${status}`, {
          headers: { authorization: somebody(), "accept-encoding": "br, gzip" },
          maxRedirects: 0,
        });
        expect(answer.status()).toBe(status);
        expect(others(answer, ofCalls)).toEqual([]);
        expect(answer.headers()).toMatchObject({
          "cache-control": "no-store",
          "content-type": "application/json",
          date: "Fri, 20 Nov 2026 01:02:03 GMT",
          "retry-after": "7",
        });
        // Only a proxy knows of its queue: the CRM says 19 seconds of one that it has not.
        const waited = answer.headers()["x-kehu-queue"];
        if (name.startsWith("nginx")) expect(waited).toMatch(/^(?!19$)\d+(\.\d+)?$/);
        else expect(waited).toBeUndefined();
        expect(answer.headers().server ?? "").not.toContain("mirror");
        expect(answer.headersArray().filter(({ name: header }) => header.toLowerCase() === "date")).toHaveLength(1);
        expectSecurityHeaders(answer, String(status));
      });
    }

    test("what the CRM has packed is not packed again", async ({ request }) => {
      const headers = { authorization: somebody(), "accept-encoding": "gzip" };
      const answer = await request.get(`${address}${api}${once()}?packed`, { headers });
      const encodings = answer.headersArray().filter(({ name: header }) => header.toLowerCase() === "content-encoding");
      expect(encodings.map(({ value }) => value)).toEqual(["gzip"]);
      expect(await answer.json()).toMatchObject({ method: "GET" });
      expect(others(answer, ofCalls)).toEqual([]);
    });

    test("files and their packed copies have no header of anybody else", async ({ request }) => {
      for (const encoding of ["identity", "gzip", "br"]) {
        for (const file of ["", "index.html", "config.json", "nothing", "index.html.br"]) {
          const answer = await request.get(address + file, { headers: { "accept-encoding": encoding } });
          expect.soft(others(answer, ofFiles), `${file} as ${encoding}`).toEqual([]);
          expectSecurityHeaders(answer, file);
        }
      }
    });

    test("the CRM is told the token and nobody's address", async ({ request }) => {
      const headers = {
        authorization: session,
        accept: "application/json",
        "accept-language": "zh",
        "client-ip": "192.0.2.1",
        cookie: "other=1",
        forwarded: "for=192.0.2.1",
        origin: "https://elsewhere.example",
        referer: "https://elsewhere.example/",
        "sec-fetch-site": "cross-site",
        "true-client-ip": "192.0.2.1",
        via: "1.1 elsewhere",
        "x-client-ip": "192.0.2.1",
        "x-forwarded": "for=192.0.2.1",
        "x-forwarded-for": "192.0.2.1",
        "x-forwarded-host": "elsewhere.example",
        "x-forwarded-prefix": "/admin",
        "x-forwarded-proto": "http",
        "x-http-method-override": "DELETE",
        "x-kehu-priority": "asked",
        "x-original-url": "/admin",
        "x-original-host": "elsewhere.example",
        "x-real-ip": "192.0.2.1",
        "x-rewrite-url": "/admin",
      };
      const answer = await request.get(`${address}${api}${once()}?query=%0a..//%2e`, { headers });
      const asked = (await answer.json()) as Call;
      expect(asked.headers).toMatchObject({
        accept: "application/json",
        "accept-language": "zh",
        authorization: session,
        host: crm,
      });
      expect(asked.url, "the query is passed on as it is").toMatch(/\?query=%0a\.\.\/\/%2e$/);
      const told = ["accept", "accept-encoding", "accept-language", "authorization", "connection", "host", "user-agent"];
      expect(Object.keys(asked.headers).filter((header) => !told.includes(header))).toEqual([]);
    });

    test("an address that could lead elsewhere does not reach the CRM", async () => {
      const base = new URL(address).pathname;
      const plain = once();
      expect((await ask(address, `${base}${api}${plain}`)).status).toBe(200);
      expect(await callsWith(plain), "the way of asking works").toHaveLength(1);
      const word = once();
      for (const path of [
        `${base}admin/..%2fapi/v2/${word}`,
        `${base}admin/../api/v2/${word}`,
        `${base}api/v2/../../${word}`,
        `${base}api/v2/../v2/${word}`,
        `${base}api/v2/x/../${word}`,
        `${base}api/v2/x/./${word}`,
        `${base}api/v2/x/%2e%2e/${word}`,
        `${base}api/v2/%2E%2E/v2/${word}`,
        `${base}api/v2/..%2f${word}`,
        `${base}api/v2/x%2f..%2F${word}`,
        `${base}api/v2/x%5c..%5c${word}`,
        `${base}api/v2/..\\${word}`,
        `${base}api/v2/x%0a${word}`,
        `${base}api/v2/x%0d%0aHost:%20elsewhere%0d%0a${word}`,
        `${base}api/v2/x%00${word}`,
        `${base}api/v2//${word}`,
        `${base}api//v2/${word}`,
        `/${base}api/v2/${word}`,
        `${base}api%2fv2/${word}`,
        `${base}%61pi/v2/${word}`,
        `${base}api/v2/x;/../${word}`,
        `${base}api/v3/../v2/${word}`,
        `${base}API/V2/${word}`,
        `${base}api/v2%2f${word}`,
      ]) {
        expect.soft((await ask(address, path)).status, path).toBeGreaterThanOrEqual(400);
      }
      expect((await callsWith(word)).map(({ url }) => url)).toEqual([]);
    });
  });
}
