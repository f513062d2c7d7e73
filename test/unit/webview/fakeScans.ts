/**
 * Answers to the questions of the inspector as an evaluator would give them, for scans written in TypeScript: a counter whose updates
 * are dropped, a small recurrent net with a scan inside of it, and one with a million iterations.
 */
import type { PlaceData } from '../../../protocol/src/places.ts';
import type {
  CallData,
  FlowEdge,
  HeatMapData,
  ScanData,
  SeriesData,
  SlotData,
  StepData,
} from '../../../protocol/src/questions.ts';
import type { ScanRef, ValueData } from '../../../protocol/src/values.ts';
import type { WebviewAnswer, WebviewQuestionKind } from '../../../protocol/src/webview.ts';

/** A scan with a value for each slot in each iteration. */
export interface FakeScan {
  readonly data: ScanData;
  readonly valueAt: (slotId: number, step: number) => readonly number[];
}

export const place = (line: number): PlaceData => ({
  version: 1,
  span: { start: 0, end: 1 },
  range: { start: { line, character: 0 }, end: { line, character: 5 } },
});

type Slot = Partial<SlotData> & Pick<SlotData, 'role' | 'name'>;

export const slot = (id: number, given: Slot): SlotData => ({
  id,
  tap: null,
  source: '',
  dtype: 'float64',
  shape: [],
  ...given,
});

const toStep = (...slotIds: number[]): FlowEdge[] =>
  slotIds.map((slotId) => ({ from: { kind: 'slot', slotId }, to: { kind: 'step' } }));
const fromStep = (...slotIds: number[]): FlowEdge[] =>
  slotIds.map((slotId) => ({ from: { kind: 'step' }, to: { kind: 'slot', slotId } }));
const back = (from: number, to: number): FlowEdge => ({
  from: { kind: 'slot', slotId: from },
  to: { kind: 'slot', slotId: to },
});
const out = (slotId: number, label: string, isDropped = false): FlowEdge => ({
  from: { kind: 'slot', slotId },
  to: { kind: 'outside', label, place: place(7), isDropped },
});

const heading = { scan: 0, place: place(5), isGradient: false };
const ending = { endedBy: 'steps', nested: [], hasGradient: false } as const;

/** `a: a + 1`, ten times; nobody passes the updates on. */
export const counter: FakeScan = {
  data: {
    ...heading,
    ...ending,
    title: 'scan in <lambda>',
    stepCount: 10,
    requestedStepCount: 10,
    stepFunction: { name: '<lambda>', place: place(5), text: 'lambda: {a: a + 1}', parameters: [] },
    slots: [
      slot(0, { role: 'sharedBefore', name: 'a', source: 'a', dtype: 'int64' }),
      slot(1, { role: 'sharedAfter', name: 'a', source: 'a', dtype: 'int64' }),
    ],
    flow: [...toStep(0), ...fromStep(1), back(1, 0), out(1, 'updates of f', true)],
  },
  valueAt: (slotId, step) => [1 + step + slotId],
};

const netText = `def step(x, h, W):
    # one step of a small net
    total, _ = theano.scan(lambda w, s: s + w, sequences=W[0], outputs_info=0.0)
    return T.tanh(T.dot(h, W) + x), {count: count + 1}`;

const parameter = (name: string, slotId: number) => {
  const start = netText.indexOf(name, netText.indexOf('('));
  return { start, end: start + name.length, slotId };
};

const wave = (step: number, unit: number): number =>
  Math.tanh(Math.sin(step / 7 + unit / 3) * (1 + unit / 40));

/** A recurrent net with `units` units. */
export const recurrentNet = (units: number, stepCount: number): FakeScan => ({
  data: {
    ...heading,
    ...ending,
    title: 'scan in step',
    stepCount,
    requestedStepCount: stepCount,
    stepFunction: {
      name: 'step',
      place: place(5),
      text: netText,
      parameters: [parameter('x', 0), parameter('h', 1), parameter('W', 2)],
    },
    slots: [
      slot(0, { role: 'sequence', name: 'x', source: 'xs[t]', tap: 0, shape: [units] }),
      slot(1, { role: 'state', name: 'h', source: 'h[t-1]', tap: -1, shape: [units] }),
      slot(2, { role: 'nonSequence', name: 'W', source: 'W', shape: [units, units] }),
      slot(3, { role: 'newState', name: 'h', source: 'h[t]', shape: [units] }),
      slot(4, { role: 'sharedBefore', name: 'count', source: 'count', dtype: 'int64' }),
      slot(5, { role: 'sharedAfter', name: 'count', source: 'count', dtype: 'int64' }),
    ],
    flow: [
      ...toStep(0, 1, 2, 4),
      ...fromStep(3, 5),
      back(3, 1),
      back(5, 4),
      out(3, 'output 0 of f'),
      out(5, 'count'),
    ],
    nested: [{ ...heading, title: 'scan in <lambda>' }],
    hasGradient: true,
  },
  valueAt: (slotId, step) => {
    if (slotId === 4 || slotId === 5) return [step + slotId - 4];
    const offset = slotId === 3 ? step + 1 : step;
    return Array.from({ length: units }, (_, unit) => wave(offset, slotId === 0 ? unit + 2 : unit));
  },
});

/** A long one that runs into NaN. */
export const longScan: FakeScan = {
  data: {
    ...heading,
    ...ending,
    title: 'scan in grow',
    stepCount: 1_000_000,
    requestedStepCount: 2_000_000,
    endedBy: 'until',
    stepFunction: {
      name: 'grow',
      place: place(5),
      text: 'def grow(x):\n    return x * 1.01, until(x > 1e9)',
      parameters: [{ start: 9, end: 10, slotId: 0 }],
    },
    slots: [
      slot(0, { role: 'state', name: 'x', source: 'x[t-1]', tap: -1 }),
      slot(1, { role: 'newState', name: 'x', source: 'x[t]' }),
      slot(2, { role: 'condition', name: 'until', source: '', dtype: 'bool' }),
    ],
    flow: [...toStep(0), ...fromStep(1, 2), back(1, 0), out(1, 'output 0 of f')],
  },
  valueAt: (slotId, step) => {
    if (slotId === 2) return [step === 999_999 ? 1 : 0];
    return [step > 700_000 ? Number.NaN : Math.sin(step / 40_000) * step];
  },
};

export interface FakeCall {
  readonly functionName: string;
  readonly scans: readonly FakeScan[];
  /** What is inside of each step of the first one. */
  readonly inner?: FakeScan;
}

/** Answers for calls; the last one is the latest. */
export class FakeAnswers {
  readonly #calls: readonly FakeCall[];
  /** What was asked, for tests that look at it. */
  readonly asked: { readonly kind: string; readonly asks: unknown }[] = [];

  constructor(calls: readonly FakeCall[]) {
    this.#calls = calls;
  }

  answer(kind: WebviewQuestionKind, asks: unknown): WebviewAnswer | null {
    this.asked.push({ kind, asks });
    if (kind === 'calls') return this.#callList();
    const { scan } = asks as { readonly scan: ScanRef };
    const found = this.#scan(scan);
    return found === null ? null : answerAbout(kind, found, asks as Asks);
  }

  #callList(): readonly CallData[] {
    const all = this.#calls.map(({ functionName, scans }, id): CallData => {
      const headings = scans.map(({ data }, scan) => ({ ...data, scan }));
      const plain = { inputs: [], outputs: [], changes: [], error: null, elapsedMs: 1, backend: 'wasm' };
      return { id, runId: 1, place: place(8 + id), functionName, scans: headings, ...plain };
    });
    return all.toReversed();
  }

  #scan({ callId, path }: ScanRef): FakeScan | null {
    const call = this.#calls[callId];
    const found = path.length > 1 ? call?.inner : call?.scans[path[0]?.scan ?? 0];
    return found ?? null;
  }
}

interface Asks {
  readonly steps: readonly number[];
  readonly slotId: number;
  readonly element: number | null;
  readonly from: number;
  readonly to: number;
  readonly pointCount: number;
  readonly columnCount: number;
  readonly elementCount: number;
  readonly what: string;
}

function answerAbout(kind: WebviewQuestionKind, scan: FakeScan, asks: Asks): WebviewAnswer | null {
  switch (kind) {
    case 'scan':
      return scan.data;
    case 'steps':
      return asks.steps.map((step) => stepOf(scan, step));
    case 'series':
      return seriesOf(scan, asks);
    case 'heatMap':
      return heatMapOf(scan, asks);
    case 'gradientNorms':
      return [{ slotId: 3, name: 'h', norms: fallingNorms(asks) }];
    case 'findStep':
      return { step: firstStep(scan, asks.what), goOnFrom: null };
    default:
      return null;
  }
}

const text = (value: number): string =>
  Number.isNaN(value) ? 'nan' : Number.isInteger(value) ? String(value) : value.toPrecision(4);

function stepOf({ data, valueAt }: FakeScan, step: number): StepData {
  const values = data.slots.map(({ id, dtype, shape }) => {
    const numbers = valueAt(id, step).map(text);
    const all = numbers.length > 4 ? [...numbers.slice(0, 3), '…', numbers.at(-1)] : numbers;
    const short =
      shape.length === 0 ? `${dtype} ${all[0]}` : `${dtype} (${shape.join(', ')},) [${all.join(' ')}]`;
    const value: ValueData = { dtype, shape, short, isRandomState: false };
    return { slotId: id, value, fingerprint: numbers.join() };
  });
  return { step, values };
}

/** The least and greatest of each piece of the range. */
function pieces(from: number, to: number, count: number): readonly (readonly [number, number])[] {
  const length = Math.max(1, Math.ceil((to - from) / count));
  const starts = Array.from({ length: Math.ceil((to - from) / length) }, (_, index) => from + index * length);
  return starts.map((start) => [start, Math.min(start + length, to)]);
}

/** A few of the steps of a piece, which is enough for a picture. */
const looked = ([start, end]: readonly [number, number]): readonly number[] => {
  const every = Math.max(1, Math.floor((end - start) / 8));
  return Array.from({ length: Math.ceil((end - start) / every) }, (_, index) => start + index * every);
};

function extremes(values: readonly number[]): readonly [number | null, number | null] {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? [null, null] : [Math.min(...finite), Math.max(...finite)];
}

function seriesOf({ valueAt }: FakeScan, { slotId, element, from, to, pointCount }: Asks): SeriesData {
  const number = (values: readonly number[]) =>
    element === null ? Math.hypot(...values) : (values[element] ?? Number.NaN);
  const parts = pieces(from, to, pointCount);
  const found = parts.map((piece) => extremes(looked(piece).map((step) => number(valueAt(slotId, step)))));
  return {
    steps: parts.map(([start]) => start),
    low: found.map(([low]) => low),
    high: found.map(([, high]) => high),
    until: to,
  };
}

function heatMapOf({ valueAt, data }: FakeScan, asks: Asks): HeatMapData {
  const shape = data.slots.find(({ id }) => id === asks.slotId)?.shape ?? [];
  const size = shape.reduce((product, each) => product * each, 1);
  const columns = pieces(asks.from, asks.to, asks.columnCount);
  const rows = pieces(0, size, asks.elementCount);
  const found = rows.flatMap(([element]) =>
    columns.map(([step]) => extremes([valueAt(asks.slotId, step)[element] ?? Number.NaN])),
  );
  return {
    steps: columns.map(([start]) => start),
    elements: rows.map(([start]) => start),
    low: found.map(([low]) => low),
    high: found.map(([, high]) => high),
    until: asks.to,
  };
}

function fallingNorms({ from, to, pointCount }: Asks): SeriesData {
  const steps = pieces(from, to, pointCount).map(([start]) => start);
  const norms = steps.map((step) => Math.exp((step - 120) / 20));
  return { steps, low: norms, high: norms, until: to };
}

function firstStep({ data, valueAt }: FakeScan, what: string): number | null {
  if (what === 'until') return data.endedBy === 'until' ? data.stepCount - 1 : null;
  const isWanted = (value: number) =>
    what === 'nan' ? Number.isNaN(value) : Math.abs(value) === Number.POSITIVE_INFINITY;
  for (let step = 0; step < data.stepCount; step++) {
    if (data.slots.some(({ id }) => valueAt(id, step).some(isWanted))) return step;
  }
  return null;
}
