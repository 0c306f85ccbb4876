// Reads a code from the picture on the screen, as a phone's camera would: by a reader that shares nothing with the
// page.
import type { Locator } from "@playwright/test";
import readCode from "jsqr";
import { PNG } from "pngjs";

/** The text of the code that an element shows; `undefined` where none can be read. */
export async function readQrCode(picture: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await picture.screenshot({ animations: "disabled" }));
  return readCode(new Uint8ClampedArray(data), width, height)?.data;
}
