// The sites under test, and the headers that all of them have to send.
import { readFileSync } from "node:fs";
import { expect, type APIResponse } from "@playwright/test";

export interface Site {
  name: string;
  /** Ends in a slash. */
  address: string;
  /** The endpoint's path, from the address. */
  api: string;
  logs: string[];
  /** By what name the CRM is asked. */
  crm: string;
  /** Where the same configuration leads to a CRM whose certificate must not be trusted. */
  refusals: { address: string; host: string }[];
}

const servers = JSON.parse(process.env.KEHU_DEPLOY ?? '{"sites":[],"redirect":""}') as {
  sites: Site[];
  redirect: string;
};

export const { sites, redirect } = servers;

/** Small letters, as they arrive. */
const securityHeaders: [string, string][] = readFileSync(
  new URL("../../deploy/security-headers.txt", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const at = line.indexOf(": ");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 2)];
  });

export const session = "Token token=demo-admin, device=open_api, version_code=9.9.9";

export function expectSecurityHeaders(answer: APIResponse, where: string): void {
  const all = answer.headersArray();
  for (const [name, value] of securityHeaders) {
    const sent = all.filter((header) => header.name.toLowerCase() === name).map((header) => header.value);
    expect.soft(sent, `${where}: ${name}`).toEqual([value]);
  }
  const cache = all.filter((header) => header.name.toLowerCase() === "cache-control");
  expect.soft(cache, `${where}: one rule for caches`).toHaveLength(1);
}
