// A salesperson's day on the desk and on the phone, with a picture of each task in film/pictures and the presses
// counted; a part of `cargo xtask test`.
//   npx playwright test --config film.config.ts
import base from "./playwright.config.ts";

export default { ...base, testDir: "film", timeout: 120_000 };
