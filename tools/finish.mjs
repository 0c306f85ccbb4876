// The last hand on a release: scripts made small, the version written into the page, and the worker
// told which files it keeps. Trunk runs this on the finished files before it puts them in place.
// (Trunk's own minifier stops at the JavaScript that wasm-bindgen writes today.)
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { BROWSERS } from "./floor.mjs";

const staging = process.env.TRUNK_STAGING_DIR;

if (process.env.TRUNK_PROFILE === "release") {
  if (process.env.KEHU_CHUNKS) await putChunks(process.env.KEHU_CHUNKS);
  const names = await readdir(staging, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const file = join(staging, name);
    // The one that any browser has to read is no module.
    /** @type {import("esbuild").TransformOptions} */
    const kind = name.startsWith("no_start-") ? { target: "es5" } : { format: "esm", target: BROWSERS };
    const { code } = await transform(await readFile(file, "utf8"), { minify: true, charset: "utf8", ...kind });
    await writeFile(file, code);
  }
  const page = join(staging, "index.html");
  const [, version] = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"));
  const html = (await readFile(page, "utf8"))
    // Comments in index.html speak to its authors.
    .replace(/<!--.*?-->/gs, "")
    .replace(/\n\s+/g, "\n")
    // The sign in the tab is small enough to save its request, which browsers repeat at every start.
    .replace('href="favicon.png"', `href="data:image/png;base64,${await readFile("public/favicon.png", "base64")}"`)
    .replace('name="version" content=""', `name="version" content="${version}"`);
  await writeFile(page, html);
  await writeFile(join(staging, "sw.js"), await worker(names, html));
}

/**
 * Puts the program that was cut into chunks (`xtask/src/dist/cut.rs`, which lists them in `chunks.json`)
 * where the whole one stood.
 */
async function putChunks(folder) {
  const { first, page, sign_in: signIn, later } = JSON.parse(await readFile(join(folder, "chunks.json"), "utf8"));
  for (const name of new Set([first, ...page, ...signIn, ...later])) await copyFile(join(folder, name), join(staging, name));
  // One file of the program's script and the one that fetches the chunks.
  const { outputFiles } = await build({ entryPoints: [join(folder, "kehu.js")], bundle: true, write: false, format: "esm", target: BROWSERS, charset: "utf8", logLevel: "error" });
  const script = outputFiles[0].text;
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 16);
  await writeFile(join(staging, `kehu-${hash}.js`), script);
  const index = join(staging, "index.html");
  let html = await readFile(index, "utf8");
  html = await replaceFile(html, /kehu-[0-9a-f]+_bg\.wasm/, first);
  html = await replaceFile(html, /kehu-[0-9a-f]+\.js/, `kehu-${hash}.js`);
  // `start/chunks.js` preloads them: what the page and signing in need beside the first one, and what is used later.
  html = html
    .replace('name="chunks" content=""', `name="chunks" content="${page.join(" ")}"`)
    .replace('name="chunks-sign-in" content=""', `name="chunks-sign-in" content="${signIn.join(" ")}"`)
    .replace('name="chunks-later" content=""', `name="chunks-later" content="${later.join(" ")}"`);
  await writeFile(index, html);
}

/** Takes a file away that the page names, and names another in its place. */
async function replaceFile(html, pattern, name) {
  const [old] = pattern.exec(html);
  if (old !== name) await rm(join(staging, old));
  return html.replaceAll(old, name);
}

/** The worker with the list of what it keeps: all that a start without the network needs. */
async function worker(names, html) {
  const isKept = (name) => /-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)$/.test(name) || ["manifest.webmanifest", "popover.js"].includes(name);
  const files = ["./", ...names.filter(isKept).sort()];
  const sum = createHash("sha256");
  for (const name of files.slice(1)) sum.update(name).update(await readFile(join(staging, name)));
  const define = {
    FILES: JSON.stringify(files),
    PAGE_SUM: JSON.stringify(createHash("sha256").update(html).digest("hex")),
    VERSION: JSON.stringify(sum.update(html).digest("hex").slice(0, 16)),
  };
  const { code } = await transform(await readFile("start/sw.js", "utf8"), { minify: true, define });
  return code;
}
