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

/** A page that Playwright does not watch: it would keep a copy of every answer inside the page, some
 *  20 ms of work for each answer of 1000 rows. */
async function openUnwatched() {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send("Target.createBrowserContext");
  const { targetId } = await root.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await root.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = [];
  root.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const call = id && waiting[id];
    if (call) error ? call.reject(new Error(error.message)) : call.resolve(result);
  });
  let count = 0;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      count += 1;
      const id = count;
      waiting[id] = { resolve, reject };
      const message = JSON.stringify({ id, method, params });
      root.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });
  const evaluate = async (expression) => {
    const answer = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
  await send("Page.enable");
  return { send, evaluate, close: () => root.send("Target.disposeBrowserContext", { browserContextId }) };
}

async function flips(perPage) {
  const { send, evaluate, close } = await openUnwatched();
  const scripts = [
    `{ const selectors = ${JSON.stringify(SELECTORS)};\n${readFileSync("probe.js", "utf8")}\n}`,
    readFileSync("session.js", "utf8"),
  ];
  for (const source of scripts) await send("Page.addScriptToEvaluateOnNewDocument", { source });
  const screen = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
  await send("Emulation.setDeviceMetricsOverride", screen);
  await send("Page.navigate", { url: `${origin}/peers/product/#?columns=all&per_page=${perPage}` });
  await evaluate("window.__probe.loaded");
  await evaluate("window.__probe.sleep(300)");
  const times = [];
  for (let i = 0; i < CLICKS; i += 1) times.push((await evaluate('window.__probe.click("next")')).total);
  await close();
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
