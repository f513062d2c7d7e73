/**
 * The scan inspector: puts its parts together, carries out what the state asks for, and draws at most once per frame. A move of the
 * slider only changes texts and the place of a mark; values that are not here yet come when they come.
 */
import type { ScanHeading, SlotData } from '../../../protocol/src/questions.ts';
import type { ScanRef } from '../../../protocol/src/values.ts';
import type { WebviewContent } from '../../../protocol/src/webview.ts';
import { button, choice, element, replaceContent } from '../dom.ts';
import { type Host, messageOf } from '../host.ts';
import { t } from '../l10n.ts';
import { milestone } from '../milestones.ts';
import { onThemeChange } from '../theme.ts';
import { CodeView } from './codeView.ts';
import { FlowView } from './flowView.ts';
import { GradientPanel } from './gradientPanel.ts';
import {
  callOf,
  type InspectorAction,
  type InspectorMemory,
  type InspectorState,
  initialState,
  memoryOf,
  type Panel,
  reduce,
  scanRefOf,
} from './inspectorState.ts';
import { keyAction } from './keys.ts';
import { goneNotice, PlotPanel } from './plotPanel.ts';
import { replayCaveat } from './replayCaveat.ts';
import { StepCache } from './stepCache.ts';
import { Transport, whereText } from './transport.ts';
import { ValuesView } from './valuesView.ts';

/** Somebody who listens hears a step when it has stood still for so long. */
const quietMs = 400;

type Wanted = Omit<Extract<WebviewContent, { readonly kind: 'inspector' }>, 'kind'>;

export class InspectorView {
  readonly #host: Host;
  #state: InspectorState;
  #steps: StepCache | null = null;
  #isDrawing = false;
  /** What is on the page: a move of the slider draws only what it changes. */
  #drawn: InspectorState | null = null;
  #playedAt = 0;
  #announcement: ReturnType<typeof setTimeout> | null = null;
  /** Counts searches: a newer one ends an older one. */
  #search = 0;
  /** Ends what listens beyond the elements of this view. */
  readonly #over = new AbortController();

  readonly #calls;
  readonly #scans;
  readonly #crumbs = element('nav', { class: 'crumbs', 'aria-label': t('Scans around this one') });
  readonly #nested = element('div', { class: 'nested' });
  readonly #notice = element('p', { class: 'notice', role: 'alert' });
  /** How what is shown can differ from what happened. */
  readonly #caveat = element('p', { class: 'caveat muted' });
  readonly #live = element('p', { class: 'spoken', 'aria-live': 'polite' });
  readonly #tabs = element('div', { class: 'tabs', role: 'tablist', 'aria-label': t('Parts') });
  readonly #body = element('main', {});
  readonly #transport: Transport;
  readonly #code: CodeView;
  readonly #values: ValuesView;
  readonly #flow: FlowView;
  readonly #plot: PlotPanel;
  readonly #gradients: GradientPanel;

  constructor(root: HTMLElement, host: Host, { callId, scan }: Wanted) {
    this.#host = host;
    this.#state = { ...initialState(callId, scan), ...memory(host.remembered) };
    const dispatch = (action: InspectorAction) => this.#dispatch(action);
    this.#calls = choice(t('Call'), (id) => dispatch({ type: 'call', callId: Number(id) }));
    this.#scans = choice(t('Scan'), (scan) => this.#chooseScan(Number(scan)));
    this.#transport = new Transport({ dispatch, find: (what) => void this.#find(what) });
    this.#code = new CodeView(host);
    this.#values = new ValuesView({
      plot: ({ id }) => dispatch({ type: 'slot', slotId: id }),
      open: (slot) => this.#open(slot),
    });
    this.#flow = new FlowView(
      (place) => host.reveal(place),
      (slotId) => dispatch({ type: 'slot', slotId }),
    );
    this.#plot = new PlotPanel({ host, dispatch });
    this.#gradients = new GradientPanel(host, dispatch);
    replaceContent(
      root,
      this.#header(),
      this.#notice,
      this.#caveat,
      this.#transport.element,
      this.#body,
      this.#live,
    );
    this.#layOut();
    const { signal } = this.#over;
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    onThemeChange(() => {
      this.#plot.redraw();
      this.#gradients.redraw();
    }, signal);
    this.#draw();
    void this.#loadCalls();
  }

  /** A run has ended: there are new calls, perhaps the old ones are gone. */
  ran(): void {
    void this.#loadCalls();
    // What was asked while it ran was not answered.
    this.#plot.retry();
    this.#gradients.retry();
    this.#dispatch({ type: 'notice', notice: '' });
    this.#steps?.want(this.#state.step, this.#state.direction);
    this.#draw();
  }

  dispose(): void {
    this.#over.abort();
    this.#steps?.stop();
    this.#transport.showProgress('here');
    this.#state = reduce(this.#state, { type: 'pause' });
    if (this.#announcement !== null) clearTimeout(this.#announcement);
  }

  #header(): HTMLElement {
    const source = button(t('Show call in the editor'), () => {
      const place = this.#state.scan?.place ?? callOf(this.#state)?.place;
      if (place !== undefined && place !== null) this.#host.reveal(place);
    });
    return element(
      'header',
      {},
      this.#calls.element,
      this.#scans.element,
      source,
      this.#crumbs,
      this.#nested,
    );
  }

  #layOut(): void {
    const left = element('div', { class: 'left' }, this.#code.element, this.#plot.element);
    const right = element(
      'div',
      { class: 'right' },
      this.#tabs,
      this.#values.element,
      this.#flow.element,
      this.#gradients.element,
    );
    replaceContent(this.#body, left, right);
  }

  #open({ id, name, source }: SlotData): void {
    const scan = scanRefOf(this.#state);
    const { step } = this.#state;
    const title = t('{0}, iteration {1}', source === '' ? name : source, step + 1);
    if (scan !== null) this.#host.draw(title, { kind: 'step', ...scan, step, slotId: id });
  }

  // ------------------------------------------------------------------------------------------------------------- state

  #dispatch(action: InspectorAction): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    this.#host.remember(memoryOf(this.#state));
    if (!isSameRef(scanRefOf(before), scanRefOf(this.#state))) void this.#loadScan();
    if (this.#state.isPlaying && !before.isPlaying) this.#play();
    this.#steps?.want(this.#state.step, this.#state.direction);
    this.#draw();
  }

  async #loadCalls(): Promise<void> {
    const calls = await this.#asked(this.#host.ask('calls', {}).answer);
    if (calls === undefined) return;
    const before = scanRefOf(this.#state);
    this.#dispatch({ type: 'calls', calls: calls ?? [] });
    const isGone = this.#state.callId !== null && callOf(this.#state) === null;
    if (isGone) this.#dispatch({ type: 'gone', notice: goneNotice() });
    else if (this.#state.scan === null && isSameRef(scanRefOf(this.#state), before)) await this.#loadScan();
  }

  async #loadScan(): Promise<void> {
    this.#steps?.stop();
    this.#steps = null;
    this.#transport.showProgress('here');
    const scan = scanRefOf(this.#state);
    if (scan === null) return;
    const data = await this.#asked(this.#host.ask('scan', { scan }).answer);
    if (data === undefined || !isSameRef(scan, scanRefOf(this.#state))) return;
    if (data === null) return this.#dispatch({ type: 'gone', notice: goneNotice() });
    const steps = new StepCache({
      stepCount: data.stepCount,
      ask: (wanted) => this.#host.ask('steps', { scan, steps: wanted }),
      now: () => performance.now(),
      arrived: () => this.#draw(),
      failed: (reason) => {
        if (this.#steps !== steps) return;
        this.#dispatch({ type: 'notice', notice: reason === 'gone' ? goneNotice() : reason.message });
      },
    });
    this.#steps = steps;
    this.#dispatch({ type: 'scan', scan: data });
  }

  /** Undefined after an error, of which the person is told. */
  async #asked<T>(answer: Promise<T | null>): Promise<T | null | undefined> {
    try {
      return await answer;
    } catch (error) {
      this.#dispatch({ type: 'notice', notice: messageOf(error) });
      return undefined;
    }
  }

  #chooseScan(scan: number): void {
    const heading = callOf(this.#state)?.scans.find((each) => each.scan === scan);
    if (heading !== undefined) this.#dispatch({ type: 'chooseScan', heading });
  }

  /** From the first iteration on; a long search is answered in pieces. */
  async #find(what: 'nan' | 'infinity' | 'until'): Promise<void> {
    const scan = scanRefOf(this.#state);
    if (scan === null) return;
    const search = ++this.#search;
    const isOver = () => search !== this.#search || !isSameRef(scan, scanRefOf(this.#state));
    this.#dispatch({ type: 'notice', notice: t('Searching …') });
    for (let from: number | null = 0; from !== null; ) {
      const found: { readonly step: number | null; readonly goOnFrom: number | null } | null | undefined =
        await this.#asked(this.#host.ask('findStep', { scan, what, from, direction: 'forward' }).answer);
      if (isOver() || found === undefined) return;
      if (found === null) return this.#dispatch({ type: 'notice', notice: goneNotice() });
      if (found.step !== null) {
        this.#dispatch({ type: 'notice', notice: '' });
        return this.#dispatch({ type: 'go', step: found.step });
      }
      from = found.goOnFrom;
    }
    this.#dispatch({ type: 'notice', notice: notFound[what]() });
  }

  #play(): void {
    this.#playedAt = performance.now();
    const tick = (now: number) => {
      const { isPlaying, speed, step } = this.#state;
      if (!isPlaying) return;
      const by = Math.floor(((now - this.#playedAt) * speed) / 1000);
      // A person who plays slowly wants to see each step: it waits for values that are still coming.
      const isWaiting = speed <= 16 && this.#steps?.find(step) === null;
      if (isWaiting) this.#playedAt = now;
      else if (by > 0) {
        this.#playedAt += (by * 1000) / speed;
        this.#dispatch({ type: 'move', by });
      }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  #key(event: KeyboardEvent): void {
    const action = keyAction(event, this.#state);
    if (action === null) return;
    event.preventDefault();
    this.#dispatch(action);
  }

  // ------------------------------------------------------------------------------------------------------------ drawing

  #draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#drawNow();
    });
  }

  #drawNow(): void {
    const state = this.#state;
    const { scan, panel } = state;
    const isMoved = this.#drawn !== null && differsOnlyInStep(this.#drawn, state);
    this.#drawn = state;
    if (!isMoved) this.#drawHeader(state);
    this.#notice.textContent = state.notice === '' ? emptyNotice(state) : state.notice;
    this.#notice.hidden = this.#notice.textContent === '';
    this.#body.hidden = scan === null;
    this.#body.dataset['panel'] = panel;
    this.#transport.element.hidden = scan === null;
    const ref = scanRefOf(state);
    if (scan === null || ref === null) return;
    this.#transport.show(state);
    const step = this.#steps?.find(state.step) ?? null;
    const previous = this.#steps?.find(state.step - 1) ?? null;
    this.#code.show(scan, step, previous);
    if (!isMoved) this.#drawTabs(state);
    this.#values.element.hidden = panel !== 'values';
    this.#flow.element.hidden = panel !== 'flow';
    this.#gradients.element.hidden = panel !== 'gradients';
    this.#values.show(scan, step, previous);
    this.#values.mark(state.slotId);
    if (panel === 'flow') this.#flow.show(scan);
    if (panel === 'gradients') this.#gradients.show(state, ref);
    this.#plot.show(state, ref);
    // Nothing comes of a call that is gone.
    this.#transport.showProgress(step === null && state.notice === '' ? 'coming' : 'here');
    if (step === null) return;
    milestone('firstValues');
    this.#announce();
  }

  #drawHeader(state: InspectorState): void {
    const calls = state.calls?.filter(({ scans }) => scans.length > 0) ?? [];
    this.#calls.show(
      // The newest comes first, the oldest is the first call: what they are called inside tells nobody anything.
      calls.map(({ id, functionName, place }, index) => ({
        value: String(id),
        text: callTitle(calls.length - index, functionName, place.range),
      })),
      String(state.callId ?? ''),
    );
    this.#caveat.textContent = replayCaveat(callOf(state));
    this.#caveat.hidden = this.#caveat.textContent === '';
    const scans = callOf(state)?.scans ?? [];
    this.#scans.show(scans.map(scanOption), String(state.path[0]?.scan ?? ''));
    const crumbs = state.crumbs.map(({ title, step }, depth) =>
      button(t('{0}, iteration {1}', title, step + 1), () => this.#dispatch({ type: 'leave', depth }), {
        class: 'link',
      }),
    );
    const here =
      state.scan === null || crumbs.length === 0
        ? []
        : [element('span', { 'aria-current': 'true' }, state.scan.title)];
    showOnce(this.#crumbs, JSON.stringify([state.crumbs, state.scan?.title]), [...crumbs, ...here]);
    const nested = (state.scan?.nested ?? []).map((heading) =>
      button(t('Enter {0}', heading.title), () => this.#dispatch({ type: 'enter', heading })),
    );
    showOnce(this.#nested, JSON.stringify(state.scan?.nested ?? []), nested);
  }

  #drawTabs({ panel, scan }: InspectorState): void {
    const panels = tabs.filter(([name]) => name !== 'gradients' || scan?.hasGradient === true);
    const made = panels.map(([name, title]) =>
      button(title(), () => this.#dispatch({ type: 'panel', panel: name }), {
        role: 'tab',
        'aria-selected': String(name === panel),
      }),
    );
    showOnce(this.#tabs, JSON.stringify([panel, panels.length]), made);
  }

  #announce(): void {
    if (this.#announcement !== null) clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      const text = `${whereText(this.#state)}. ${this.#values.spoken()}`;
      if (!this.#state.isPlaying && this.#live.textContent !== text) this.#live.textContent = text;
    }, quietMs);
  }
}

const isSameRef = (one: ScanRef | null, other: ScanRef | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Nothing is different but where one is. */
function differsOnlyInStep(before: InspectorState, after: InspectorState): boolean {
  const { calls, callId, path, crumbs, scan, panel, notice } = before;
  const same = after.calls === calls && after.callId === callId && after.path === path;
  return (
    same && after.crumbs === crumbs && after.scan === scan && after.panel === panel && after.notice === notice
  );
}

const tabs: readonly (readonly [Panel, () => string])[] = [
  ['values', () => t('Values')],
  ['flow', () => t('Dataflow')],
  ['gradients', () => t('Gradient norms')],
];

const notFound = {
  nan: () => t('No NaN in any iteration.'),
  infinity: () => t('No Inf in any iteration.'),
  until: () => t('The condition of until never held.'),
} as const;

/** Elements are made anew only for other content: a button that has the focus keeps it. */
function showOnce(target: HTMLElement, key: string, content: readonly HTMLElement[]): void {
  if (target.dataset['content'] === key) return;
  target.dataset['content'] = key;
  target.hidden = content.length === 0;
  const focused = [...target.children].indexOf(document.activeElement as Element);
  replaceContent(target, ...content);
  if (focused >= 0) content[focused]?.focus();
}

function emptyNotice({ calls, callId, scan, path }: InspectorState): string {
  if (calls === null) return '';
  if (callId === null) return t('No call of a compiled function is recorded yet. Run a cell that calls one.');
  return path.length === 0 && scan === null ? t('This call ran no scan that can be run again.') : '';
}

function callTitle(
  number: number,
  functionName: string | null,
  range: { readonly start: { readonly line: number } } | undefined,
): string {
  const name = functionName ?? t('function');
  return range === undefined
    ? `#${number} ${name}()`
    : t('#{0} {1}(), line {2}', number, name, range.start.line + 1);
}

const scanOption = ({ scan, title }: ScanHeading) => ({ value: String(scan), text: title });

/** What was remembered before the webview was hidden; it comes from this code and only its presence is looked at. */
const memory = (remembered: unknown): Partial<InspectorMemory> =>
  typeof remembered === 'object' && remembered !== null ? (remembered as InspectorMemory) : {};
