// How long the page takes to answer a click or a key (INP), by Google's web-vitals, in end-to-end tests that click
// and type much: on a desktop, and on a phone with a processor four times slower than this one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionOf } from "../versions.mjs";

const END2END = fileURLToPath(new URL("../../end2end/", import.meta.url));
const PACKAGE = new URL("../node_modules/web-vitals/", import.meta.url);

const TESTS = ["filter_customers", "sort_customers", "turn_pages", "look_closer", "choose_columns", "use_keyboard", "work_in_table", "group_customers", "write_follow_ups"];
// web-vitals itself waits for an idle moment, which this test takes away.
const LEFT_OUT = "a browser that is never idle";
/** Size, how many times slower the processor is, and the most that the p75 may be, in milliseconds. */
const SIZES = [
  ["desktop", 1, 100],
  ["phone", 4, 200],
];

export async function judge() {
  const folder = mkdtempSync(join(tmpdir(), "kehu-inp-"));
  const faults = [];
  const lines = ["| | pages | p50 | p75 | worst | what was pressed then |", "|---|---:|---:|---:|---:|---|"];
  try {
    for (const [size, slower, most] of SIZES) {
      const out = join(folder, `${size}.jsonl`);
      const script = fileURLToPath(new URL("dist/web-vitals.attribution.iife.js", PACKAGE));
      const env = { ...process.env, KEHU_INP: out, KEHU_WEB_VITALS: script, KEHU_SLOWER: String(slower) };
      const call = ["node_modules/@playwright/test/cli.js", "test", ...TESTS, "--grep-invert", LEFT_OUT, "--project", size, "--workers", "1", "--reporter", "line"];
      const { status } = spawnSync(process.execPath, call, { cwd: END2END, env, stdio: ["ignore", "inherit", "inherit"] });
      // A test that a slow processor fails is none of this judge's; the pages before it count.
      if (status !== 0) console.error(`some of the tests failed on ${size}`);
      // The last that a page has said of itself is its longest.
      const pages = new Map(readFileSync(out, "utf8").trim().split("\n").map((line) => JSON.parse(line)).map((it) => [it.id, it]));
      const all = [...pages.values()].sort((a, b) => a.value - b.value);
      const at = (part) => all[Math.min(all.length - 1, Math.floor(all.length * part))].value;
      const worst = all[all.length - 1];
      lines.push(`| ${size} | ${all.length} | ${at(0.5)} ms | ${at(0.75)} ms | ${worst.value} ms | ${worst.type} of \`${worst.target ?? "?"}\` |`);
      if (at(0.75) > most) faults.push(`${size}: INP ${at(0.75)} ms at p75, not ${most}`);
      for (const { value, parts, type, target, test } of all) {
        console.log(`${size}: ${value} ms (${parts.join(" + ")}), ${type} of ${target} in “${test}”`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    name: `INP by web-vitals ${versionOf("web-vitals")}`,
    faults,
    text: `${lines.join("\n")}\n\nThe phone's processor is ${SIZES[1][1]} times slower. The longest answer of each page that was opened, in the tests ${TESTS.join(", ")}.`,
  };
}
