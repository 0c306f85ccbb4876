import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectSecurityHeaders, session, sites } from "./sites.ts";

const number = "13812345678";
const headers = { authorization: session };

test("some CRMs are not to be trusted", () => {
  expect(sites.flatMap(({ refusals }) => refusals).length).toBeGreaterThan(1);
});

for (const { name, address, api, logs, refusals } of sites) {
  const read = () => logs.map((file) => readFileSync(file, "utf8")).join("\n");

  test(`${name}: no log holds what was searched for or the token`, async ({ request }) => {
    const once = `once-${crypto.randomUUID()}`;
    await request.get(`${address}${api}customers?query=${number}`, { headers });
    await request.get(`${address}${api}${once}?query=${number}`, { headers });
    await request.get(`${address}${once}?query=${number}`, { headers });
    await expect.poll(() => read().split(once).length - 1, "both calls are in the log").toBe(2);
    expect(read()).not.toContain(number);
    expect(read()).not.toContain("demo-admin");
  });

  for (const refusal of refusals) {
    test(`${name}: a CRM with a wrong certificate is not spoken to, and no log tells what was asked (${refusal.host})`, async ({ request }) => {
      const once = `once-${crypto.randomUUID()}`;
      const address = `${refusal.address}${api}${once}?query=${number}`;
      const answer = await request.get(address, { headers: { ...headers, host: refusal.host } });
      expect(answer.status()).toBe(502);
      expect(answer.headers()["cache-control"]).toBe("no-store");
      expectSecurityHeaders(answer, refusal.host);
      await expect.poll(read, "the call is in the log").toContain(once);
      expect(read()).not.toContain(number);
      expect(read()).not.toContain("demo-admin");
    });
  }
}
