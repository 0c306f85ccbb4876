import type { Locator } from "@playwright/test";

export interface Contrast {
  text: string;
  ratio: number;
}

/**
 * The contrast of each element's text with what stands behind it, by WCAG 2. The browser itself
 * turns whatever a style says (oklch, color-mix, …) into red, green and blue.
 */
export async function contrasts(elements: Locator): Promise<Contrast[]> {
  return elements.evaluateAll((list) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    if (brush === null) throw new Error("no canvas");
    type Rgb = [number, number, number];
    const paint = (layers: string[]): Rgb => {
      brush.clearRect(0, 0, 1, 1);
      for (const layer of layers) {
        brush.fillStyle = layer;
        brush.fillRect(0, 0, 1, 1);
      }
      const [r = 0, g = 0, b = 0] = brush.getImageData(0, 0, 1, 1).data;
      return [r, g, b];
    };
    const luminance = (rgb: Rgb) => {
      const [r, g, b] = rgb.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as Rgb;
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return list.map((element) => {
      const layers: string[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        layers.unshift(getComputedStyle(at).backgroundColor);
      }
      const isDark = getComputedStyle(element).colorScheme.includes("dark");
      layers.unshift(isDark ? "Canvas" : "white");
      const ground = luminance(paint(layers));
      const text = luminance(paint([...layers, getComputedStyle(element).color]));
      const ratio = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
      return { text: element.textContent ?? "", ratio };
    });
  });
}
