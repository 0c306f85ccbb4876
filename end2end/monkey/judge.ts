// What must hold after each step, whatever was done.
import { expect, type Page, type Response } from "@playwright/test";
import { secretNumbers, type Answer } from "../support/answers.ts";
import { isListCall } from "../pages/customer_list_page.ts";

/** What of a page is looked at; taken in one go, so that nothing moves in between. */
interface Look {
  isSettled: boolean;
  isStopped: boolean;
  /** Rows that may belong to another question, or to nobody: the page says so itself. */
  isExcused: boolean;
  isFinding: boolean;
  isTable: boolean;
  fragment: string;
  perPage: string | null;
  ids: string[];
  names: string[];
  open: { row: string; heading: string } | null;
  digits: string[];
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, "");

/** Days are asked for by name, and sent as days. */
const isNamedRange = (key: string, value: string) => /_at$/.test(key) && !/^\d{4}-/.test(value);
const OF_THE_PAGE_ALONE = ["columns", "view", "group"];

export class Judge {
  /** The ids of each answer, by whose it is and what was asked. */
  private readonly answers: { token: string; pairs: URLSearchParams; ids: string[] }[] = [];
  private readonly names = new Map<string, string>();
  private readonly secrets = new Set<string>();
  private readonly shown = new Set<string>();
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on("response", (response) => void this.learn(response));
    page.on("pageerror", (error) => this.complaints.push(`page error: ${error.message}`));
    page.on("dialog", (dialog) => {
      // The one question there is: whether a customer's name goes into a calendar.
      if (dialog.type() !== "confirm") this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      // A browser reports every failed call as an error of its own; the network fails on purpose here.
      // So does the loader of chunks that could not be fetched; the page asks again when they are next needed.
      const isNetwork = /^Failed to load resource|^TypeError: Failed to fetch\n.*\.js|WebAssembly.*HTTP status code/.test(message.text());
      if (message.type() === "error" && !isNetwork) this.complaints.push(message.text());
    });
  }

  private async learn(response: Response): Promise<void> {
    const url = new URL(response.url());
    if (!isListCall(url)) return;
    const answer = (await response.json().catch(() => null)) as Answer | null;
    if (answer?.code !== 0) return;
    const token = /token=([^,\s]+)/.exec(response.request().headers().authorization ?? "")?.[1] ?? "";
    const ids = answer.data.customers.map(({ id, name }) => {
      this.names.set(String(id), name);
      return String(id);
    });
    for (const customer of answer.data.customers) {
      for (const { phone_hidden_result: text } of customer.phones_data ?? []) this.shown.add(digitsOf(text ?? ""));
    }
    for (const secret of secretNumbers(answer)) this.secrets.add(digitsOf(secret));
    this.answers.push({ token, pairs: url.searchParams, ids });
  }

  /** Waits until the page has come to rest, and says what is wrong with it then. */
  async check(token: string): Promise<void> {
    let wrong = "";
    const look = async () => {
      wrong = this.wrong(await this.look(), token);
      return wrong;
    };
    await expect.poll(look, { timeout: 20_000, message: "the page as it is after this step" }).toBe("");
  }

  private wrong(look: Look, token: string): string {
    if (look.isStopped) return "the program has stopped";
    if (this.complaints.length > 0) return `the page complained: ${this.complaints.join("; ")}`;
    const leaked = look.digits.filter((digits) => this.secrets.has(digits) && !this.shown.has(digits));
    if (leaked.length > 0) return `${leaked.length} raw numbers in the page`;
    if (!look.isSettled) return "it does not come to rest";
    if (look.isExcused) return "";
    const foreign = look.ids.findIndex((id, at) => !nameIs(look.names[at] ?? "", this.names.get(id) ?? ""));
    if (foreign >= 0) return `${look.ids[foreign] ?? ""} stands under the name of somebody else`;
    if (look.open !== null && !nameIs(look.open.heading, this.names.get(look.open.row) ?? ""))
      return `the preview shows somebody else than the marked row ${look.open.row}`;
    const answered = this.answers.filter((it) => it.token === token && isAsked(it.pairs, look));
    if (answered.length === 0) return `rows without an answer to ${look.fragment}`;
    // Groups stand in an order of their own, and some may be folded away.
    const isGrouped = /[?&]group=/.test(look.fragment);
    const isAnswer = (ids: string[]) => {
      if (isGrouped) return look.ids.every((id) => ids.includes(id));
      return look.isFinding ? isWithin(look.ids, ids) : isPart(look, ids);
    };
    return answered.some(({ ids }) => isAnswer(ids)) ? "" : `rows that do not answer ${look.fragment}: ${look.ids.join(" ")}`;
  }

  private look(): Promise<Look> {
    return this.page.evaluate(() => {
      const one = (path: string) => document.querySelector<HTMLElement>(path);
      const isSeen = (path: string) => one(path)?.checkVisibility() ?? false;
      const nameOf = (row: Element) => {
        const copy = row.querySelector('[data-column="name"]')?.cloneNode(true) as Element | undefined;
        for (const words of copy?.querySelectorAll(".unseen") ?? []) words.remove();
        return copy?.textContent ?? "";
      };
      const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="row"]')];
      const isBusy = [...document.querySelectorAll("main [aria-busy]")].some((it) => it.getAttribute("aria-busy") === "true");
      const isOut = isSeen('[data-testid="sign-in"]');
      const hasSomething = rows.length > 0 || isSeen('[data-testid="empty"]') || isSeen('[data-testid="error"]') || isSeen('[data-testid="find"]');
      const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.title, history.state]);
      const all = document.documentElement.outerHTML + kept;
      const marked = one('[data-testid="row"][aria-current="true"]');
      const heading = one("#preview-name");
      return {
        isSettled: isOut || (!isBusy && hasSomething),
        isStopped: one("dialog.stop") !== null,
        isExcused: isOut || isSeen('[data-testid="error"]') || isSeen('[data-testid="waiting"]'),
        isFinding: one('[data-testid="find"]') !== null,
        isTable: one("main table") !== null,
        fragment: location.hash,
        perPage: one('[data-testid="per-page"]') === null ? null : (one('[data-testid="per-page"]') as HTMLSelectElement).value,
        ids: rows.map((row) => row.dataset.customerId ?? ""),
        names: rows.map(nameOf),
        open: marked && heading ? { row: marked.dataset.customerId ?? "", heading: heading.textContent ?? "" } : null,
        digits: [...new Set(all.match(/\d[\d-]{6,}\d/g))].map((text) => text.replaceAll("-", "")),
      };
    });
  }
}

/** A customer without a name is called something by the page. */
const nameIs = (shown: string, name: string) => name.trim() === "" || shown.replaceAll(/\s+/g, " ").trim() === name.replaceAll(/\s+/g, " ").trim();

/** Whether a call asked what the address says. */
function isAsked(call: URLSearchParams, { fragment, perPage }: Look): boolean {
  const said = new URLSearchParams(fragment.replace(/^#\??/, ""));
  // A field to search in is only sent with words to search for.
  if (!said.get("query")) said.delete("custom_field_name");
  const wanted = [...said].filter(([key]) => !OF_THE_PAGE_ALONE.includes(key));
  const named = wanted.filter(([key, value]) => isNamedRange(key, value)).map(([key]) => key);
  const list = (pairs: [string, string][]) =>
    pairs
      .filter(([key]) => key !== "page" && key !== "per_page" && !named.includes(key.replace("[]", "")))
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join("&");
  const number = (name: string) => wanted.find(([key]) => key === name)?.[1];
  const isPage = (call.get("page") ?? "1") === (number("page") ?? "1");
  const size = number("per_page") ?? perPage;
  return isPage && (size === null || call.get("per_page") === size) && list([...call]) === list(wanted);
}

/** Whether all of these stand in the whole, in its order. */
function isWithin(part: string[], whole: string[]): boolean {
  let at = 0;
  for (const id of whole) if (part[at] === id) at += 1;
  return at === part.length;
}

/** Whether these are the whole or, of a table, which draws what is in sight, a part of it. */
function isPart({ ids, isTable }: Look, whole: string[]): boolean {
  const from = whole.indexOf(ids[0] ?? "");
  const isPart = ids.length > 0 && ids.every((id, at) => whole[from + at] === id);
  return whole.length === 0 ? ids.length === 0 : isPart && (isTable || ids.length === whole.length);
}
