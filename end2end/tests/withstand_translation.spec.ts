// A browser that translates pages takes texts out of the document and puts elements of its own there.
import type { Page } from "@playwright/test";
import type { Answer } from "../support/answers.ts";
import type { CustomerListPage } from "../pages/customer_list_page.ts";
import { expect, test } from "../support/test.ts";

/** Does as such a browser does: every text is replaced, and ours is no longer in the document. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === "" || text.parentElement?.closest("script, style, option, font") !== null) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** The names that the endpoint gave, by id. */
function learnNames(page: Page): Map<string, string> {
  const names = new Map<string, string>();
  page.on("response", async (response) => {
    if (new URL(response.url()).pathname !== "/api/v2/customers") return;
    const { data } = (await response.json().catch(() => ({}))) as Partial<Answer>;
    for (const { id, name } of data?.customers ?? []) names.set(String(id), name);
  });
  return names;
}

async function expectTrueNames(customers: CustomerListPage, names: Map<string, string>): Promise<void> {
  await customers.expectRows();
  await expect.poll(async () => {
    const [ids, shown] = [await customers.ids(), await customers.names()];
    return ids.flatMap((id, at) => (names.get(id) === shown[at] ? [] : [`${id}: ${shown[at] ?? ""} is ${names.get(id) ?? ""}`]));
  }).toEqual([]);
}

test("browsers are asked not to translate", { tag: "@desktop" }, async ({ customers, page }) => {
  await customers.openSignedIn();
  await expect(page.locator("html")).toHaveAttribute("translate", "no");
  await expect(page.locator("html")).toHaveClass(/notranslate/);
  await expect(page.locator("meta[name=google]")).toHaveAttribute("content", "notranslate");
});

test("a page that is translated all the same shows each customer under its own name", async ({ customers, page }) => {
  const names = learnNames(page);
  await customers.openSignedIn("#?per_page=15", "demo-admin");
  const [first = ""] = await customers.ids();
  await translate(page);
  await customers.next.click();
  await expect(customers.pageNumber).toHaveText("2");
  await expect(customers.customer(first)).toHaveCount(0);
  await expectTrueNames(customers, names);
  await expect(page.locator(".pager__summary")).toContainText("第 16–30 个");

  await customers.openCustomer(0);
  const ids = await customers.ids();
  await expect(customers.openName).toHaveText(names.get(ids[0] ?? "") ?? "");
  await translate(page);
  await page.getByTestId("preview-next").click();
  await expect(customers.openName).toHaveText(names.get(ids[1] ?? "") ?? "");
  await expect(customers.preview.locator(".preview__place")).toHaveText("2 / 15");
  await expect(customers.preview.getByText(names.get(ids[0] ?? "") ?? "", { exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await translate(page);
  await customers.search("公司");
  await customers.expectQuestion(["query=公司"]);
  await expectTrueNames(customers, names);
});
