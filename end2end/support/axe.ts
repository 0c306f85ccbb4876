// What axe finds, in words for a test that fails.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

interface Scope {
  /** A selector; without one the whole page is looked at. */
  within?: string;
  /** Tags of rules; without them those that axe runs by itself. */
  rules?: string[];
}

/** One line for each rule that is violated, with the first elements that do it. */
export async function violations(page: Page, { within, rules }: Scope = {}): Promise<string[]> {
  // The page has no frames: one run in it is the whole result. The other mode opens a second page for each run.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  if (rules !== undefined) axe.withTags(rules);
  if (within !== undefined) axe.include(within);
  const found = (await axe.analyze()).violations;
  return found.map(({ id, nodes }) => {
    const elements = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ""}`);
    return `${id}: ${elements.join("; ")}`;
  });
}
