// Answers of the endpoint with something changed in each: whatever comes, the page shows rows or says
// in words why it cannot, and goes on with the next answer.
import { expect, test } from "../support/test.ts";

const ANSWERS = 120;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The same numbers at every run. */
class Dice {
  private state = 20_261_123;

  below(end: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const nested = (depth: number): Json => (depth === 0 ? [] : [nested(depth - 1)]);

/** What may stand where something else is expected. */
const ODD: readonly Json[] = [
  null, true, false, 0, -1, 1e300, -0.5, 2 ** 53, "", " ", "null", "\u0000", "\ud800", "<b>x</b>", "javascript:alert(1)",
  "9".repeat(400), "字".repeat(3_000), [], {}, [null], [[]], { length: -1 }, { name: { name: {} } }, nested(60),
];

/** Changes one place of a value, or takes it away; seldom near the root, where nothing would be left. */
function change(dice: Dice, value: Json, depth = 0): Json {
  const isHere = dice.below(depth < 3 ? 60 : 6) === 0;
  if (value === null || typeof value !== "object" || isHere) return dice.oneOf(ODD);
  if (Array.isArray(value)) {
    if (value.length === 0) return [dice.oneOf(ODD)];
    const at = dice.below(Math.min(value.length, 6));
    const kind = dice.below(depth < 3 ? 30 : 6);
    if (kind === 0) return value.filter((_, place) => place !== at);
    if (kind === 1) return [...value.slice(0, at), value[at] as Json, ...value.slice(at)];
    return value.with(at, change(dice, value[at] as Json, depth + 1));
  }
  const names = Object.keys(value);
  if (names.length === 0) return { surprise: dice.oneOf(ODD) };
  // The customers are the most of it.
  const most = names.find((name) => ["data", "customers"].includes(name));
  const name = most !== undefined && dice.below(10) > 0 ? most : dice.oneOf(names);
  const kind = dice.below(depth < 3 ? 40 : 8);
  const { [name]: old, ...others } = value;
  if (kind === 0) return others;
  if (kind === 1) return { ...others, [`${name} `]: old as Json };
  if (kind === 2) return { ...others, [name]: dice.oneOf(Object.values(value)) };
  return { ...others, [name]: change(dice, old as Json, depth + 1) };
}

/** One time in ten it is not the values that are changed but the text. */
function changeText(dice: Dice, text: string): string {
  const at = dice.below(text.length);
  return dice.oneOf([
    text.slice(0, at),
    text.slice(0, at) + dice.oneOf(['"', "{", "]", ",", "\\", "\u0000"]) + text.slice(at),
    text + text.slice(at),
    `\ufeff${text}`,
    `<!doctype html><title>${at}</title>`,
  ]);
}

test(`${ANSWERS} odd answers end nothing`, { tag: "@desktop" }, async ({ customers, page, complaints }) => {
  test.setTimeout(180_000);
  complaints.expectFailedCalls();
  const dice = new Dice();
  let original = "";
  let body = "";
  await customers.answerList(async (route) => {
    if (original === "") original = await (await route.fetch()).text();
    await route.fulfill({ status: dice.below(20) === 0 ? 500 : 200, contentType: "application/json", body: body || original });
  });
  await customers.openSignedIn("#?columns=all&per_page=15");
  await expect(page.getByTestId("refresh")).toBeVisible();
  const error = customers.error;
  const seen = { rows: 0, error: 0, empty: 0 };
  for (let at = 0; at < ANSWERS; at += 1) {
    let changed = JSON.parse(original) as Json;
    for (let times = 1 + dice.below(4); times > 0; times -= 1) changed = change(dice, changed);
    body = dice.below(10) === 0 ? changeText(dice, original) : JSON.stringify(changed);
    const answered = page.waitForResponse((response) => response.url().includes("/api/v2/customers?"));
    await page.evaluate(() => {
      const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      (one("error-retry") ?? one("refresh"))?.click();
    });
    await answered;
    await expect(page.getByTestId("refresh"), body).toHaveAttribute("aria-busy", "false");
    await expect(page.locator(".list .skeleton, .list--foreign"), body).toHaveCount(0);
    await expect(page.getByRole("alertdialog"), body).toHaveCount(0);
    if (await error.isVisible()) seen.error += 1;
    else if (await customers.empty.isVisible()) seen.empty += 1;
    else {
      await expect(customers.rows.first(), body).toBeVisible();
      seen.rows += 1;
    }
  }
  // Both were tried, and neither is all.
  expect(seen.rows).toBeGreaterThan(ANSWERS / 4);
  expect(seen.error).toBeGreaterThan(ANSWERS / 20);
  body = "";
  await page.evaluate(() => {
    const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    (one("error-retry") ?? one("refresh"))?.click();
  });
  await customers.expectRows();
  await expect(error).toBeHidden();
});
