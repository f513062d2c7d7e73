/** The row of controls for moving through the iterations, and what it says about where one is. */
import { button, choice, element, svgElement } from '../dom.ts';
import { t } from '../l10n.ts';
import { type InspectorAction, type InspectorState, speeds, stepCountOf } from './inspectorState.ts';

/** Most values come before a person would read that they are coming. */
const waitMs = 500;

export interface TransportOptions {
  readonly dispatch: (action: InspectorAction) => void;
  readonly find: (what: 'nan' | 'infinity' | 'until') => void;
}

export class Transport {
  readonly element: HTMLElement;
  readonly #slider = element('input', {
    type: 'range',
    min: 0,
    step: 1,
    value: 0,
    'aria-label': t('Iteration'),
  });
  readonly #text = element('output', { class: 'where' });
  readonly #waiting = element('span', { class: 'muted', role: 'status' });
  #waitTimer: ReturnType<typeof setTimeout> | null = null;
  readonly #play: HTMLButtonElement;
  readonly #speed;
  readonly #until: HTMLButtonElement;
  readonly #moves: readonly HTMLButtonElement[];

  constructor({ dispatch, find }: TransportOptions) {
    const goTo = (step: number) => dispatch({ type: 'go', step });
    const move = (by: number) => dispatch({ type: 'move', by });
    this.#slider.addEventListener('input', () => goTo(Number(this.#slider.value)));
    this.#play = button(t('Play'), () =>
      dispatch({ type: this.#play.getAttribute('aria-pressed') === 'true' ? 'pause' : 'play' }),
    );
    this.#play.classList.add('play');
    this.#moves = [
      symbolButton('first', t('First iteration (Home)'), () => goTo(0)),
      symbolButton('back', t('Iteration before (←)'), () => move(-1)),
      symbolButton('next', t('Next iteration (→)'), () => move(1)),
      symbolButton('last', t('Last iteration (End)'), () => goTo(Number.POSITIVE_INFINITY)),
    ];
    this.#speed = choice(t('Steps per second'), (speed) => dispatch({ type: 'speed', speed: Number(speed) }));
    this.#until = button(t('Where until held'), () => find('until'));
    this.element = element(
      'section',
      { class: 'transport', 'aria-label': t('Iterations') },
      element('div', { class: 'moves' }, ...this.#moves.slice(0, 2), this.#play, ...this.#moves.slice(2)),
      this.#slider,
      this.#text,
      this.#waiting,
      this.#speed.element,
      button(t('First NaN'), () => find('nan')),
      button(t('First Inf'), () => find('infinity')),
      this.#until,
    );
  }

  /** The values of the present step: says so where they are long in coming, because the loop has to be made again up to them. */
  showProgress(values: 'here' | 'coming'): void {
    if (values === 'coming') {
      const say = () => this.#waiting.replaceChildren(t('making the loop again up to here …'));
      this.#waitTimer ??= setTimeout(say, waitMs);
      return;
    }
    if (this.#waitTimer === null) return;
    clearTimeout(this.#waitTimer);
    this.#waitTimer = null;
    this.#waiting.replaceChildren();
  }

  show(state: InspectorState): void {
    const count = stepCountOf(state);
    const last = Math.max(0, count - 1);
    this.#slider.max = String(last);
    this.#slider.value = String(state.step);
    this.#slider.disabled = count < 2;
    this.#text.textContent = whereText(state);
    this.#slider.setAttribute('aria-valuetext', whereText(state));
    this.#play.textContent = state.isPlaying ? t('Pause') : t('Play');
    this.#play.setAttribute('aria-pressed', String(state.isPlaying));
    this.#play.disabled = count < 2;
    this.#until.hidden = state.scan?.endedBy !== 'until';
    this.#speed.show(
      speeds.map((speed) => ({ value: String(speed), text: speed.toLocaleString('en') })),
      String(state.speed),
    );
    for (const [index, move] of this.#moves.entries()) {
      move.disabled = index < 2 ? state.step === 0 : state.step >= last;
    }
  }
}

/** `Iteration 3 of 10 (t = 2)`: people count from one, programs from zero. */
export function whereText(state: InspectorState): string {
  const { scan, step } = state;
  if (scan === null) return '';
  const count = scan.stepCount.toLocaleString('en');
  if (scan.stepCount === 0) return t('No iterations');
  const where = t('Iteration {0} of {1} (t = {2})', (step + 1).toLocaleString('en'), count, step);
  return scan.requestedStepCount > scan.stepCount
    ? `${where} · ${endText(scan.endedBy, scan.requestedStepCount)}`
    : where;
}

function endText(endedBy: 'steps' | 'until' | 'error', requested: number): string {
  const count = requested.toLocaleString('en');
  if (endedBy === 'error') return t('ended by an error, of {0} steps', count);
  return t('ended by until, of {0} steps', count);
}

/** Drawn, because not every font has these signs. */
const symbolPaths = {
  first: 'M3 3H5V13H3zM13 3V13L6 8z',
  back: 'M11 3V13L4 8z',
  next: 'M5 3V13L12 8z',
  last: 'M11 3H13V13H11zM3 3V13L10 8z',
} as const;

function symbolButton(symbol: keyof typeof symbolPaths, label: string, press: () => void): HTMLButtonElement {
  const made = button('', press, { class: 'symbol', title: label, 'aria-label': label });
  const path = svgElement('path', { d: symbolPaths[symbol], fill: 'currentColor' });
  made.append(
    svgElement('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, path),
  );
  return made;
}
