// A long day at the list: not among the tests, since it takes minutes and reports more than it judges.
//   npx playwright test --config soak.config.ts
import base from "./playwright.config.ts";

// Without a trace: to record one takes pictures of the whole document at each key.
export default { ...base, use: { ...base.use, trace: "off" }, testDir: "soak", retries: 0, projects: [base.projects?.[0] ?? {}], workers: 1, timeout: 1_800_000 };
