// WebKitGTK, the nearest to Safari that a machine without a screen can have: its little browser on a display in
// memory, driven by WebDriver.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";

/** The browser and the program that drives it, for as many sessions as are wanted, one at a time. */
export class WebKit {
  private constructor(
    /** Where it saves files. */
    readonly downloads: string,
    private readonly programs: ChildProcess[],
    private readonly address: string,
  ) {}

  static async start(): Promise<WebKit> {
    const downloads = await mkdtemp(join(tmpdir(), "kehu-webkit-"));
    await writeFile(join(downloads, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    // It takes the first display that is free and says which.
    const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const said = createInterface({ input: screen.stdio[3] as NodeJS.ReadableStream });
    const [display] = (await once(said, "line")) as [string];
    const port = await freePort();
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: `:${display}`, TZ: "Asia/Shanghai", XDG_CONFIG_HOME: downloads },
    });
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    return new WebKit(downloads, [driver, screen], address);
  }

  /** A window of somebody who was never here before. */
  async open(width: number, height: number): Promise<WebDriver> {
    const binary = process.env.KEHU_WEBKIT;
    if (binary === undefined) throw new Error("KEHU_WEBKIT names no browser");
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary, args: ["--automation"] },
    });
    const builder = new Builder().disableEnvironmentOverrides().usingServer(this.address);
    const browser = await builder.withCapabilities(capabilities).build();
    await browser.manage().window().setRect({ x: 0, y: 0, width, height });
    return browser;
  }

  async stop(): Promise<void> {
    for (const program of this.programs) program.kill();
    await rm(this.downloads, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Until somebody listens there; a test's time limit ends it. */
async function answers(address: string): Promise<void> {
  const isHere = () => fetch(address).then((answer) => answer.ok, () => false);
  while (!(await isHere())) await new Promise((done) => setTimeout(done, 50));
}
