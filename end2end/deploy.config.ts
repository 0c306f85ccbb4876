// The page behind real web servers. `cargo xtask test --only deploy` starts them and says in
// KEHU_DEPLOY where they are.
import { defineConfig } from "@playwright/test";
import everyday from "./playwright.config.ts";

export default defineConfig({
  testDir: "deploy",
  forbidOnly: !!process.env.CI,
  // One counts calls for a minute; the other does all else.
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...everyday.use,
    baseURL: undefined,
    viewport: { width: 1280, height: 800 },
    // The certificates are made for the run, by an authority that no browser knows.
    ignoreHTTPSErrors: true,
  },
});
