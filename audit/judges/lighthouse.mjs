// Lighthouse's mobile preset (a slow phone on a slow network, simulated) on both pages.
import lighthouse from "lighthouse";
import { openPage } from "../browser.mjs";
import { versionOf } from "../versions.mjs";

const RUNS = 3;
/** Category, and the least that is good. */
const BARS = [
  ["performance", 95],
  ["accessibility", 100],
  ["best-practices", 100],
  ["seo", 100],
];
const FIGURES = [
  ["first-contentful-paint", "first paint"],
  ["largest-contentful-paint", "largest paint"],
  ["total-blocking-time", "blocked"],
  ["cumulative-layout-shift", "shift"],
  ["speed-index", "speed index"],
];
/** The page tells search engines to stay away, as a private tool should. */
const ON_PURPOSE = new Set(["is-crawlable"]);

export async function judge({ browser, address }) {
  const faults = [];
  const lines = [
    `| page | ${BARS.map(([name]) => name).join(" | ")} | ${FIGURES.map(([, name]) => name).join(" | ")} | transfer |`,
    `|---|${"---:|".repeat(BARS.length + FIGURES.length + 1)}`,
  ];
  const lost = new Map();
  for (const [name, isSignedIn, fragment] of [
    ["sign-in", false, ""],
    ["list, 50 rows", true, ""],
    ["list, 200 rows, all columns", true, "#?per_page=200&columns=all"],
  ]) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser, address + fragment, isSignedIn));
    // The run in the middle, by its performance.
    runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
    const report = runs[RUNS >> 1];
    const scores = BARS.map(([id]) => Math.round(report.categories[id].score * 100));
    const figures = FIGURES.map(([id]) => report.audits[id].displayValue);
    const transfer = report.audits["network-requests"].details.items.reduce((sum, it) => sum + it.transferSize, 0);
    lines.push(`| ${name} | ${scores.join(" | ")} | ${figures.join(" | ")} | ${(transfer / 1024).toFixed(0)} KiB |`);
    for (const [at, [id, least]] of BARS.entries()) {
      const costs = report.categories[id].auditRefs
        .filter(({ id: audit, weight }) => weight > 0 && (report.audits[audit].score ?? 1) < 1)
        .map(({ id: audit }) => audit);
      if (id !== "performance") for (const audit of costs) lost.set(`${id}: \`${audit}\``, report.audits[audit].title);
      const isOnPurpose = costs.length > 0 && costs.every((audit) => ON_PURPOSE.has(audit));
      if (scores[at] < least && !isOnPurpose) faults.push(`${name}: ${id} ${scores[at]}, not ${least}: ${costs.join(", ")}`);
    }
  }
  const notes = [...lost].map(([audit, title]) => `- ${audit}: ${title}`);
  const below = notes.length === 0 ? "" : `\n\nBelow 100, besides performance:\n\n${notes.join("\n")}`;
  return { name: `Lighthouse ${versionOf("lighthouse")}, mobile`, faults, text: `${lines.join("\n")}${below}` };
}

async function measure(browser, address, isSignedIn) {
  const { page, close } = await openPage(browser, { isSignedIn });
  try {
    const { lhr } = await lighthouse(address, { output: "json", logLevel: "error", disableStorageReset: true }, undefined, page);
    if (lhr.runtimeError !== undefined) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await close();
  }
}
