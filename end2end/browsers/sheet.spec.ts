import { writeFile } from "node:fs/promises";
import { test } from "@playwright/test";
import { type Engine, engines, pictureOf } from "./pictures.ts";

const STYLE = `
  body { display: flex; gap: 16px; width: max-content; margin: 0; padding: 16px; background: #8a9099; font: 600 20px "Noto Sans", sans-serif; }
  h2 { margin: 0 0 8px; color: #ffffff; font: inherit; }
  section { width: 460px; }
  img { display: block; width: 460px; height: 288px; margin-top: 8px; object-fit: cover; }
  .near { object-fit: none; object-position: -140px -76px; }
  div { display: flex; gap: 8px; }
  div img { width: 226px; height: 498px; object-position: 100% 0; }
  div .phone { object-fit: contain; object-position: 0 0; }`;

async function column({ engine, title }: { engine: Engine; title: string }): Promise<string> {
  const [list, dark, choices, account, phone] = await Promise.all(
    (["list", "dark", "choices", "account", "phone"] as const).map((state) => pictureOf(engine, state)),
  );
  return `<section><h2>${title}</h2><img src="${list}"><img src="${dark}"><img class="near" src="${choices}">
    <div><img src="${account}"><img class="phone" src="${phone}"></div></section>`;
}

test("all pictures on one sheet", async ({ page }, { config }) => {
  const columns = await Promise.all((await engines(config.metadata.engines)).map(column));
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${columns.join("")}`);
  const { width, height } = await page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode()));
    return { width: document.documentElement.scrollWidth, height: document.body.offsetHeight };
  });
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 70 });
  await writeFile("../docs/browsers.webp", Buffer.from(data, "base64"));
});
