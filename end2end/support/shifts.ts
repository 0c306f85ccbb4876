import type { Page } from "@playwright/test";

/** Adds up whatever moves in the page by itself, from its start on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The sum of it, as browsers count it (CLS). */
export function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);
}

/** What has moved outside of `places` since the last look, a click's own doing too: each as the browser tells it. */
export async function movedOutside(page: Page, ...places: string[]): Promise<string[]> {
  // The browser tells of a frame's shifts after it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  return page.evaluate((places) => {
    const { moved } = globalThis as unknown as { moved: { node: Node | null; by: string }[] };
    const isAllowed = (node: Node | null) => {
      const element = node instanceof Element ? node : (node?.parentElement ?? null);
      // What is gone meanwhile cannot be asked where it stood.
      return element === null || !element.isConnected || places.some((place) => element.closest(place) !== null);
    };
    const told = moved.splice(0).filter(({ node }) => !isAllowed(node));
    return told.map(({ node, by }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName}.${element?.getAttribute("class")} ${element?.textContent?.slice(0, 20)} ${by}`;
    });
  }, places);
}

/** Notes whatever moves, with what a click begins; `movedOutside` reads it. */
export async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved: { node: Node | null; by: string }[] = [];
    Object.assign(globalThis, { moved });
    interface Shift {
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        for (const { node, previousRect: from, currentRect: to } of entry.sources) {
          // Longer words in the same place.
          if (from.x === to.x && from.y === to.y) continue;
          moved.push({ node, by: `${from.x},${from.y} -> ${to.x},${to.y}` });
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}
