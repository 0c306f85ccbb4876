// Makes one file of start/start.js and what it imports, which index.html links: one file is one
// wait less; and one of start/no_start.js, for browsers of any age. Trunk runs this before each build.
import { build } from "esbuild";

await build({
  entryPoints: ["start/start.js"],
  outfile: "target/start/start.js",
  bundle: true,
  format: "esm",
  target: "es2022",
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
