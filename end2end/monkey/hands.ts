// All that can be done at the page by somebody who has no idea.
import type { Locator, Page } from "@playwright/test";
import { setFaults, type Rule } from "../support/sandbox.ts";
import type { Dice } from "./dice.ts";

const TOKENS = ["demo-lixining", "demo-admin", "demo-manager"];
const SIZES = [[1280, 800], [1920, 1000], [1024, 768], [390, 844], [320, 640], [844, 390]] as const;
const WORDS = ["公司", "河北", "139", "hbym", "zzzz", "2456846", "'; --", "😀", " ", ""];
const KEYS = [
  "Escape", "Escape", "Escape", "Enter", "Enter", "Space", "Tab", "Shift+Tab", "ArrowDown", "ArrowDown", "ArrowUp",
  "ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp", "Control+f", "Control+a", "Control+c", "Shift+ArrowDown",
  "Shift+F10", "Alt+ArrowRight", "F2", "Delete", "Backspace", "/", "r", "b", "b", "?", "Control+Enter",
];
const FAULTS: Rule[] = [
  { answer: "status", status: 502 },
  { answer: "broken" },
  { answer: "html" },
  { answer: "empty" },
  { answer: "signed_out" },
  { answer: "rate_limit", retry_after: 1 },
  { code: 100500, answer: "status", message: "服务器忙" },
];

type Deed = () => Promise<string>;

export class Hands {
  token = "demo-lixining";
  private isOffline = false;

  constructor(
    readonly page: Page,
    readonly dice: Dice,
  ) {}

  /** Does something, and says what it was. */
  async do(): Promise<string> {
    if (await this.page.getByTestId("sign-in").isVisible()) return this.signIn();
    const deeds: (readonly [number, Deed])[] = [
      [24, () => this.click()],
      [8, () => this.open()],
      [8, () => this.press()],
      [4, () => this.turn()],
      [3, () => this.search()],
      [2, () => this.type()],
      [2, () => this.choose()],
      [2, () => this.scroll()],
      [2, () => this.menu()],
      [2, () => this.resize()],
      [3, () => this.walk("goBack")],
      [1, () => this.walk("goForward")],
      [1, () => this.reload()],
      [1, () => this.fail()],
      [1, () => this.cut()],
    ];
    // A session does not stay without a network for long.
    if (this.isOffline && this.dice.next() < 0.3) return this.cut();
    return this.dice.weighed(deeds)();
  }

  async signIn(token = this.dice.pick(TOKENS)): Promise<string> {
    if (this.isOffline) await this.cut();
    this.token = token;
    const field = this.page.getByTestId("sign-in-token");
    // At the start the page's own form takes the place of the one that was there before it.
    await field.waitFor();
    await field.fill(token);
    await this.page.getByTestId("sign-in-submit").click();
    await this.page.getByTestId("sign-in").waitFor({ state: "hidden" });
    return `sign in as ${token}`;
  }

  /** Any control that can be reached; each kind is as likely as the others. */
  private async click(path = 'button, summary, label, [role="option"], [role="menuitem"], a[href^="#"], input, select', only = ""): Promise<string> {
    const found = await this.page.evaluate(([path = "", only = ""]) => {
      const kinds = new Map<string, { x: number; y: number; name: string }[]>();
      for (const element of document.querySelectorAll<HTMLElement>(path)) {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const hit = document.elementFromPoint(x, y);
        // Files are picked, and paper is printed, outside of the page.
        const isOutside = element.matches('[type="file"], [data-testid="print"], [data-testid="views-import"]') || element.querySelector('[type="file"]') !== null;
        if (hit === null || isOutside || !(element.contains(hit) || hit.contains(element))) continue;
        const kind = element.dataset.testid ?? (element.className || element.tagName);
        if (!kind.includes(only)) continue;
        const name = `${kind} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 24)}"`;
        kinds.set(kind, [...(kinds.get(kind) ?? []), { x, y, name }]);
      }
      return [...kinds.values()];
    }, [path, only]);
    if (found.length === 0) return "nothing to click";
    const { x, y, name } = this.dice.pick(this.dice.pick(found));
    await this.page.mouse.click(x, y);
    return `click ${name}`;
  }

  private async open(): Promise<string> {
    const what = await this.click('[data-testid="row"] [data-column="name"]:not(:has(button)), [data-testid="open-customer"], [data-testid^="preview-"], .preview__back');
    return `open: ${what}`;
  }

  private async press(): Promise<string> {
    const key = this.dice.pick(KEYS);
    await this.page.keyboard.press(key);
    return `press ${key}`;
  }

  private turn(): Promise<string> {
    return this.click('[data-testid="next"], [data-testid="prev"], .pager__page, .tab, [data-testid^="tab-"]');
  }

  private async search(): Promise<string> {
    const field = this.page.getByTestId("query");
    const words = this.dice.pick(WORDS);
    if (!(await this.canReach(field))) return "no search to be reached";
    await field.fill(words);
    if (this.dice.next() < 0.5) await field.press("Enter");
    return `search ${words}`;
  }

  /** Into whatever has the focus. */
  private async type(): Promise<string> {
    const words = this.dice.pick(WORDS);
    await this.page.keyboard.insertText(words);
    return `type ${words}`;
  }

  private async choose(): Promise<string> {
    const lists = await this.page.locator("select:visible:enabled").all();
    if (lists.length === 0) return "no list to choose from";
    const list = this.dice.pick(lists);
    if (!(await this.canReach(list))) return "no list to be reached";
    const values = await list.locator("option").evaluateAll((options) => options.map((it) => (it as HTMLOptionElement).value));
    const value = this.dice.pick(values);
    await list.selectOption(value);
    return `choose ${value}`;
  }

  private async scroll(): Promise<string> {
    const [x, y] = [this.dice.pick([0, 0, 300, -300]), this.dice.pick([200, 900, 5_000, -900, -5_000])];
    const size = this.page.viewportSize() ?? { width: 1280, height: 800 };
    await this.page.mouse.move(size.width / 3, size.height / 2);
    await this.page.mouse.wheel(x, y);
    return `scroll ${x} ${y}`;
  }

  private async menu(): Promise<string> {
    const cells = await this.page.locator('tr[data-testid="row"] [data-column], thead [data-column]').all();
    const cell = cells.length > 0 ? this.dice.pick(cells) : undefined;
    const box = await cell?.boundingBox({ timeout: 1_000 }).catch(() => null);
    if (!box) return "no cell for a menu";
    await this.page.mouse.click(box.x + 4, box.y + box.height / 2, { button: "right" });
    return "open a cell's menu";
  }

  private async resize(): Promise<string> {
    const [width, height] = this.dice.pick(SIZES);
    await this.page.setViewportSize({ width, height });
    return `resize to ${width} × ${height}`;
  }

  private async walk(way: "goBack" | "goForward"): Promise<string> {
    const can = way === "goBack" ? "canGoBack" : "canGoForward";
    // Without a way back there is another site, or none.
    const isPossible = await this.page.evaluate((can) => (window as never as { navigation: Record<string, boolean> }).navigation[can], can);
    if (!isPossible) return `no ${way}`;
    await this.page[way]({ waitUntil: "commit" });
    return way;
  }

  private async reload(): Promise<string> {
    if (this.isOffline) return "no reload without a network";
    await this.page.reload();
    return "reload";
  }

  /** The endpoint fails once. */
  private async fail(): Promise<string> {
    const rule = { path: "/api/v2/customers", times: 1, ...this.dice.pick(FAULTS) };
    await setFaults(this.page.request, this.token, [rule]);
    return `the next answer is ${rule.answer ?? "an error"}`;
  }

  /** Cuts the network, or mends it. */
  private async cut(): Promise<string> {
    this.isOffline = !this.isOffline;
    await this.page.context().setOffline(this.isOffline);
    return this.isOffline ? "cut the network" : "mend the network";
  }

  private async canReach(control: Locator): Promise<boolean> {
    if (!(await control.isVisible())) return false;
    return control.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit !== null && element.contains(hit);
    });
  }
}
