// What a whole company can make of the queue of nginx, counted at the CRM.
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type Answer, call, expectRefusal, most, type Priority } from "./queue.ts";
import { callsWith } from "./sites.ts";

const TEN_SECONDS = 10_000;
const MINUTE = 60_000;

test("nginx: 64 clients for a minute are never more than ten calls in ten seconds, and nobody starves", async () => {
  test.setTimeout(3 * MINUTE);
  const word = crypto.randomUUID();
  const end = Date.now() + MINUTE;
  const answers: { person: string; priority: Priority; answer: Answer }[] = [];
  /** Asks again and again, and does what a refusal says. */
  const run = async (person: string, priority: Priority, turn: number, think: number) => {
    while (Date.now() < end) {
      const answer = await call("kehu-busy.example", person, priority, word, turn);
      answers.push({ person, priority, answer });
      const wait = answer.status === 200 ? think : Number(answer.headers["retry-after"]) * 1000 + (turn % 8) * 250;
      await pause(Math.max(0, Math.min(wait, end - Date.now())));
    }
  };
  const clients = Array.from({ length: 64 }, (_, turn) => {
    // Two people flood the queue, four export, for four the page guesses, and four click now and then.
    if (turn < 26) return run("flood-1", "asked", turn, 0);
    if (turn < 52) return run("flood-2", "asked", turn, 0);
    if (turn < 56) return run(`export-${turn}`, "background", turn, 0);
    if (turn < 60) return run(`guess-${turn}`, "likely", turn, 0);
    return run(`person-${turn}`, "asked", turn, TEN_SECONDS);
  });
  await Promise.all(clients);

  const times = (await callsWith(word)).map(({ at }) => at);
  const served = answers.filter(({ answer }) => answer.status === 200);
  const refused = answers.filter(({ answer }) => answer.status !== 200);
  const inTheMinute = times.filter((at) => at < end).length;
  const waits = served.map(({ answer }) => answer.queued).sort((a, b) => a - b);
  console.log(
    `${times.length} calls reached the CRM, ${inTheMinute} of them in the minute, at most ${most(times)} in ten seconds; ` +
      `${refused.length} refused; half waited ${waits[Math.floor(waits.length / 2)]} s, the longest ${waits.at(-1)} s`,
  );
  expect(times.length, "what reached the CRM is what was answered").toBe(served.length);
  expect(most(times), "in any ten seconds").toBeLessThanOrEqual(10);
  const ofTheClock = new Map<number, number>();
  for (const window of times.map((at) => Math.floor(at / TEN_SECONDS))) {
    ofTheClock.set(window, (ofTheClock.get(window) ?? 0) + 1);
  }
  expect(Math.max(...ofTheClock.values()), "in ten seconds of the clock").toBeLessThanOrEqual(10);
  expect(inTheMinute, "the queue is not idle").toBeGreaterThan(45);

  for (const { answer } of refused) expectRefusal(answer);
  for (const { answer, priority } of served) {
    const longest = { asked: 20, background: 2.4, likely: 0 }[priority];
    expect(answer.queued, priority).toBeLessThanOrEqual(longest + 0.3);
    expect(Math.abs(answer.took - answer.queued), "what is said is how long it took").toBeLessThan(2);
  }
  for (const turn of [60, 61, 62, 63]) {
    const calls = served.filter(({ person }) => person === `person-${turn}`).length;
    expect(calls, `calls of person ${turn}`).toBeGreaterThanOrEqual(2);
  }
});
