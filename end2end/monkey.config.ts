// Random sessions at the list, the same ones in each run; a part of `cargo xtask test`.
//   KEHU_MONKEY_MINUTES=30 npx playwright test --config monkey.config.ts
//   KEHU_MONKEY_SEED=7 npx playwright test --config monkey.config.ts
//   KEHU_FIREFOX=$(command -v firefox-esr) npx playwright test --config monkey.config.ts
import { gecko } from "./engines.config.ts";
import base from "./playwright.config.ts";

/** How long sessions are begun. */
export const minutes = Number(process.env.KEHU_MONKEY_MINUTES ?? 2);

export default {
  ...base,
  testDir: "monkey",
  projects: [process.env.KEHU_FIREFOX === undefined ? { name: "monkey" } : { name: "firefox", use: gecko }],
  workers: 1,
  timeout: (minutes + 2) * 60_000,
};
