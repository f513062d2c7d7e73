/**
 * What is written with scan: `scan_checkpoints` keeps the states of every N-th step only, `filter` the elements that pass a
 * test. Theano 1.0.5, `scan_checkpoints.py`; PyTensor 3.3.0, `scan/checkpoints.py` and `scan/views.py`.
 */
import { int64Constant } from '../../../graph/constants.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, lengthOf } from '../../../graph/ops/math.ts';
import { alloc, join, makeVector, reshaped } from '../../../graph/ops/shapes.ts';
import { incSubtensor } from '../../../graph/ops/subtensor.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { PyDict } from '../../containers.ts';
import { raiseIndexError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { getItem } from '../../protocols/items.ts';
import { asText } from '../../types/textValues.ts';
import { PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, wrapIntoList } from './convert.ts';

type Missing = Value | undefined;
type Body = (...args: Missing[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** A scan whose arguments have names, as the views call it. */
type CallScan = (given: ReadonlyMap<string, Value>) => Value;

const callScan =
  (scan: Value): CallScan =>
  (given) =>
    call(scan, [], given);

const last = (variable: Value): Value => getItem(variable, -1);

/** The number of blocks, and how many steps each has. */
function blocks(
  context: GraphContext,
  stepCount: Variable,
  size: number,
): { count: Variable; steps: Variable } {
  const length = int64Constant(context, size);
  const count = castTo(elemwise('ceil', elemwise('true_div', stepCount, length)), 'int64');
  const rest = elemwise('mod', stepCount, length);
  const isFull = elemwise('eq', rest, int64Constant(context, 0));
  const whole = alloc(constantIn(context, 'int64', size), [count]);
  const end = castTo(elemwise('switch', isFull, length, rest), 'int64');
  return {
    count,
    steps: incSubtensor(whole, end, {
      indices: [{ kind: 'integer', value: int64Constant(context, -1) }],
      mode: 'set',
    }),
  };
}

/** A sequence cut into blocks of `size` rows; with zeros behind it where it does not come out even. */
function inBlocks(sequence: Variable, size: number, { isPadded }: { readonly isPadded: boolean }): Variable {
  const { context } = sequence;
  const length = int64Constant(context, size);
  const rows = isPadded ? padded(sequence, length) : sequence;
  const rest = [...rows.type.shape.keys()].slice(1).map((axis) => lengthOf(rows, axis));
  const count = elemwise('int_div', lengthOf(rows, 0), length);
  return reshaped(rows, makeVector(context, [count, length, ...rest], 'int64'), rows.ndim + 1);
}

function padded(sequence: Variable, length: Variable): Variable {
  const { context, dtype } = sequence;
  if (context.dialect.checkpointPadding === 'refused' && sequence.ndim > 0) {
    // The library builds the shape of the padding from a number and a vector, which it then refuses.
    throw new EngineError(
      'NotSupportedByScanLens',
      'scan_checkpoints with sequences and padding=True, which Theano refuses',
    );
  }
  const over = elemwise('mod', lengthOf(sequence, 0), length);
  const isOver = elemwise('neq', over, int64Constant(context, 0));
  const missing = elemwise('mul', elemwise('sub', length, over), isOver);
  const rest = [...sequence.type.shape.keys()].slice(1).map((axis) => lengthOf(sequence, axis));
  return join([sequence, alloc(constantIn(context, dtype, 0), [missing, ...rest])], 0);
}

function checkNoTaps(infos: readonly Value[]): void {
  for (const info of infos) {
    if (info instanceof PyDict && info.table.get('taps') !== undefined)
      throw new EngineError('RuntimeError', "scan_checkpoints doesn't work with taps.");
  }
}

function checkpointsBody(context: GraphContext, scan: CallScan): Body {
  return (...args) => {
    const [fn, sequences, outputsInfo, nonSequences, name, stepCount, every, padding] = args;
    const rows = wrapIntoList(sequences).map((one) => asVariable(context, one));
    const infos = isGiven(outputsInfo) ? wrapIntoList(outputsInfo) : [null];
    const others = wrapIntoList(nonSequences);
    checkNoTaps(infos);
    const maps = infos.filter((info) => info === null);
    const size = isGiven(every) ? integerArgument(every, 'save_every_N') : 10;
    const [firstRows] = rows;
    if (!isGiven(stepCount) && firstRows === undefined) raiseIndexError('list index out of range');
    const total = isGiven(stepCount) ? asVariable(context, stepCount) : lengthOf(firstRows!, 0);
    const { count, steps } = blocks(context, total, size);
    const isPadded = padding === undefined || isTrue(padding);
    const outerRows = [...rows.map((row) => inBlocks(row, size, { isPadded })), steps];
    const label = isGiven(name) ? asText(name)! : 'checkpointscan_fn';
    const outerStep = new PyBuiltin('outer_step', (given) => {
      // Python's `args[-0:]` is everything: without non-sequences the library hands over the wrong arguments.
      const cut = others.length === 0 ? 0 : given.length - others.length;
      const inner = scan(
        new Map<string, Value>([
          ['fn', fn!],
          ['sequences', new PyList(given.slice(0, rows.length))],
          ['outputs_info', new PyList([...given.slice(rows.length + 1, cut), ...maps])],
          ['non_sequences', new PyList(given.slice(cut))],
          ['name', `${label}_inner`],
          ['n_steps', given[rows.length]!],
        ]),
      );
      const [results, updates] = (inner as PyTuple).items;
      const all = results instanceof PyList ? results.items : [results!];
      return new PyTuple([new PyList(all.map(last)), updates!]);
    });
    return scan(
      new Map<string, Value>([
        ['fn', outerStep],
        ['sequences', new PyList(outerRows)],
        ['outputs_info', new PyList(infos)],
        ['non_sequences', new PyList(others)],
        ['name', `${label}_outer`],
        ['n_steps', count],
      ]),
    );
  };
}

function filterBody(scan: CallScan): Body {
  return (fn, sequences, nonSequences, backwards) => {
    const given = new Map<string, Value>([
      ['fn', fn!],
      ['sequences', sequences!],
    ]);
    if (isGiven(nonSequences)) given.set('non_sequences', nonSequences);
    if (isGiven(backwards)) given.set('go_backwards', backwards);
    const [mask] = (scan(given) as PyTuple).items;
    const many = sequences instanceof PyList || sequences instanceof PyTuple ? sequences.items : null;
    const masks = mask instanceof PyList || mask instanceof PyTuple ? mask.items : null;
    if (masks === null)
      return many === null
        ? getItem(sequences!, mask!)
        : new PyList(many.map((sequence) => getItem(sequence, mask!)));
    if (many === null)
      return raiseTypeError('If multiple masks are returned, sequences must be a list or tuple.');
    if (masks.length !== many.length)
      return raiseValueError('Number of masks must match number of sequences.');
    return new PyList(many.map((sequence, i) => getItem(sequence, masks[i]!)));
  };
}

/** The views by signature; `scan` is the library's function. */
export const scanViews = (context: GraphContext, scan: Value): Readonly<Record<string, Body>> => ({
  'scan_checkpoints(fn, sequences?, outputs_info?, non_sequences?, name?, n_steps?, save_every_N?, padding?, return_updates?)':
    checkpointsBody(context, callScan(scan)),
  'filter(fn, sequences, non_sequences?, go_backwards?, mode?, name?)': filterBody(callScan(scan)),
});
