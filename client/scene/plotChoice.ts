/**
 * What of a scan is plotted, and how: which values can be, which one is first, lines or a heat map, and what is asked for that. The panel
 * asks for the first plot before its page has loaded.
 */
import type {
  HeatMapParams,
  ScanData,
  SeriesParams,
  SlotData,
  SlotRole,
} from '../../protocol/src/questions.ts';
import type { ScanRef } from '../../protocol/src/values.ts';

/** How a value is plotted; `auto`: lines for few elements, a heat map for many. */
export type PlotView = 'auto' | 'lines' | 'heatMap' | 'norm';

export interface StepRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Points of a line, places of a heat map: about as many as there are on a screen. */
export const pointCount = 600;
const rowCount = 128;

/** More elements than these are a heat map. */
export const mostLines = 8;

/** Values that a person looks at first come first. */
const preference: readonly SlotRole[] = [
  'newState',
  'output',
  'sharedAfter',
  'state',
  'sharedBefore',
  'sequence',
  'condition',
];

const isNumeric = ({ dtype }: SlotData): boolean => /^(u?int|float|complex|bool)\d*$/.test(dtype);

/** Non-sequences are the same in every iteration, and states of random generators are no numbers. */
export function plottable({ slots }: Pick<ScanData, 'slots'>): readonly SlotData[] {
  const own = slots.filter((slot) => slot.role !== 'nonSequence' && isNumeric(slot));
  return own.toSorted((one, other) => preference.indexOf(one.role) - preference.indexOf(other.role));
}

export function plottedSlot(scan: Pick<ScanData, 'slots'>, slotId: number | null): SlotData | null {
  const all = plottable(scan);
  return all.find(({ id }) => id === slotId) ?? all[0] ?? null;
}

export const sizeOf = ({ shape }: SlotData): number => shape.reduce((product, each) => product * each, 1);

export type PlotPlan =
  /** `elements`: flat indices; null: the norm. */
  | { readonly kind: 'lines'; readonly slot: SlotData; readonly elements: readonly (number | null)[] }
  | { readonly kind: 'heatMap'; readonly slot: SlotData };

export function planPlot(slot: SlotData, view: PlotView): PlotPlan | null {
  const size = sizeOf(slot);
  if (size === 0) return null;
  if (view === 'norm' && size > 1) return { kind: 'lines', slot, elements: [null] };
  const isHeatMap = view === 'heatMap' ? size > 1 : view !== 'lines' && size > mostLines;
  if (isHeatMap) return { kind: 'heatMap', slot };
  const elements = Array.from({ length: Math.min(size, mostLines) }, (_, index) => index);
  return { kind: 'lines', slot, elements };
}

/** The question for one line. */
export const lineQuestion = (
  scan: ScanRef,
  { slot, element }: { readonly slot: SlotData; readonly element: number | null },
  { from, to }: StepRange,
  points = pointCount,
): SeriesParams => ({ scan, slotId: slot.id, element, from, to, pointCount: points });

export const heatMapQuestion = (
  scan: ScanRef,
  slot: SlotData,
  { from, to }: StepRange,
  columns = pointCount,
): HeatMapParams => ({ scan, slotId: slot.id, from, to, columnCount: columns, elementCount: rowCount });

/** `h[t][0, 1]`: an element of a value by its flat index. */
export function elementName(slot: SlotData, element: number | null): string {
  const name = slot.source === '' ? slot.name : slot.source;
  if (element === null) return `‖${name}‖`;
  if (slot.shape.length === 0) return name;
  let rest = element;
  const indices = slot.shape.toReversed().map((length) => {
    const index = rest % length;
    rest = Math.floor(rest / length);
    return index;
  });
  return `${name}[${indices.toReversed().join(', ')}]`;
}
