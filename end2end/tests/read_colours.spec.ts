// Every pair of words and ground that the style uses, in both themes, by the rules of WCAG 2: words need
// 4.5:1, signs, the ring of the focus and the edges of fields 3:1.
import { expect, test } from "../support/test.ts";

const GROUNDS = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
const words: [text: string, grounds: string[]][] = [
  ["text", [...GROUNDS, "accent-tint", "good-tint", "warn-tint", "bad-tint", "line"]],
  ["text-quiet", [...GROUNDS, "accent-tint", "warn-tint", "bad-tint"]],
  ["text-faint", ["surface", "surface-raised", "surface-sunken"]],
  ["accent", ["surface", "surface-raised", "surface-sunken"]],
  ["accent-strong", [...GROUNDS, "accent-tint"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["good", ["good-tint", "surface"]],
  ["warn", ["warn-tint", ...GROUNDS]],
  ["bad", ["bad-tint", ...GROUNDS]],
  ["chip-text", ["chip-surface"]],
];
const signs: [sign: string, grounds: string[]][] = [
  ["text-faint", [...GROUNDS, "accent-tint"]],
  ["line-strong", GROUNDS],
  ["accent", [...GROUNDS, "accent-tint"]],
];

for (const scheme of ["light", "dark"] as const) {
  test(`words and signs stand out from their ground in the ${scheme} theme`, { tag: "@desktop" }, async ({ customers, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await customers.open();
    await expect(customers.signInForm).toBeVisible();
    const pairs = [
      ...words.flatMap(([text, grounds]) => grounds.map((ground) => ({ text, ground, least: 4.5 }))),
      ...signs.flatMap(([text, grounds]) => grounds.map((ground) => ({ text, ground, least: 3 }))),
    ];
    const ratios = await page.evaluate((pairs) => {
      const canvas = document.createElement("canvas");
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      const probe = document.body.appendChild(document.createElement("i"));
      // The browser itself turns oklch and light-dark into red, green and blue.
      const luminance = (token: string) => {
        probe.style.color = `var(--${token})`;
        if (brush === null) throw new Error("no canvas");
        brush.fillStyle = getComputedStyle(probe).color;
        brush.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...brush.getImageData(0, 0, 1, 1).data].map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const all = pairs.map(({ text, ground }) => {
        const [a, b] = [luminance(text), luminance(ground)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      probe.remove();
      return all;
    }, pairs);
    const tooWeak = pairs.flatMap(({ text, ground, least }, at) => {
      const ratio = ratios[at] ?? 0;
      return ratio < least ? [`${text} on ${ground}: ${ratio.toFixed(2)}, at least ${least}`] : [];
    });
    expect(tooWeak).toEqual([]);
    // A token that is gone would be black on black, one that is misspelt the words' own colour.
    expect(Math.max(...ratios)).toBeGreaterThan(10);
  });
}
