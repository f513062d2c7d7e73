/**
 * Neighbours that can be computed in one go: applications with machine code are put together where nothing else has to come between them.
 * Each group becomes one application of an op that is a graph, with the very variables of the graph.
 */
import { fromGraphEntry, noOverrides } from '../../graph/ops/fromGraph.ts';
import type { OpKind } from '../../graph/ops/opKinds.ts';
import { type Apply, Constant, type InnerGraph, type Op, type Variable } from '../../graph/variable.ts';

/** What may be in a group. Windows on arrays are not: of what they look at only a part may be needed. */
const groupable: ReadonlySet<OpKind> = new Set([
  'alloc',
  'cast',
  'dimShuffle',
  'elemwise',
  'gradientGate',
  'incSubtensor',
  'join',
  'rebroadcast',
  'reduce',
  'reshape',
  'softmax',
]);

/** What makes a group worth it: work for every element. */
const working: ReadonlySet<OpKind> = new Set(['cast', 'elemwise', 'incSubtensor', 'reduce', 'softmax']);

/** The applications in an order in which groups stand together, each group as one of them; and the graphs of the groups. */
export function groupRegions(
  applies: readonly Apply[],
  outputs: readonly Variable[],
): { applies: Apply[]; regions: Map<Apply, InnerGraph> } {
  const regions = new Map<Apply, InnerGraph>();
  const ordered: Apply[] = [];
  for (const group of inGroups(applies)) {
    const graph = isWorth(group) ? graphOf(group, { applies, outputs }) : null;
    if (graph === null) ordered.push(...group);
    else {
      const region = asOne(graph);
      regions.set(region, graph);
      ordered.push(region);
    }
  }
  return { applies: ordered, regions };
}

const isWorth = (group: readonly Apply[]): boolean =>
  groupable.has(group[0].op.entry.kind) && group.some(({ op }) => working.has(op.entry.kind));

/** Everything that can be computed with what is there, first of one sort, then of the other, until nothing is left. */
function inGroups(applies: readonly Apply[]): Apply[][] {
  const producers = new Map(
    applies.flatMap((apply) => apply.outputs.map((output) => [output, apply] as const)),
  );
  const done = new Set<Apply>();
  const isReady = ({ inputs }: Apply): boolean =>
    inputs.every((input) => {
      const producer = producers.get(input);
      return producer === undefined || done.has(producer);
    });
  const groups: Apply[][] = [];
  let rest = applies;
  for (let takesGroupable = false; rest.length > 0; takesGroupable = !takesGroupable) {
    const group: Apply[] = [];
    const left: Apply[] = [];
    for (const apply of rest) {
      const fits = groupable.has(apply.op.entry.kind) === takesGroupable && isReady(apply);
      (fits ? group : left).push(apply);
      if (fits) done.add(apply);
    }
    rest = left;
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** What a group reads and what others read of it. */
function graphOf(
  group: readonly Apply[],
  { applies, outputs }: { applies: readonly Apply[]; outputs: readonly Variable[] },
): InnerGraph {
  const inside = new Set(group);
  const made = new Set(group.flatMap((apply) => apply.outputs));
  const read = new Set(group.flatMap(({ inputs }) => inputs));
  const wanted = new Set([
    ...applies.filter((apply) => !inside.has(apply)).flatMap(({ inputs }) => inputs),
    ...outputs,
  ]);
  return {
    inputs: [...read].filter((input) => !made.has(input) && !(input instanceof Constant)),
    outputs: [...made].filter((output) => wanted.has(output)),
  };
}

function asOne(inner: InnerGraph): Apply {
  const params = { ...noOverrides, name: null, isInline: true, inner, shared: [] };
  return { op: { entry: fromGraphEntry, params } as Op, inputs: inner.inputs, outputs: inner.outputs };
}
