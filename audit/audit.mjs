// What one judge says about the page, as a table.
//   node audit.mjs JUDGE ADDRESS ADDRESS-WITHOUT-TLS CHROMIUM OUT.md
// `cargo xtask audit` starts the servers, calls this for each judge and keeps the tables in docs/quality.md.
import { writeFile } from "node:fs/promises";
import { launch } from "./browser.mjs";

const [judgeName, address, plain, chromium, out] = process.argv.slice(2);

const { judge } = await import(`./judges/${judgeName}.mjs`);
const browser = await launch(chromium);
try {
  const version = (await browser.version()).replace("/", " ");
  const { name, faults, text } = await judge({ browser, address, plain });
  await writeFile(out, `${version}, ${name}.\n\n${text}\n`);
  for (const fault of faults) console.error(`${judgeName}: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
}
