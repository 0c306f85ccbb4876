// The sites under test, and the headers that all of them have to send.
import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, request as plainly } from "node:http";
import { request as withTls } from "node:https";
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

/** A call as `mirror.mjs` saw it. */
export interface Call {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  url: string;
  headers: Record<string, string>;
}

const servers = JSON.parse(process.env.KEHU_DEPLOY ?? '{"sites":[],"plain":[],"tlsOnly":[],"crm":""}') as {
  sites: Site[];
  /** The hosts without TLS, of nginx and of Caddy. */
  plain: string[];
  /** The origins that bind their hosts to TLS. All others must not. */
  tlsOnly: string[];
  /** Where the CRM that says how it was asked is itself. */
  crm: string;
};

export const { sites, plain, tlsOnly } = servers;

/** The calls that reached the CRM with this word in their address. */
export async function callsWith(word: string): Promise<Call[]> {
  const all = (await (await fetch(`${servers.crm}calls`)).json()) as Call[];
  return all.filter(({ url }) => url.includes(word));
}

const TLS_ONLY = "max-age=31536000";

/** Small letters, as they arrive. */
export const securityHeaders: [string, string][] = readFileSync(
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
  const bound = all.filter((header) => header.name.toLowerCase() === "strict-transport-security");
  const promise = tlsOnly.includes(new URL(answer.url()).origin) ? [TLS_ONLY] : [];
  expect.soft(bound.map((header) => header.value), `${where}: bound to TLS`).toEqual(promise);
  const cache = all.filter((header) => header.name.toLowerCase() === "cache-control");
  expect.soft(cache, `${where}: one rule for caches`).toHaveLength(1);
}

/** Asks for an address that `fetch` would put right, under any name of the host. */
export function ask(
  site: string,
  path: string,
  headers: Record<string, string> = { authorization: session },
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  const { protocol, hostname, port } = new URL(site);
  const send = protocol === "https:" ? withTls : plainly;
  return new Promise((resolve, reject) => {
    send({ hostname, port, path, headers, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    })
      .on("error", reject)
      .end();
  });
}
