// The script's half of tests/early_call.rs: reads a list of cases and says what start/question.js
// makes of each. Addresses are written as a browser writes them.
import { readFileSync } from "node:fs";
import { listPath, openedByItself } from "../start/question.js";

const asBrowsersWrite = (path) => path && new URL(path, "http://page.test").href;
const fragmentOf = (text) => Object.assign(new URL("http://page.test"), { hash: text }).hash;

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ fragment, size, path, own, team }) => {
  const hash = fragmentOf(fragment) || openedByItself(own, team);
  return { early: asBrowsersWrite(listPath(hash, size)) ?? null, program: asBrowsersWrite(path) };
});
process.stdout.write(JSON.stringify(answers));
