// The last hand on a release: scripts made small, the version written into the page, and the worker
// told which files it keeps. Trunk runs this on the finished files before it puts them in place.
// (Trunk's own minifier stops at the JavaScript that wasm-bindgen writes today.)
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";

const staging = process.env.TRUNK_STAGING_DIR;

if (process.env.TRUNK_PROFILE === "release") {
  const names = await readdir(staging, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const file = join(staging, name);
    const { code } = await transform(await readFile(file, "utf8"), { minify: true, format: "esm", charset: "utf8" });
    await writeFile(file, code);
  }
  const page = join(staging, "index.html");
  const [, version] = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"));
  const html = (await readFile(page, "utf8"))
    // Comments in index.html speak to its authors.
    .replace(/<!--.*?-->/gs, "")
    .replace(/\n\s*(?=\n)/g, "")
    // The sign in the tab is small enough to save its request, which browsers repeat at every start.
    .replace('href="icon.svg"', `href="data:image/svg+xml,${await icon()}"`)
    .replace('name="version" content=""', `name="version" content="${version}"`);
  await writeFile(page, html);
  await writeFile(join(staging, "sw.js"), await worker(names, html));
}

/** The page's sign, as it may stand in an attribute. */
async function icon() {
  return encodeURI((await readFile("public/icon.svg", "utf8")).trim().replaceAll('"', "'")).replaceAll("#", "%23");
}

/** The worker with the list of what it keeps: all that a start without the network needs. */
async function worker(names, html) {
  const isKept = (name) => /-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)$/.test(name) || name === "manifest.webmanifest";
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
