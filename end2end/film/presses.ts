// Counts what a person presses, by the browser's own events: a click, a tap, a key. Typing into a field is no press,
// the key that sends what was typed is one.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

export class Presses {
  private constructor(private readonly page: Page) {}

  /** Counts from the page's first moment. */
  static async of(page: Page): Promise<Presses> {
    await page.addInitScript(() => {
      let count = 0;
      const isTyped = (event: KeyboardEvent) => {
        const isField = event.composedPath()[0] instanceof Element && (event.composedPath()[0] as Element).matches("input, textarea");
        return isField && event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      };
      const press = (event: Event) => {
        if (event.isTrusted) count += 1;
      };
      addEventListener("pointerdown", press, true);
      addEventListener(
        "keydown",
        (event) => {
          if (!isTyped(event) && !["Control", "Shift", "Alt", "Meta"].includes(event.key)) press(event);
        },
        true,
      );
      Object.assign(window, {
        takePresses: () => {
          const taken = count;
          count = 0;
          return taken;
        },
      });
    });
    return new Presses(page);
  }

  /** How many there were since it was asked last. */
  async take(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as { takePresses: () => number }).takePresses());
  }
}

/** The table in docs/quality.md: the presses of each task, on the desk and on the phone. */
export function documented(): Record<string, { desktop: number; phone: number }> {
  const text = readFileSync(new URL("../../docs/quality.md", import.meta.url), "utf8");
  const table = text.split("## Presses")[1]?.split("\n## ")[0] ?? "";
  const rows = [...table.matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \|$/gm)];
  return Object.fromEntries(rows.map(([, task = "", desktop, phone]) => [task, { desktop: Number(desktop), phone: Number(phone) }]));
}
