// Makes the scripts of a release small. Trunk's own minifier stops at the JavaScript that
// wasm-bindgen writes today, so Trunk runs this on the finished files before it puts them in place.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";

const staging = process.env.TRUNK_STAGING_DIR;

if (process.env.TRUNK_PROFILE === "release") {
  const names = await readdir(staging, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const file = join(staging, name);
    const { code } = await transform(await readFile(file, "utf8"), { minify: true, format: "esm" });
    await writeFile(file, code);
  }
  const page = join(staging, "index.html");
  const html = await readFile(page, "utf8");
  // Comments in index.html speak to its authors.
  await writeFile(page, html.replace(/<!--.*?-->/gs, "").replace(/\n\s*(?=\n)/g, ""));
}
