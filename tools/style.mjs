// Bundles style/main.css and everything it imports into one file, which index.html links, and writes it
// for the oldest browsers that README.md names: without nesting, `light-dark()` and `oklch()`, and with
// the sizes of screens that style/screens.css names (`@custom-media`).
// Trunk runs this before each build and says through TRUNK_PROFILE which kind it is.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Features, bundle, transform } from "lightningcss";
import { FLOOR } from "./floor.mjs";

// The page of parts is built in a folder of its own, from this style.
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const release = process.env.TRUNK_PROFILE === "release";
const options = { minify: release, sourceMap: !release, targets: FLOOR };

const bundled = bundle({
  ...options,
  filename: "style/main.css",
  drafts: { customMedia: true },
  include: Features.CustomMediaQueries,
});
for (const { message, loc } of bundled.warnings) console.warn(`style: ${message} (${loc.filename}:${loc.line})`);

// Every colour is written in `lab()` once more, for screens that show more colours than ours has.
const isForLab = ({ condition }) => condition.type === "declaration" && condition.propertyId.property === "color" && condition.value.startsWith("lab(");

// The polyfill marks what is open by a class of this name.
const polyfilled = [{ type: "class", name: ":popover-open" }];
const withPolyfill = (part) => {
  if (part.kind === "popover-open") return { type: "pseudo-class", kind: "is", selectors: [[part], polyfilled] };
  return part.selectors ? { ...part, selectors: part.selectors.map((selector) => selector.map(withPolyfill)) } : part;
};

const { code, map } = transform({
  ...options,
  filename: "kehu.css",
  code: bundled.code,
  inputSourceMap: bundled.map ? String(bundled.map) : undefined,
  visitor: {
    Rule: { supports: ({ value }) => (isForLab(value) ? [] : undefined) },
    Selector: (selector) => selector.map(withPolyfill),
  },
});

await mkdir("target/style", { recursive: true });
const comment = map ? `\n/*# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString("base64")} */` : "";
await writeFile("target/style/kehu.css", code.toString() + comment);
