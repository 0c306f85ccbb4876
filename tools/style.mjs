// Bundles style/main.css and everything it imports into one file, which index.html links.
// Trunk runs this before each build and says through TRUNK_PROFILE which kind it is.
import { build } from "esbuild";

const release = process.env.TRUNK_PROFILE === "release";

await build({
  entryPoints: ["style/main.css"],
  outfile: "target/style/kehu.css",
  bundle: true,
  minify: release,
  sourcemap: release ? false : "inline",
  loader: { ".svg": "dataurl" },
  logLevel: "warning",
});
