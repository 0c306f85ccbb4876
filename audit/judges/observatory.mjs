// MDN's HTTP Observatory and Google's evaluator of security policies, of the shipped nginx.
import { existsSync, writeFileSync } from "node:fs";
import net from "node:net";
import { scan } from "@mdn/mdn-http-observatory";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { versionOf } from "../versions.mjs";

/** The Observatory knows no other ports than 80 and 443. */
function leadToPorts(ports) {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...given) {
    const options = Array.isArray(given[0]) ? given[0][0] : given[0];
    const port = ports[options?.port];
    if (port !== undefined) options.port = port;
    return connect.apply(this, given);
  };
}

/** The list of hosts that browsers know to have TLS only. The package fetches it from elsewhere when it is installed. */
const PRELOADED = new URL("../node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url);

export async function judge({ address, plain }) {
  // The host that is judged here is on no list.
  if (!existsSync(PRELOADED)) writeFileSync(PRELOADED, "{}");
  const host = new URL(address);
  leadToPorts({ 80: new URL(plain).port, 443: host.port });
  const { scan: found, tests } = await scan(host.hostname);
  const lines = Object.entries(tests).map(([name, { pass, result, scoreModifier }]) => `| ${name} | ${pass ? "passed" : "**failed**"} | ${result} | ${scoreModifier ?? 0} |`);
  const faults = found.grade === "A+" ? [] : [`the Observatory gives ${found.grade}, not A+`];
  for (const [name, { pass, result }] of Object.entries(tests)) if (!pass) faults.push(`${name}: ${result}`);

  const policy = found.responseHeaders["content-security-policy"];
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  // Beyond stand hints that hold only where strangers may put files on the host.
  const weak = findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE);
  const told = findings.map(({ severity, directive, value, description }) => `| ${Severity[severity]} | ${directive}${value ? ` ${value}` : ""} | ${description} |`);
  for (const { directive, value, description } of weak) faults.push(`csp_evaluator: ${directive} ${value ?? ""}: ${description}`);
  return {
    name: `MDN HTTP Observatory ${versionOf("@mdn/mdn-http-observatory")}, csp_evaluator ${versionOf("csp_evaluator")}`,
    faults,
    text: `**${found.grade}**, ${found.score} points.\n\n| test | | result | points |\n|---|---|---|---:|\n${lines.join("\n")}\n\n${told.length === 0 ? "csp_evaluator finds nothing in the policy." : `csp_evaluator:\n\n| severity | directive | |\n|---|---|---|\n${told.join("\n")}`}`,
  };
}
