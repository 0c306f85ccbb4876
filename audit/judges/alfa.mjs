// Alfa, a second engine of accessibility rules, in each state of the page. It reads colours
// from the style sheets and does not draw, so themes are left to axe.
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Puppeteer } from "@siteimprove/alfa-puppeteer";
import rules from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { LetThrough } from "../let_through.mjs";
import { LOOKS, table } from "../states.mjs";
import { versionOf } from "../versions.mjs";

/** What is failed on purpose, or by a misreading: rule, what its target looks like, and why. */
const LET_THROUGH = [
  { rule: "sia-r113", target: /^<(th|a class="tab"|button class="button" type="button" data-testid="more-fields"|button class="card__open")/, what: "`sia-r113`, size of targets", why: "what a scrolled edge or an open sheet covers is measured as cut off" },
  { rule: "sia-r20", target: /^aria-description=/, what: "`sia-r20`, `aria-description`", why: "an attribute of ARIA 1.3, which browsers have; Alfa knows 1.2" },
  { rule: "sia-r57", target: /./, what: "`sia-r57`, text outside of landmarks", why: "only spoken, never seen: the live region that tells of new rows" },
  { rule: "sia-r87", target: /^#document/, what: "`sia-r87`, no link to the content first", why: "signing in has nothing before its form; the list has the link" },
];

/** Whether a rule asks more than WCAG's level AA, as the size of 44 px for every target. */
const isBeyond = ({ requirements }) => {
  const criteria = [...requirements].filter(Criterion.isCriterion);
  return criteria.length > 0 && !criteria.some((it) => Conformance.isAA("2.2")(it));
};

export async function judge({ browser, address }) {
  const asked = rules.reject(isBeyond);
  const letThrough = new LetThrough(LET_THROUGH);
  const looks = LOOKS.filter(({ features }) => features === undefined);
  const { faults, text } = await table(browser, address, looks, async (page) => {
    const document = await page.evaluateHandle(() => document);
    const outcomes = await Audit.of(await Puppeteer.toPage(document), asked).evaluate();
    const failed = [...outcomes].filter(Outcome.isFailed).map((outcome) => ({
      rule: new URL(outcome.rule.uri).pathname.split("/").pop(),
      target: [outcome.target].flat().map((it) => String(it).split("\n")[0].slice(0, 160)).join(" and "),
      why: [...outcome.expectations].map(([, expectation]) => (expectation.isErr() ? expectation.getErr().message : "")).find((it) => it !== "") ?? "",
    }));
    return failed
      .filter(({ rule, target }) => !letThrough.passes((it) => it.rule === rule && it.target.test(target)))
      .map(({ rule, target, why }) => `${rule}: ${target}: ${why}`);
  });
  const version = versionOf("@siteimprove/alfa-rules");
  return {
    name: `Alfa ${version}`,
    faults: [...faults, ...letThrough.faults],
    text: `Rules failed, by element:\n\n${text}${letThrough.text}`,
  };
}
