// Chromium, and pages in it that are signed in or not.
import puppeteer from "puppeteer-core";

/** The certificates are made for the run, by an authority that no browser knows. */
export const launch = (executablePath) =>
  puppeteer.launch({
    executablePath,
    acceptInsecureCerts: true,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--ignore-certificate-errors",
      "--lang=zh-CN",
    ],
  });

/** A page with storage of its own. */
export async function openPage(browser, { isSignedIn, language = "zh-CN" }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(
    (session, tongue) => {
      if (session !== null && sessionStorage.getItem("kehu.session") === null && location.origin !== "null") {
        sessionStorage.setItem("kehu.session", session);
      }
      Object.defineProperty(navigator, "language", { get: () => tongue });
      Object.defineProperty(navigator, "languages", { get: () => [tongue] });
    },
    isSignedIn ? JSON.stringify({ token: "demo-admin" }) : null,
    language,
  );
  return { page, close: () => context.close() };
}
