// Two thousand pages turned, as nobody does in one day, and what the browser holds afterwards.
import { expect, test } from "../support/test.ts";

/** When to look: the harness's two moments, and then how a long day goes on. */
const LOOKS = [20, 200, 400, 800, 1_200, 1_600, 2_000];

test("two thousand flips leave no more behind than twenty", async ({ customers, page }) => {
  await page.addInitScript(() => {
    // The first chunk of the program has the memory of all.
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await instantiateStreaming(...given);
      (window as never as { wasm: WebAssembly.Memory }).wasm = made.instance.exports.memory as WebAssembly.Memory;
      return made;
    };
  });
  await customers.openSignedIn("#?per_page=50");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const look = async (flips: number) => {
    // Always at the same page: others have other labels, and so other nodes.
    await page.locator(".pager__page", { hasText: /^1$/ }).click();
    await expect(customers.pageNumber).toHaveText("1");
    await customers.expectRows();
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
      `${String(flips).padStart(5)} flips: heap ${found.heap.toFixed(2)} MiB, wasm ${found.wasm.toFixed(1)} MiB, ` +
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
  const found = [];
  let flips = 0;
  for (const next of LOOKS) {
    await flip(next - flips);
    flips = next;
    found.push(await look(flips));
  }
  const [at20, at200] = found;
  const last = found.at(-1);
  expect(at200?.heap).toBeLessThan((at20?.heap ?? 0) * 1.01 + 0.1);
  // A cell keeps the view it once had for the next customer who needs one, and the pager names the pages
  // that were seen: there are a few more of both until all have been here.
  expect(at200?.nodes).toBeLessThan((at20?.nodes ?? 0) * 1.03);
  expect(last?.heap).toBeLessThan((at200?.heap ?? 0) * 1.1);
  expect(last?.nodes).toBeLessThanOrEqual((at200?.nodes ?? 0) * 1.01);
  expect(last?.listeners).toBeLessThanOrEqual((at20?.listeners ?? 0) + 2);
});
