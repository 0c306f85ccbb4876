// How the page is looked at: against the real sandbox, in two sizes, the way a salesperson in
// China sees it. `cargo xtask test --only e2e` builds everything first and names the two programs.
import { defineConfig } from "@playwright/test";
import { addressOf, editions, type Options } from "./support/editions.ts";

const sandbox = process.env.KEHU_SANDBOX ?? "../target/debug/sandbox";
const site = process.env.KEHU_SITE ?? "../dist";

// A fixed day and a fixed number of customers, so that a test can name what it expects to see.
const options = "--faults --rate-limit 0 --customers 5000 --today 2026-11-20";

export default defineConfig<Options>({
  testDir: "tests",
  // Those of look_the_same.spec.ts, which names theme and screen itself.
  snapshotPathTemplate: "pictures/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Tests wait for the browser half of their time, so there are more than the two cores of a small machine.
  workers: 3,
  // Only a machine that is busy with other things ever waits this long.
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: addressOf("documented"),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A worker would answer in the place of `page.route`. install_page.spec.ts has one.
    serviceWorkers: "block",
    // To record all tests costs a quarter of their time: `npx playwright test --trace on NAME` shows one that failed.
    trace: "off",
    launchOptions: {
      // Without the variable, Playwright's own browser, if it was installed.
      executablePath: process.env.KEHU_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // A test is for both unless its tag names one of them.
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  // One for each reading of the contract; support/editions.ts tells how a test chooses.
  webServer: editions.map((edition) => ({
    command: `"${sandbox}" --edition ${edition} --site "${site}" --port ${new URL(addressOf(edition)).port} ${options}`,
    url: addressOf(edition),
    // One that was left running may have other data.
    reuseExistingServer: false,
    stdout: "ignore" as const,
    stderr: "pipe" as const,
  })),
});
