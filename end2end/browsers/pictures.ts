// The pictures that the engines leave, and who took them.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "browsers/pictures";

/** The engines in the order of the sheet, and what people call them. */
export const ENGINES = { "old-chromium": "Chromium", chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };
export type Engine = keyof typeof ENGINES;

/** What is looked at, in the order of the sheet. */
export const STATES = ["list", "dark", "choices", "account", "phone"] as const;
export type State = (typeof STATES)[number];

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const fileOf = (engine: string, name: string): string => join(FOLDER, `${engine}-${name}`);

export async function keep(engine: string, version: string, state: State, png: Buffer): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(fileOf(engine, "version.txt"), version);
  await writeFile(fileOf(engine, `${state}.png`), png);
}

/** The picture as an address that any page may show. */
export async function pictureOf(engine: Engine, state: State): Promise<string> {
  return `data:image/png;base64,${await readFile(fileOf(engine, `${state}.png`), "base64")}`;
}

/** Those of `taken`, with their versions. */
export async function engines(taken: readonly string[]): Promise<{ engine: Engine; title: string }[]> {
  const here = (Object.keys(ENGINES) as Engine[]).filter((engine) => taken.includes(engine));
  return Promise.all(
    here.map(async (engine) => {
      const version = await readFile(fileOf(engine, "version.txt"), "utf8");
      return { engine, title: `${ENGINES[engine]} ${version.split(".").slice(0, engine === "webkit" ? 2 : 1).join(".")}` };
    }),
  );
}
