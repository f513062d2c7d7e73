/**
 * What the inspector shows, as a value, and how each thing that happens changes it. Nothing here asks or draws: the view compares the
 * states before and after.
 */
import type { CallData, ScanData, ScanHeading } from '../../../protocol/src/questions.ts';
import type { ScanRef, ScanStep } from '../../../protocol/src/values.ts';
import { firstCall, firstScan } from '../../scene/firstScan.ts';
import type { PlotView, StepRange } from '../../scene/plotChoice.ts';

/** A scan around the one that is shown, with the iteration of it that was entered. */
export interface Crumb {
  readonly title: string;
  readonly step: number;
}

export type Panel = 'values' | 'flow' | 'gradients';

export interface InspectorState {
  /** Null until the first answer. */
  readonly calls: readonly CallData[] | null;
  readonly callId: number | null;
  /** Empty while no scan is chosen. */
  readonly path: readonly ScanStep[];
  readonly crumbs: readonly Crumb[];
  readonly scan: ScanData | null;
  readonly step: number;
  readonly direction: 'forward' | 'backward';
  readonly isPlaying: boolean;
  /** Steps in a second. */
  readonly speed: number;
  /** What is plotted; null for what is chosen first. */
  readonly slotId: number | null;
  readonly view: PlotView;
  /** The iterations that the plot shows. */
  readonly range: StepRange;
  readonly panel: Panel;
  readonly notice: string;
}

export type InspectorAction =
  | { readonly type: 'calls'; readonly calls: readonly CallData[] }
  | { readonly type: 'call'; readonly callId: number }
  | { readonly type: 'chooseScan'; readonly heading: ScanHeading }
  | { readonly type: 'scan'; readonly scan: ScanData }
  | { readonly type: 'gone'; readonly notice: string }
  | { readonly type: 'go'; readonly step: number }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'slot'; readonly slotId: number }
  | { readonly type: 'view'; readonly view: PlotView }
  | { readonly type: 'zoom'; readonly range: StepRange | null }
  | { readonly type: 'panel'; readonly panel: Panel }
  | { readonly type: 'enter'; readonly heading: ScanHeading }
  | { readonly type: 'leave'; readonly depth: number }
  | { readonly type: 'notice'; readonly notice: string };

export const speeds: readonly number[] = [1, 4, 16, 60, 1_000, 100_000];

/** Of a call that was asked for, a scan that was asked for; the others are chosen when the calls are known. */
export const initialState = (callId: number | null, scan: number | null = null): InspectorState => ({
  calls: null,
  callId,
  path: callId === null || scan === null ? [] : [{ scan, step: 0 }],
  crumbs: [],
  scan: null,
  step: 0,
  direction: 'forward',
  isPlaying: false,
  speed: 4,
  slotId: null,
  view: 'auto',
  range: { from: 0, to: 0 },
  panel: 'values',
  notice: '',
});

export function reduce(state: InspectorState, action: InspectorAction): InspectorState {
  switch (action.type) {
    case 'calls':
      return withCalls(state, action.calls);
    case 'call':
      return withCall(state, action.callId);
    case 'chooseScan':
      return atScan(state, [{ scan: action.heading.scan, step: 0 }], []);
    case 'scan':
      return withScan(state, action.scan);
    case 'gone':
      return { ...state, scan: null, isPlaying: false, notice: action.notice };
    case 'go':
      return goTo(state, action.step);
    case 'move':
      return move(state, action.by);
    case 'play':
      return play(state);
    case 'pause':
      return state.isPlaying ? { ...state, isPlaying: false } : state;
    case 'zoom':
      return { ...state, range: fitted(action.range, stepCountOf(state)) };
    case 'enter':
      return enter(state, action.heading);
    case 'leave':
      return leave(state, action.depth);
    case 'speed':
      return { ...state, speed: action.speed };
    case 'slot':
      return { ...state, slotId: action.slotId };
    case 'view':
      return { ...state, view: action.view };
    case 'panel':
      return { ...state, panel: action.panel };
    case 'notice':
      return { ...state, notice: action.notice };
  }
}

export const stepCountOf = ({ scan }: InspectorState): number => scan?.stepCount ?? 0;

/** The scan that is shown or waited for; null while none is chosen. */
export function scanRefOf({ callId, path }: InspectorState): ScanRef | null {
  return callId === null || path.length === 0 ? null : { callId, path };
}

export const callOf = ({ calls, callId }: InspectorState): CallData | null =>
  calls?.find(({ id }) => id === callId) ?? null;

function withCalls(state: InspectorState, calls: readonly CallData[]): InspectorState {
  const known = { ...state, calls };
  const own = callOf(known);
  if (own !== null && state.path.length > 0) return known;
  const best = own ?? firstCall(calls);
  if (best === null) return { ...known, callId: null, path: [], crumbs: [], scan: null };
  return withCall(known, best.id);
}

function withCall(state: InspectorState, callId: number): InspectorState {
  const chosen = { ...state, callId };
  const call = callOf(chosen);
  const first = call && firstScan(call);
  return atScan(chosen, first === null ? [] : [{ scan: first.scan, step: 0 }], []);
}

const atScan = (
  state: InspectorState,
  path: readonly ScanStep[],
  crumbs: readonly Crumb[],
): InspectorState => ({
  ...state,
  path,
  crumbs,
  scan: null,
  step: 0,
  slotId: null,
  range: { from: 0, to: 0 },
  isPlaying: false,
  notice: '',
});

/** A step, a slot and a range that were remembered stay where they still fit. */
function withScan(state: InspectorState, scan: ScanData): InspectorState {
  const step = clamped(state.step, scan.stepCount);
  const slotId = scan.slots.some(({ id }) => id === state.slotId) ? state.slotId : null;
  const range = fitted(state.range.to > 0 ? state.range : null, scan.stepCount);
  const panel = state.panel === 'gradients' && !scan.hasGradient ? 'values' : state.panel;
  return { ...state, scan, step, slotId, range, panel, notice: '' };
}

const clamped = (step: number, stepCount: number): number =>
  Math.max(0, Math.min(Math.round(step), stepCount - 1));

function fitted(range: StepRange | null, stepCount: number): StepRange {
  if (range === null) return { from: 0, to: stepCount };
  const from = clamped(Math.floor(range.from), stepCount);
  const to = Math.max(from + 1, Math.min(Math.ceil(range.to), stepCount));
  return to - from < 2 && stepCount >= 2
    ? { from: Math.min(from, stepCount - 2), to: Math.min(from, stepCount - 2) + 2 }
    : { from, to };
}

function goTo(state: InspectorState, step: number): InspectorState {
  const to = clamped(step, stepCountOf(state));
  if (to === state.step) return state;
  return { ...state, step: to, direction: to < state.step ? 'backward' : 'forward' };
}

/** Playing ends with the last step. */
function move(state: InspectorState, by: number): InspectorState {
  const moved = goTo(state, state.step + by);
  const isAtEnd = moved.step >= stepCountOf(state) - 1;
  return moved.isPlaying && isAtEnd ? { ...moved, isPlaying: false } : moved;
}

/** From the end it begins anew. */
function play(state: InspectorState): InspectorState {
  const count = stepCountOf(state);
  if (count < 2) return state;
  const step = state.step >= count - 1 ? 0 : state.step;
  return { ...state, step, direction: 'forward', isPlaying: true };
}

function enter(state: InspectorState, heading: ScanHeading): InspectorState {
  if (state.scan === null) return state;
  const crumbs = [...state.crumbs, { title: state.scan.title, step: state.step }];
  return atScan(state, [...state.path, { scan: heading.scan, step: state.step }], crumbs);
}

/** Back to the scan at a depth, at the iteration that had been entered. */
function leave(state: InspectorState, depth: number): InspectorState {
  const crumb = state.crumbs[depth];
  if (crumb === undefined) return state;
  const outer = atScan(state, state.path.slice(0, depth + 1), state.crumbs.slice(0, depth));
  return { ...outer, step: crumb.step };
}

// --------------------------------------------------------------------------------------------------------------- memory

/** What is remembered while the webview is hidden. */
export type InspectorMemory = Pick<
  InspectorState,
  'callId' | 'path' | 'crumbs' | 'step' | 'speed' | 'slotId' | 'view' | 'range' | 'panel'
>;

export const memoryOf = ({
  callId,
  path,
  crumbs,
  step,
  speed,
  slotId,
  view,
  range,
  panel,
}: InspectorState): InspectorMemory => ({ callId, path, crumbs, step, speed, slotId, view, range, panel });
