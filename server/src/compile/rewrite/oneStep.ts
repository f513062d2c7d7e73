/** A graph as the only step of a scan without states: what backends do for scans they do for parts of graphs, too. */
import { type ScanParams, scanEntry } from '../../graph/scan/scanOp.ts';
import { type Apply, Constant, type InnerGraph, type Op } from '../../graph/variable.ts';
import { scalar } from '../../tensor/ndarray.ts';

/** The number of steps: the first input. */
export const once = scalar('int64', 1n);

export function asOneStep(graph: InnerGraph): Apply {
  const { context } = graph.outputs[0];
  const params: ScanParams = {
    inner: graph,
    sequenceCount: 0,
    states: [],
    nitSotCount: graph.outputs.length,
    untracedCount: 0,
    isWhile: false,
    truncateGradient: -1,
    name: 'region',
    dialect: context.dialect,
  };
  return {
    op: { entry: scanEntry, params } as Op,
    inputs: [new Constant(context, once), ...graph.inputs],
    outputs: graph.outputs,
  };
}
