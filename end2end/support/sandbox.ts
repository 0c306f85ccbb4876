// What the sandbox is told to do wrong, for one token; and people whom only one test knows.
import { expect, test, type APIRequestContext } from "@playwright/test";

export interface Rule {
  path?: string;
  times?: number;
  delay_ms?: number;
  /** Carries the call out first: only its answer is late, lost or another one. */
  is_done?: boolean;
  answer?: "normal" | "html" | "empty" | "broken" | "cut" | "status" | "signed_out" | "rate_limit";
  status?: number;
  retry_after?: number;
  code?: number;
  message?: string;
}

/**
 * A login or demo token of this test alone. Tests run side by side, a second sign-in ends the first, and
 * faults are told for a token.
 */
export function own(name: string): string {
  return name.includes("+") ? name : `${name}+${test.info().testId}`;
}

export async function setFaults(request: APIRequestContext, token: string, rules: Rule[]): Promise<void> {
  const answer = await request.put(`./__sandbox/faults/${own(token)}`, { data: rules });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export async function clearFaults(request: APIRequestContext, token: string): Promise<void> {
  await request.delete(`./__sandbox/faults/${own(token)}`);
}
