// Tests that pass only when tried again are named by the list reporter. One may come from a machine
// that others use too; more of them are a fault of the page or of its tests.
import type { FullConfig, FullResult, Reporter, Suite } from "@playwright/test/reporter";

/** How many of them a run may have. */
const LIMIT = 1;

export default class FlakyLimit implements Reporter {
  private tests: Suite | undefined;

  onBegin(_config: FullConfig, tests: Suite): void {
    this.tests = tests;
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult["status"] } | undefined> {
    const flaky = this.tests?.allTests().filter((test) => test.outcome() === "flaky") ?? [];
    if (result.status !== "passed" || flaky.length <= LIMIT) return undefined;
    console.error(`${flaky.length} tests passed only when tried again; a run may have ${LIMIT}.`);
    return { status: "failed" };
  }
}
