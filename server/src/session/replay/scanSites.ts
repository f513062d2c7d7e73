/** The scans of a graph that can be run again, in the order in which they run. */
import type { FunctionGraph } from '../../graph/functionGraph.ts';
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { isSameStep, originOf } from '../../graph/scan/scanOrigin.ts';
import { sortedApplies } from '../../graph/traversal.ts';
import type { Apply, InnerGraph, Variable } from '../../graph/variable.ts';

/** A scan of a graph. */
export interface ScanSite {
  /** Counts from 0 within its graph. */
  readonly number: number;
  readonly scan: Apply;
  readonly params: ScanParams;
}

export function scansOf(graph: FunctionGraph): readonly ScanSite[] {
  const applies = sortedApplies(graph.outputs, new Set([...graph.inputs, ...graph.shared]));
  const scans = applies.filter(({ op }) => op.entry === scanEntry);
  return scans
    .filter((scan) => !isCopyForGradient(scan, scans) && !runsProgram(scan.outputs))
    .map((scan, number) => ({ number, scan, params: scan.op.params as ScanParams }));
}

/** True where code of the program runs on the way to these: what it does besides must not be done again. */
function runsProgram(roots: readonly Variable[]): boolean {
  return sortedApplies(roots).some(({ op }) => {
    const { inner } = (op.params ?? {}) as { readonly inner?: InnerGraph };
    return op.entry.kind === 'programOp' || (inner !== undefined && runsProgram(inner.outputs));
  });
}

/** Gradients need all rows of untraced states: beside the program's scan there is one that has them, with the same values. */
function isCopyForGradient({ op }: Apply, scans: readonly Apply[]): boolean {
  const params = op.params as ScanParams;
  return scans.some(({ op: other }) => {
    const original = other.params as ScanParams;
    return (
      original !== params && isSameStep(original, params) && original.untracedCount > params.untracedCount
    );
  });
}

/** True for the backward loop of a gradient. */
export const isGradientScan = (params: ScanParams): boolean => originOf(params)?.kind === 'gradient';

/** The backward loop through a scan, where its graph has one. */
export function gradientOf({ params }: ScanSite, sites: readonly ScanSite[]): ScanSite | null {
  return (
    sites.find((site) => {
      const origin = originOf(site.params);
      return origin?.kind === 'gradient' && isSameStep(origin.forward, params);
    }) ?? null
  );
}
