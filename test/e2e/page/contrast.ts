/** How well a text stands out from what is behind it, by the formula of WCAG 2.1. */

/** From 1 (not at all) to 21 (black on white); small text needs 4.5. Colours as CSS writes them: `rgb(1, 2, 3)`. */
export function contrast(color: string, background: string): number {
  const [light, dark] = [luminance(color), luminance(background)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map((part) => linear(Number(part) / 255));
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`no colour: ${color}`);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
