// Who comes first in the queue of nginx. Nobody else asks this CRM.
import { expect, test } from "@playwright/test";
import { call, expectRefusal, most } from "./queue.ts";
import { callsWith } from "./sites.ts";

test("nginx: whoever asks comes before work in the background, and one person does not fill the queue", async () => {
  test.setTimeout(60_000);
  const word = crypto.randomUUID();
  const host = "kehu-calm.example";
  const first = await Promise.all([call(host, "a", "asked", word), call(host, "b", "likely", word, 1)]);
  expect(first.map(({ status }) => status), "two calls pass at once").toEqual([200, 200]);
  expect(first.map(({ queued }) => queued)).toEqual([0, 0]);
  expectRefusal(await call(host, "b", "likely", word));
  const waiting = [1, 2, 3, 4].map((turn) => call(host, `c${turn}`, "asked", word, turn));
  const clicked = call(host, "d", "asked", word);
  // The first of them comes back after about a second; then four wait, which is too many for the export.
  expect((await Promise.race(waiting)).queued).toBeGreaterThan(0);
  expectRefusal(await call(host, "b", "background", word));
  const { status, queued, took } = await clicked;
  expect(status).toBe(200);
  expect(queued).toBeGreaterThan(3);
  expect(Math.abs(took - queued), "what is said is how long it took").toBeLessThan(0.5);
  expect((await Promise.all(waiting)).map((answer) => answer.status)).toEqual([200, 200, 200, 200]);

  const flood = Array.from({ length: 20 }, (_, turn) => call(host, "flood", "asked", word, turn));
  await Promise.race(flood);
  const other = call(host, "e", "asked", word);
  const answers = await Promise.all(flood);
  const refused = answers.filter((answer) => answer.status !== 200);
  for (const answer of refused) expectRefusal(answer);
  expect(answers.length - refused.length, "one, and six that wait").toBe(7);
  expect((await other).status).toBe(200);
  expect(most((await callsWith(word)).map(({ at }) => at))).toBeLessThanOrEqual(10);
});
