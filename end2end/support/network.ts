// Networks and servers as they can be: slow, or with one file that does not come.
import type { Page } from "@playwright/test";
import { Gate } from "./gate.ts";

/** A network on which every file takes its time, until the test is over. */
export async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 250, downloadThroughput: -1, uploadThroughput: -1 });
}

/** Holds the program back until the gate opens. */
export function holdProgram(page: Page): Promise<Gate> {
  return hold(page, /_bg\.wasm$/);
}

/** Holds the chunk back that the page consists of. */
export function holdPage(page: Page): Promise<Gate> {
  return hold(page, /kehu_app-\w+\.wasm$/);
}

async function hold(page: Page, file: RegExp): Promise<Gate> {
  const gate = new Gate();
  await page.route(file, async (route) => {
    await gate.pass();
    await route.continue();
  });
  return gate;
}
