// Times a flip of 1000 rows against one of 100, with the benchmark harness in whose folder this runs.
//   node page_sizes.mjs DIST
// The last line is the ratio of the two medians.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const SIZES = [100, 1000];
const ROUNDS = 5;
const CLICKS = 4;
const SELECTORS = { row: '[data-testid="row"]', next: '[data-testid="next"]', prev: '[data-testid="prev"]' };

const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];

const server = spawn(process.execPath, ["server.mjs", "--serve", `product=${process.argv[2]}`], {
  stdio: ["ignore", "pipe", "inherit"],
});
const origin = await new Promise((resolve) => server.stdout.once("data", (text) => resolve(String(text).trim())));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  ignoreDefaultArgs: ["--headless", "--headless=old", "--hide-scrollbars"],
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,800"],
});

async function flips(perPage) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  await context.addInitScript({
    content: `{ const selectors = ${JSON.stringify(SELECTORS)};\n${readFileSync("probe.js", "utf8")}\n}`,
  });
  await context.addInitScript({ path: "session.js" });
  const page = await context.newPage();
  await page.goto(`${origin}/peers/product/#?columns=all&per_page=${perPage}`, { waitUntil: "commit" });
  await page.evaluate(() => window.__probe.loaded);
  await page.evaluate(() => window.__probe.sleep(300));
  const times = [];
  for (let i = 0; i < CLICKS; i += 1) {
    times.push((await page.evaluate(() => window.__probe.click("next"))).total);
  }
  await context.close();
  return times;
}

try {
  const times = new Map(SIZES.map((size) => [size, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of SIZES) times.get(size).push(...(await flips(size)));
  }
  const [small, large] = SIZES.map((size) => middle(times.get(size)));
  for (const size of SIZES) console.log(`${size} rows: ${middle(times.get(size)).toFixed(1)} ms`);
  console.log((large / small).toFixed(2));
} finally {
  await browser.close();
  server.kill();
}
