// A salesperson in WebKit: what they see and do, by real keys and a real mouse.
import { expect } from "@playwright/test";
import { By, Key, type WebDriver, type WebElement, until } from "selenium-webdriver";
import { addressOf } from "../support/editions.ts";
import { own } from "../support/sandbox.ts";

/** So long something may take that is on its way. */
const PATIENCE = 10_000;

export const testId = (name: string): string => `[data-testid="${name}"]`;
export const column = (name: string): string => `[data-column="${name}"]`;

export class Salesperson {
  constructor(
    readonly browser: WebDriver,
    readonly address = addressOf("documented"),
  ) {}

  // Coming in

  /** Comes to the page in Chinese, as somebody who has a session in this tab already, unless there is no token. */
  async come(fragment = "", token?: string): Promise<void> {
    // A file of the page, to have its storage before it starts.
    await this.browser.get(`${this.address}favicon.png`);
    const session = token === undefined ? null : JSON.stringify({ token: own(token) });
    await this.run((session) => {
      localStorage.setItem("kehu.settings", '{"lang":"zh"}');
      if (session !== null) sessionStorage.setItem("kehu.session", session);
    }, session);
    await this.browser.get(this.address + fragment);
  }

  async comeToRows(fragment = "", token = "demo-lixining"): Promise<void> {
    await this.come(fragment, token);
    await this.expectRows();
  }

  /** The rows of the newest answer are here, and the page has taken the shell's place. */
  async expectRows(): Promise<void> {
    const areHere = () =>
      this.run(
        () =>
          document.querySelector("#shell") === null &&
          document.querySelector('main [aria-busy="false"]') !== null &&
          document.querySelector('[data-testid="row"]') !== null,
      );
    await expect.poll(areHere, { timeout: 2 * PATIENCE }).toBe(true);
  }

  // Looking

  /** Runs in the page, and gives what comes out of it. */
  async run<Out, In extends unknown[]>(script: (...args: In) => Out, ...args: In): Promise<Out> {
    return this.browser.executeScript(`return (${script.toString()}).apply(null, arguments)`, ...args);
  }

  /** What can be seen, once it can. */
  async see(css: string): Promise<WebElement> {
    const element = await this.browser.wait(until.elementLocated(By.css(css)), PATIENCE, `no ${css}`);
    return this.browser.wait(until.elementIsVisible(element), PATIENCE, `${css} is not in sight`);
  }

  async count(css: string): Promise<number> {
    return this.run((css) => document.querySelectorAll(css).length, css);
  }

  /** How many of these can be seen. */
  async inSight(css: string): Promise<number> {
    return this.run(
      (css) => [...document.querySelectorAll(css)].filter((it) => it.getClientRects().length > 0).length,
      css,
    );
  }

  async expectGone(css: string): Promise<void> {
    await expect.poll(() => this.inSight(css), { timeout: PATIENCE }).toBe(0);
  }

  async texts(css: string): Promise<string[]> {
    return this.run((css) => [...document.querySelectorAll(css)].map((it) => it.textContent?.trim() ?? ""), css);
  }

  async ids(): Promise<string[]> {
    return this.run(() =>
      [...document.querySelectorAll('[data-testid="row"]')].map((row) => row.getAttribute("data-customer-id") ?? ""),
    );
  }

  /** The cells of a column as they read, from the first row on. */
  async cells(name: string): Promise<string[]> {
    return this.texts(`${testId("row")} ${column(name)}`);
  }

  async titles(): Promise<string[]> {
    return this.texts("thead th");
  }

  async fragment(): Promise<string> {
    return decodeURI(await this.run(() => location.hash));
  }

  /** What has the focus: its test id, its column, else its class. */
  async focused(): Promise<string> {
    return this.run(() => {
      const element = document.activeElement;
      return element?.getAttribute("data-testid") ?? element?.getAttribute("data-column") ?? element?.className ?? "";
    });
  }

  async style(css: string, property: string): Promise<string> {
    return this.run((css, property) => getComputedStyle(document.querySelector(css) ?? document.body)[property as "color"], css, property);
  }

  async size(css: string): Promise<{ width: number; height: number; top: number }> {
    const { width, height, y: top } = await (await this.see(css)).getRect();
    return { width, height, top };
  }

  // Doing

  async click(css: string): Promise<void> {
    await (await this.see(css)).click();
  }

  /** Clicks what reads so, among all that the selector means. */
  async clickText(css: string, text: string): Promise<void> {
    await expect.poll(() => this.texts(css), { timeout: PATIENCE }).toContain(text);
    const found = await this.run(
      (css, text) => [...document.querySelectorAll<HTMLElement>(css)].find((it) => it.textContent?.trim() === text),
      css,
      text,
    );
    await (found as unknown as WebElement).click();
  }

  async rightClick(css: string): Promise<void> {
    await this.browser.actions().contextClick(await this.see(css)).perform();
  }

  async type(css: string, words: string): Promise<void> {
    await (await this.see(css)).sendKeys(words);
  }

  /** Presses keys one after the other, into whatever has the focus. */
  async press(...keys: string[]): Promise<void> {
    let actions = this.browser.actions();
    for (const key of keys) actions = actions.keyDown(key).keyUp(key);
    await actions.perform();
  }

  /** Presses a key while another one is held. */
  async pressWith(held: string, key: string): Promise<void> {
    await this.browser.actions().keyDown(held).keyDown(key).keyUp(key).keyUp(held).perform();
  }

  /**
   * Drags one thing onto the first half of another. The driver begins a drag and leaves it to a display that has
   * no hand, so the page is told the events of one; where it says of none that something can be dropped, nothing is.
   */
  async drag(from: string, to: string): Promise<void> {
    await this.see(from);
    await this.see(to);
    await this.run(
      (from, to) => {
        const [start, end] = [document.querySelector(from), document.querySelector(to)];
        const data = new DataTransfer();
        const { left, top } = end?.getBoundingClientRect() ?? new DOMRect();
        /** Whether the page did something about it. */
        const tell = (element: Element | null, type: string) =>
          element?.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data, clientX: left + 3, clientY: top + 3 }),
          ) === false;
        tell(start, "dragstart");
        // WebKit asks at the first moment over an element, and again as long as the hand is there.
        const mayDrop = [tell(end, "dragenter"), tell(end, "dragover")].every((it) => it);
        if (mayDrop) tell(end, "drop");
        tell(start, "dragend");
      },
      from,
      to,
    );
  }

  /** Drags something so many pixels to the right. */
  async pull(css: string, x: number): Promise<void> {
    const origin = await this.see(css);
    await this.browser.actions().move({ origin }).press().move({ origin, x, duration: 100 }).release().perform();
  }

  /** What the next copy takes, once `act` has made it. */
  async copied(act: () => Promise<void>): Promise<string> {
    await this.run(() => {
      const keep = (event: ClipboardEvent) => {
        document.documentElement.dataset.copied = event.clipboardData?.getData("text/plain") ?? "";
      };
      window.addEventListener("copy", keep, { once: true });
    });
    await act();
    const taken = () => this.run(() => document.documentElement.dataset.copied ?? null);
    await expect.poll(taken, { timeout: PATIENCE }).not.toBeNull();
    return (await taken()) ?? "";
  }
}

export { Key };
