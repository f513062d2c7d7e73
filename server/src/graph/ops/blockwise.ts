/**
 * An op over axes in front of those that it knows: PyTensor's `Blockwise`. The op itself is a graph of one application; it is
 * computed once for every place of the leading axes, along which the operands broadcast.
 */
import { EngineError } from '../../tensor/engineError.ts';
import { getItem, type IndexItem, setItem } from '../../tensor/indexing.ts';
import { broadcastTo, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { broadcastShapes, elementCount, type Shape } from '../../tensor/shape.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength } from '../tensorType.ts';
import {
  type Apply,
  applyNew,
  applyTyped,
  type InnerGraph,
  type Op,
  type OpEntry,
  Variable,
} from '../variable.ts';
import { padLeft } from './elemwise.ts';
import { allocateShape } from './shapes.ts';

export interface BlockwiseParams {
  readonly core: InnerGraph;
}

export const blockwiseEntry: OpEntry<BlockwiseParams> = {
  kind: 'blockwise',
  infer: ({ core }, inputs) => {
    const lead = leadingLengths(core, inputs);
    return core.outputs.map(({ type }) => ({ dtype: type.dtype, shape: [...lead, ...type.shape] }));
  },
  evaluate: ({ core }, inputs, runner, { inputs: variables }) => {
    const leads = inputs.map((input, i) => input.shape.slice(0, input.ndim - core.inputs[i].ndim));
    checkLeads(leads, variables);
    const lead = broadcastShapes(leads);
    if (elementCount(lead) === 0)
      throw new EngineError('NotImplementedError', 'vectorize with zero size not implemented');
    const wide = inputs.map((input, i) =>
      broadcastTo(input, [...lead, ...input.shape.slice(leads[i].length)], 'operands'),
    );
    const run = runner.prepare(core);
    let results: NDArray[] | null = null;
    for (const place of placesOf(lead)) {
      runner.host.checkpoint();
      const found = run(wide.map((input) => getItem(input, place)));
      results ??= found.map(({ shape, dtype }) => {
        allocateShape(runner, [...lead, ...shape], dtype);
        return zeros(dtype, [...lead, ...shape]);
      });
      found.forEach((value, i) => {
        checkLength(value, results![i], lead.length);
        setItem(results![i], place, value);
      });
    }
    return results!;
  },
  print: ({ core }, dialect) => `Blockwise{${coreText(core, dialect)}, ${signatureOf(core)}}`,
};

function leadingLengths(core: InnerGraph, inputs: readonly Variable[]): StaticLength[] {
  const leads = inputs.map(({ type, ndim }, i) => type.shape.slice(0, ndim - core.inputs[i].ndim));
  return leads[0].map((_, axis) => {
    const lengths = leads.map((lead) => lead[axis]).filter((length) => length !== 1);
    return lengths.length === 0 ? 1 : (lengths.find((length) => length !== null) ?? null);
  });
}

/** An axis broadcasts only where its type says that its length is 1. */
function checkLeads(leads: readonly Shape[], variables: readonly Variable[]): void {
  for (const axis of leads[0].keys()) {
    const isSpread = leads.some((lead) => lead[axis] !== 1);
    const isHidden = leads.some((lead, i) => lead[axis] === 1 && variables[i].type.shape[axis] !== 1);
    if (isSpread && isHidden) {
      throw new EngineError(
        'ValueError',
        'Runtime broadcasting not allowed. At least one input has a distinct batch dimension length of 1, but was not marked as broadcastable.\nIf broadcasting was intended, use `specify_broadcastable` on the relevant input.',
      );
    }
  }
}

function* placesOf(lead: Shape): Generator<IndexItem[]> {
  const count = elementCount(lead);
  for (let at = 0; at < count; at++) {
    const place: IndexItem[] = new Array(lead.length);
    let rest = at;
    for (let axis = lead.length - 1; axis >= 0; axis--) {
      place[axis] = { kind: 'integer', value: rest % lead[axis] };
      rest = Math.floor(rest / lead[axis]);
    }
    yield place;
  }
}

/** All places have to give the same shape. */
function checkLength(value: NDArray, all: NDArray, leadCount: number): void {
  const wanted = all.shape.slice(leadCount);
  if (value.shape.every((length, axis) => length === wanted[axis])) return;
  const shape = (lengths: Shape): string => `(${lengths.join(',')}${lengths.length === 1 ? ',' : ''})`;
  throw new EngineError(
    'ValueError',
    `could not broadcast input array from shape ${shape(value.shape)} into shape ${shape(wanted)}`,
  );
}

const coreText = (core: InnerGraph, dialect: Dialect): string => {
  const made = core.outputs[0].owner!;
  return made.op.entry.print(made.op.params, dialect, 0, made).replace(/\.(\d+|out)$/, '');
};

/** `(i00,i01),()->(o00)`: nothing is known of axes that belong together. */
function signatureOf({ inputs, outputs }: InnerGraph): string {
  const part = (letter: string, variables: readonly Variable[]): string =>
    variables
      .map(({ type }, i) => `(${type.shape.map((_, axis) => `${letter}${i}${axis}`).join(',')})`)
      .join(',');
  return `${part('i', inputs)}->${part('o', outputs)}`;
}

/** The application over more axes: `inputs` have them in front. */
export function blockwise(made: Apply, inputs: readonly Variable[]): Variable[] {
  const { context } = made.outputs[0];
  const own = made.inputs.map(({ type }) => new Variable(context, type));
  const types = made.outputs.map(({ type }) => type);
  const core: InnerGraph = {
    inputs: own,
    outputs: applyTyped(context, { op: made.op, inputs: own }, types),
  };
  const batch = Math.max(...inputs.map((input, i) => input.ndim - own[i].ndim));
  const padded = inputs.map((input, i) => padLeft(input, batch + own[i].ndim));
  return applyNew(context, { entry: blockwiseEntry, params: { core } } as Op, padded);
}
