/** An array that is drawn or read page by page; it never travels whole. */

import type { PlotData } from '../../../protocol/src/plots.ts';
import type { StatisticsData, ValueData, ValueRef } from '../../../protocol/src/values.ts';
import type { PictureFormat, WebviewContent } from '../../../protocol/src/webview.ts';
import { planeSize } from '../../scene/plane.ts';
import { shortNumber } from '../../scene/ticks.ts';
import { button, choice, element, replaceContent } from '../dom.ts';
import { type Host, messageOf } from '../host.ts';
import { t } from '../l10n.ts';
import { FigureView } from '../scene/figureView.ts';
import { TableView } from './tableView.ts';
import {
  fittingPart,
  heatMapPlot,
  histogramPlot,
  isNumeric,
  linePlot,
  looksOf,
  type ShownPart,
  type ValueLook,
} from './valuePlots.ts';

const linePoints = 2_000;
const heatPlaces = 256;
const binCount = 50;

const lookTexts: Readonly<Record<ValueLook, () => string>> = {
  lines: () => t('lines'),
  heatMap: () => t('heat map'),
  histogram: () => t('histogram'),
  table: () => t('table'),
};

export class ValueView {
  readonly #host: Host;
  readonly #title: string;
  readonly #ref: ValueRef;
  readonly #figure = new FigureView();
  readonly #table: TableView;
  readonly #notice = element('p', { class: 'notice', role: 'alert' });
  readonly #facts = element('p', { class: 'muted' });
  readonly #look;
  readonly #planes = element('div', { class: 'tools' });
  readonly #saving: HTMLElement;
  #value: ValueData | null = null;
  #shown: ShownPart = { look: 'table', plane: [] };
  #plot: PlotData | null = null;
  /** Count what was asked for: an older answer is not shown. */
  #loadTurn = 0;
  #drawTurn = 0;

  constructor(root: HTMLElement, host: Host, { title, ref }: WebviewContent & { readonly kind: 'value' }) {
    this.#host = host;
    this.#title = title;
    this.#ref = ref;
    this.#table = new TableView(host, ref, (notice) => this.#tell(notice));
    this.#look = choice(t('As'), (look) => this.#show({ ...this.#shown, look: look as ValueLook }));
    const save = (format: PictureFormat, text: string) => button(text, () => this.#save(format));
    this.#saving = element(
      'div',
      { class: 'tools' },
      save('png', t('Save as PNG')),
      save('svg', t('Save as SVG')),
    );
    const heading = element('strong', {}, title);
    replaceContent(
      root,
      element('header', {}, heading, this.#look.element, this.#planes, this.#saving),
      this.#notice,
      this.#facts,
      this.#figure.element,
      this.#table.element,
    );
    this.#tell('');
    void this.#load();
  }

  /** Shared variables may have other values now. */
  ran(): void {
    void this.#load();
  }

  dispose(): void {
    this.#figure.dispose();
  }

  async #load(): Promise<void> {
    const turn = ++this.#loadTurn;
    const isWanted = () => turn === this.#loadTurn;
    const value = await this.#asked(this.#host.ask('value', { ref: this.#ref }).answer, isWanted);
    if (value === undefined) return;
    if (value === null) return this.#tell(goneNotice());
    this.#value = value;
    this.#facts.textContent = factsOf(value);
    this.#show(fittingPart(value, this.#host.remembered as ShownPart | null));
    this.#drawPlanes(value);
    if (!isNumeric(value)) return;
    const statistics = await this.#asked(this.#host.ask('statistics', { ref: this.#ref }).answer, isWanted);
    if (statistics != null) this.#facts.textContent = `${factsOf(value)} · ${statisticsText(statistics)}`;
  }

  #show(shown: ShownPart): void {
    const value = this.#value;
    if (value === null) return;
    this.#shown = shown;
    this.#host.remember(shown);
    this.#tell('');
    const options = looksOf(value).map((each) => ({ value: each, text: lookTexts[each]() }));
    this.#look.show(options, shown.look);
    const isTable = shown.look === 'table';
    this.#table.element.hidden = !isTable;
    this.#figure.element.hidden = isTable;
    this.#saving.hidden = isTable;
    const turn = ++this.#drawTurn;
    if (isTable) this.#table.show(shown.plane);
    else void this.#draw(value, shown, () => turn === this.#drawTurn);
  }

  async #draw(value: ValueData, { look, plane }: ShownPart, isWanted: () => boolean): Promise<void> {
    const plot = await this.#asked(this.#plotOf(value, look, plane), isWanted);
    if (plot === undefined) return;
    if (plot === null) return this.#tell(goneNotice());
    this.#plot = plot;
    this.#figure.show(plot);
  }

  async #plotOf(value: ValueData, look: ValueLook, plane: readonly number[]): Promise<PlotData | null> {
    const ref = this.#ref;
    if (look === 'histogram') {
      const histogram = await this.#host.ask('histogram', { ref, binCount }).answer;
      return histogram === null ? null : histogramPlot(histogram, { x: t('value'), y: t('count') });
    }
    const most = look === 'heatMap' ? heatPlaces : linePoints;
    const { rowCount, columnCount } = planeSize(value.shape);
    const size = { rowCount: Math.min(rowCount, most), columnCount: Math.min(columnCount, most) };
    const sample = await this.#host.ask('sample', { ref, plane, ...size }).answer;
    if (sample === null) return null;
    return look === 'heatMap'
      ? heatMapPlot(sample, { x: t('column'), y: t('row') })
      : linePlot(sample, t('index'));
  }

  /** Indices of all axes but the last two. */
  #drawPlanes({ shape }: ValueData): void {
    const inputs = shape.slice(0, -2).map((length, index) => {
      const label = t('Index of axis {0} (0 … {1})', index, length - 1);
      const input = element('input', {
        type: 'number',
        min: 0,
        max: length - 1,
        value: 0,
        'aria-label': label,
        title: label,
      });
      input.value = String(this.#shown.plane[index] ?? 0);
      input.addEventListener('change', () => {
        const at = Math.max(0, Math.min(length - 1, Math.round(Number(input.value) || 0)));
        this.#show({
          ...this.#shown,
          plane: this.#shown.plane.map((each, axis) => (axis === index ? at : each)),
        });
      });
      return input;
    });
    replaceContent(this.#planes, ...inputs);
    this.#planes.hidden = inputs.length === 0;
  }

  #save(format: PictureFormat): void {
    if (this.#plot !== null) this.#host.save(format, this.#title, this.#figure.picture(this.#plot, format));
  }

  #tell(notice: string): void {
    this.#notice.textContent = notice;
    this.#notice.hidden = notice === '';
  }

  /** Undefined after an error, of which the person is told, and when nobody wants the answer any more. */
  async #asked<T>(answer: Promise<T | null>, isWanted: () => boolean): Promise<T | null | undefined> {
    try {
      const found = await answer;
      return isWanted() ? found : undefined;
    } catch (error) {
      if (isWanted()) this.#tell(messageOf(error));
      return undefined;
    }
  }
}

const goneNotice = (): string => t('This value is not kept any more. Run the cell again.');

const factsOf = ({ dtype, shape }: ValueData): string => `${dtype} (${shape.join(' × ') || t('scalar')})`;

function statisticsText(statistics: StatisticsData): string {
  const { min, max, mean, standardDeviation, nanCount, infinityCount, zeroCount } = statistics;
  const numbers = [
    [t('least'), min],
    [t('greatest'), max],
    [t('mean'), mean],
    [t('standard deviation'), standardDeviation],
  ] as const;
  const counts = [
    ['NaN', nanCount],
    ['Inf', infinityCount],
    [t('zeros'), zeroCount],
  ] as const;
  return [
    ...numbers.flatMap(([name, value]) => (value === null ? [] : [`${name} ${shortNumber(value)}`])),
    ...counts.flatMap(([name, count]) => (count === 0 ? [] : [`${name} ${count.toLocaleString('en')}`])),
  ].join(' · ');
}
