/**
 * The values of an iteration in the order in which a person reads them: what comes in beside what comes out of it. Which value after
 * belongs to which before is told by what they are rows of.
 */
import type {
  FlowEdge,
  ScanData,
  SlotData,
  SlotRole,
  StepData,
  StepValueData,
} from '../../../protocol/src/questions.ts';

export type SectionKind = 'sequences' | 'states' | 'outputs' | 'updates' | 'nonSequences' | 'condition';

export interface SlotSection {
  readonly kind: SectionKind;
  readonly rows: readonly SlotRow[];
}

export interface SlotRow {
  readonly name: string;
  /** What it is a row of: `h[t-1]`; the same as the name where that says it. */
  readonly source: string;
  readonly before: SlotData | null;
  readonly after: SlotData | null;
  /** The updates of this shared variable reach nobody. */
  readonly isDropped: boolean;
}

const sectionOf: Readonly<Record<SlotRole, SectionKind>> = {
  sequence: 'sequences',
  state: 'states',
  newState: 'states',
  output: 'outputs',
  sharedBefore: 'updates',
  sharedAfter: 'updates',
  nonSequence: 'nonSequences',
  condition: 'condition',
};

const isAfter = (role: SlotRole): boolean =>
  role === 'newState' || role === 'sharedAfter' || role === 'output' || role === 'condition';

const order: readonly SectionKind[] = [
  'sequences',
  'states',
  'outputs',
  'updates',
  'nonSequences',
  'condition',
];

/** Sections without rows are left out. */
export function slotSections({ slots, flow }: Pick<ScanData, 'slots' | 'flow'>): readonly SlotSection[] {
  const sections = order.map((kind) => {
    const own = slots.filter(({ role }) => sectionOf[role] === kind);
    return { kind, rows: rowsOf(own, droppedSlots(flow)) };
  });
  return sections.filter(({ rows }) => rows.length > 0);
}

function rowsOf(slots: readonly SlotData[], dropped: ReadonlySet<number>): readonly SlotRow[] {
  const after = slots.filter(({ role }) => isAfter(role));
  const before = slots.filter(({ role }) => !isAfter(role));
  const partners = new Map(after.map((slot) => [slot, partnerOf(slot, before)] as const));
  const rows = before.map((slot) => {
    const partner = after.find((each) => partners.get(each) === slot) ?? null;
    return rowOf(slot, partner, dropped);
  });
  const alone = after.filter((slot) => partners.get(slot) === null);
  return [...rows, ...alone.map((slot) => rowOf(null, slot, dropped))];
}

/** Of several taps of a state, the latest is the one that the new value takes the place of. */
function partnerOf(after: SlotData, before: readonly SlotData[]): SlotData | null {
  const same = before.filter((each) => owner(each) === owner(after));
  return same.toSorted((one, other) => (other.tap ?? 0) - (one.tap ?? 0))[0] ?? null;
}

const owner = ({ source, name }: SlotData): string =>
  (source === '' ? name : source).replace(/\[[^\]]*\]$/, '');

function rowOf(before: SlotData | null, after: SlotData | null, dropped: ReadonlySet<number>): SlotRow {
  const named = before ?? after;
  const ids = [before, after].flatMap((slot) => slot?.id ?? []);
  return {
    name: named?.name ?? '',
    source: named?.source ?? '',
    before,
    after,
    isDropped: ids.some((id) => dropped.has(id)),
  };
}

function droppedSlots(flow: readonly FlowEdge[]): ReadonlySet<number> {
  const slots = flow.flatMap(({ from, to }) =>
    to.kind === 'outside' && to.isDropped && from.kind === 'slot' ? [from.slotId] : [],
  );
  return new Set(slots);
}

/** A value in an iteration; null where it is not known yet. */
export function valueIn(step: StepData | null, slot: SlotData | null): StepValueData | null {
  if (step === null || slot === null) return null;
  return step.values.find(({ slotId }) => slotId === slot.id) ?? null;
}

/** How a value is read against another one: both have to be known to have changed. */
export const hasChanged = (before: StepValueData | null, after: StepValueData | null): boolean =>
  before !== null && after !== null && before.fingerprint !== after.fingerprint;
