/** The arrows of the picture of a scan: into the step, out of it, back into the next one, and where its results go. */
import type { FlowEdge, FlowEnd } from '../../../../protocol/src/questions.ts';
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { isSameStep } from '../../graph/scan/scanOrigin.ts';
import type { TracedScan } from '../../graph/scan/tracedScan.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import type { Apply, Variable } from '../../graph/variable.ts';
import type { GraphScans } from './graphScans.ts';
import { isGradientScan, type ScanSite } from './scanSites.ts';
import type { Slot } from './scanSlots.ts';

export type OutsideEnd = Extract<FlowEnd, { kind: 'outside' }>;

/** The graph around a scan, and what it is for the program. */
export interface FlowSurroundings {
  readonly scans: GraphScans;
  readonly traced: TracedScan;
  /** For each output of the graph what becomes of it. */
  readonly ends: readonly OutsideEnd[];
  /** Another scan that reads results. */
  readonly endOf: (site: ScanSite) => OutsideEnd;
  /** A variable that the scan updates. */
  readonly endOfShared: (slot: Slot) => OutsideEnd;
}

const step: FlowEnd = { kind: 'step' };

export function scanFlow(site: ScanSite, slots: readonly Slot[], around: FlowSurroundings): FlowEdge[] {
  const ways = new ResultWays(site, around);
  return slots.flatMap((slot): FlowEdge[] => {
    const end: FlowEnd = { kind: 'slot', slotId: slot.id };
    const { place } = slot;
    if (place.kind !== 'output') {
      const from = slot.role === 'sharedBefore' ? [{ from: around.endOfShared(slot), to: end }] : [];
      return [...from, { from: end, to: step }];
    }
    const { outputs, scans } = ways.of(place.index);
    const isDropped = slot.role === 'sharedAfter' && ways.isDropped(place.index);
    const outside = isDropped
      ? [{ ...around.endOfShared(slot), isDropped }]
      : [...outputs.flatMap((i) => around.ends[i] ?? []), ...scans.map(around.endOf)];
    return [
      { from: step, to: end },
      ...nextInputs(site.params, place.index, slots).map((id) => ({
        from: end,
        to: { kind: 'slot', slotId: id } as const,
      })),
      ...outside.map((to) => ({ from: end, to })),
    ];
  });
}

/** The slots through which later steps see a result. */
function nextInputs(params: ScanParams, output: number, slots: readonly Slot[]): number[] {
  const { sequenceCount, states, nitSotCount, untracedCount } = params;
  const before = states.slice(0, output).reduce((sum, { taps }) => sum + taps.length, sequenceCount);
  const isState = output < states.length;
  const own = output - states.length - nitSotCount;
  const isUntraced = own >= 0 && own < untracedCount;
  const [first, count] = isState ? [before, states[output]!.taps.length] : [before + own, isUntraced ? 1 : 0];
  return slots
    .filter(({ place }) => place.kind === 'input' && place.index >= first && place.index < first + count)
    .map(({ id }) => id);
}

/** Where results go, not through other scans. */
class ResultWays {
  readonly #site: ScanSite;
  readonly #around: Pick<FlowSurroundings, 'scans' | 'traced'>;
  readonly #readers = new Map<Variable, Apply[]>();
  /** The scan, and the one beside it that has all rows for a gradient: with the places of the outputs in it. */
  readonly #copies: readonly { readonly scan: Apply; readonly places: readonly number[] }[];

  constructor(site: ScanSite, around: Pick<FlowSurroundings, 'scans' | 'traced'>) {
    this.#site = site;
    this.#around = around;
    const { graph } = around.scans;
    const applies = sortedApplies(graph.outputs, new Set([...graph.inputs, ...graph.shared]));
    for (const apply of applies) {
      for (const input of new Set(apply.inputs))
        this.#readers.set(input, [...(this.#readers.get(input) ?? []), apply]);
    }
    const isCopy = ({ op }: Apply): boolean =>
      op.entry === scanEntry &&
      op !== site.scan.op &&
      isSameStep(op.params as ScanParams, site.params) &&
      site.params.untracedCount > 0;
    this.#copies = [
      { scan: site.scan, places: [...site.scan.outputs.keys()] },
      ...applies.filter(isCopy).map((scan) => ({ scan, places: around.traced.outputs })),
    ];
  }

  /** No way to an output of the graph. The way back of a gradient looks at everything, but passes no update on. */
  isDropped(output: number): boolean {
    const { outputs, scans } = this.of(output);
    return outputs.length === 0 && scans.every(({ params }) => isGradientScan(params));
  }

  /** The outputs of the graph, and the other scans, that a result reaches. */
  of(output: number): { readonly outputs: readonly number[]; readonly scans: readonly ScanSite[] } {
    const { graph, sites } = this.#around.scans;
    const roots = this.#copies.flatMap(({ scan, places }) => scan.outputs[places[output] ?? -1] ?? []);
    const seen = new Set<Variable>(roots);
    const readingScans = new Set<Apply>();
    for (const variable of seen) {
      for (const reader of this.#readers.get(variable) ?? []) {
        if (reader.op.entry === scanEntry) readingScans.add(reader);
        else for (const result of reader.outputs) seen.add(result);
      }
    }
    const scans = sites.filter((site) => site !== this.#site && readingScans.has(site.scan));
    return { outputs: [...graph.outputs.keys()].filter((i) => seen.has(graph.outputs[i]!)), scans };
  }
}
