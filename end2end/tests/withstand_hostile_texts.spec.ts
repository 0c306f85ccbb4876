import type { Page } from "@playwright/test";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { answerWith, naughtyStrings, type Answer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const texts = naughtyStrings();
const columns = "name,labels_mapped,note,company_name,status_mapped,address.url,address.email";

const PAGE_SIZE = 200;

/** White space together, as a browser shows it; the last two signs are white space to some and not to others. */
const plain = (text: string): string => text.replace(/[\s\u0085\u180e]+/gu, " ").trim();

/** The page of customers that carry these texts wherever an answer has room for one. */
function answerOfPage(page: number): Answer {
  const part = texts.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const answer = answerWith(part.length, (customer, at) => {
    const text = part[at] ?? "";
    customer.name = text;
    customer.note = text;
    customer.company_name = text;
    customer.status_mapped = text;
    customer.user_name = text;
    customer.labels = [{ id: at, group_id: 1, content: text, color: text }];
    customer.address = { ...customer.address, url: text, email: text, tel: text, tel_hidden_result: text };
  });
  answer.data.page = page;
  answer.data.has_next_page = page * PAGE_SIZE < texts.length;
  return answer;
}

test("515 hostile texts as names, labels, notes and addresses are shown as plain text", async ({ customers, page, baseURL }) => {
  test.slow();
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "")) foreign.push(request.url());
  });
  await customers.haveSession();
  await customers.answerList(async (route) => {
    const number = Number(new URL(route.request().url()).searchParams.get("page"));
    await route.fulfill({ json: answerOfPage(number) });
  });
  await customers.open(`#?columns=${columns}&per_page=${PAGE_SIZE}`);

  for (let number = 1; (number - 1) * PAGE_SIZE < texts.length; number += 1) {
    await expect(customers.pageNumber).toHaveText(String(number));
    await customers.expectRows();
    await expectPlainTexts(customers, texts.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE));
    await expectNothingSmuggled(page);
    if (number * PAGE_SIZE < texts.length) await customers.next.click();
  }
  expect(foreign).toEqual([]);
});

async function expectPlainTexts(customers: CustomerListPage, expected: string[]): Promise<void> {
  const found = new Map<string, { name: string; note: string | null }>();
  await customers.scrollThrough(async () => {
    const rows = await customers.rows.evaluateAll((list) =>
      list.map((row) => {
        const read = (column: string) => {
          const cell = row.querySelector(`[data-column="${column}"]`)?.cloneNode(true) as HTMLElement | undefined;
          for (const words of cell?.querySelectorAll(".unseen") ?? []) words.remove();
          return cell === undefined ? null : (cell.textContent ?? "");
        };
        return { id: row.getAttribute("data-customer-id") ?? "", name: read("name") ?? "", note: read("note") };
      }),
    );
    for (const { id, name, note } of rows) found.set(id, { name, note: note ?? found.get(id)?.note ?? null });
  });
  expect(found.size).toBe(expected.length);
  expected.forEach((text, at) => {
    const shown = found.get(String(7_000_000 + at));
    if (plain(text) === "") return;
    expect(plain(shown?.name ?? ""), `name ${at}`).toBe(plain(text));
    // A note that is an address is a link without its scheme.
    if (typeof shown?.note === "string" && !/^https?:/i.test(text)) expect(plain(shown.note), `note ${at}`).toBe(plain(text));
  });
}

async function expectNothingSmuggled(page: Page): Promise<void> {
  const elements = await page.evaluate(() => ({
    // Whatever an answer could have smuggled in.
    smuggled: document.querySelectorAll("main :is(script, img, iframe, object, embed, video, audio, style, link, base, form, marquee, math)").length,
    handlers: [...document.querySelectorAll("*")].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on")),
    ).length,
    links: [...document.querySelectorAll("a[href]")]
      .map((link) => (link as HTMLAnchorElement).protocol)
      .filter((protocol) => !["http:", "https:", "mailto:", "tel:"].includes(protocol)),
  }));
  expect(elements).toEqual({ smuggled: 0, handlers: 0, links: [] });
}

test("hostile texts as words to search for are asked as they are", { tag: "@desktop" }, async ({ customers, page }) => {
  test.slow();
  await customers.haveSession();
  await customers.answerListWith(answerWith(1, () => undefined));
  await customers.open();
  await customers.expectRows();
  const asked = texts.filter((text) => text.trim() !== "" && text.length <= 200 && !/[\r\n]/.test(text));
  for (const text of asked.filter((_, at) => at % 8 === 0)) {
    await customers.search(text);
    const words = await customers.query.inputValue();
    await expect.poll(() => customers.lastQuestion()?.pairs ?? [], text).toEqual(words.trim() === "" ? [] : [`query=${words.trim()}`]);
    await expect(customers.rows).toHaveCount(1);
  }
  await page.reload();
  await customers.expectRows();
});

test("a word that is longer than its place is broken, and nothing runs out sideways", async ({ customers, page }) => {
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const answer = answerWith(20, (customer) => {
    customer.name = word;
    customer.status_mapped = word;
    customer.user_name = word;
  });
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open("#?group=status_mapped");
  await customers.expectRows();
  /** Wider than its place, and not cut off on purpose. */
  const runsOut = (all: Element[]) =>
    all.filter((it) => it.scrollWidth > it.clientWidth && getComputedStyle(it).overflowX !== "hidden").map((it) => it.className);
  if (customers.isPhone) {
    expect(await page.locator(".cards, .card, .card__line, .group__line, .group__fold").evaluateAll(runsOut)).toEqual([]);
  }
  const overview = await customers.openOverview();
  expect(await overview.locator(".overview__body").evaluateAll(runsOut)).toEqual([]);
  await overview.getByTestId("overview-close").click();
  await customers.openCustomer(1);
  expect(await customers.preview.locator(".preview__body").evaluateAll(runsOut)).toEqual([]);
});
