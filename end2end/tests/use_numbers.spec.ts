import { answerWith, secretNumbers, type Answer } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const call = "a[href^='tel:']";

test("at a desk a click on a number copies what is shown and says so", { tag: "@desktop" }, async ({ customers, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await customers.openSignedIn();
  const number = customers.rows.locator(call).first();
  const shown = (await number.innerText()).trim();
  await number.click();
  await expect(page.getByTestId("said")).toHaveText(`已复制 ${shown}`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  // It is gone by itself, and nothing else has moved.
  await expect(page.getByTestId("said")).toBeEmpty();
  await customers.expectFragment("");
});

test("several numbers in one field are several, and one with a gap is none", async ({ customers }) => {
  const numbers = ["13800138000 13900139000", "138----8000", "138    8000", "0571-88888888转801", "1234567890123456"];
  const answer = answerWith(numbers.length, (customer, at) => {
    customer.address = {};
    customer.phones_data = [
      {
        label: "手机",
        call_field_name: "address.phone",
        phone: "13812345678",
        phone_hidden_result: numbers[at] ?? "",
        is_invisible: false,
        is_enable: true,
      },
    ];
  });
  await customers.answerListWith(answer);
  await customers.openSignedIn("#?columns=name,address.phone");
  const called = await customers.rows.evaluateAll((rows) =>
    rows.map((row) => [...new Set([...row.querySelectorAll("a[href^='tel:']")].map((link) => link.getAttribute("href")))]),
  );
  expect(called).toEqual([["tel:13800138000", "tel:13900139000"], [], [], ["tel:057188888888,801"], []]);
});

test("on a phone a click on a number calls, unless the user wants to copy", async ({ customers, page }) => {
  await customers.openSignedIn();
  // What the browser does with `tel:` is its own; here only whether it gets to do it.
  const isLeftToTheBrowser = async () => {
    const number = customers.rows.locator(call).first();
    return number.evaluate((link) => {
      let isLeft = false;
      const look = (event: Event) => {
        isLeft = !event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener("click", look, { once: true });
      (link as HTMLElement).click();
      return isLeft;
    });
  };
  expect(await isLeftToTheBrowser()).toBe(customers.isPhone);
  const menu = await customers.openAccountMenu();
  await menu.getByTestId(customers.isPhone ? "phones-copy" : "phones-call").click();
  await page.keyboard.press("Escape");
  expect(await isLeftToTheBrowser()).toBe(!customers.isPhone);
  await page.reload();
  await customers.expectRows();
  expect(await isLeftToTheBrowser()).toBe(!customers.isPhone);
});

test("a key blurs the customers, and ten minutes without a touch do too", { tag: "@desktop" }, async ({ customers, page }) => {
  await page.clock.install();
  await customers.openSignedIn();
  const veil = page.getByTestId("veil");
  await page.locator("body").press("b");
  await expect(veil).toContainText("不保密");
  await expect(page.locator("main")).toHaveCSS("filter", /blur/);
  await page.locator("body").press("b");
  await expect(veil).toBeHidden();
  await page.clock.runFor(590_000);
  await expect(veil).toBeHidden();
  await page.clock.runFor(30_000);
  await expect(veil).toBeVisible();
  await veil.click();
  await expect(veil).toBeHidden();
});

test("of a thousand customers no masked number is anywhere: page, storage, clipboard, file, console", { tag: "@desktop" }, async ({
  customers,
  context,
  page,
}) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
  await customers.openSignedIn("#?columns=all&per_page=1000", "demo-admin");
  const secrets = secretNumbers((await (await answered).json()) as Answer);
  expect(secrets.length).toBeGreaterThan(300);
  const leakedIn = (text: string) => secrets.filter((number) => text.includes(number));
  const look = async () => {
    const leaked = await page.evaluate((numbers) => {
      const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.title, history.state]);
      const all = document.documentElement.outerHTML + kept;
      return numbers.filter((number) => all.includes(number));
    }, secrets);
    expect(leaked).toEqual([]);
  };
  const scroller = page.getByRole("region", { name: "客户列表" });
  const height = await scroller.evaluate((element) => element.scrollHeight);
  for (let top = 0; top < height; top += 6000) {
    for (const left of [0, 2000, 4000]) {
      await scroller.evaluate((element, place) => element.scrollTo(place), { top, left });
      await customers.drawn();
    }
    await look();
  }
  // The preview of one, and everybody copied.
  await scroller.evaluate((element) => element.scrollTo({ top: 0, left: 0 }));
  await page.getByRole("gridcell").or(page.getByRole("rowheader")).first().click();
  await page.keyboard.press("Enter");
  await look();
  await page.keyboard.press("Escape");
  await page.getByRole("rowheader").first().focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").length).toBeGreaterThan(900);
  expect(leakedIn(copied)).toEqual([]);
  // On paper.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-list tbody tr")).toHaveCount(1000);
  await look();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(leakedIn(said.join("\n"))).toEqual([]);
});
