import { test } from "../support/test.ts";

test("the list for README.md", async ({ customers, page }, { project }) => {
  await page.clock.setFixedTime("2026-11-20T10:00:00+08:00");
  if (!customers.isPhone) await page.setViewportSize({ width: 1440, height: 860 });
  await customers.openSignedIn("#?tab_type=my");
  await customers.expectIdle();
  await page.screenshot({ path: `../docs/${project.name}.png`, animations: "disabled" });
});
