/** Answers to questions about scans and their iterations, as data. */
import type {
  FindStepParams,
  FlowEnd,
  FoundStepData,
  GradientNormsData,
  GradientNormsParams,
  HeatMapData,
  HeatMapParams,
  ScanData,
  SeriesData,
  SeriesParams,
  SlotData,
  StepData,
} from '../../../../protocol/src/questions.ts';
import type { ValueData } from '../../../../protocol/src/values.ts';
import type { RunHost } from '../../graph/runHost.ts';
import type { SharedVariable } from '../../graph/variable.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { findStep } from './findStep.ts';
import { fingerprint } from './fingerprint.ts';
import { gradientSeries, totalGradients } from './gradientNorms.ts';
import { graphScans } from './graphScans.ts';
import { heatMap } from './heatMap.ts';
import type { LocatedScan } from './replays.ts';
import { type OutsideEnd, scanFlow } from './scanFlow.ts';
import { namedParts, type ProgramView, scanHeading } from './scanNames.ts';
import { gradientOf } from './scanSites.ts';
import type { Slot } from './scanSlots.ts';
import { patience, slotSeries, withinLoop } from './series.ts';

/** Iterations in one answer. */
const mostSteps = 1000;
/** Places of a drawing. */
const mostPoints = 20_000;
/** Of a heat map. */
const mostPlaces = 500_000;

/** A value of an iteration. */
export interface StepValue {
  readonly array: NDArray;
  readonly isRandomState: boolean;
}

/** What answers about scans are made with. */
export interface AnswerTools {
  readonly view: ProgramView;
  readonly host: RunHost;
  /** What becomes of the outputs of the call's graph. */
  readonly ends: readonly OutsideEnd[];
  readonly describe: (value: StepValue) => ValueData;
}

export function scanData(located: LocatedScan, tools: AnswerTools): ScanData {
  const { site, scans, trace } = located;
  const { view, host } = tools;
  const { slots, stepFunction } = namedParts(site, view);
  const { stepCount, by } = trace.end(host);
  const first = valuesAt(located, slots, { step: 0, host });
  return {
    ...scanHeading(site, view),
    stepCount,
    requestedStepCount: trace.requestedStepCount,
    endedBy: by,
    stepFunction,
    slots: slots.map((slot) => slotData(slot, first.get(slot))),
    nested: graphScans(site.params.inner).sites.map((each) => scanHeading(each, view)),
    flow: scanFlow(site, slots, {
      scans,
      traced: trace.code.traced,
      ends: located.outer === null ? tools.ends : endsInStep(located.outer, view),
      endOf: (other) => outsideEnd(scanHeading(other, view).title, scanHeading(other, view).place),
      endOfShared: ({ name, shared }) => outsideEnd(name, shared && view.placeOfVariable(shared)),
    }),
    hasGradient: gradientOf(site, scans.sites) !== null,
  };
}

export const outsideEnd = (label: string, place: OutsideEnd['place']): OutsideEnd => ({
  kind: 'outside',
  label,
  place,
  isDropped: false,
});

/** What becomes of the results of a step: they are those of the scan around. */
const endsInStep = ({ site }: LocatedScan, view: ProgramView): OutsideEnd[] =>
  namedParts(site, view)
    .slots.filter(({ place }) => place.kind === 'output')
    .map(
      ({ source, shared }): Extract<FlowEnd, { kind: 'outside' }> =>
        outsideEnd(source, shared && view.placeOfVariable(shared)),
    );

function slotData(slot: Slot, value: StepValue | undefined): SlotData {
  const { id, role, name, tap, source, variable } = slot;
  const isRandom = isRandomState(slot);
  const shape = value?.array.shape ?? variable.type.shape.map((length) => length ?? 0);
  return {
    id,
    role,
    name,
    tap,
    source,
    dtype: isRandom ? 'generator' : variable.dtype,
    shape: isRandom ? [] : [...shape],
  };
}

const isRandomState = ({ variable, shared }: Slot): boolean =>
  variable.type.generator !== undefined ||
  (shared ?? (variable as Partial<SharedVariable>)).isRandomState === true;

/** The values of an iteration; of the one that raised only what it was called with. */
function valuesAt(
  { trace }: LocatedScan,
  slots: readonly Slot[],
  { step, host }: { readonly step: number; readonly host: RunHost },
): ReadonlyMap<Slot, StepValue> {
  const given = trace.argumentsAt(step, host);
  if (given === null) return new Map();
  const results = resultsOrNothing(() => trace.resultsAt(step, host)) ?? [];
  return new Map(
    slots.flatMap((slot) => {
      const { place } = slot;
      const array =
        place.kind === 'constant'
          ? place.constant.value
          : (place.kind === 'input' ? given : results)[place.index];
      return array === undefined ? [] : [[slot, { array, isRandomState: isRandomState(slot) }] as const];
    }),
  );
}

function resultsOrNothing<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** One value; null where there is none. */
export function stepValue(
  located: LocatedScan,
  { step, slotId }: { readonly step: number; readonly slotId: number },
  { view, host }: Pick<AnswerTools, 'view' | 'host'>,
): StepValue | null {
  const { slots } = namedParts(located.site, view);
  const slot = slots.find(({ id }) => id === slotId);
  return slot === undefined ? null : (valuesAt(located, [slot], { step, host }).get(slot) ?? null);
}

/** Iterations that are not there are left out, and those after the first for which there is no time: they are asked for again. */
export function stepsData(
  located: LocatedScan,
  steps: readonly number[],
  { view, host, describe }: AnswerTools,
): StepData[] {
  const { slots } = namedParts(located.site, view);
  // What is the same array in all iterations is read once.
  const known = new Map<NDArray, string>();
  const fingerprintOf = (array: NDArray): string => {
    const found = known.get(array) ?? fingerprint(array);
    known.set(array, found);
    return found;
  };
  const isLate = patience(host);
  return steps.slice(0, mostSteps).flatMap((step, index): StepData[] => {
    if (index > 0 && isLate()) return [];
    host.checkpoint();
    const values = valuesAt(located, slots, { step, host });
    if (values.size === 0 && slots.length > 0) return [];
    const described = Array.from(values, ([{ id }, value]) => ({
      slotId: id,
      value: describe(value),
      fingerprint: fingerprintOf(value.array),
    }));
    return [{ step, values: described }];
  });
}

export function seriesData(
  located: LocatedScan,
  asked: SeriesParams,
  { view, host }: AnswerTools,
): SeriesData | null {
  const slot = slotOf(located, asked.slotId, view);
  if (slot === null) return null;
  const pointCount = Math.min(asked.pointCount, mostPoints);
  const range = withinLoop({ ...asked, pointCount }, located.trace.end(host).stepCount);
  return slotSeries(located.trace, { slot, element: asked.element, range }, host);
}

export function heatMapData(
  located: LocatedScan,
  asked: HeatMapParams,
  { view, host }: AnswerTools,
): HeatMapData | null {
  const slot = slotOf(located, asked.slotId, view);
  if (slot === null) return null;
  const size = valuesAt(located, [slot], { step: 0, host }).get(slot)?.array.size ?? 0;
  const elementCount = Math.min(asked.elementCount, size, mostPoints);
  const pointCount = Math.min(asked.columnCount, Math.floor(mostPlaces / Math.max(1, elementCount)));
  const range = withinLoop({ ...asked, pointCount }, located.trace.end(host).stepCount);
  return heatMap(located.trace, { slot, size, range: { ...range, elementCount } }, host);
}

const slotOf = (located: LocatedScan, slotId: number, view: ProgramView): Slot | null =>
  namedParts(located.site, view).slots.find(({ id }) => id === slotId) ?? null;

export function foundStep(
  located: LocatedScan,
  asked: FindStepParams,
  { view, host }: AnswerTools,
): FoundStepData {
  const { slots } = namedParts(located.site, view);
  return findStep(located.trace, { slots, asked }, host);
}

export function gradientNormsData(
  located: LocatedScan,
  asked: GradientNormsParams,
  { view, host }: AnswerTools,
): GradientNormsData[] {
  const { site, scans, trace } = located;
  const backward = gradientOf(site, scans.sites);
  const totals = backward && totalGradients(backward);
  if (totals === null) return [];
  const { stepCount } = trace.end(host);
  const pointCount = Math.min(asked.pointCount, mostPoints);
  const range = withinLoop({ ...asked, pointCount }, stepCount);
  const loop = { trace: located.neighbour(totals.site), stepCount };
  return namedParts(site, view).slots.flatMap(({ id, name, place }): GradientNormsData[] => {
    if (place.kind !== 'output') return [];
    const output = totals.outputs.get(trace.code.traced.outputs[place.index] ?? -1);
    return output === undefined
      ? []
      : [{ slotId: id, name, norms: gradientSeries({ ...loop, output }, range, host) }];
  });
}
