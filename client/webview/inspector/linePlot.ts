/**
 * Lines over the iterations, drawn by uPlot. Where a point stands for several iterations the space between their least and greatest
 * value is filled. The mark of the present step is an element of its own, so that moving it draws nothing anew.
 */
import uPlot from 'uplot';
import type { SeriesData } from '../../../protocol/src/questions.ts';
import type { StepRange } from '../../scene/plotChoice.ts';
import { shortNumber } from '../../scene/ticks.ts';
import { element, svgElement } from '../dom.ts';
import { colorCount, themeColors } from '../theme.ts';

export interface PlottedLine {
  readonly name: string;
  readonly data: SeriesData;
}

export interface PlotEvents {
  readonly go: (step: number) => void;
  readonly zoom: (range: StepRange | null) => void;
}

/** A drag that is shorter is a click. */
const shortestDrag = 4;

export class LinePlot {
  readonly element = element('div', { class: 'lines' });
  readonly #events: PlotEvents;
  readonly #mark = element('div', { class: 'stepMark' });
  #plot: uPlot | null = null;
  #step = 0;

  constructor(events: PlotEvents) {
    this.#events = events;
  }

  show(lines: readonly PlottedLine[], range: StepRange): void {
    this.clear();
    const size = this.#size();
    this.#plot = new uPlot(
      optionsOf(lines, range, { ...size, events: this.#events }),
      dataOf(lines),
      this.element,
    );
    this.#plot.over.append(this.#mark);
    this.#listen(this.#plot);
    this.moveTo(this.#step);
  }

  /** The mark stands at this step. */
  moveTo(step: number): void {
    this.#step = step;
    if (this.#plot === null) return;
    const left = this.#plot.valToPos(step, 'x');
    this.#mark.hidden = left < 0 || left > this.#plot.over.clientWidth;
    this.#mark.style.transform = `translateX(${left}px)`;
  }

  resize(): void {
    if (this.#plot === null) return;
    this.#plot.setSize(this.#size());
    this.moveTo(this.#step);
  }

  clear(): void {
    this.#plot?.destroy();
    this.#plot = null;
  }

  #size(): { readonly width: number; readonly height: number } {
    return {
      width: Math.max(200, this.element.clientWidth),
      height: Math.max(120, this.element.clientHeight),
    };
  }

  #listen(plot: uPlot): void {
    let pressedAt = 0;
    plot.over.addEventListener('mousedown', (event) => {
      pressedAt = event.clientX;
    });
    plot.over.addEventListener('click', (event) => {
      if (Math.abs(event.clientX - pressedAt) >= shortestDrag) return;
      const { left } = plot.over.getBoundingClientRect();
      this.#events.go(Math.round(plot.posToVal(event.clientX - left, 'x')));
    });
    plot.over.addEventListener('dblclick', () => this.#events.zoom(null));
  }
}

interface Surroundings {
  readonly width: number;
  readonly height: number;
  readonly events: PlotEvents;
}

function optionsOf(lines: readonly PlottedLine[], range: StepRange, around: Surroundings): uPlot.Options {
  const colors = themeColors();
  const axis: uPlot.Axis = {
    stroke: colors.foreground,
    grid: { stroke: colors.grid, width: 1 },
    ticks: { stroke: colors.grid, width: 1 },
  };
  const series = lines.flatMap(({ name, data }, index): uPlot.Series[] => {
    const stroke = colors.series[index % colors.series.length] ?? colors.foreground;
    const isShort = data.steps.length <= 60;
    const looks = {
      stroke,
      width: 1.5,
      dash: dashes[index % dashes.length] ?? [],
      points: { show: isShort, size: 5 },
    };
    return [
      { label: name, ...looks },
      { label: `${name} high`, ...looks, points: { show: false } },
    ];
  });
  return {
    width: around.width,
    height: around.height,
    scales: { x: { time: false, range: [range.from, Math.max(range.from + 1, range.to - 1)] } },
    axes: [
      { ...axis, incrs: wholeIncrements },
      { ...axis, size: 64, values: (_, ticks) => ticks.map(shortNumber) },
    ],
    series: [{ label: 'step' }, ...series],
    bands: lines.map((_, index) => ({
      series: [2 * index + 2, 2 * index + 1],
      fill: `${colors.series[index % colors.series.length] ?? colors.foreground}40`,
    })),
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { show: false } },
    hooks: { setSelect: [(plot) => selected(plot, around.events)] },
  };
}

/** Lines are told apart by more than their colours. */
const dashes: readonly number[][] = [[], [6, 3], [2, 3], [8, 3, 2, 3]];

/** Names of lines, each with a piece of its line. */
export function lineNames(names: readonly string[]): readonly HTMLElement[] {
  return names.map((name, index) => {
    const way = svgElement('path', { d: 'M0 6H28', 'stroke-width': 2, fill: 'none' });
    way.style.stroke = `var(--series-${index % colorCount})`;
    way.style.strokeDasharray = (dashes[index % dashes.length] ?? []).join(' ');
    const sign = svgElement('svg', { width: 28, height: 12, 'aria-hidden': 'true' }, way);
    return element('span', { class: 'lineName' }, sign, name);
  });
}

/** There is nothing between two iterations. */
const wholeIncrements = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap((power) => [
  power,
  2 * power,
  5 * power,
]);

function selected(plot: uPlot, events: PlotEvents): void {
  const { left, width } = plot.select;
  if (width < shortestDrag) return;
  const from = Math.floor(plot.posToVal(left, 'x'));
  const to = Math.ceil(plot.posToVal(left + width, 'x')) + 1;
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  events.zoom({ from, to });
}

/** All lines have the same steps: they were asked for with the same range and number of points. */
function dataOf(lines: readonly PlottedLine[]): uPlot.AlignedData {
  const steps = lines[0]?.data.steps ?? [];
  return [[...steps], ...lines.flatMap(({ data }) => [[...data.low], [...data.high]])];
}
