// Pictures to compare with: whether this machine draws as the one that took them, and how near is the same.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";

const FONT = "Noto Sans CJK SC";

/** The browser that drew the pictures, by its first number: another one draws letters and fields a little otherwise. */
const DRAWN_BY = fileURLToPath(new URL("../pictures/chromium.txt", import.meta.url));

function hasFont(): boolean {
  try {
    return execFileSync("fc-match", [FONT, "family"], { encoding: "utf8" }).includes("Noto Sans CJK");
  } catch {
    return false;
  }
}

/** `--update-snapshots` was given. */
const isTakingThem = (): boolean => !["missing", "none"].includes(test.info().config.updateSnapshots);

/** Passes a test over where its pictures cannot be compared, and says why. */
export function requireSameDrawing(browser: Browser): void {
  test.skip(!hasFont(), `the pictures are drawn with ${FONT} (Debian: fonts-noto-cjk)`);
  const [here] = browser.version().split(".");
  if (isTakingThem()) writeFileSync(DRAWN_BY, `${here}\n`);
  const drawnBy = readFileSync(DRAWN_BY, "utf8").trim();
  test.skip(here !== drawnBy, `the pictures are drawn by Chromium ${drawnBy}, this is ${here}: --update-snapshots takes them anew`);
}

/**
 * The page, or a part of it, looks as in its picture. A difference of 8 in 255 counts: the palest line is 25
 * darker than its ground, an accent that is 4 % lighter 10. A line across is more than a thousandth of what it
 * stands in; a word that is a pixel aside is less.
 */
export async function expectPicture(of: Page | Locator, name: string): Promise<void> {
  const page = "goto" in of ? of : of.page();
  // How a field writes its date is the machine's doing.
  const mask = [page.locator("input[type=date]")];
  const how = { animations: "disabled", caret: "hide", threshold: 0.03, maxDiffPixelRatio: 0.001, mask, maskColor: "#808080" } as const;
  // One for the page and one for a part of it: they are the same words with other types.
  if ("goto" in of) await expect(of).toHaveScreenshot(`${name}.png`, how);
  else await expect(of).toHaveScreenshot(`${name}.png`, how);
}
