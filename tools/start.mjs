// Makes one file of start/start.js and what it imports, which index.html links: one file is one
// wait less; one of start/no_start.js, for browsers of any age; and one for browsers without popovers.
// Trunk runs this before each build.
import { build } from "esbuild";
import { BROWSERS } from "./floor.mjs";

await build({
  entryPoints: ["start/start.js"],
  outfile: "target/start/start.js",
  bundle: true,
  format: "esm",
  target: BROWSERS,
  charset: "utf8",
  logLevel: "warning",
});

await build({
  entryPoints: ["start/no_start.js"],
  outfile: "target/start/no_start.js",
  bundle: true,
  format: "iife",
  target: "es5",
  charset: "utf8",
  logLevel: "warning",
});

await build({
  entryPoints: ["start/popover.js"],
  outfile: "target/start/popover.js",
  nodePaths: ["tools/node_modules"],
  bundle: true,
  format: "esm",
  target: BROWSERS,
  charset: "utf8",
  legalComments: "inline",
  logLevel: "warning",
});
