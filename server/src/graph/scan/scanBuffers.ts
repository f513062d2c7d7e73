/**
 * Scans as the libraries' graphs have them: the op gets buffers with room for all rows, the initial ones in front, and gives them
 * back full; programs get the part after the initial rows. The engine's own op (scanOp.ts) needs no such room. This form is only
 * read and printed. `scan` and `expand_empty` of Theano 1.0.5, `scan/basic.py` of PyTensor 3.3.0.
 */
import { notSupported } from '../../tensor/engineError.ts';
import { cast } from '../../tensor/ndarray.ts';
import { int64Constant } from '../constants.ts';
import { rebroadcast } from '../ops/dimShuffle.ts';
import { castEntry, elemwise, padLeft } from '../ops/elemwise.ts';
import { allocEmptyEntry } from '../ops/plainNumbers.ts';
import { shapeOf } from '../ops/shapes.ts';
import { incSubtensor, subtensor, subtensorEntry } from '../ops/subtensor.ts';
import { tensorType } from '../tensorType.ts';
import {
  type Apply,
  applyNew,
  Constant,
  type InnerGraph,
  type Op,
  type OpEntry,
  SharedVariable,
  Variable,
} from '../variable.ts';
import { countType } from './scanArguments.ts';
import { type ScanParams, scanOpText } from './scanOp.ts';

export interface BufferedScanParams {
  readonly name: string | null;
  readonly scan: ScanParams;
  /** The step, with inputs and outputs in the order of the library. */
  readonly inner: InnerGraph;
  /** What each input of the step reads. */
  readonly outer: readonly Variable[];
}

export const bufferedScanEntry: OpEntry<BufferedScanParams> = {
  kind: 'bufferedScan',
  infer: () => {
    throw notSupported('a scan op that is applied by hand');
  },
  evaluate: () => {
    throw notSupported('the buffers of a scan: take what scan returned');
  },
  print: ({ scan }, dialect) => scanOpText(scan, dialect),
};

interface BufferedScan {
  /** For each output of the engine's scan the application that gives it in the library. */
  readonly owners: readonly Apply[];
  /** For each output of which only the last value counts all its rows, where it is a tensor. */
  readonly allRows: ReadonlyMap<Variable, Variable>;
}

const known = new WeakMap<Apply, BufferedScan>();

/** The library's form of a scan. */
export function bufferedScan(made: Apply): BufferedScan {
  const found = known.get(made) ?? build(made);
  known.set(made, found);
  return found;
}

function build(made: Apply): BufferedScan {
  const scan = made.op.params as ScanParams;
  const { states, nitSotCount, inner } = scan;
  const { inputs, pairs, tensors, generators } = readInputs(made);
  const rows = states.length + nitSotCount;
  const mapped = Array.from({ length: nitSotCount }, (_, i) => states.length + i);
  const order = [
    ...states.keys(),
    ...tensors.map((i) => rows + i),
    ...mapped,
    ...generators.map((i) => rows + i),
  ];
  const params: BufferedScanParams = {
    name: scan.name === 'scan_fn' ? null : scan.name,
    scan,
    inner: {
      inputs: pairs.map(([slot]) => slot),
      outputs: [...order.map((i) => inner.outputs[i]), ...inner.outputs.slice(order.length)],
    },
    outer: pairs.map(([, outer]) => outer),
  };
  const outputs: Variable[] = [];
  const owner: Apply = { op: { entry: bufferedScanEntry, params } as Op, inputs, outputs };
  const owners = made.outputs.map(() => owner);
  const allRows = new Map<Variable, Variable>();
  for (const i of order) {
    const output = made.outputs[i];
    const { context, type } = output;
    const buffer = (row: readonly (number | null)[]): Variable =>
      new Variable(context, tensorType(context.dialect, { dtype: type.dtype, shape: [null, ...row] }), {
        owner,
        index: outputs.length,
      });
    if (i < states.length) {
      outputs.push(buffer(type.shape.slice(1)));
      owners[i] = rowsAfter(outputs.at(-1)!, -Math.min(...states[i].taps), output);
    } else if (i >= rows && type.generator === undefined) {
      outputs.push(buffer(type.shape));
      const room = outputs.at(-1)!;
      allRows.set(output, rowsFrom(room));
    } else outputs.push(output);
  }
  return { owners, allRows };
}

/** `buffer[depth:]`, which gives `result`. */
const rowsAfter = (buffer: Variable, depth: number, result: Variable): Apply => ({
  op: {
    entry: subtensorEntry,
    params: { pattern: [{ kind: 'slice', start: true, stop: false, step: false }], dtypes: ['int64'] },
  } as Op,
  inputs: [buffer, int64Constant(buffer.context, depth)],
  outputs: [result],
});

const rowsFrom = (buffer: Variable): Variable =>
  subtensor(buffer, [{ kind: 'slice', start: int64Constant(buffer.context, 1), stop: null, step: null }]);

/** A variable of the step, and what it reads. */
type Pair = readonly [inner: Variable, outer: Variable];

interface ReadInputs {
  readonly inputs: readonly Variable[];
  readonly pairs: readonly Pair[];
  /** The untraced states that are tensors, by their place, and those that are not. */
  readonly tensors: readonly number[];
  readonly generators: readonly number[];
}

/** The inputs of the library's op, and of its step. */
function readInputs(made: Apply): ReadInputs {
  const { inner, sequenceCount, states, nitSotCount, untracedCount } = made.op.params as ScanParams;
  const [given, slots] = [[...made.inputs], [...inner.inputs]];
  const count = writtenCount(given.shift()!);
  const pair = (outer: Variable): Pair => [slots.shift()!, outer];
  const streams = given.splice(0, sequenceCount).map(pair);
  const buffers = given
    .splice(0, states.length)
    .map((initial, i) => withRoom(states[i].role === 'sitSot' ? asRow(initial) : initial, count));
  const taps = states.flatMap((state, i) => state.taps.map(() => pair(buffers[i])));
  const untraced = given.splice(0, untracedCount);
  const isTensor = (i: number): boolean => untraced[i].type.generator === undefined;
  const last = untraced.map((initial, i) => pair(isTensor(i) ? withRoom(asRow(initial), count) : initial));
  const others = given.map(pair);
  const isShared = ([, outer]: Pair): boolean => outer instanceof SharedVariable;
  const sorted = [...others.filter(isShared), ...others.filter((each) => !isShared(each))];
  const tensors = [...untraced.keys()].filter(isTensor);
  const generators = [...untraced.keys()].filter((i) => !isTensor(i));
  const outerOf = ([, outer]: Pair): Variable => outer;
  const [lastTensors, lastGenerators] = [tensors.map((i) => last[i]), generators.map((i) => last[i])];
  return {
    inputs: [
      count,
      ...streams.map(outerOf),
      ...buffers,
      ...lastTensors.map(outerOf),
      ...lastGenerators.map(outerOf),
      ...new Array<Variable>(nitSotCount).fill(count),
      ...sorted.map(outerOf),
    ],
    pairs: [...streams, ...taps, ...lastTensors, ...lastGenerators, ...sorted],
    tensors,
    generators,
  };
}

/** The number of steps as it was given. */
function writtenCount(count: Variable): Variable {
  const isWide = count.context.dialect.constantSteps === 'int64';
  if (count instanceof Constant && !isWide)
    return new Constant(count.context, cast(count.value, countType(count)));
  return count.owner?.op.entry === castEntry ? count.owner.inputs[0] : count;
}

/** One row; that there is one may be forgotten. */
function asRow(initial: Variable): Variable {
  const row = padLeft(initial, initial.ndim + 1);
  return initial.context.dialect.newRows === 'known' ? row : rebroadcast(row, [null]);
}

/** The rows with room for `count` more after them. */
function withRoom(rows: Variable, count: Variable): Variable {
  const { context, dtype, type } = rows;
  const shape = shapeOf(rows);
  const isShared = context.dialect.roomShapes === 'once';
  const lengths = type.shape.map((_, axis) =>
    subtensor(axis === 0 || isShared ? shape : shapeOf(rows), [
      { kind: 'integer', value: int64Constant(context, axis) },
    ]),
  );
  const room = [elemwise('add', count, lengths[0]), ...lengths.slice(1)];
  const [empty] = applyNew(context, { entry: allocEmptyEntry, params: { dtype } }, room);
  return incSubtensor(empty, rows, {
    indices: [{ kind: 'slice', start: null, stop: lengths[0], step: null }],
    mode: 'set',
  });
}
