// What Lighthouse and axe say about the page, as tables.
//   node audit.mjs ADDRESS CHROMIUM OUT.md
// `cargo xtask audit` starts the servers, calls this and keeps the tables in docs/quality.md.
import { writeFile } from "node:fs/promises";
import axe from "axe-core";
import { tables as axeTables } from "./axe_states.mjs";
import { tables as lighthouseTables } from "./lighthouse_pages.mjs";
import { launch } from "./browser.mjs";

const [address, chromium, out] = process.argv.slice(2);

const browser = await launch(chromium);
try {
  const version = await browser.version();
  const found = await axeTables(browser, address);
  const lighthouse = await lighthouseTables(browser, address);
  const head = `${version.replace("/", " ")}, Lighthouse ${lighthouse.version}, axe ${axe.version}.`;
  await writeFile(out, `${head}\n\n${lighthouse.text}\n\n${found.text}\n`);
  const faults = [...lighthouse.faults, ...found.faults];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}
