/** Many elements over the iterations as a picture: a column per iteration (or several), a row per element (or several). */
import type { HeatMapData } from '../../../protocol/src/questions.ts';
import { colormapOf } from '../../scene/colormaps.ts';
import type { StepRange } from '../../scene/plotChoice.ts';
import { shortNumber } from '../../scene/ticks.ts';
import { element } from '../dom.ts';
import { t } from '../l10n.ts';
import type { PlotEvents } from './linePlot.ts';

const colormap = colormapOf('viridis');
/** What is not finite is neither of the colours of the map. */
const notFinite = [128, 128, 128, 96] as const;

export class HeatPlot {
  readonly element = element('div', { class: 'heat' });
  readonly #canvas = element('canvas', { role: 'img' });
  readonly #mark = element('div', { class: 'stepMark' });
  readonly #picture = element('div', { class: 'picture' }, this.#canvas, this.#mark);
  readonly #low = element('span', {});
  readonly #high = element('span', {});
  readonly #bar = element('canvas', { class: 'bar', width: 128, height: 1, 'aria-hidden': 'true' });
  readonly #first = element('span', {});
  readonly #last = element('span', {});
  readonly #rows = element('span', { class: 'muted' });
  #range: StepRange = { from: 0, to: 1 };
  #step = 0;

  constructor(events: PlotEvents) {
    const below = element('div', { class: 'below' }, this.#first, this.#rows, this.#last);
    const key = element('div', { class: 'key' }, this.#low, this.#bar, this.#high);
    this.element.append(this.#picture, below, key);
    this.#picture.addEventListener('click', (event) => {
      const { left, width } = this.#picture.getBoundingClientRect();
      const { from, to } = this.#range;
      events.go(Math.floor(from + ((event.clientX - left) / width) * (to - from)));
    });
    paint(this.#bar, 1, 128, (_, column) => column / 127);
  }

  show(data: HeatMapData, range: StepRange, name: string): void {
    this.#range = range;
    const numbers = [...data.low, ...data.high].filter((each) => each !== null);
    const low = numbers.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
    const high = numbers.reduce((greatest, each) => Math.max(greatest, each), Number.NEGATIVE_INFINITY);
    const span = high > low ? high - low : 1;
    const [columnCount, rowCount] = [data.steps.length, data.elements.length];
    paint(this.#canvas, rowCount, columnCount, (row, column) => {
      const index = row * columnCount + column;
      const [least, greatest] = [data.low[index] ?? null, data.high[index] ?? null];
      return least === null || greatest === null ? null : ((least + greatest) / 2 - low) / span;
    });
    // A picture that has not come to its end yet is as wide as it goes.
    const share = (data.until - range.from) / Math.max(1, range.to - range.from);
    this.#canvas.style.width = `${Math.min(1, share) * 100}%`;
    this.#low.textContent = numbers.length === 0 ? '' : shortNumber(low);
    this.#high.textContent = numbers.length === 0 ? '' : shortNumber(high);
    this.#first.textContent = String(range.from);
    this.#last.textContent = String(range.to - 1);
    this.#rows.textContent = t('iterations → · elements ↓ ({0} rows)', rowCount);
    const words = t('{0} over the iterations, from {1} to {2}', name, shortNumber(low), shortNumber(high));
    this.#canvas.setAttribute('aria-label', words);
    this.moveTo(this.#step);
  }

  moveTo(step: number): void {
    this.#step = step;
    const { from, to } = this.#range;
    const share = (step + 0.5 - from) / Math.max(1, to - from);
    this.#mark.hidden = share < 0 || share > 1;
    this.#mark.style.transform = `translateX(${share * this.#picture.clientWidth}px)`;
  }
}

/** `at`: where in the colormap a place lies, 0 … 1; null for what is not finite. */
function paint(
  canvas: HTMLCanvasElement,
  rowCount: number,
  columnCount: number,
  at: (row: number, column: number) => number | null,
): void {
  canvas.width = Math.max(1, columnCount);
  canvas.height = Math.max(1, rowCount);
  const context = canvas.getContext('2d');
  if (context === null || rowCount === 0 || columnCount === 0) return;
  const image = context.createImageData(columnCount, rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const place = at(row, column);
      const color = place === null ? notFinite : [...colormap(place), 255];
      image.data.set(color, 4 * (row * columnCount + column));
    }
  }
  context.putImageData(image, 0, 0);
}
