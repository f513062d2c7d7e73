/** The marks of points, by the letters of matplotlib, as outlines around a place. */
import type { Point, Shape } from './scene.ts';

const turn = 2 * Math.PI;

/** A regular outline; `inner` below 1 makes a star of it. */
function regular(corners: number, start: number, inner = 1): readonly Point[] {
  const count = inner === 1 ? corners : 2 * corners;
  return Array.from({ length: count }, (_, index): Point => {
    const radius = inner === 1 || index % 2 === 0 ? 1 : inner;
    const angle = start + (turn * index) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

const up = -turn / 4;
const circle = regular(16, 0);
const square: readonly Point[] = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
];
const cross = (size: number): readonly (readonly Point[])[] => [
  [
    [-size, 0],
    [size, 0],
  ],
  [
    [0, -size],
    [0, size],
  ],
];
const turnedCross: readonly (readonly Point[])[] = [
  [
    [-0.75, -0.75],
    [0.75, 0.75],
  ],
  [
    [-0.75, 0.75],
    [0.75, -0.75],
  ],
];

const filled: Readonly<Record<string, readonly Point[]>> = {
  o: circle,
  '.': circle.map(([x, y]): Point => [x / 2, y / 2]),
  ',': square.map(([x, y]): Point => [x / 6, y / 6]),
  s: square,
  '^': regular(3, up),
  v: regular(3, -up),
  '<': regular(3, turn / 2),
  '>': regular(3, 0),
  D: regular(4, up),
  d: regular(4, up).map(([x, y]): Point => [0.6 * x, y]),
  p: regular(5, up),
  h: regular(6, up),
  H: regular(6, 0),
  '8': regular(8, turn / 16),
  '*': regular(5, up, 0.4),
  P: regular(4, 0, 0.35),
  X: regular(4, turn / 8, 0.35),
};

const lined: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  '+': cross(1),
  x: turnedCross,
  '|': cross(1).slice(1),
  _: cross(1).slice(0, 1),
  '1': cross(0.8),
  '2': cross(0.8),
  '3': cross(0.8),
  '4': cross(0.8),
};

/** All marks of a colour as one shape; null for none. Places that are not finite have none. */
export function markShape(
  marker: string,
  places: readonly Point[],
  { color, radius }: { readonly color: string; readonly radius: number },
): Shape | null {
  const shown = places.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const outline = Object.hasOwn(filled, marker) ? [filled[marker] ?? circle] : null;
  const strokes = Object.hasOwn(lined, marker) ? (lined[marker] ?? []) : null;
  const forms = outline ?? strokes ?? [circle];
  if (marker === '' || shown.length === 0) return null;
  const isFilled = strokes === null;
  return {
    kind: 'path',
    pieces: shown.flatMap(([x, y]) =>
      forms.map((form) => form.map(([dx, dy]): Point => [x + radius * dx, y + radius * dy])),
    ),
    isClosed: isFilled,
    stroke: isFilled ? null : { color, width: 1.5 },
    fill: isFilled ? color : null,
  };
}
