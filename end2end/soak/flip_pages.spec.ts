// Two thousand pages turned, as nobody does in one day, and what the browser holds afterwards.
import { expect, test } from "../support/test.ts";

const FLIPS = 2_000;
const STEP = 400;

test("two thousand flips leave no more behind than two hundred", async ({ customers, page }) => {
  await page.addInitScript(() => {
    const { instantiate, instantiateStreaming } = WebAssembly;
    const keep = (made: WebAssembly.WebAssemblyInstantiatedSource) => {
      (window as never as { wasm: WebAssembly.Memory }).wasm = made.instance.exports.memory as WebAssembly.Memory;
      return made;
    };
    WebAssembly.instantiateStreaming = async (...given) => keep(await instantiateStreaming(...given));
    WebAssembly.instantiate = (async (...given: Parameters<typeof instantiate>) =>
      keep((await instantiate(...given)) as never)) as never;
  });
  await customers.openSignedIn("#?per_page=50");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const look = async (flips: number) => {
    await customers.expectIdle();
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((it) => it.name === name)?.value ?? 0;
    const wasm = await page.evaluate(() => (window as never as { wasm: WebAssembly.Memory }).wasm.buffer.byteLength);
    const found = {
      flips,
      heap: value("JSHeapUsedSize") / 2 ** 20,
      wasm: wasm / 2 ** 20,
      nodes: value("Nodes"),
      listeners: value("JSEventListeners"),
    };
    console.log(
      `${String(flips).padStart(5)} flips: heap ${found.heap.toFixed(1)} MiB, wasm ${found.wasm.toFixed(1)} MiB, ` +
        `${found.nodes} nodes, ${found.listeners} listeners`,
    );
    return found;
  };
  const flip = (count: number) =>
    page.evaluate(async (count) => {
      const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      const first = () => one("row")?.dataset.customerId;
      let way = "next";
      for (let i = 0; i < count; i += 1) {
        if (one(way)?.hasAttribute("aria-disabled")) way = way === "next" ? "prev" : "next";
        const before = first();
        one(way)?.click();
        while (first() === before || one(way === "next" ? "prev" : "next")?.hasAttribute("aria-disabled"))
          await new Promise(requestAnimationFrame);
      }
    }, count);
  await flip(200);
  const early = await look(200);
  let late = early;
  for (let flips = STEP; flips <= FLIPS; flips += STEP) {
    await flip(flips === STEP ? STEP - 200 : STEP);
    late = await look(flips);
  }
  expect(late.heap).toBeLessThan(early.heap * 1.1 + 0.5);
  expect(late.nodes).toBeLessThan(early.nodes * 1.1);
  expect(late.listeners).toBeLessThan(early.listeners * 1.05);
});
