// Exports read by other programs than our own: Python's csv, openpyxl, LibreOffice. Not every
// machine has them, so it runs only when it is asked for:
//   pip install openpyxl; apt-get install libreoffice-calc-nogui; KEHU_READERS=1 npx playwright test read_back
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { answerWith } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";

const TITLES = ["客户名称", "备注"];
const ROWS = [
  ["=1+1", "+86 138-0013-8000"],
  ["@SUM(A1)", "00571"],
  ["-2+3|cmd", "123456789012345678901"],
  ['说"好",\n再见', "-5"],
  ["<b>&amp;</b>", "+8613800138000"],
  ["😀 \t制表", "2026-11-20"],
];
const GUARDED = ["'=1+1", "'@SUM(A1)", "'-2+3|cmd"];

test("other programs read the same", { tag: "@desktop" }, async ({ customers, page }, info) => {
  test.skip(!process.env.KEHU_READERS, "KEHU_READERS is not set");
  const answer = answerWith(ROWS.length, (customer, at) => {
    customer.name = ROWS[at]?.[0] ?? "";
    customer.note = ROWS[at]?.[1];
  });
  answer.data.has_next_page = false;
  await customers.haveSession();
  await customers.answerListWith(answer);
  await customers.open("#?columns=name,note");
  await customers.expectRows();
  for (const format of ["csv", "xlsx"]) {
    await page.getByTestId("export").click();
    await page.getByTestId("export-scope-loaded").check();
    await page.getByTestId(`export-format-${format}`).check();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-start").click()]);
    await download.saveAs(info.outputPath(`export.${format}`));
    await page.getByTestId("export-close").click();
  }
  const csv = ROWS.map(([name = "", note = ""], at) => [GUARDED[at] ?? name, note]);
  writeFileSync(info.outputPath("expected.json"), JSON.stringify({ csv: [TITLES, ...csv], xlsx: [TITLES, ...ROWS] }));
  const files = ["export.csv", "export.xlsx", "expected.json"].map((name) => info.outputPath(name));
  const said = execFileSync("python3", ["support/read_back.py", ...files], { encoding: "utf8" });
  expect(said).toContain("LibreOffice: 7 rows");
});
