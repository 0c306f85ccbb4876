// What the user chose for this device, as `src/state/settings.rs` keeps it. The program reads it
// again; here it is for what is on the screen before the program.
import { read } from "./keys.js";

/** The settings, `{}` when there are none, and `null` when they cannot be read. */
export function readSettings() {
  try {
    const settings = JSON.parse(read(localStorage, "kehu.settings") ?? "{}");
    return settings !== null && typeof settings === "object" ? settings : null;
  } catch {
    return null;
  }
}

/**
 * The painted shell has the chosen colours, and a page that stops speaks the chosen language.
 * @param {{ theme?: any, lang?: any } | null} settings
 */
export function showSettings(settings) {
  const root = document.documentElement;
  const theme = settings?.theme;
  if (["light", "dark"].includes(theme)) root.dataset.theme = theme;
  const tag = [settings?.lang, navigator.language].find((tag) => /^(zh|en)/i.test(tag ?? ""));
  if (tag !== undefined) root.lang = /^zh/i.test(tag) ? "zh-CN" : "en";
}
