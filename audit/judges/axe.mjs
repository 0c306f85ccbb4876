// axe in each state of the page, in each way of looking at it.
import axe from "axe-core";
import { LOOKS, table } from "../states.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];

export async function judge({ browser, address }) {
  const { faults, text } = await table(browser, address, LOOKS, async (page) => {
    await page.evaluate(axe.source);
    const rules = { runOnly: { type: "tag", values: RULES } };
    const { violations } = await page.evaluate((options) => axe.run(document, options), rules);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
  });
  return { name: `axe ${axe.version}`, faults, text: `Violations:\n\n${text}\n\nRules: ${RULES.join(", ")}.` };
}
