// Six people of one company at nine o'clock, each with a browser of their own, behind the real nginx and
// before a CRM that takes ten calls in ten seconds: all get their rows, and nobody has to try again.
import { expect, test, type Browser, type Page, type Response } from "@playwright/test";
import { sites } from "./sites.ts";

const nginx = sites.find(({ name }) => name === "nginx");
const { port = "" } = nginx ? new URL(nginx.address) : {};
const OFFICE = `https://kehu-office.example:${port}/`;
const SECOND = 1000;
/** What each does, one after the other, with a moment to read in between. */
const CLICKS = ["next", "tab-common", "next", "tab-all", "refresh"] as const;
const READS = 8 * SECOND;

test.use({ launchOptions: async ({ launchOptions }, use) => {
  await use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--host-resolver-rules=MAP kehu-office.example 127.0.0.1"] });
} });

interface Answer {
  person: string;
  path: string;
  priority: string;
  status: number;
  /** Whether the CRM itself has answered. */
  isCrm: boolean;
  queued: number;
}

/** A person's own browser, signed in by a token of their own. */
async function arrive(browser: Browser, token: string, answers: Answer[]): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith("/api/v2/")) return;
    const headers = response.headers();
    answers.push({
      person: token,
      path: pathname.replace("/api/v2/", ""),
      priority: response.request().headers()["x-kehu-priority"] ?? "-",
      status: response.status(),
      isCrm: headers["content-type"]?.startsWith("text/html") !== true,
      queued: Number(headers["x-kehu-queue"]),
    });
  });
  await page.addInitScript((session) => sessionStorage.setItem("kehu.session", session), JSON.stringify({ token }));
  return page;
}

/** Six tokens: three were handed out, three are of people who have signed in with a password. */
async function tokens(browser: Browser): Promise<string[]> {
  const { request } = await browser.newContext({ ignoreHTTPSErrors: true });
  const signIn = async (login: string) => {
    const answer = await request.post(`${nginx?.address}api/v2/auth/login`, {
      headers: { host: "kehu-office.example" },
      data: { login, password: "kehu", device: "open_api" },
    });
    return ((await answer.json()) as { data: { user_token: string } }).data.user_token;
  };
  const accounts = ["lixining", "manager", "admin"];
  return [...accounts.map((login) => `demo-${login}`), ...(await Promise.all(accounts.map(signIn)))];
}

test("nginx: six browsers share the company's calls, and everybody gets rows without a click", async ({ browser }) => {
  test.setTimeout(300 * SECOND);
  const answers: Answer[] = [];
  const waits: number[] = [];
  /** Waits until the rows that somebody asks for stand there, and notes for how long. */
  const rows = async (page: Page, ask: () => Promise<unknown>) => {
    const began = Date.now();
    const isAnswer = (response: Response) => new URL(response.url()).pathname === "/api/v2/customers" && response.ok();
    const answered = page.waitForResponse(isAnswer, { timeout: 30 * SECOND });
    await ask();
    await answered;
    await expect(page.locator("#shell")).toHaveCount(0, { timeout: 25 * SECOND });
    await expect(page.locator("main [aria-busy]")).toHaveAttribute("aria-busy", "false", { timeout: 25 * SECOND });
    await expect(page.getByTestId("row").first()).toBeVisible({ timeout: 25 * SECOND });
    await expect(page.getByTestId("error")).toBeHidden();
    waits.push((Date.now() - began) / SECOND);
  };
  const people = await Promise.all((await tokens(browser)).map((token) => arrive(browser, token, answers)));
  await Promise.all(
    people.map(async (page, at) => {
      await rows(page, () => page.goto(`${OFFICE}#?per_page=15`));
      for (const click of CLICKS) {
        // Reading is what people do between two clicks.
        await page.waitForTimeout(READS + at * 500);
        await rows(page, () => page.getByTestId(click).click());
      }
    }),
  );

  const refused = answers.filter(({ status }) => status === 429);
  const count = (priority: string) =>
    `${refused.filter((it) => it.priority === priority).length} of ${answers.filter((it) => it.priority === priority).length} ${priority}`;
  const longest = Math.max(...waits);
  console.log(
    `${answers.length} calls; refused: ${["asked", "likely", "background"].map(count).join(", ")}; ` +
      `longest in the queue ${Math.max(...answers.map(({ queued }) => queued))} s, longest wait for rows ${longest.toFixed(1)} s`,
  );
  expect(answers.every(({ queued }) => queued >= 0), "each answer tells of the queue").toBe(true);
  expect(answers.filter(({ isCrm, status }) => isCrm && status === 429), "by the CRM").toEqual([]);
  const asked = answers.filter(({ priority }) => priority === "asked");
  expect(asked.length).toBeGreaterThanOrEqual(people.length * (1 + CLICKS.length));
  expect(asked.filter(({ status }) => status === 429).length / asked.length, "of what somebody waits for").toBeLessThan(0.02);
  expect(longest).toBeLessThan(25);
});
