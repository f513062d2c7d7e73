/** Plots: what matplotlib gives back is what it gave in version 3.11, and what was drawn is told as data. */
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../server/src/base/span.ts';
import type { PlotFigure } from '../../../server/src/interpreter/plotData.ts';
import { runProgram } from './runFixture.ts';

/** What a program prints, and the figures that it tells with the text of the place. */
async function plotted(program: string) {
  const text = `import numpy as np\nimport matplotlib.pyplot as plt\n${program}`;
  const told: { readonly at: string; readonly figure: PlotFigure }[] = [];
  const observer = {
    output: (_: Span, printed: string) => {
      stdout += printed;
    },
    value: () => undefined,
    call: () => undefined,
    scan: () => undefined,
    warning: () => undefined,
    plot: (span: Span, figure: PlotFigure) => told.push({ at: text.slice(span.start, span.end), figure }),
  };
  let stdout = '';
  const { traceback } = await runProgram(text, { python: 3, observer });
  return { stdout: traceback ?? stdout, told };
}

const seriesOf = async (statement: string) =>
  (await plotted(`${statement}\nplt.show()\n`)).told[0]?.figure.axes[0]?.series;

const looks = { label: '', color: '' };

describe('series', () => {
  it.each<[statement: string, series: object]>([
    ['plt.plot([1, 4, 9])', { kind: 'line', x: [0, 1, 2], y: [1, 4, 9], line: '-', marker: '' }],
    [
      "plt.plot([1, 2], [3, 4], 'r--o', label='a')",
      { kind: 'line', x: [1, 2], y: [3, 4], line: '--', marker: 'o', color: 'r', label: 'a' },
    ],
    [
      "plt.plot([1, np.nan], 'ko', color='#ff0000', ls='dashed')",
      { kind: 'line', x: [0, 1], y: [1, null], line: '--', marker: 'o', color: '#ff0000' },
    ],
    ['plt.step([1, 2], [3, 4])', { kind: 'line', x: [1, 2], y: [3, 4], line: 'steps', marker: '' }],
    [
      'plt.scatter([1, 2], [3, 4], c=[5, 6])',
      { kind: 'points', x: [1, 2], y: [3, 4], marker: 'o', values: [5, 6] },
    ],
    [
      "plt.bar(['a', 'b'], [3, 4], color='g')",
      {
        kind: 'bars',
        isHorizontal: false,
        at: [0, 1],
        from: [0, 0],
        length: [3, 4],
        width: [0.8, 0.8],
        color: 'g',
      },
    ],
    [
      'plt.barh([1, 2], [3, 4], left=1)',
      { kind: 'bars', isHorizontal: true, at: [1, 2], from: [1, 1], length: [3, 4], width: [0.8, 0.8] },
    ],
    [
      'plt.hist([1, 2, 2, 4], bins=[0, 2, 4])',
      { kind: 'bars', isHorizontal: false, at: [1, 3], from: [0, 0], length: [1, 3], width: [2, 2] },
    ],
    ['plt.fill_between([0, 1], [2, 3])', { kind: 'area', x: [0, 1], lower: [0, 0], upper: [2, 3] }],
    [
      "plt.errorbar([1, 2], [3, 4], yerr=0.5, fmt='o')",
      {
        ...{ kind: 'errorBars', x: [1, 2], y: [3, 4], left: null, right: null },
        ...{ below: [0.5, 0.5], above: [0.5, 0.5], line: '', marker: 'o' },
      },
    ],
    [
      "plt.imshow(np.eye(2), cmap='gray')",
      {
        ...{ kind: 'image', rowCount: 2, columnCount: 2, channelCount: 1, values: [1, 0, 0, 1] },
        ...{ colormap: 'gray', extent: null, isUpsideDown: true },
      },
    ],
    ["plt.pie([1, 2], labels=['a', 'b'])", { kind: 'slices', sizes: [1, 2], labels: ['a', 'b'] }],
    ['plt.boxplot([1, 2, 3, 4, 100])', { kind: 'boxes', boxes: [[1, 2, 3, 4, 4]], labels: [] }],
    ["plt.text(1, 2, 'hi')", { kind: 'text', x: 1, y: 2, text: 'hi' }],
    ['plt.axhline(y=3)', { kind: 'rule', axis: 'y', from: 3, to: 3 }],
    ['plt.axvspan(1, 2)', { kind: 'rule', axis: 'x', from: 1, to: 2 }],
  ])('%s', async (statement, series) => {
    expect(await seriesOf(statement)).toEqual([{ ...looks, ...series }]);
  });

  it('are bounded: a long line keeps its highest and lowest points, an image some of its places', async () => {
    const [line] = (await seriesOf('y = np.zeros(100_000)\ny[77_777] = 5\nplt.plot(y)')) ?? [];
    expect(line).toMatchObject({ kind: 'line', pointCount: 100_000 });
    expect(line?.kind === 'line' ? [line.y.length, line.y.includes(5)] : null).toEqual([4000, true]);
    const [image] = (await seriesOf('plt.imshow(np.zeros((1000, 10)))')) ?? [];
    expect(image).toMatchObject({ rowCount: 256, columnCount: 10, pointCount: 10_000 });
  });

  it('a figure has only so many of them', async () => {
    const { told } = await plotted('for i in range(150): plt.plot([i])\nplt.show()\n');
    expect(told[0]?.figure).toMatchObject({ omittedCount: 50 });
  });
});

describe('figures', () => {
  it('are told where they are shown or saved, and what is not shown at the end where it was drawn', async () => {
    const { told } = await plotted(
      "plt.plot([1])\nplt.savefig('a.png')\nplt.show()\nfig, ax = plt.subplots()\nax.plot([2])\nplt.figure()\n",
    );
    expect(told.map(({ at }) => at)).toEqual(["plt.savefig('a.png')", 'ax.plot([2])']);
  });

  it('have titles, labels, limits, a grid of axes and categories', async () => {
    const { told, stdout } = await plotted(`
fig, axes = plt.subplots(2, 2)
fig.suptitle('all')
axes[0, 1].bar(['a', 'b'], [1, 2])
axes[1][0].set(title='t', xlabel='x', xlim=(0, 5))
axes[1, 1].set_yscale('log'); axes[1, 1].grid(); axes[1, 1].legend()
print(axes.shape, len(axes.flat), axes[1, 0].get_title(), fig)
plt.show()
`);
    expect(stdout).toBe('(2, 2) 4 t Figure(640x480)\n');
    const [figure] = told.map((each) => each.figure);
    expect(figure).toMatchObject({ title: 'all', rowCount: 2, columnCount: 2 });
    expect(figure?.axes.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(figure?.axes[1]?.x.categories).toEqual(['a', 'b']);
    expect(figure?.axes[2]).toMatchObject({ title: 't', x: { label: 'x', limits: [0, 5] } });
    expect(figure?.axes[3]).toMatchObject({ y: { scale: 'log' }, hasGrid: true, hasLegend: true });
  });
});

describe('what drawing gives back', () => {
  it.each([
    [
      "line, = plt.plot([1, 2, 3], [1, 4, 9], label='a')\nprint(line.get_label(), line.get_xdata(), line.get_ydata())",
      'a [1 2 3] [1 4 9]',
    ],
    [
      "a, b = plt.plot([1, 2], [3, 4], 'b-', [1, 2], [5, 6], 'go')\nprint(a.get_color(), b.get_color())",
      'b g',
    ],
    [
      'n, bins, patches = plt.hist([1, 2, 2, 3, 3, 3, 4, 4, 5], bins=5)\nprint(n, bins, len(patches), patches[0].get_height())',
      '[1. 2. 3. 2. 1.] [1.  1.8 2.6 3.4 4.2 5. ] 5 1.0',
    ],
    [
      'n, bins, _ = plt.hist(np.arange(10), bins=[0, 2, 5, 10], density=True)\nprint(n, bins)',
      '[0.1 0.1 0.1] [ 0.  2.  5. 10.]',
    ],
    [
      'n, b, _ = plt.hist([[1, 2, 3], [2, 3, 4]], bins=3, stacked=True)\nprint(n.tolist(), b)',
      '[[1.0, 1.0, 1.0], [1.0, 2.0, 3.0]] [1. 2. 3. 4.]',
    ],
    [
      'for b in plt.bar([1, 2], [4, 5], width=0.5): print(b.get_x(), b.get_width(), b.get_height(), b.get_y())',
      '0.75 0.5 4 0\n1.75 0.5 5 0',
    ],
    [
      'fig, ax = plt.subplots()\nax.set_xlim(0, 5)\nprint(ax.get_xlim())',
      '(np.float64(0.0), np.float64(5.0))',
    ],
    [
      'plt.figure(3)\nprint(plt.get_fignums(), plt.gcf().number)\nplt.close("all")\nprint(plt.get_fignums())',
      '[3] 3\n[]',
    ],
    [
      'try:\n    plt.plot([1, 2, 3], [1, 2])\nexcept ValueError as e:\n    print(e)',
      'x and y must have same first dimension, but have shapes (3,) and (2,)',
    ],
    [
      "plt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (1, 2)\nplt.rcParams.update({'font.size': 1})\nimport matplotlib\nmatplotlib.use('Agg')\nprint(matplotlib.rcParams['figure.figsize'])",
      '(1, 2)',
    ],
  ])('%s', async (program, expected) => {
    expect((await plotted(`${program}\n`)).stdout).toBe(`${expected}\n`);
  });

  it.each([
    ['plt.quiver([1], [2])', 'matplotlib.pyplot.quiver'],
    ['plt.subplots()[1].quiver([1], [2])', 'Axes.quiver'],
    ['plt.cm.viridis(0.5)', 'the colours of a colour map'],
    ["plt.figure().add_subplot(projection='3d')", 'the projection 3d'],
    ['plt.subplots()[1].get_xlim()', 'limits that matplotlib chooses'],
    ['import pylab\npylab.plot([1])', 'pylab.plot'],
  ])('%s is refused', async (statement, name) => {
    expect((await plotted(`${statement}\n`)).stdout).toContain(`NotSupportedByScanLens: ${name}`);
  });
});
