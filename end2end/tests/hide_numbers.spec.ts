import { answerWith, secretNumbers, type Answer } from "../support/answers.ts";
import { editions, expect, test } from "../support/test.ts";

// The last one is a custom number of the wild edition, in that edition's name for it.
const COLUMNS = "name,contacts,address.tel,address.phone,text_asset_d70b14,customer.text_asset_48c9da";

for (const edition of editions) {
  test.describe(`the ${edition} edition`, () => {
    test.use({ edition });

    test("no number that is masked by the endpoint reaches the page in any way", async ({ customers, page }) => {
      const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
      await customers.openSignedIn(`#?columns=${COLUMNS}&per_page=100`, "demo-admin");
      const secrets = secretNumbers((await (await answered).json()) as Answer);
      expect(secrets.length).toBeGreaterThan(10);

      await customers.scrollThrough(async () => {
        const leaked = await page.evaluate((numbers) => {
          const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
          const all = document.documentElement.outerHTML + kept;
          return numbers.filter((number) => all.includes(number));
        }, secrets);
        expect(leaked).toEqual([]);
      });
    });
  });
}

test("a masked number cannot be called, one that may not be seen says so", async ({ customers }) => {
  const answer = answerWith(1, (customer) => {
    const entry = customer.phones_data[0];
    if (entry === undefined) throw new Error("the example has numbers");
    const phone = (over: Partial<typeof entry>) => ({ ...entry, call_field_name: "address.tel", ...over });
    customer.phones_data = [
      phone({ label: "甲", phone: "13900001111", phone_hidden_result: "139****1111" }),
      phone({ label: "乙", phone: "13900002222", phone_hidden_result: "", is_invisible: true }),
      phone({ label: "丙", phone: "13900003333", phone_hidden_result: "13900003333", is_enable: false }),
      phone({ label: "丁", phone: "13900004444", phone_hidden_result: "13900004444" }),
    ];
    customer.address.tel = "13900001111";
    customer.address.tel_hidden_result = "139****1111";
    customer.address.phone = "";
    customer.address.phone_hidden_result = "";
    customer.note = "13900005555";
    customer.note_hidden_result = "139****5555";
  });
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open("#?columns=name,address.tel,address.phone,note");

  const row = customers.rows.first();
  const cell = customers.cell(row, "address.tel");
  await cell.getByRole("button", { name: /还有 \d 个号码/ }).click();
  const card = cell.locator(".fold__card");
  await expect(card).toBeVisible();
  await expect(card).toContainText("139****1111");
  await expect(card).toContainText("无权限查看");
  await expect(card).toContainText("13900003333");
  await expect(card.getByRole("link")).toHaveCount(1);
  await expect(card.getByRole("link", { name: "号码 13900004444" })).toHaveAttribute("href", "tel:13900004444");
  const html = await customers.page.content();
  for (const secret of ["13900001111", "13900002222", "13900005555"]) expect(html).not.toContain(secret);
});
