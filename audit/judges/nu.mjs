// The Nu HTML checker over index.html as it is served, and over what the program has made of it in each state.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";
import { LetThrough } from "../let_through.mjs";
import { LOOKS, STATES, inState } from "../states.mjs";
import { versionOf } from "../versions.mjs";

/** What the checker says of things that are right: its words, and why. */
const LET_THROUGH = [
  { words: /^The “margin(width|height)” attribute on the “body” element/, what: "`marginwidth` and `marginheight`", why: "they hold before the style sheet is there, so that the first paint does not move" },
  { words: /has no cells beginning|A table row was 0 columns wide/, what: "rows and columns without cells", why: "they stand for rows and columns that are not drawn because they are not in view" },
];

export async function judge({ browser, address }) {
  const folder = mkdtempSync(join(tmpdir(), "kehu-nu-"));
  try {
    const names = ["index.html", ...STATES.map(({ name }) => name)];
    const file = (at) => join(folder, `${at}.html`);
    const served = await browser.newPage();
    writeFileSync(file(0), await (await served.goto(address)).text());
    await served.close();
    const [light] = LOOKS;
    for (const [at, state] of STATES.entries()) {
      writeFileSync(file(at + 1), await inState(browser, address, light, state, (page) => page.content()));
    }
    const call = ["-jar", vnu, "--format", "json", "--exit-zero-always", "--stdout", ...names.map((_, at) => file(at))];
    const { messages } = JSON.parse(execFileSync("java", call, { encoding: "utf8", maxBuffer: 1 << 28 }));
    const letThrough = new LetThrough(LET_THROUGH);
    const isTip = ({ type, subType }) => type === "info" && subType !== "warning";
    const kept = messages.filter((message) => !letThrough.passes(({ words }) => words.test(message.message)) && !isTip(message));
    const count = (at) => kept.filter(({ url }) => url.endsWith(`/${at}.html`)).length;
    const lines = [`| ${names.join(" | ")} |`, `|${"---:|".repeat(names.length)}`, `| ${names.map((_, at) => count(at)).join(" | ")} |`];
    const told = new Set();
    const faults = kept
      .map(({ url, message, extract }) => `${names[Number(/(\d+)\.html$/.exec(url)?.[1])]}: ${message} (${extract?.replaceAll("\n", " ").slice(0, 160)})`)
      .filter((fault) => {
        const words = fault.slice(fault.indexOf(":"));
        return !told.has(words) && told.add(words);
      });
    return {
      name: `Nu HTML checker ${versionOf("vnu-jar")}`,
      faults: [...faults, ...letThrough.faults],
      text: `Errors and warnings:\n\n${lines.join("\n")}${letThrough.text}`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
