// What an export of 20,000 customers with all columns costs in memory:
//   node memory/export.mjs [csv|xlsx]
// The page's memory is what the browser itself adds up for it, its workers and their wasm included
// (performance.measureUserAgentSpecificMemory), looked at again and again; the last line is the most.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chromium } from "@playwright/test";

const CUSTOMERS = 20_000;
const format = process.argv[2] ?? "xlsx";
const port = process.env.KEHU_PORT ?? "8791";
const address = `http://127.0.0.1:${port}/`;
const sandbox = spawn(
  process.env.KEHU_SANDBOX ?? "../target/release/sandbox",
  ["--site", process.env.KEHU_SITE ?? "../dist", "--port", port, "--rate-limit", "0", "--customers", String(CUSTOMERS)],
  { stdio: ["ignore", "pipe", "inherit"] },
);
await once(sandbox.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.KEHU_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--enable-blink-features=ForceEagerMeasureMemory"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // The browser adds up only pages that are isolated from others.
  const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  await page.route(/\.(js|wasm|css)$|\/$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
  });
  await page.addInitScript(() => sessionStorage.setItem("kehu.session", '{"token":"demo-admin"}'));
  await page.goto(`${address}#?columns=all`);
  await page.getByTestId("row").first().waitFor();
  const measure = async () => {
    const { bytes, breakdown } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
    const worker = breakdown.filter((part) => part.attribution.some((it) => it.scope !== "Window"));
    return { all: bytes / 1e6, worker: worker.reduce((sum, part) => sum + part.bytes, 0) / 1e6 };
  };
  console.log(`before: ${(await measure()).all.toFixed(1)} MB`);
  await page.getByTestId("export").click();
  await page.getByTestId(`export-format-${format}`).check();
  const began = Date.now();
  let isOver = false;
  const download = page.waitForEvent("download", { timeout: 600_000 }).then((file) => {
    isOver = true;
    return file;
  });
  await page.getByTestId("export-start").click();
  let most = { all: 0, worker: 0 };
  while (!isOver) {
    const now = await measure();
    most = { all: Math.max(most.all, now.all), worker: Math.max(most.worker, now.worker) };
  }
  const file = await (await download).createReadStream();
  let size = 0;
  for await (const part of file) size += part.length;
  console.log((await page.getByTestId("export-report").innerText()).split("\n").slice(0, 4).join(" "));
  console.log(`${format}: ${(size / 1e6).toFixed(1)} MB in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  console.log(`of it outside the page itself: ${most.worker.toFixed(1)} MB`);
  console.log(`most: ${most.all.toFixed(1)} MB`);
} finally {
  await browser.close();
  sandbox.kill();
}
