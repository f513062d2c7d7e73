/**
 * A picture as a list of shapes with places in pixels: what plots are turned into before anything is drawn. Two writers make the same
 * picture of it, one on a canvas, one as the text of an SVG.
 */
export type Point = readonly [x: number, y: number];

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export type Shape =
  | {
      readonly kind: 'path';
      /** Pieces that do not hang together. */
      readonly pieces: readonly (readonly Point[])[];
      readonly isClosed: boolean;
      readonly stroke: Stroke | null;
      readonly fill: string | null;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly color: string;
      /** Which part of the text stands at the place. */
      readonly anchor: 'start' | 'middle' | 'end';
      readonly baseline: 'top' | 'middle' | 'bottom';
      readonly isBold?: boolean;
      /** Reads from below to above. */
      readonly isUpright?: boolean;
    }
  | {
      readonly kind: 'image';
      readonly rect: Rect;
      readonly columnCount: number;
      readonly rowCount: number;
      /** Red, green, blue and opacity of each place, from the top row on. */
      readonly pixels: Uint8ClampedArray;
    }
  /** Nothing of it is seen outside of `clip`. */
  | { readonly kind: 'group'; readonly clip: Rect; readonly shapes: readonly Shape[] };

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** In words, for those who do not see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}

/** Colours of everything to which the program gave none. */
export interface Palette {
  readonly foreground: string;
  readonly background: string;
  readonly grid: string;
  /** The cycle: `C0`, `C1`, … */
  readonly series: readonly string[];
}

/** What is saved: on white, with the colours of matplotlib. */
export const paperPalette: Palette = {
  foreground: '#000000',
  background: '#ffffff',
  grid: '#d0d0d0',
  series: [
    '#1f77b4',
    '#ff7f0e',
    '#2ca02c',
    '#d62728',
    '#9467bd',
    '#8c564b',
    '#e377c2',
    '#7f7f7f',
    '#bcbd22',
    '#17becf',
  ],
};

const dashes: Readonly<Record<string, readonly number[]>> = {
  '--': [6, 4],
  '-.': [8, 3, 2, 3],
  ':': [2, 3],
};

/** The dashes of one of matplotlib's line styles; null for a line that is drawn through. */
export const dashesOf = (style: string): readonly number[] | null =>
  Object.hasOwn(dashes, style) ? (dashes[style] ?? null) : null;

/** Of an area, so that what lies behind it is seen. */
export const areaOpacity = 0.4;

export const line = (points: readonly Point[], stroke: Stroke): Shape => ({
  kind: 'path',
  pieces: [points],
  isClosed: false,
  stroke,
  fill: null,
});

export const segment = (from: Point, to: Point, stroke: Stroke): Shape => line([from, to], stroke);

export const box = (
  { x, y, width, height }: Rect,
  looks: { fill?: string; stroke?: Stroke; opacity?: number },
): Shape => ({
  kind: 'path',
  pieces: [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  ],
  isClosed: true,
  stroke: looks.stroke ?? null,
  fill: looks.fill ?? null,
  ...(looks.opacity === undefined ? {} : { opacity: looks.opacity }),
});

/** How wide a text is, about, in a usual proportional face: enough to keep texts apart. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size;
}

function letterWidth(letter: string): number {
  if (/[ijl.,:;'|!()[\] ]/.test(letter)) return 0.36;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  if (/[A-Z]/.test(letter)) return 0.7;
  return (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1.02 : 0.6;
}
