// Nothing in the built files may need a newer browser than those of tools/floor.mjs, by what MDN knows
// (browser-compat-data), unless EXTRAS says why the page is right without it. Run after a build:
//   node lint/floor.mjs
import { readFile, readdir } from "node:fs/promises";
import bcd from "@mdn/browser-compat-data" with { type: "json" };
import { parse as parseScript } from "acorn";
import { simple as walk } from "acorn-walk";
import postcss from "postcss";
import { VERSIONS } from "../tools/floor.mjs";

/** MDN's names. */
const BROWSERS = { chrome: VERSIONS.chrome, firefox: VERSIONS.firefox, safari: VERSIONS.safari, safari_ios: VERSIONS.ios };

/** What only adds to a page that is whole without it. */
const EXTRAS = {
  "@page": "paper has the browser's margins",
  "@media scripting": "a hint for browsers without scripts",
  "@starting-style": "what opens fades in; else it is there at once",
  ":popover-open": "written with the polyfill's class too",
  ".canShare": "asked for before it is used; else the page says to open it in a browser",
  ".hidePopover": "the polyfill has it",
  ".newState": "the polyfill has it",
  ".replaceSync": "before Safari 16.4 the overview, the palette and their like have no look of their own (README.md)",
  ".requestIdleCallback": "asked for before it is used; else a timer",
  ".share": "only where `canShare` has said yes",
  ".showPopover": "the polyfill has it",
  ClipboardItem: "asked for before it is used; else plain text is copied",
  "accent-color": "boxes have the browser's colour",
  "align-content": "the box is centred only while it fits",
  "break-after": "a heading may stand at the foot of a sheet",
  "color-mix()": "behind @supports: else labels have a plain ground",
  contain: "its styles are counted by nobody else",
  "contain-intrinsic-size": "goes with content-visibility",
  "content-visibility": "cards out of sight are laid out too, and what a customer covers is hidden by visibility",
  cursor: "a phone has none",
  dvh: "behind @supports, with vh before",
  "field-sizing": "fields keep their first height",
  "forced-color-adjust": "the browser chooses the colour",
  "mask-image": "written with its prefix too",
  outline: "square corners round the focus",
  "overscroll-behavior": "the page behind may scroll along",
  "reading-flow": "the Tab key goes in the order of the document",
  resize: "a field that cannot be pulled scrolls",
  "scrollbar-color": "bars have the browser's look",
  "scrollbar-width": "written with WebKit's pseudo-element too",
  size: "of paper",
  "user-select": "written with its prefix too",
};

/** Members of our own and the libraries' things, which only share a name with something new. */
const OTHERS = [".addRoutes", ".address", ".byobRequest", ".capture", ".detached", ".dispose", ".first", ".memory", ".path", ".respond", ".take", ".token"];

const tooNew = new Map();

/** Notes a feature that one of the browsers has only later, or not at all. */
function check(name, compat) {
  if (!compat || /^:*-/.test(name) || OTHERS.includes(name)) return;
  const late = Object.entries(BROWSERS).filter(([browser, version]) => !(since(compat.support[browser]) <= version));
  if (late.length > 0) tooNew.set(name, late.map(([browser]) => browser));
}

/** The first version that has it as the standard says. */
function since(support) {
  const whole = [support ?? []].flat().filter((it) => it.version_added && !it.flags && !it.prefix && !it.alternative_name && !it.version_removed);
  return Math.min(...whole.map((it) => Number.parseFloat(it.version_added.replace("≤", "")) || Number.POSITIVE_INFINITY));
}

function checkStyle(text) {
  const { "at-rules": atRules, properties, selectors, types } = bcd.css;
  const root = postcss.parse(text);
  root.walkAtRules(({ name, params }) => {
    check(`@${name}`, atRules[name]?.__compat);
    if (name !== "media") return;
    for (const [, feature] of params.matchAll(/\(\s*([a-z-]+)/g)) check(`@media ${feature}`, atRules.media[feature]?.__compat);
    if (/[<>]/.test(params)) check("@media range", atRules.media.range_syntax?.__compat);
  });
  root.walkRules(({ selector, parent }) => {
    for (const [, name] of selector.matchAll(/(?<!\\):{1,2}([a-z-]+)/g)) check(`:${name}`, selectors[name]?.__compat);
    if (parent.type === "rule") check("nesting", selectors.nesting.__compat);
  });
  root.walkDecls(({ prop, value }) => {
    const property = properties[prop];
    check(prop, property?.__compat);
    for (const word of value.split(/[\s,()]+/)) check(`${prop}: ${word}`, property?.[word]?.__compat);
    for (const [, name] of value.matchAll(/([a-z-]+)\(/g)) check(`${name}()`, (types.color[name] ?? types[name])?.__compat);
    if (/\d[dsl]vh\b/.test(value)) check("dvh", types.length.viewport_percentage_units_dynamic?.__compat);
  });
}

/** Names of globals and methods, where every thing of that name is too new: types are not known here. */
function checkScript(text) {
  const { builtins } = bcd.javascript;
  const named = (name) =>
    [...Object.values(builtins), ...Object.values(bcd.api)]
      .map((owner) => (owner[name] ?? owner[`${name}_static`])?.__compat)
      .filter(Boolean);
  const member = (name) => {
    const all = named(name);
    const isOld = ({ support }) => Object.entries(BROWSERS).every(([browser, version]) => since(support[browser]) <= version);
    if (all.length > 0 && !all.some(isOld)) check(`.${name}`, all[0]);
  };
  walk(parseScript(text, { ecmaVersion: "latest", sourceType: "module" }), {
    MemberExpression: ({ computed, property }) => void (computed || member(property.name)),
    NewExpression: ({ callee }) => void (callee.name && check(callee.name, (builtins[callee.name] ?? bcd.api[callee.name])?.__compat)),
  });
}

for (const name of await readdir("dist")) {
  const read = () => readFile(`dist/${name}`, "utf8");
  if (name.endsWith(".css")) checkStyle(await read());
  if (name.endsWith(".js") && name !== "popover.js" && !name.startsWith("no_start-")) checkScript(await read());
}
// It comes with the program's code as it is written.
for (const file of ["style/later.css", "style/system-colours.css"]) checkStyle(await readFile(file, "utf8"));
const refused = [...tooNew].filter(([name]) => !(name in EXTRAS || name.split(": ")[0] in EXTRAS));
for (const [name, browsers] of refused) console.error(`${name}: not in the oldest ${browsers.join(", ")} (tools/floor.mjs)`);
process.exitCode = refused.length > 0 ? 1 : 0;
