import { type Salesperson, testId } from "../webkit/salesperson.ts";
import { expect, test } from "../webkit/test.ts";
import { DESKTOP, keep, PHONE, type State } from "./pictures.ts";

/** Makes the window so much higher than its page that the page has this height. */
async function makePage(me: Salesperson, height: number): Promise<void> {
  const inner = () => me.run(() => innerHeight);
  const window = me.browser.manage().window();
  const outer = await window.getRect();
  await window.setRect({ ...outer, height: outer.height + height - (await inner()) });
  await expect.poll(inner).toBe(height);
}

async function take(me: Salesperson, state: State): Promise<void> {
  const version = (await me.browser.getCapabilities()).getBrowserVersion() ?? "";
  await expect.poll(() => me.run(() => document.getAnimations().length)).toBe(0);
  await keep("webkit", version, state, Buffer.from(await me.browser.takeScreenshot(), "base64"));
}

const acts: Record<Exclude<State, "phone">, (me: Salesperson) => Promise<void>> = {
  list: async () => {},
  dark: async (me) => {
    for (const name of ["account", "theme-dark", "account"]) await me.click(testId(name));
    await me.expectGone("#account-menu");
  },
  choices: (me) => me.click(testId("filter-status")),
  account: (me) => me.click(testId("account")),
};

for (const [state, act] of Object.entries(acts))
  test(state, async ({ me }) => {
    await me.comeToRows("", "demo-admin");
    await makePage(me, DESKTOP.height);
    await act(me);
    await take(me, state as State);
  });

test.describe("as narrow as a phone", () => {
  // Its window has buttons of its own and stays some 60 pixels wider than they let it be.
  test.use({ size: PHONE });

  test("phone", async ({ me }) => {
    await me.comeToRows("", "demo-admin");
    await makePage(me, PHONE.height);
    await take(me, "phone");
  });
});
