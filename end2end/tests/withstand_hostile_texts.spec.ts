import { answerWith, naughtyStrings } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const texts = naughtyStrings();
const columns = "name,labels_mapped,note,company_name,status_mapped,address.url,address.email";

test("515 hostile texts as names, labels, notes and addresses are shown as plain text", async ({ customers, page }) => {
  test.slow();
  const answer = answerWith(texts.length, (customer, at) => {
    const text = texts[at] ?? "";
    customer.name = text;
    customer.note = text;
    customer.company_name = text;
    customer.status_mapped = text;
    customer.labels = [{ id: at, group_id: 1, content: text, color: text }];
    customer.address = { ...customer.address, url: text, email: text, tel_hidden_result: text, tel: text };
    customer.user_name = text;
  });
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) foreign.push(request.url());
  });
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open(`#?columns=${columns}&per_page=600`);
  await customers.expectRows();

  // As a browser shows text: white space together, and signs that it cannot show left out.
  const plain = (text: string) => text.replace(/\s+/gu, " ").trim();
  const found = new Map<string, { name: string; note: string | null }>();
  await customers.scrollThrough(async () => {
    const rows = await customers.rows.evaluateAll((list) =>
      list.map((row) => {
        const read = (column: string) => {
          const cell = row.querySelector(`[data-column="${column}"]`)?.cloneNode(true) as HTMLElement | undefined;
          cell?.querySelectorAll(".unseen").forEach((words) => words.remove());
          return cell === undefined ? null : (cell.textContent ?? "");
        };
        return { id: row.getAttribute("data-customer-id") ?? "", name: read("name") ?? "", note: read("note") };
      }),
    );
    for (const { id, name, note } of rows) found.set(id, { name, note: note ?? found.get(id)?.note ?? null });
  });

  expect(found.size).toBe(texts.length);
  texts.forEach((text, at) => {
    const shown = found.get(String(7_000_000 + at));
    const expected = plain(text);
    if (expected === "") return;
    expect(plain(shown?.name ?? ""), `name ${at}`).toBe(expected);
    if (shown?.note !== null && !/^https?:/i.test(expected)) expect(plain(shown?.note ?? ""), `note ${at}`).toBe(expected);
  });
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
  expect(foreign).toEqual([]);
});

test("hostile texts as words to search for are asked as they are", { tag: "@desktop" }, async ({ customers, page }) => {
  test.slow();
  await customers.haveSession();
  await customers.answerListWith(answerWith(1, () => undefined));
  await customers.open();
  await customers.expectRows();
  const asked = texts.filter((text) => text.trim() !== "" && text.length <= 200 && !/[\r\n]/.test(text));
  for (const text of asked.filter((_, at) => at % 5 === 0)) {
    await customers.search(text);
    const words = await customers.query.inputValue();
    await expect.poll(() => customers.lastQuestion()?.pairs ?? [], text).toEqual(words.trim() === "" ? [] : [`query=${words.trim()}`]);
    await expect(customers.rows).toHaveCount(1);
  }
  await page.reload();
  await customers.expectRows();
});
