/**
 * Colours as programs write them for matplotlib, as CSS writes them: letters, names, the cycle, grays, tuples. A colour that can not be
 * told from the paper is drawn in that of the text.
 */
import { hex, type Rgb } from './colormaps.ts';
import { type Palette, paperPalette } from './scene.ts';

const letters: Readonly<Record<string, string>> = {
  b: '#0000ff',
  g: '#008000',
  r: '#ff0000',
  c: '#00bfbf',
  m: '#bf00bf',
  y: '#bfbf00',
  k: '#000000',
  w: '#ffffff',
};

const tableauNames = ['blue', 'orange', 'green', 'red', 'purple', 'brown', 'pink', 'gray', 'olive', 'cyan'];

/** Names of CSS that programs use often, for telling colours from the paper; the others are left to whoever draws. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  navy: '#000080',
};

/** Below this two colours are one to the eye. */
const leastContrast = 1.3;

/** `index`: which of the cycle is taken where the program gave none. */
export function plotColor(text: string, index: number, palette: Palette): string {
  const color = readColor(text, palette) ?? cycled(index, palette);
  return isSeen(color, palette.background) ? color : palette.foreground;
}

const cycled = (index: number, { series }: Palette): string => series[index % series.length] ?? '#808080';

function readColor(text: string, palette: Palette): string | null {
  const plain = text.trim();
  if (plain === '' || plain === 'none' || plain === 'None') return null;
  if (Object.hasOwn(letters, plain)) return letters[plain] ?? null;
  if (/^C\d+$/.test(plain)) return cycled(Number(plain.slice(1)), palette);
  if (plain.startsWith('tab:')) return tableau(plain.slice(4));
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(plain)) return plain.toLowerCase();
  if (/^(?:0?\.\d+|0|1|[01]\.\d*)$/.test(plain)) return gray(Number(plain));
  if (plain.startsWith('(')) return fromParts(plain);
  const name = plain.toLowerCase();
  if (Object.hasOwn(named, name)) return named[name] ?? null;
  // Other names are those of CSS; anything else would end up in an attribute.
  return /^[a-z]{3,30}$/.test(name) ? name : null;
}

function tableau(name: string): string | null {
  const index = tableauNames.indexOf(name === 'grey' ? 'gray' : name);
  return index < 0 ? null : (paperPalette.series[index] ?? null);
}

function gray(share: number): string {
  const part = Math.round(255 * Math.max(0, Math.min(1, share)));
  return hex([part, part, part]);
}

function fromParts(text: string): string | null {
  const parts = text.slice(1, -1).split(',').map(Number);
  if (parts.length < 3 || parts.some((part) => !Number.isFinite(part))) return null;
  const byte = (index: number) => Math.round(255 * Math.max(0, Math.min(1, parts[index] ?? 0)));
  const color = hex([byte(0), byte(1), byte(2)]);
  return parts.length > 3 ? color + byte(3).toString(16).padStart(2, '0') : color;
}

// ------------------------------------------------------------------------------------------------------------- contrast

function isSeen(color: string, background: string): boolean {
  const [one, other] = [rgbOf(color), rgbOf(background)];
  return one === null || other === null || contrast(one, other) >= leastContrast;
}

/** Null for what is not written with digits. */
export function rgbOf(color: string): Rgb | null {
  const long = /^#([\da-f]{6})/i.exec(color)?.[1];
  const short = /^#([\da-f]{3})[\da-f]?$/i.exec(color)?.[1];
  const digits = long ?? short?.replace(/./g, '$&$&');
  if (digits !== undefined) {
    const part = (start: number) => Number.parseInt(digits.slice(start, start + 2), 16);
    return [part(0), part(2), part(4)];
  }
  const parts = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(color);
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
