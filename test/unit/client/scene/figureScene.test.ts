/** Plots as scenes: where things stand, what is written, what is left out. */
import { describe, expect, test } from 'vitest';
import { figureScene } from '../../../../client/scene/figureScene.ts';
import { paperPalette, type Shape } from '../../../../client/scene/scene.ts';
import { t } from '../../../../client/src/l10n.ts';
import type { PlotData } from '../../../../protocol/src/plots.ts';
import { axesOf, axis, curve, figureOf, flat, texts } from './figures.ts';

const size = { width: 400, height: 300 };
const scene = (plot: PlotData) => figureScene(plot, size, paperPalette, t);
const paths = (plot: PlotData) =>
  flat(scene(plot).shapes).filter((shape): shape is Shape & { kind: 'path' } => shape.kind === 'path');
const colored = (plot: PlotData, color: string) =>
  paths(plot).filter(({ stroke, fill }) => stroke?.color === color || fill === color);
const [blue = '', orange = '', green = ''] = paperPalette.series;

describe('a line', () => {
  const [path] = colored(figureOf([curve([0, 1, 4])]), blue);

  test('goes up where its numbers do, with a margin around it', () => {
    const [first, middle, last] = path?.pieces[0] ?? [];
    if (first === undefined || middle === undefined || last === undefined) throw new Error('three points');
    expect(first[1]).toBeGreaterThan(middle[1]);
    expect(middle[1]).toBeGreaterThan(last[1]);
    expect(middle[0] - first[0]).toBeCloseTo(last[0] - middle[0]);
    expect((first[1] - middle[1]) * 3).toBeCloseTo(middle[1] - last[1]);
    expect(last[0]).toBeLessThan(400);
  });

  test('breaks where there is no number', () => {
    const [broken] = colored(figureOf([curve([0, 1, null, 2, 3, null, 4])]), blue);
    expect(broken?.pieces.map((piece) => piece.length)).toEqual([2, 2]);
  });

  test('of steps turns before each point', () => {
    const [steps] = colored(figureOf([curve([0, 1], { line: 'steps' })]), blue);
    const [first, corner, last] = steps?.pieces[0] ?? [];
    expect([corner?.[0], corner?.[1]]).toEqual([first?.[0], last?.[1]]);
  });

  test('takes the next colour of the cycle unless it has one', () => {
    const plot = figureOf([
      curve([0, 1]),
      curve([1, 2], { color: 'r' }),
      curve([2, 3]),
      curve([3, 4], { color: 'C2' }),
    ]);
    expect([blue, '#ff0000', orange, green].map((color) => colored(plot, color).length)).toEqual([
      1, 1, 1, 1,
    ]);
  });
});

describe('axes', () => {
  test('take the limits of the program, also the other way around', () => {
    const [path] = colored(figureOf([curve([0, 10])], { y: axis({ limits: [10, 0] }) }), blue);
    const [first, last] = path?.pieces[0] ?? [];
    expect(first?.[1]).toBeLessThan(last?.[1] ?? 0);
  });

  test('write numbers, labels, titles and categories', () => {
    const plot = figureOf([curve([0, 10])], {
      title: 'Loss',
      x: axis({ label: 'epoch', categories: ['one', 'two'] }),
      y: axis({ label: 'loss' }),
    });
    const written = texts(scene({ ...plot, title: 'Run 1' }).shapes);
    for (const text of ['Run 1', 'Loss', 'epoch', 'loss', 'one', 'two', '0', '10'])
      expect(written).toContain(text);
  });

  test('that are logarithmic show no numbers that are not positive', () => {
    const plot = figureOf([curve([-1, 0, 1, 10, 100])], { y: axis({ scale: 'log' }) });
    const [path] = colored(plot, blue);
    expect(path?.pieces[0]).toHaveLength(3);
    const heights = path?.pieces[0]?.map(([, y]) => y) ?? [];
    expect((heights[0] ?? 0) - (heights[1] ?? 0)).toBeCloseTo((heights[1] ?? 0) - (heights[2] ?? 0));
    expect(texts(scene(plot).shapes)).toEqual(expect.arrayContaining(['1', '10', '100']));
  });

  test('have a grid only when the program wants one', () => {
    const count = (hasGrid: boolean) =>
      colored(figureOf([curve([0, 1])], { hasGrid }), paperPalette.grid).length;
    expect(count(false)).toBe(0);
    expect(count(true)).toBeGreaterThan(4);
  });

  test('stand in the grid of the figure', () => {
    const titles = ['a', 'b', 'c', 'd'].map((title, index) =>
      axesOf([curve([0, 1])], { title, row: Math.floor(index / 2), column: index % 2 }),
    );
    const all = scene({ title: '', rowCount: 2, columnCount: 2, axes: titles, omittedCount: 0 }).shapes;
    const at = (text: string) => {
      const found = all.find((shape) => shape.kind === 'text' && shape.text === text);
      if (found?.kind !== 'text') throw new Error(`no ${text}`);
      return found.at;
    };
    expect(at('a')[0]).toBeCloseTo(at('c')[0]);
    expect(at('a')[0]).toBeLessThan(at('b')[0]);
    expect(at('b')[1]).toBeLessThan(at('d')[1]);
  });
});

describe('the legend', () => {
  test('lists labels, but not those that begin with _', () => {
    const plot = figureOf([curve([0, 1], { label: 'train' }), curve([1, 0], { label: '_hidden' })], {
      hasLegend: true,
    });
    const written = texts(scene(plot).shapes);
    expect(written).toContain('train');
    expect(written).not.toContain('_hidden');
  });

  test('stands where the fewest points are', () => {
    const place = (y: readonly number[]) => {
      const all = scene(figureOf([curve(y, { label: 'train' })], { hasLegend: true })).shapes;
      const found = all.find((shape) => shape.kind === 'text' && shape.text === 'train');
      return found?.kind === 'text' ? found.at : [0, 0];
    };
    const rising = Array.from({ length: 100 }, (_, index) => index);
    const [risingX = 0] = place(rising);
    const [fallingX = 0] = place(rising.toReversed());
    expect(risingX).toBeLessThan(fallingX);
  });
});

test('bars stand on the axis without a margin', () => {
  const bars = {
    kind: 'bars',
    isHorizontal: false,
    at: [0, 1],
    from: [0, 0],
    length: [2, 4],
    width: [0.8, 0.8],
  } as const;
  const drawn = colored(figureOf([bars]), blue).map(({ pieces }) => pieces[0]?.map(([, y]) => y) ?? []);
  const [one = [], other = []] = drawn;
  const frame =
    paths(figureOf([bars])).find(({ isClosed, fill }) => isClosed && fill === null)?.pieces[0] ?? [];
  const bottom = Math.max(...frame.map(([, y]) => y));
  expect(Math.max(...one)).toBeCloseTo(bottom);
  expect(Math.max(...one) - Math.min(...one)).toBeCloseTo((Math.max(...other) - Math.min(...other)) / 2);
});

describe('an image', () => {
  const image = (given: object) =>
    figureOf([
      {
        kind: 'image',
        rowCount: 2,
        columnCount: 2,
        values: [0, 1, 2, null],
        channelCount: 1,
        colormap: 'gray',
        extent: null,
        isUpsideDown: true,
        ...given,
      },
    ]);
  const drawn = (given: object) => {
    const found = flat(scene(image(given)).shapes).find((shape) => shape.kind === 'image');
    if (found?.kind !== 'image') throw new Error('no image');
    const places = [0, 1, 2, 3].map((place) => [...found.pixels.subarray(4 * place, 4 * place + 4)]);
    return { rect: found.rect, reds: places.map(([red]) => red), opacities: places.map((each) => each[3]) };
  };

  test('has its first row above, and nothing where there is no number', () => {
    expect(drawn({}).reds).toEqual([0, 128, 255, 0]);
    expect(drawn({}).opacities).toEqual([255, 255, 255, 0]);
  });

  test('has its first row below when the program says so', () => {
    expect(drawn({ isUpsideDown: false }).reds).toEqual([255, 0, 0, 128]);
  });

  test('has square places', () => {
    const { rect } = drawn({});
    expect(rect.width).toBeCloseTo(rect.height);
  });

  test('counts its rows from above', () => {
    const found = flat(scene(image({})).shapes).flatMap((shape) =>
      shape.kind === 'text' && /^[01]\.0$/.test(shape.text) && shape.anchor === 'end' ? [shape] : [],
    );
    const heights = found.toSorted((a, b) => a.at[1] - b.at[1]).map(({ text }) => text);
    expect(heights).toEqual(['0.0', '1.0']);
  });

  test('has colours of its own when it has channels', () => {
    const values = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1];
    expect(drawn({ channelCount: 3, values }).reds).toEqual([255, 0, 0, 255]);
  });
});

test('a colour bar says what colours stand for', () => {
  const points = { kind: 'points', x: [0, 1], y: [0, 1], marker: 'o', values: [10, 20] } as const;
  expect(texts(scene(figureOf([points], { hasColorbar: true })).shapes)).toEqual(
    expect.arrayContaining(['10', '20']),
  );
});

test('a pie has a slice for each share, without axes', () => {
  const pie = { kind: 'slices', sizes: [1, 1, 2], labels: ['a', 'b', 'c'] } as const;
  expect(texts(scene(figureOf([pie])).shapes)).toEqual(['a', 'b', 'c']);
  const slices = paths(figureOf([pie])).filter(({ fill }) => fill !== null);
  expect(slices).toHaveLength(3);
  expect(slices[2]?.pieces[0]?.length).toBeGreaterThan((slices[0]?.pieces[0]?.length ?? 0) * 1.5);
});

test('what covers an area lies under lines', () => {
  const area = { kind: 'area', x: [0, 1], lower: [0, 0], upper: [1, 1] } as const;
  const fills = paths(figureOf([curve([0, 1]), area])).map(({ fill, stroke }) => fill ?? stroke?.color);
  expect(fills.indexOf(orange)).toBeLessThan(fills.indexOf(blue));
});

test('nothing is left out in silence', () => {
  const plot = { ...figureOf([curve([0, 1], { pointCount: 9000 })]), omittedCount: 3 };
  expect(texts(scene(plot).shapes)).toContain(
    '3 more series are not shown · 1 series show a part of their points',
  );
});

test('the description names what there is', () => {
  const plot = figureOf([curve([0, 1], { label: 'train' })], { title: 'Loss', x: axis({ label: 'epoch' }) });
  expect(scene({ ...plot, title: 'Run' }).description).toBe('Run. 1 series: Loss, epoch, train');
});

test.each([
  ['no series', figureOf([])],
  ['no points', figureOf([curve([])])],
  ['no numbers', figureOf([curve([null, null])])],
  ['one number', figureOf([curve([5])])],
  ['equal numbers', figureOf([curve([0, 0, 0])])],
  ['limits that are equal', figureOf([curve([0, 1])], { x: axis({ limits: [1, 1] }) })],
  [
    'a log axis of negative limits',
    figureOf([curve([1, 2])], { y: axis({ scale: 'log', limits: [-1, 1] }) }),
  ],
  ['no shares', figureOf([{ kind: 'slices', sizes: [0, null], labels: [] }])],
])('%s makes a scene with places that are numbers', (_, plot) => {
  const places = flat(scene(plot).shapes).flatMap((shape) =>
    shape.kind === 'path' ? shape.pieces.flat(2) : shape.kind === 'text' ? [...shape.at] : [],
  );
  expect(places.filter((place) => !Number.isFinite(place))).toEqual([]);
});
