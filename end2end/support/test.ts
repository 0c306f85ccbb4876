// What every test starts from: the page object, and a watch that lets no complaint of the page pass.
import { test as base, expect, type Dialog } from "@playwright/test";
import { CustomerListPage } from "../pages/customer_list_page.ts";
import { addressOf, type Options } from "./editions.ts";
import { lastClickTold, measureClicks } from "./inp.ts";

interface Fixtures {
  customers: CustomerListPage;
  complaints: Complaints;
  inp: undefined;
}

/** What the page complained about. A browser reports every failed call as an error of its own. */
export class Complaints {
  readonly texts: string[] = [];
  private failedCallsAreExpected = false;
  private stopIsExpected = false;
  private forbiddenCallsAreExpected = false;
  private answer: ((question: string) => boolean) | undefined;

  /** For tests in which calls fail on purpose. */
  expectFailedCalls(): void {
    this.failedCallsAreExpected = true;
  }

  /** For tests in which the program is made to stop, with all that a browser says then. */
  expectStop(): void {
    this.stopIsExpected = true;
  }

  /** For tests in which the security policy stops calls on purpose. */
  expectForbiddenCalls(): void {
    this.forbiddenCallsAreExpected = true;
  }

  /** For tests in which the page asks something on purpose: what is answered. */
  expectQuestions(answer: (question: string) => boolean): void {
    this.answer = answer;
  }

  /** Answers what the page asks; a test that expects no question fails by it. */
  async answerDialog(dialog: Dialog): Promise<void> {
    if (this.answer === undefined) this.add(`dialog: ${dialog.message()}`);
    if (this.answer?.(dialog.message()) === true) await dialog.accept();
    else await dialog.dismiss();
  }

  add(text: string): void {
    this.texts.push(text);
  }

  get unexpected(): string[] {
    if (this.stopIsExpected) return [];
    const isFailedCall = (text: string) => /^Failed to load resource|WebAssembly.*HTTP status code/.test(text);
    const isForbiddenCall = (text: string) => /connect-src|violates the document's Content Security Policy/.test(text);
    return this.texts.filter(
      (text) =>
        !(this.failedCallsAreExpected && isFailedCall(text)) &&
        !(this.forbiddenCallsAreExpected && isForbiddenCall(text)),
    );
  }
}

export const test = base.extend<Fixtures & Options>({
  edition: ["documented", { option: true }],
  baseURL: async ({ baseURL, edition }, use) => {
    await use(edition === "documented" ? baseURL : addressOf(edition));
  },
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints();
      page.on("pageerror", (error) => complaints.add(`page error: ${error.message}`));
      page.on("dialog", (dialog) => complaints.answerDialog(dialog));
      page.on("console", (message) => {
        // A CRM without the catalogue of custom fields says so once a day: nothing is wrong with the page.
        const isCatalog = new URL(message.location().url || "about:blank").pathname.endsWith("/by_group");
        if (message.type() === "error" && !isCatalog) complaints.add(message.text());
      });
      await use(complaints);
      const { unexpected } = complaints;
      // A route that still fetches for a test that is over would fail it.
      await page.context().unrouteAll({ behavior: "ignoreErrors" });
      await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(unexpected, "the page complained").toEqual([]);
    },
    { auto: true },
  ],
  // For `cargo xtask audit --only clicks`.
  inp: [
    async ({ page }, use, { title }) => {
      const file = process.env.KEHU_INP;
      if (file !== undefined) await measureClicks(page, title, file);
      await use(undefined);
      if (file !== undefined) await lastClickTold(page);
    },
    { auto: true },
  ],
  customers: async ({ page }, use) => {
    await use(new CustomerListPage(page));
  },
});

export { editions, tagOf } from "./editions.ts";
export { expect };
