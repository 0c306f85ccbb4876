// The oldest browsers that the page works in. README.md names them, and a test holds the built files
// against them.

/** By esbuild's names. */
export const VERSIONS = { chrome: 107, firefox: 115, safari: 16, ios: 16 };

/** As esbuild reads them. */
export const BROWSERS = Object.entries(VERSIONS).map(([name, version]) => name + version);

/** As Lightning CSS reads them: another name for iPhones, and the version in the third byte. */
export const FLOOR = Object.fromEntries(
  Object.entries(VERSIONS).map(([name, version]) => [name === "ios" ? "ios_saf" : name, version << 16]),
);
