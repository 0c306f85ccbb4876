// The customer list as a salesperson uses it. Tests speak through this object only, so that a
// control that moves is looked for in one place.
import { expect, type Locator, type Page, type Request, type Route } from "@playwright/test";
import { Gate } from "../support/gate.ts";
import { own } from "../support/sandbox.ts";

export type ChoiceName = "status" | "source" | "category" | "user" | "department";
export type DateName = "created-at" | "real-revisit-at" | "revisit-remind-at" | "updated-at";
export type TabName = "all" | "my" | "sub" | "common" | "assist";

/** What the endpoint was asked: page, size, and every other pair in the order it was sent. */
export interface Question {
  page: string | null;
  perPage: string | null;
  pairs: string[];
}

const LIST_PATH = "/api/v2/customers";
export const isListCall = (url: URL): boolean => url.pathname === LIST_PATH;
const isAnyCall = (url: URL): boolean => url.pathname.startsWith("/api/v2/");

export class CustomerListPage {
  readonly rows: Locator;
  readonly list: Locator;
  readonly error: Locator;
  readonly retry: Locator;
  /** What is said while a call waits that somebody waits for. */
  readonly waiting: Locator;
  readonly empty: Locator;
  readonly query: Locator;
  readonly searchField: Locator;
  readonly chips: Locator;
  readonly clearFilters: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  readonly perPage: Locator;
  readonly pageNumber: Locator;
  readonly signInForm: Locator;
  /** What is shown when nothing can start. */
  readonly noStart: Locator;
  /** The same where the browser is the reason. */
  readonly unsupported: Locator;
  readonly account: Locator;
  /** Every call to the endpoint so far. */
  readonly calls: Request[] = [];

  constructor(readonly page: Page) {
    this.rows = page.getByTestId("row");
    this.list = page.locator("main [aria-busy]");
    this.error = page.getByTestId("error");
    this.retry = page.getByTestId("error-retry");
    this.waiting = page.getByTestId("waiting");
    this.empty = page.getByTestId("empty");
    this.query = page.getByTestId("query");
    this.searchField = page.getByTestId("search-field");
    this.chips = page.getByTestId("filter-chip");
    this.clearFilters = page.getByTestId("clear-filters");
    this.next = page.getByTestId("next");
    this.previous = page.getByTestId("prev");
    this.perPage = page.getByTestId("per-page");
    this.pageNumber = page.getByTestId("page-number");
    this.signInForm = page.getByTestId("sign-in");
    this.noStart = page.getByTestId("no-start");
    this.unsupported = page.getByTestId("unsupported");
    this.account = page.getByTestId("account");
    page.on("request", (request) => {
      if (isAnyCall(new URL(request.url()))) this.calls.push(request);
    });
  }

  /** Rows are cards, and filters stand on a sheet. */
  get isPhone(): boolean {
    return (this.page.viewportSize()?.width ?? 1280) <= 640;
  }

  // Coming in

  /** A session that was there before, in this tab only; signing out ends it for good. */
  async haveSession(token = "demo-lixining"): Promise<void> {
    await this.page.addInitScript((session) => {
      if (!location.protocol.startsWith("http")) return;
      if (sessionStorage.getItem("test.had-session") === null) {
        sessionStorage.setItem("test.had-session", "yes");
        sessionStorage.setItem("kehu.session", session);
      }
    }, JSON.stringify({ token: own(token) }));
  }

  /** As after an earlier visit to the same address: what will be asked first is noted. */
  async haveNote(pairs = "page=1&per_page=50"): Promise<void> {
    await this.page.addInitScript((note) => {
      if (!location.protocol.startsWith("http")) return;
      localStorage.setItem("kehu.first_call", note);
      if (history.state === null) history.replaceState(`0 0|${note}`, "");
    }, `${LIST_PATH}?${pairs}`);
  }

  async open(fragment = ""): Promise<void> {
    await this.page.goto(`./${fragment}`);
  }

  /** Opens the list as somebody who is signed in, and waits for the rows. */
  async openSignedIn(fragment = "", token = "demo-lixining"): Promise<void> {
    await this.haveSession(token);
    await this.open(fragment);
    await this.expectRows();
  }

  /** The same where the list has nobody. */
  async openSignedInEmpty(fragment: string, token = "demo-lixining"): Promise<void> {
    await this.haveSession(token);
    await this.open(fragment);
    await expect(this.page.locator("#shell")).toHaveCount(0);
    await expect(this.empty).toBeVisible();
  }

  async signInWithToken(token: string): Promise<void> {
    await this.page.getByTestId("sign-in-token").fill(token);
    await this.page.getByTestId("sign-in-submit").click();
  }

  async fillAccount(login: string, password: string): Promise<void> {
    await this.page.getByTestId("sign-in-login").fill(own(login));
    await this.page.getByTestId("sign-in-password").fill(password);
  }

  async signInWithPassword(login: string, password: string): Promise<void> {
    await this.fillAccount(login, password);
    await this.page.getByTestId("sign-in-submit").click();
  }

  async openAccountMenu(): Promise<Locator> {
    await this.account.click();
    const menu = this.page.locator("#account-menu");
    await expect(menu).toBeVisible();
    return menu;
  }

  async signOut(): Promise<void> {
    const menu = await this.openAccountMenu();
    await menu.getByTestId("sign-out").click();
    await expect(this.signInForm).toBeVisible();
  }

  async stored(key: string): Promise<{ session: string | null; local: string | null }> {
    return this.page.evaluate(
      (name) => ({ session: sessionStorage.getItem(name), local: localStorage.getItem(name) }),
      key,
    );
  }

  // Rows

  /**
   * The rows of the newest answer are here, and the page itself has taken the shell's place: what stands
   * behind the shell takes neither focus nor keys.
   */
  async expectRows(): Promise<void> {
    await expect(this.page.locator("#shell")).toHaveCount(0);
    // An expectation about the element itself reads the whole page for its report at each try, folded parts too.
    await expect.poll(() => this.list.getAttribute("aria-busy")).toBe("false");
    await expect(this.rows.first()).toBeVisible();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.locator('[data-column="name"]', { hasText: name }) });
  }

  customer(id: number | string): Locator {
    return this.page.locator(`[data-testid="row"][data-customer-id="${id}"]`);
  }

  cell(row: Locator, column: string): Locator {
    return row.locator(`[data-column="${column}"]`);
  }

  async ids(): Promise<string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-customer-id") ?? ""));
  }

  /** Each row's name as it reads, without the words for screen readers. */
  async names(): Promise<string[]> {
    const names = this.rows.locator('[data-column="name"]');
    return names.evaluateAll((cells) =>
      cells.map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const words of copy.querySelectorAll(".unseen")) words.remove();
        return copy.textContent ?? "";
      }),
    );
  }

  // One customer

  /** The customer that is open beside the list, or over it. */
  get preview(): Locator {
    return this.page.getByTestId("preview");
  }

  /** The name of the open customer. */
  get followUps(): Locator {
    return this.preview.getByTestId("history-item");
  }

  get openName(): Locator {
    return this.preview.getByRole("heading", { level: 2 });
  }

  /** The days of a column as they were given, in the order of the rows; what is shown is seen from today. */
  async exactDays(column: string): Promise<string[]> {
    const cells = this.rows.locator(`[data-column="${column}"]`);
    return cells.evaluateAll((all) =>
      all.map((cell) => {
        const time = cell.querySelector("time") ?? cell;
        return time.getAttribute("title") ?? time.textContent ?? "";
      }),
    );
  }

  /** Opens the customer of a row, from 0. */
  async openCustomer(at: number): Promise<void> {
    const row = this.rows.nth(at);
    await (this.isPhone ? row.getByTestId("open-customer") : this.cell(row, "name")).click();
    await expect(this.preview).toBeVisible();
  }

  // Tools

  /** Opens the check of who has a customer, from the account's menu or from where it stands by itself. */
  async openOwnerCheck(from?: Locator): Promise<Locator> {
    await this.openTool("owner-check", from);
    const sheet = this.page.getByTestId("owner-check-sheet");
    await expect(sheet.getByTestId("owner-check-name")).toBeVisible();
    return sheet;
  }

  /** Opens the present list as words. */
  async openShare(): Promise<Locator> {
    await this.openTool("share");
    const sheet = this.page.getByTestId("share-sheet");
    await expect(sheet.getByTestId("share-text")).toBeVisible();
    return sheet;
  }

  /** Opens the pictures of the loaded rows. */
  async openOverview(): Promise<Locator> {
    await this.openTool("overview");
    const panel = this.page.getByTestId("overview-panel");
    await expect(panel).toBeVisible();
    return panel;
  }

  /** Opens the palette by its keys. */
  async openPalette(): Promise<Locator> {
    await this.page.keyboard.press("Control+k");
    const palette = this.page.getByTestId("palette-sheet");
    await expect(palette.getByTestId("palette-input")).toBeFocused();
    return palette;
  }

  private async openTool(name: string, from?: Locator): Promise<void> {
    const place = from ?? (await this.openAccountMenu());
    await place.getByTestId(name).click();
  }

  // Filters

  tab(name: TabName): Locator {
    return this.page.getByTestId(`tab-${name}`);
  }

  filter(name: ChoiceName | DateName | "product"): Locator {
    return this.page.getByTestId(`filter-${name}`);
  }

  /** On a phone the filters stand on a sheet; on a wide screen they are in sight. */
  async openFilters(): Promise<void> {
    if (this.isPhone) {
      await this.page.getByTestId("open-filters").click();
      await expect(this.page.getByTestId("close-filters")).toBeVisible();
    }
  }

  async closeFilters(): Promise<void> {
    if (this.isPhone) await this.page.getByTestId("close-filters").click();
  }

  /** The values of the filter that is open. */
  get choices(): Locator {
    return this.page.getByRole("listbox");
  }

  /** Filters for which the line has no room stand behind one button. */
  async reachFilter(name: ChoiceName | DateName | "product"): Promise<Locator> {
    const filter = this.filter(name);
    await expect(filter).toBeAttached();
    if (!(await filter.isVisible())) await this.page.getByTestId("more-filters").click();
    await expect(filter).toBeVisible();
    return filter;
  }

  /** Opens one filter's list of values. */
  async openChoice(name: ChoiceName): Promise<Locator> {
    await (await this.reachFilter(name)).click();
    await expect(this.choices).toBeVisible();
    return this.choices;
  }

  /** The field that finds among the values of the filter that is open. */
  get findOption(): Locator {
    return this.page.getByRole("combobox", { expanded: true });
  }

  /** What is said below the values of the filter that is open. */
  get choicesNote(): Locator {
    return this.page.locator(".choose:popover-open .choose__note");
  }

  /** Asks for more values than are loaded. */
  get moreOptions(): Locator {
    return this.page.getByTestId("more-options");
  }

  async choose(name: ChoiceName, option: string, find?: string): Promise<void> {
    await this.openFilters();
    const options = await this.openChoice(name);
    if (find !== undefined) await this.findOption.fill(find);
    await options.getByRole("option", { name: option }).click();
    await this.closeFilters();
  }

  /** Puts an open card of values or days aside, as a click beside it does. */
  async leaveCard(): Promise<void> {
    const card = this.page.locator("#filter-sheet :popover-open");
    if (this.isPhone) await this.page.getByRole("heading", { name: "筛选" }).click();
    // One that stands on another card leaves that one open.
    else for (let open = await card.count(); open > 0; open -= 1) await this.page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
  }

  /** The card with the days of one date. */
  async openDays(name: DateName): Promise<Locator> {
    await this.openFilters();
    await (await this.reachFilter(name)).click();
    await expect(this.daysCard).toBeVisible();
    return this.daysCard;
  }

  /** The card with the days of a date, while it is open. */
  get daysCard(): Locator {
    return this.page.locator(".days:visible");
  }

  async pickPreset(name: DateName, preset: string): Promise<void> {
    const card = await this.openDays(name);
    await card.getByRole("button", { name: preset, exact: true }).click();
    await this.closeFilters();
  }

  async pickRange(name: DateName, from: string, to: string): Promise<void> {
    const card = await this.openDays(name);
    await card.getByLabel("从", { exact: true }).fill(from);
    await card.getByLabel("到", { exact: true }).fill(to);
    await this.confirm(card, "到");
    await this.closeFilters();
  }

  /** 确定 of the form that this field belongs to. */
  private async confirm(card: Locator, field: string): Promise<void> {
    const form = card.locator("form").filter({ has: this.page.getByLabel(field, { exact: true }) });
    await form.getByRole("button", { name: "确定" }).click();
  }

  async pickOneDay(day: string): Promise<void> {
    const card = await this.openDays("real-revisit-at");
    await card.getByLabel("只看某一天").fill(day);
    await this.confirm(card, "只看某一天");
    await this.closeFilters();
  }

  async chooseProduct(id: string): Promise<void> {
    await this.openFilters();
    await (await this.reachFilter("product")).fill(id);
    await this.filter("product").press("Enter");
    if (!this.isPhone) await this.leaveCard();
    await this.closeFilters();
  }

  async search(words: string): Promise<void> {
    await this.query.fill(words);
    await this.query.press("Enter");
  }

  /** Chooses the field to search in: beside the words or, on a phone, on the sheet. */
  async searchIn(field: string): Promise<void> {
    await this.openFilters();
    await this.searchField.selectOption({ label: field });
    await this.closeFilters();
  }

  chip(text: string): Locator {
    return this.chips.filter({ hasText: text });
  }

  /**
   * What is on, as `状态: 报价`. On a wide screen the filters say it themselves, those in use first, and the
   * words of a search stand in their field alone.
   */
  async expectOn(...filters: string[]): Promise<void> {
    const texts = async () => {
      if (this.isPhone) return this.chips.allInnerTexts();
      const words = await this.query.inputValue();
      const field = await this.searchField.locator("option:checked").textContent();
      const buttons = await this.chips.locator(".filter").evaluateAll((all) =>
        all.map((it) => `${it.getAttribute("aria-label")}${it instanceof HTMLInputElement ? `: ${it.value}` : ""}`),
      );
      if (words === "") return buttons;
      return [field === "名称和电话" ? `搜索: ${words}` : `${field}含: ${words}`, ...buttons];
    };
    await expect.poll(async () => (await texts()).sort()).toEqual([...filters].sort());
  }

  /** Takes off the filter of a chip, by its cross. */
  async removeChip(chip: Locator): Promise<void> {
    await chip.getByRole("button", { name: "去掉筛选" }).click();
  }

  /** Takes off a filter by its cross: in its own place, on a phone in that of its chip. */
  async takeOff(name: ChoiceName | DateName | "product"): Promise<void> {
    if (!this.isPhone) await this.reachFilter(name);
    const text = await this.filter(name).getAttribute("aria-label");
    const chip = this.isPhone ? this.chip(text ?? "") : this.chips.filter({ has: this.filter(name) });
    await this.removeChip(chip);
    // The card of the filters for which the line has no room closes after a change.
    if (!this.isPhone) await expect(this.page.locator("#more-filters")).toBeHidden();
  }

  /** Clicks the words of a chip, which lead to where its filter is set. */
  async openChip(text: string): Promise<void> {
    const chip = this.chip(text);
    await (this.isPhone ? chip.getByTestId("filter-chip-open") : chip.locator(".filter")).click();
  }

  /** What is said of the parts of a link that were not understood. */
  get linkNotice(): Locator {
    return this.page.getByTestId("link-notice");
  }

  // Order

  sortHeader(column: string): Locator {
    return this.page.getByTestId(`sort-${column}`);
  }

  header(column: string): Locator {
    return this.page.locator(`thead [data-column="${column}"]`);
  }

  /** The phone's list of orders. */
  get sortMenu(): Locator {
    return this.page.getByLabel("排序");
  }

  // The table

  /** What scrolls: the table's frame, or the list of cards. */
  get scroller(): Locator {
    return this.isPhone ? this.page.locator(".cards") : this.page.getByRole("region", { name: "客户列表" });
  }

  async scrollTo(place: { left?: number; top?: number }): Promise<void> {
    await this.scroller.evaluate((element, to) => element.scrollTo(to), place);
  }

  /** Scrolls through all of the table and calls `look` at every stop. Cards are all drawn at once. */
  async scrollThrough(look: () => Promise<void>): Promise<void> {
    if (this.isPhone) return look();
    const steps = await this.scroller.evaluate((element) => {
      const stops = (whole: number, part: number) =>
        Array.from({ length: Math.max(1, Math.ceil(whole / part)) }, (_, at) => at * part);
      return {
        left: stops(element.scrollWidth, element.clientWidth),
        top: stops(element.scrollHeight, element.clientHeight),
      };
    });
    for (const top of steps.top) {
      for (const left of steps.left) {
        await this.scrollTo({ left, top });
        await this.drawn();
        await look();
      }
    }
  }

  /** What scrolling asked for stands on the screen: two frames have passed. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  // The pager

  /** On a phone all but the way to other pages stands on a card. */
  async openPager(): Promise<void> {
    if (this.isPhone) {
      await this.page.getByTestId("pager-more").click();
      await expect(this.perPage).toBeVisible();
    }
  }

  // Calls

  get listCalls(): Request[] {
    return this.calls.filter((call) => isListCall(new URL(call.url())));
  }

  callsTo(path: string): Request[] {
    return this.calls.filter((call) => new URL(call.url()).pathname === path);
  }

  forgetCalls(): void {
    this.calls.length = 0;
  }

  /** What the list was asked last. */
  lastQuestion(): Question | null {
    const call = this.listCalls.at(-1);
    if (call === undefined) return null;
    const params = [...new URL(call.url()).searchParams];
    const value = (name: string) => params.find(([key]) => key === name)?.[1] ?? null;
    const others = params.filter(([key]) => key !== "page" && key !== "per_page");
    return {
      page: value("page"),
      perPage: value("per_page"),
      pairs: others.map(([key, text]) => `${key}=${text}`),
    };
  }

  /** The endpoint was asked exactly this, and the rows on the screen answer it. */
  async expectQuestion(pairs: string[], page = 1): Promise<void> {
    await expect
      .poll(() => {
        const question = this.lastQuestion();
        return { page: question?.page, pairs: question?.pairs };
      })
      .toEqual({ page: String(page), pairs });
  }

  /** Nothing is on its way and the browser has nothing left to do. */
  async expectIdle(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
    // Chromium may rest without calling idle callbacks for seconds; a frame wakes it.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 5_000 }))),
    );
    await this.page.waitForLoadState("networkidle");
  }

  /** Answers the list's calls in the endpoint's place. */
  async answerList(answer: (route: Route) => Promise<void>, times?: number): Promise<void> {
    await this.page.route(isListCall, answer, times === undefined ? {} : { times });
  }

  async answerListWith(body: unknown, times?: number): Promise<void> {
    await this.answerList((route) => route.fulfill({ json: body }), times);
  }

  /** Holds back the next answer of the list, or the next few. */
  async holdAnswers(times = 1): Promise<Gate> {
    const gate = new Gate();
    await this.answerList(async (route) => {
      await gate.pass();
      // A question that was given up meanwhile has nobody left to answer.
      await route.continue().catch(() => undefined);
    }, times);
    return gate;
  }

  // The address

  get fragment(): string {
    const { hash } = new URL(this.page.url());
    return decodeURIComponent(hash);
  }

  async expectFragment(fragment: string): Promise<void> {
    await expect.poll(() => this.fragment).toBe(fragment);
  }

  // Views

  /** The button with the open view's name. */
  get views(): Locator {
    return this.page.getByTestId("views");
  }

  get viewsMenu(): Locator {
    return this.page.locator("#views-menu");
  }

  /** The views' menu, opened if it is not. */
  async openViews(): Promise<Locator> {
    // One that is closing is still to be seen.
    const isOpen = () => this.viewsMenu.evaluate((menu) => menu.matches(":popover-open"));
    if (!(await isOpen())) await this.views.click();
    await expect.poll(isOpen).toBe(true);
    await expect(this.viewsMenu).toHaveCSS("opacity", "1");
    return this.viewsMenu;
  }

  async closeViews(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await expect(this.viewsMenu).toBeHidden();
  }

  /** What the open menu of views lists: on a phone those for everybody come first. */
  async expectViews(...names: string[]): Promise<void> {
    const forAll = ["今天要跟进", "本周要跟进", "7 天没跟进", "本周新客户", "快流入公海"];
    const all = this.isPhone ? [...forAll, ...names] : names;
    await expect(this.viewsMenu.getByRole("link")).toHaveText(all);
  }

  /** A view's link in the open menu. */
  view(name: string): Locator {
    return this.viewsMenu.getByRole("link", { name });
  }

  async openView(name: string): Promise<void> {
    await this.openViews();
    await this.view(name).click();
    await expect(this.viewsMenu).toBeHidden();
  }

  /** Saves what is on the screen as a new view, or in the place of the one of that name. */
  async saveViewAs(name: string): Promise<void> {
    const menu = await this.openViews();
    await menu.getByTestId("view-save-as").click();
    await menu.getByTestId("view-name").fill(name);
    await menu.getByTestId("view-name").press("Enter");
    await expect(this.view(name)).toHaveAttribute("aria-current", "true");
    await this.closeViews();
  }

  /** One of the further actions of a view: 设为默认, 重命名, 删除. */
  async doWithView(name: string, action: string): Promise<void> {
    const menu = await this.openViews();
    await menu.getByRole("button", { name: `「${name}」更多操作` }).click();
    await menu.getByRole("button", { name: action, exact: true }).click();
  }

  async expectViewChanged(isChanged = true): Promise<void> {
    const label = /有未保存的修改/;
    if (isChanged) await expect(this.views).toHaveAccessibleName(label);
    else await expect(this.views).not.toHaveAccessibleName(label);
  }

  /** The file that 导出全部 gives, as text. */
  async exportViews(): Promise<string> {
    const menu = await this.openViews();
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      menu.getByTestId("views-export").click(),
    ]);
    expect(download.suggestedFilename()).toBe("kehu-views.json");
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    await this.closeViews();
    return Buffer.concat(parts).toString("utf8");
  }

  /** Picks a file to import. */
  async pickViews(text: string | Buffer): Promise<void> {
    const menu = await this.openViews();
    await menu.getByTestId("views-file").setInputFiles({
      name: "views.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  }

  /** What the file that was picked would change. */
  get viewsPreview(): Locator {
    return this.page.getByTestId("views-preview");
  }

  /** The team's views, in the place of the file beside the page. */
  async giveTeamViews(body: string): Promise<void> {
    await this.page.route(
      (url) => url.pathname === "/views.json",
      (route) => route.fulfill({ body, contentType: "application/json" }),
    );
  }
}
