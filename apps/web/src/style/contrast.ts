/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio of two colours written as `#rrggbb`, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

export type Theme = "light" | "dark";

/** Colours of a style sheet written as `--name: light-dark(#rrggbb, #rrggbb)`, by theme and name. */
export function colourTokens(css: string): Record<Theme, ReadonlyMap<string, string>> {
  const found = [...css.matchAll(/--([a-z]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)];
  return {
    light: new Map(found.map(([, name = "", light = ""]) => [name, light])),
    dark: new Map(found.map(([, name = "", , dark = ""]) => [name, dark])),
  };
}
