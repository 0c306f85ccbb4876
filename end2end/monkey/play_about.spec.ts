// Somebody without any idea plays about with the page. A session that fails says its seed and its steps:
// KEHU_MONKEY_SEED has it played again.
import { test } from "@playwright/test";
import { minutes } from "../monkey.config.ts";
import { clearFaults } from "../support/sandbox.ts";
import { Dice } from "./dice.ts";
import { Hands } from "./hands.ts";
import { Judge } from "./judge.ts";

const FIRST_SEED = Number(process.env.KEHU_MONKEY_SEED ?? 20_261_126);
const STEPS = 60;
const START = ["", "#?per_page=15", "#?tab_type=common", "#?columns=all&per_page=50", "#?per_page=15&page=2", "#?columns=name,address.phone&per_page=20"];

test(`random sessions of ${STEPS} steps for ${minutes} minutes, from seed ${FIRST_SEED}`, async ({ browser, browserName, baseURL }) => {
  const end = Date.now() + minutes * 60_000;
  let count = 0;
  for (let seed = FIRST_SEED; Date.now() < end; seed += 1) {
    const dice = new Dice(seed);
    const isPhone = dice.next() < 0.4;
    const viewport = isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      serviceWorkers: "block",
      viewport,
      hasTouch: isPhone,
      // Firefox has only a narrow window.
      ...(browserName === "chromium" ? { isMobile: isPhone } : {}),
    });
    // What opens outside is nobody's concern here.
    context.on("page", (other) => void (context.pages()[0] === other ? undefined : other.close()));
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const [hands, judge, steps] = [new Hands(page, dice), new Judge(page), [] as string[]];
    try {
      await page.goto(`./${dice.pick(START)}`);
      steps.push(`${isPhone ? "a phone" : "a desktop"}, ${await hands.signIn()}`);
      await judge.check(hands.token);
      for (let step = 1; step < STEPS; step += 1) {
        steps.push("…");
        steps[step] = await hands.do();
        await judge.check(hands.token);
      }
      count += 1;
    } catch (cause) {
      const told = steps.map((step, at) => `${String(at).padStart(3)} ${step}`).join("\n");
      throw new Error(`KEHU_MONKEY_SEED=${seed} fails at its last step:\n${told}\n${String(cause)}`, { cause });
    } finally {
      await clearFaults(context.request, hands.token).catch(() => undefined);
      await context.close();
    }
  }
  console.log(`${count} sessions from seed ${FIRST_SEED}`);
});
