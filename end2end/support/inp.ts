// How long a page takes to answer a click or a key.
import { appendFileSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

/** What web-vitals says of a page: its longest answer until now. */
interface Longest {
  id: string;
  /** In milliseconds. */
  value: number;
  type: string;
  target: string;
  /** The page's own work before it, the work on it, and what came until it was painted, in milliseconds. */
  parts: [number, number, number];
}

/**
 * Adds a line of JSON to a file whenever a page has a new longest answer. The environment names the script of
 * web-vitals (`KEHU_WEB_VITALS`) and how many times slower the processor shall be (`KEHU_SLOWER`).
 */
export async function measureClicks(page: Page, test: string, file: string): Promise<void> {
  await page.exposeFunction("kehuLongest", (longest: Longest) => {
    appendFileSync(file, `${JSON.stringify({ ...longest, test })}\n`);
  });
  // What a script declares stays its own here, so it is handed to the window.
  const script = readFileSync(process.env.KEHU_WEB_VITALS ?? "", "utf8");
  await page.addInitScript({ content: `${script}\nwindow.webVitals = webVitals;` });
  await page.addInitScript(() => {
    interface Metric {
      id: string;
      value: number;
      attribution: {
        interactionType: string;
        interactionTarget: string;
        inputDelay: number;
        processingDuration: number;
        presentationDelay: number;
      };
    }
    const { webVitals, kehuLongest } = window as unknown as {
      webVitals: { onINP: (told: (metric: Metric) => void, options: object) => void };
      kehuLongest: (longest: Longest) => void;
    };
    const tell = ({ id, value, attribution }: Metric) => {
      const { interactionType: type, interactionTarget: target } = attribution;
      const parts = [attribution.inputDelay, attribution.processingDuration, attribution.presentationDelay] as const;
      kehuLongest({ id, value, type, target, parts: [Math.round(parts[0]), Math.round(parts[1]), Math.round(parts[2])] });
    };
    webVitals.onINP(tell, { reportAllChanges: true, durationThreshold: 16 });
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: Number(process.env.KEHU_SLOWER ?? "1") });
}

/** Waits until what was pressed last is painted and told. */
export async function lastClickTold(page: Page): Promise<void> {
  if (page.isClosed() || !page.url().startsWith("http")) return;
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))),
  );
}
