import { answerWith } from "../support/answers.ts";
import { contrasts } from "../support/contrast.ts";
import { expect, test } from "../support/test.ts";

const colors = ["#ffcc00", "#2da8aa", "#000", "#fff", "#f5222d", "#0000ff", "#808080", "", "red", "#12", null];
const labels = colors.map((color, at) => ({ id: at, group_id: 1, content: `标签${at}号`, color }));

test("+9 opens a card with all labels of the customer, and Escape closes it", { tag: "@engines" }, async ({ customers, page }) => {
  await customers.haveSession();
  await customers.answerListWith(answerWith(2, (customer, at) => {
    customer.labels = at === 0 ? labels : [];
  }));
  await customers.open("#?columns=name,labels_mapped");
  const cell = customers.cell(customers.rows.first(), "labels_mapped");
  const more = cell.getByRole("button", { name: "还有 9 个标签" });
  await expect(more).toHaveText("+9");

  await more.click();
  const card = cell.locator(".fold__card");
  await expect(card).toBeVisible();
  await expect(card.locator(".chip")).toHaveText(labels.map(({ content }) => content));

  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(more).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the text of a label of any colour can be read in ${colorScheme}`, async ({ customers, page }) => {
    await page.emulateMedia({ colorScheme });
    await customers.haveSession();
    await customers.answerListWith(
      answerWith(labels.length, (customer, at) => {
        customer.labels = labels.slice(at, at + 1);
      }),
    );
    await customers.open("#?columns=name,labels_mapped");
    await customers.expectRows();
    const found = await contrasts(page.locator(".chip"));
    expect(found).toHaveLength(labels.length);
    for (const { text, ratio } of found) expect(ratio, text).toBeGreaterThanOrEqual(4.5);
  });
}
