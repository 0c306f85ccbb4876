// Calls of several people to the queue of nginx.
import { expect } from "@playwright/test";
import { ask, securityHeaders, sites } from "./sites.ts";

const nginx = sites.filter(({ name }) => name.startsWith("nginx"));
const TEN_SECONDS = 10_000;

export type Priority = "asked" | "likely" | "background";

/** A call of one person; its address has the word. At the root and at a path there is one queue. */
export async function call(host: string, person: string, priority: Priority, word: string, turn = 0) {
  const { address, api } = nginx[turn % nginx.length] ?? { address: "", api: "" };
  const began = Date.now();
  const answer = await ask(address, `${new URL(address).pathname}${api}mirror-${word}`, {
    host,
    authorization: `Token token=${person}, device=open_api, version_code=9.9.9`,
    "x-kehu-priority": priority,
  });
  return { ...answer, took: (Date.now() - began) / 1000, queued: Number(answer.headers["x-kehu-queue"]) };
}

export type Answer = Awaited<ReturnType<typeof call>>;

export function expectRefusal({ status, headers, took }: Answer): void {
  expect(status).toBe(429);
  expect(headers).toMatchObject({ "retry-after": "10", "cache-control": "no-store", "x-kehu-queue": "0" });
  for (const [name, value] of securityHeaders) expect(headers[name]).toBe(value);
  expect(took, "a refusal is told at once").toBeLessThan(2);
}

/** The largest number of calls in any ten seconds. */
export const most = (times: number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + TEN_SECONDS).length));
