// Some twenty journeys (tests with the tag `@engines`) in other engines than the newest Chromium: in
// Firefox, and in the oldest Chromium that README.md names. `cargo xtask test --only engines` says where
// the two are; one that is not named is left out.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

const { KEHU_OLD_CHROMIUM: oldChromium, KEHU_FIREFOX: firefox } = process.env;
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const chromium = { launchOptions: { executablePath: oldChromium, args: ["--no-sandbox", "--disable-gpu", "--no-zygote"] } };

export const gecko = {
  browserName: "firefox" as const,
  channel: "moz-firefox",
  // A machine without a mouse has neither pointer nor hover; the two numbers say that it has both.
  launchOptions: { executablePath: firefox, firefoxUserPrefs: { "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6 } },
};

export default defineConfig({
  ...base,
  grep: /@engines/,
  projects: [
    // An old headless Chromium has no keys for copying.
    { name: "old-chromium", grepInvert: /@phone|Ctrl\+C/, use: { ...chromium, ...desktop } },
    { name: "old-chromium-phone", grepInvert: /@desktop/, use: { ...chromium, ...phone, isMobile: true } },
    // Playwright cannot give it paper, take its network away, drag in it, nor see what it downloads.
    { name: "firefox", grepInvert: /@phone|printed|without a network|CSV file|dragged to another place/, use: { ...gecko, ...desktop } },
  ].filter(({ name }) => (name === "firefox" ? firefox : oldChromium)),
});
