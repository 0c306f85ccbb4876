// What a screen reader says: @guidepup/virtual-screen-reader reads the page from inside of it. It follows the focus
// and changes of live regions, but neither aria-activedescendant nor a live region that comes with its words in it;
// words for roles and states are its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

const code = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");

/** What is used of the library. */
interface VirtualReader {
  start(options: { container: Element | null }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  readonly activeNode: Node | null;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  clearSpokenPhraseLog(): Promise<void>;
}

type WithReader = Window & { reader: VirtualReader };
/** A phrase that is said as a whole, or what it matches. */
type Phrase = string | RegExp;

const isSaid = (phrase: Phrase, said: string[]): boolean =>
  said.some((it) => (typeof phrase === "string" ? it === phrase : phrase.test(it)));

export class Reader {
  private constructor(private readonly page: Page) {}

  /** Begins to follow the page. */
  static async of(page: Page): Promise<Reader> {
    const body = readFileSync(code, "utf8");
    // At the page's own address, from where its security policy lets a script come.
    await page.route("**/reader.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
    await page.evaluate(async () => {
      const address = new URL("reader.js", location.href).href;
      const { virtual } = (await import(address)) as { virtual: VirtualReader };
      await virtual.start({ container: document.body });
      Object.assign(window, { reader: virtual });
    });
    return new Reader(page);
  }

  /** Does something; each of these phrases is said for it. */
  async expectSaid(act: () => Promise<void>, ...phrases: Phrase[]): Promise<void> {
    await this.page.evaluate(() => (window as unknown as WithReader).reader.clearSpokenPhraseLog());
    await act();
    const said = () => this.page.evaluate(() => (window as unknown as WithReader).reader.spokenPhraseLog());
    await expect
      .poll(async () => {
        const all = await said();
        return phrases.every((phrase) => isSaid(phrase, all)) || all;
      })
      .toBe(true);
  }

  /** Whatever the statuses have said for what was done last. */
  async said(): Promise<string[]> {
    const all = await this.page.evaluate(() => (window as unknown as WithReader).reader.spokenPhraseLog());
    return all.filter((phrase) => phrase.startsWith("polite: "));
  }

  /** Presses keys one after the other, and hears each phrase for its key. */
  async expectAfter(...steps: (readonly [key: string, phrase: Phrase])[]): Promise<void> {
    for (const [key, phrase] of steps) await this.expectSaid(() => this.page.keyboard.press(key), phrase);
  }

  /** A part of the page from its beginning to its end, as it is read on and on. */
  async read(selector: string): Promise<string[]> {
    return this.page.evaluate(async (container) => {
      const { reader } = window as unknown as WithReader;
      await reader.stop();
      await reader.start({ container: document.querySelector(container) });
      const [start, phrase] = [reader.activeNode, await reader.lastSpokenPhrase()];
      // Behind the end it begins again.
      do await reader.next();
      while (reader.activeNode !== start || (await reader.lastSpokenPhrase()) !== phrase);
      const read = (await reader.spokenPhraseLog()).slice(0, -1);
      await reader.stop();
      await reader.start({ container: document.body });
      return read;
    }, selector);
  }

  /** In a part of the page these phrases are read in this order, whatever stands between them. */
  async expectRead(selector: string, ...phrases: Phrase[]): Promise<void> {
    const read = await this.read(selector);
    let from = 0;
    for (const phrase of phrases) {
      const at = read.findIndex((it, index) => index >= from && isSaid(phrase, [it]));
      expect(at, `${phrase} is not read behind ${from} in\n${read.join("\n")}`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  }
}
