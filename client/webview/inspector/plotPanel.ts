/** The plot of one value over the iterations: chooses, asks, draws, and moves the mark of the present step. */
import type { ScanData, SeriesData, SlotData } from '../../../protocol/src/questions.ts';
import type { ScanRef } from '../../../protocol/src/values.ts';
import {
  elementName,
  heatMapQuestion,
  lineQuestion,
  type PlotPlan,
  type PlotView,
  planPlot,
  plottable,
  plottedSlot,
  pointCount,
  type StepRange,
  sizeOf,
} from '../../scene/plotChoice.ts';
import { button, choice, element, replaceContent } from '../dom.ts';
import { type Host, messageOf } from '../host.ts';
import { t } from '../l10n.ts';
import { milestone } from '../milestones.ts';
import { askGradually, joinHeatMaps, joinSeries } from './gradually.ts';
import { HeatPlot } from './heatPlot.ts';
import type { InspectorAction, InspectorState } from './inspectorState.ts';
import { LinePlot, lineNames } from './linePlot.ts';

/** How much of the range is left when a person zooms in once. */
const zoomFactor = 4;

export interface PlotPanelOptions {
  readonly host: Host;
  readonly dispatch: (action: InspectorAction) => void;
}

export class PlotPanel {
  readonly element: HTMLElement;
  readonly #options: PlotPanelOptions;
  readonly #lines: LinePlot;
  readonly #heat: HeatPlot;
  readonly #slots;
  readonly #views;
  readonly #legend = element('p', { class: 'legend muted' });
  #key = '';
  #redraw: (() => void) | null = null;
  #state: InspectorState | null = null;

  constructor(options: PlotPanelOptions) {
    this.#options = options;
    const { dispatch } = options;
    const events = {
      go: (step: number) => dispatch({ type: 'go', step }),
      zoom: (range: StepRange | null) => dispatch({ type: 'zoom', range }),
    };
    this.#lines = new LinePlot(events);
    this.#heat = new HeatPlot(events);
    this.#slots = choice(t('Plot'), (id) => dispatch({ type: 'slot', slotId: Number(id) }));
    this.#views = choice(t('As'), (view) => dispatch({ type: 'view', view: view as PlotView }));
    const tools = element(
      'div',
      { class: 'tools' },
      this.#slots.element,
      this.#views.element,
      button(t('Zoom in'), () => this.zoom(1 / zoomFactor)),
      button(t('Zoom out'), () => this.zoom(zoomFactor)),
      button(t('All'), () => dispatch({ type: 'zoom', range: null })),
    );
    const label = t('Over the iterations');
    this.element = element(
      'section',
      { class: 'plot', 'aria-label': label },
      tools,
      this.#lines.element,
      this.#heat.element,
      this.#legend,
    );
    new ResizeObserver(() => this.#lines.resize()).observe(this.#lines.element);
  }

  show(state: InspectorState, ref: ScanRef): void {
    const before = this.#state;
    this.#state = state;
    const isMoved = before !== null && this.#key !== '' && isSamePlot(before, state);
    if (!isMoved) this.#showPlot(state, ref);
    this.#moveTo(state.step);
  }

  #showPlot(state: InspectorState, ref: ScanRef): void {
    const { scan } = state;
    const slot = scan === null ? null : plottedSlot(scan, state.slotId);
    const plan = slot === null ? null : planPlot(slot, state.view);
    this.element.hidden = plan === null;
    if (scan === null || plan === null) return;
    this.#showChoices(scan, plan.slot, state.view);
    const key = JSON.stringify([ref, plan, state.range]);
    if (key !== this.#key) {
      this.#key = key;
      this.#lines.element.hidden = plan.kind !== 'lines';
      this.#heat.element.hidden = plan.kind !== 'heatMap';
      void this.#load(ref, plan, state.range);
    }
  }

  #moveTo(step: number): void {
    this.#lines.moveTo(step);
    this.#heat.moveTo(step);
  }

  /** Asks anew when it is shown the next time. */
  retry(): void {
    this.#key = '';
  }

  /** The same in the colours of another theme. */
  redraw(): void {
    this.#redraw?.();
  }

  /** Around the present step; a factor above 1 shows more. */
  zoom(factor: number): void {
    if (this.#state === null) return;
    const { range, step } = this.#state;
    const width = Math.max(2, (range.to - range.from) * factor);
    const from = Math.max(0, step - width / 2);
    this.#options.dispatch({ type: 'zoom', range: { from, to: from + width } });
  }

  #showChoices(scan: ScanData, slot: SlotData, view: PlotView): void {
    const slots = plottable(scan).map((each) => ({ value: String(each.id), text: slotTitle(each) }));
    this.#slots.show(slots, String(slot.id));
    const views = [
      { value: 'auto', text: t('what fits') },
      { value: 'lines', text: t('lines') },
      { value: 'heatMap', text: t('heat map') },
      { value: 'norm', text: t('norm') },
    ];
    this.#views.show(sizeOf(slot) > 1 ? views : [], view);
  }

  async #load(ref: ScanRef, plan: PlotPlan, range: StepRange): Promise<void> {
    const key = this.#key;
    const isOver = () => this.#key !== key;
    try {
      const isThere =
        plan.kind === 'lines'
          ? await this.#loadLines(ref, plan, { range, isOver })
          : await this.#loadHeatMap(ref, plan, { range, isOver });
      if (!isThere && !isOver()) this.#options.dispatch({ type: 'notice', notice: goneNotice() });
    } catch (error) {
      if (!isOver()) this.#options.dispatch({ type: 'notice', notice: messageOf(error) });
    }
  }

  async #loadLines(
    scan: ScanRef,
    plan: PlotPlan & { readonly kind: 'lines' },
    { range, isOver }: Loading,
  ): Promise<boolean> {
    const names = plan.elements.map((each) => elementName(plan.slot, each));
    const data: (SeriesData | null)[] = names.map(() => null);
    replaceContent(this.#legend, ...lineNames(names), restText(sizeOf(plan.slot), plan.elements));
    const draw = () => {
      const lines = names.flatMap((name, index) => {
        const own = data[index] ?? null;
        return own === null ? [] : [{ name, data: own }];
      });
      // Lines that have not come as far as the first one begin a new drawing when they have.
      const first = lines[0]?.data.steps.length ?? 0;
      this.#lines.show(
        lines.filter((each) => each.data.steps.length === first),
        range,
      );
    };
    this.#redraw = draw;
    const answers = plan.elements.map((each, index) =>
      askGradually<SeriesData>({
        range,
        pointCount,
        isOver,
        join: joinSeries,
        ask: (part, points) => {
          const asks = lineQuestion(scan, { slot: plan.slot, element: each }, part, points);
          return this.#options.host.ask('series', asks).answer;
        },
        show: (soFar) => {
          data[index] = soFar;
          draw();
          milestone('firstPlot');
        },
      }),
    );
    return (await Promise.all(answers)).every((each) => each);
  }

  #loadHeatMap(scan: ScanRef, { slot }: PlotPlan, { range, isOver }: Loading): Promise<boolean> {
    const name = elementName({ ...slot, shape: [] }, 0);
    this.#legend.textContent = name;
    this.#redraw = null;
    return askGradually({
      range,
      pointCount,
      isOver,
      join: joinHeatMaps,
      ask: (part, columns) =>
        this.#options.host.ask('heatMap', heatMapQuestion(scan, slot, part, columns)).answer,
      show: (soFar) => {
        this.#heat.show(soFar, range, name);
        milestone('firstPlot');
      },
    });
  }
}

const isSamePlot = (one: InspectorState, other: InspectorState): boolean =>
  one.scan === other.scan &&
  one.path === other.path &&
  one.slotId === other.slotId &&
  one.view === other.view &&
  one.range === other.range;

interface Loading {
  readonly range: StepRange;
  readonly isOver: () => boolean;
}

export const goneNotice = (): string => t('This call is not kept any more. Run the cell again.');

/** Nothing is left out in silence. */
function restText(size: number, elements: readonly (number | null)[]): string {
  const isPart = elements[0] !== null && size > elements.length;
  return isPart ? t('({0} of {1} elements)', elements.length, size) : '';
}

function slotTitle({ name, source, role }: SlotData): string {
  const what = source === '' || source === name ? name : `${name} = ${source}`;
  const side = role === 'sharedBefore' ? ` ${t('before')}` : role === 'sharedAfter' ? ` ${t('after')}` : '';
  return what + side;
}
