// The pictures of README.md, taken from the page as it is:
//   npx playwright test --config readme.config.ts
import base from "./playwright.config.ts";

export default { ...base, testDir: "readme", workers: 1 };
