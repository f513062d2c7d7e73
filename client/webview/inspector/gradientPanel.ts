/** Norms of the gradients of each state over the iterations, for a scan that was differentiated: where they vanish or explode. */
import type { GradientNormsData } from '../../../protocol/src/questions.ts';
import type { ScanRef } from '../../../protocol/src/values.ts';
import type { StepRange } from '../../scene/plotChoice.ts';
import { element, replaceContent } from '../dom.ts';
import { type Host, messageOf } from '../host.ts';
import { t } from '../l10n.ts';
import { askGradually, joinSeries } from './gradually.ts';
import type { InspectorAction, InspectorState } from './inspectorState.ts';
import { LinePlot, lineNames } from './linePlot.ts';
import { goneNotice } from './plotPanel.ts';

const pointCount = 600;

/** All states of one answer, as far as all of them go. */
interface Norms {
  readonly states: readonly GradientNormsData[];
  readonly until: number;
}

export class GradientPanel {
  readonly element = element('section', { class: 'gradients', 'aria-label': t('Gradient norms') });
  readonly #host: Host;
  readonly #dispatch: (action: InspectorAction) => void;
  readonly #plot: LinePlot;
  readonly #legend = element('p', { class: 'legend muted' });
  #key = '';
  #redraw: (() => void) | null = null;

  constructor(host: Host, dispatch: (action: InspectorAction) => void) {
    this.#host = host;
    this.#dispatch = dispatch;
    this.#plot = new LinePlot({
      go: (step) => dispatch({ type: 'go', step }),
      zoom: (range) => dispatch({ type: 'zoom', range }),
    });
    const heading = element('p', {}, t('Norm of the gradient of each state, over the iterations'));
    this.element.append(heading, this.#plot.element, this.#legend);
    new ResizeObserver(() => this.#plot.resize()).observe(this.#plot.element);
  }

  show(state: InspectorState, ref: ScanRef): void {
    const key = JSON.stringify([ref, state.range]);
    if (key !== this.#key) {
      this.#key = key;
      void this.#load(ref, state.range);
    }
    this.#plot.moveTo(state.step);
  }

  /** Asks anew when it is shown the next time. */
  retry(): void {
    this.#key = '';
  }

  redraw(): void {
    this.#redraw?.();
  }

  async #load(scan: ScanRef, range: StepRange): Promise<void> {
    const key = this.#key;
    const isOver = () => this.#key !== key;
    try {
      const isThere = await askGradually<Norms>({
        range,
        pointCount,
        isOver,
        join: joinNorms,
        ask: ({ from, to }, points) => this.#ask({ scan, from, to, pointCount: points }),
        show: ({ states }) => this.#draw(states, range),
      });
      if (!isThere && !isOver()) this.#dispatch({ type: 'notice', notice: goneNotice() });
    } catch (error) {
      if (!isOver()) this.#dispatch({ type: 'notice', notice: messageOf(error) });
    }
  }

  async #ask(asks: {
    readonly scan: ScanRef;
    readonly from: number;
    readonly to: number;
    readonly pointCount: number;
  }): Promise<Norms | null> {
    const states = await this.#host.ask('gradientNorms', asks).answer;
    if (states === null) return null;
    return { states, until: Math.min(asks.to, ...states.map(({ norms }) => norms.until)) };
  }

  #draw(states: readonly GradientNormsData[], range: StepRange): void {
    this.#redraw = () =>
      this.#plot.show(
        states.map(({ name, norms }) => ({ name: `‖∂/∂${name}‖`, data: norms })),
        range,
      );
    this.#redraw();
    replaceContent(this.#legend, ...lineNames(states.map(({ name }) => `‖∂/∂${name}‖`)));
  }
}

const joinNorms = (before: Norms, next: Norms): Norms => ({
  until: next.until,
  states: before.states.map((state, index) => {
    const more = next.states[index];
    return more === undefined ? state : { ...state, norms: joinSeries(state.norms, more.norms) };
  }),
});
