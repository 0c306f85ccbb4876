// Unpacks the oldest Chromium that the page works in, once, and says where it is.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const packed = new URL("node_modules/@sparticuz/chromium/bin/chromium.br", import.meta.url);
const program = new URL("node_modules/.unpacked/chromium", import.meta.url);
if (!existsSync(program)) {
  await mkdir(new URL(".", program), { recursive: true });
  const part = new URL("chromium.part", program);
  await writeFile(part, brotliDecompressSync(await readFile(packed)), { mode: 0o755 });
  await rename(part, program);
}
console.log(fileURLToPath(program));
