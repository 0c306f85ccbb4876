// What an export of 20,000 customers with all columns costs in memory:
//   node memory/export.mjs [csv|xlsx]
// Looked at again and again is the memory of the page's own process, its worker and their wasm
// included, and all of the browser's machinery in it: what a task manager shows for the tab, without
// the parts that all tabs share. Linux only, since it is read from /proc.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const CUSTOMERS = 20_000;
const format = process.argv[2] ?? "xlsx";
const port = process.env.KEHU_PORT ?? "8791";
const address = `http://127.0.0.1:${port}/`;
const sandbox = spawn(
  process.env.KEHU_SANDBOX ?? "../target/debug/sandbox",
  ["--site", process.env.KEHU_SITE ?? "../dist", "--port", port, "--rate-limit", "0", "--customers", String(CUSTOMERS)],
  { stdio: ["ignore", "pipe", "inherit"] },
);
await once(sandbox.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.KEHU_CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
/** A page that Playwright does not watch: it would keep a copy of every answer inside the page. */
async function openUnwatched(root) {
  const { browserContextId } = await root.send("Target.createBrowserContext");
  await root.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId });
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
  /** The element with this test id, as soon as it is there. */
  const find = async (id, then) => {
    const element = `document.querySelector('[data-testid="${id}"]')`;
    const wait = `new Promise((done) => { const look = () => (${element} ? done() : setTimeout(look, 20)); look(); })`;
    await evaluate(wait);
    return evaluate(`${element}.${then}`);
  };
  return { send, evaluate, find };
}

try {
  const root = await browser.newBrowserCDPSession();
  const { send, find } = await openUnwatched(root);
  const source = `if (location.origin !== "null") sessionStorage.setItem("kehu.session", '{"token":"demo-admin"}');`;
  await send("Page.enable");
  await send("Page.addScriptToEvaluateOnNewDocument", { source });
  await send("Page.navigate", { url: `${address}#?columns=all` });
  await find("row", "isConnected");
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter((it) => it.type === "renderer");
  /** Megabytes that belong to the page's process alone. */
  const measure = () => {
    const sizes = pages.map(({ id }) => /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
    return Math.max(...sizes.map(Number)) / 1e3;
  };
  const before = measure();
  await find("export", "click()");
  await find(`export-format-${format}`, "click()");
  const began = Date.now();
  await find("export-start", "click()");
  let report;
  void find("export-report", "innerText").then((text) => (report = text));
  let most = before;
  while (report === undefined) {
    most = Math.max(most, measure());
    await new Promise((done) => setTimeout(done, 20));
  }
  console.log(report.split("\n").slice(0, 4).join(" "));
  console.log(`${format}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  console.log(`the page with 50 rows: ${before.toFixed(0)} MB`);
  console.log(`at most while exporting: ${most.toFixed(0)} MB`);
} finally {
  await browser.close();
  sandbox.kill();
}
