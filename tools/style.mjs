// Bundles style/main.css and everything it imports into one file, which index.html links, and writes out
// the sizes of screens that style/screens.css names (`@custom-media`).
// Trunk runs this before each build and says through TRUNK_PROFILE which kind it is.
import { mkdir, writeFile } from "node:fs/promises";
import { Features, bundle } from "lightningcss";

const release = process.env.TRUNK_PROFILE === "release";

const { code, map, warnings } = bundle({
  filename: "style/main.css",
  minify: release,
  sourceMap: !release,
  drafts: { customMedia: true },
  include: Features.CustomMediaQueries,
});
for (const { message, loc } of warnings) console.warn(`style: ${message} (${loc.filename}:${loc.line})`);
await mkdir("target/style", { recursive: true });
const comment = map ? `\n/*# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString("base64")} */` : "";
await writeFile("target/style/kehu.css", code.toString() + comment);
