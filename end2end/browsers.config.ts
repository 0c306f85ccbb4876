// Pictures of the page in each engine, side by side in docs/browsers.webp, to be looked at; CONTRIBUTING.md has
// the command. An engine that is not named by its variable is left out.
import type { PlaywrightTestConfig } from "@playwright/test";
import base from "./playwright.config.ts";
import engines from "./engines.config.ts";

// WebKit's driver cannot hold the clock, so the sandbox has the day that it is.
const webServer = base.webServer as { command: string }[];
const today = webServer.map((server) => ({ ...server, command: server.command.replace(/ --today \S+/, "") }));

const playwright = [
  ...(engines.projects ?? []).filter(({ name }) => name !== "old-chromium-phone").map(({ name, use }) => ({ name, use })),
  { name: "chromium" },
].map((project) => ({ ...project, testMatch: "playwright.spec.ts" }));
const webkit = process.env.KEHU_WEBKIT === undefined ? [] : [{ name: "webkit", testMatch: "webkit.spec.ts" }];
const taken = [...playwright, ...webkit];

export default {
  ...base,
  testDir: "browsers",
  workers: 1,
  // Pictures of an earlier run stay away from the sheet.
  metadata: { engines: taken.map(({ name }) => name) },
  webServer: today,
  projects: [...taken, { name: "sheet", testMatch: "sheet.spec.ts", dependencies: taken.map(({ name }) => name ?? "") }],
} as PlaywrightTestConfig;
