import { expect, test } from "@playwright/test";
import { sites } from "./sites.ts";

const violations = "kehu.test.violations";

for (const { name, address } of sites) {
  test(`${name}: the page shows rows, and the browser finds nothing against its rules`, async ({ page }) => {
    test.setTimeout(150_000);
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on("console", (message) => {
      // The worker that keeps the page's files has tests of its own; here Playwright keeps it out.
      // The documented sandbox has no catalogue of fields, and nginx lets a person's calls wait their turn.
      const isExpected =
        message.text().startsWith("by_group:") ||
        message.location().url.includes("/by_group") ||
        message.text().includes("status of 429");
      const isOwn = !isExpected && !message.text().startsWith("Service Worker registration blocked by Playwright");
      if (isOwn && ["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    await page.addInitScript((key) => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const found = JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[];
        found.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
        sessionStorage.setItem(key, JSON.stringify(found));
      });
    }, violations);
    await page.goto(address);
    await page.getByTestId("sign-in-token").fill("demo-admin");
    await page.getByTestId("sign-in-submit").click();
    const inTurn = { timeout: 40_000 };
    await expect(page.getByTestId("row").first()).toBeVisible(inTurn);
    await page.getByTestId("next").click();
    await expect(page.getByTestId("page-number")).toHaveText("2", inTurn);
    await page.reload();
    await expect(page.getByTestId("row").first()).toBeVisible(inTurn);
    expect(await page.evaluate((key) => sessionStorage.getItem(key), violations)).toBeNull();
    expect(complaints).toEqual([]);
    // Caddy serves root and path alike, with the one configuration of the path.
    const own = new URL(address).origin;
    expect(foreign.filter((url) => !url.startsWith(own))).toEqual([]);
  });

  test(`${name}: a script or a call that the rules forbid is stopped`, async ({ page }) => {
    await page.goto(address);
    const found = await page.evaluate(async () => {
      const stopped: string[] = [];
      const heard = new Promise<void>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => {
          stopped.push(event.effectiveDirective);
          if (stopped.length === 3) resolve();
        });
      });
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.body.append(script);
      document.body.setAttribute("style", "color: red");
      await fetch("https://elsewhere.example/").catch(() => undefined);
      await heard;
      return { stopped: stopped.sort(), title: document.title };
    });
    expect(found.stopped).toEqual(["connect-src", "script-src-elem", "style-src-attr"]);
    expect(found.title).not.toBe("run");
  });
}
