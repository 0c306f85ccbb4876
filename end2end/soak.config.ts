// A long day at the list: not among the tests, since it takes minutes and reports more than it judges.
//   npx playwright test --config soak.config.ts
import base from "./playwright.config.ts";

export default { ...base, testDir: "soak", projects: [base.projects?.[0] ?? {}], workers: 1, timeout: 1_800_000 };
