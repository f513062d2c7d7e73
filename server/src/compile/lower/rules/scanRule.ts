/** A scan inside a step: a loop inside the loop. How many steps it makes may change from turn to turn where only last rows are read. */
import { t } from '../../../base/l10n.ts';
import type { ScanParams, ScanState } from '../../../graph/scan/scanOp.ts';
import { add32, addressOf, type Expression, i32, type Local, op, set } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { convert, heldAs, loadElement } from '../elementTypes.ts';
import type { Kept } from '../kept.ts';
import {
  depthOf,
  emitLoop,
  isOneElement,
  type LoopOutput,
  type LoopState,
  type RowType,
  rowBytes,
  rowTypeOf,
  type Stream,
} from '../loop.ts';
import { freshBuffer, type Rule, type RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, rowMajor, type Value } from '../values.ts';

export const scanRule: Rule = (context, [count, ...inputs], params: ScanParams) => {
  const { builder } = context;
  const kept = context.keptOf(context.apply);
  const stepCount = stepsOf(context, count, { params, kept });
  let next = 0;
  const take = (length: number): Value[] => {
    next += length;
    return inputs.slice(next - length, next);
  };
  const streams = take(params.sequenceCount).map((value) => streamOf(context, value, stepCount));
  const states = take(params.states.length).map((value, i) =>
    stateOf(context, value, { state: params.states[i], kept: kept[i], stepCount }),
  );
  const untraced = take(params.untracedCount).map((value) =>
    stateOf(context, value, { state: { role: 'sitSot', taps: [-1] }, kept: 'last', stepCount }),
  );
  const rowsOf: BufferValue[] = [];
  const emitted = emitLoop(context, {
    params,
    stepCount: stepCount.expression,
    streams,
    states: [...states, ...untraced].map(({ state }) => state),
    outputs: kept.slice(params.states.length),
    others: inputs.slice(next),
    placeInvariants: (emit) => {
      emit();
    },
    placeRows: (output, row) => {
      rowsOf[output] = roomForRows(context, row, stepCount);
      return rowsOf[output].base;
    },
  });
  const traced = states.map(({ result }) => result());
  const maps = emitted.outputs.map((output, i) => rowsOf[i] ?? lastRowOf(output));
  return [...traced, ...maps, ...untraced.map(({ state }) => lastOf(builder, state))];
};

interface StepCount {
  readonly expression: Expression;
  readonly known: number | null;
}

/** How many steps; what the library refuses, or is asked for in vain, is left to the reference. */
function stepsOf(
  { builder }: RuleContext,
  count: Value,
  { params, kept }: { params: ScanParams; kept: readonly Kept[] },
): StepCount {
  if (params.isWhile && kept.includes('all'))
    throw unsupported(t('rows of an inner loop that may end early'));
  if (count.known) {
    const known = Number(count.known.at(0));
    if (known < 1) throw unsupported(t('an inner scan without steps'));
    return { expression: i32(known), known };
  }
  if (kept.includes('all')) throw unsupported(t('an inner scan whose number of rows changes'));
  const scalar = asScalar(builder, count);
  const steps = builder.bind(convert(scalar.expression, scalar.dtype, 'int32'), 'n');
  builder.bailOutIf(op('i32.lt_s', steps, i32(1)));
  return { expression: steps, known: null };
}

function streamOf({ builder }: RuleContext, value: Value, steps: StepCount): Stream {
  const whole = materialize(builder, value);
  const [length, ...shape] = whole.shape;
  if (steps.known !== null && length < steps.known) throw unsupported(t('a sequence that is too short'));
  if (steps.known === null) builder.bailOutIf(op('i32.gt_s', steps.expression, i32(length)));
  const pointer = builder.local('i32', 'row');
  builder.emit(set(pointer, whole.base));
  const [rowStride, ...strides] = whole.strides;
  return { ...rowTypeOf(whole.dtype, shape), pointer, rowStride, strides };
}

interface Traced {
  readonly trace: Local | null;
  /** The rows, once the loop is done. */
  readonly rows: BufferValue | null;
}

/** Room for all rows, where they are kept. */
function traceOf(
  context: RuleContext,
  row: RowType,
  { kept, steps }: { kept: Kept; steps: StepCount },
): Traced {
  if (kept !== 'all') return { trace: null, rows: null };
  const rows = roomForRows(context, row, steps);
  const trace = context.builder.local('i32', 'trace');
  context.builder.emit(set(trace, rows.base));
  return { trace, rows };
}

const roomForRows = ({ builder }: RuleContext, row: RowType, steps: StepCount): BufferValue =>
  freshBuffer(builder, { dtype: row.dtype, shape: [steps.known!, ...row.shape] }, 'rows');

function stateOf(
  context: RuleContext,
  initial: Value,
  given: { state: ScanState; kept: Kept; stepCount: StepCount },
): { state: LoopState; result: () => Value } {
  const { builder } = context;
  const { taps, role } = given.state;
  const depth = depthOf(taps);
  const shape = role === 'mitSot' ? initial.shape.slice(1) : initial.shape;
  if (role === 'mitSot' && initial.shape[0] < depth) throw unsupported(t('an initial state of too few rows'));
  const row = rowTypeOf(initial.dtype, shape);
  const { trace, rows } = traceOf(context, row, { kept: given.kept, steps: given.stepCount });
  const first = isOneElement(row)
    ? firstElements(builder, initial, { row, role, depth })
    : firstRows(builder, initial, { row, role, depth });
  const free = isOneElement(row) || trace ? null : spareRow(builder, row);
  const state: LoopState = { ...row, taps, recent: first, trace, free };
  return { state, result: () => rows ?? asLastRow(lastOf(builder, state)) };
}

interface Initial {
  readonly row: RowType;
  readonly role: ScanState['role'];
  readonly depth: number;
}

/** The elements before the first step, newest first, in locals that the loop changes. */
function firstElements(builder: Builder, initial: Value, { row, role, depth }: Initial): Local[] {
  const values: Expression[] = [];
  if (role === 'sitSot') values.push(asScalar(builder, initial).expression);
  else {
    const whole = materialize(builder, initial);
    for (let i = depth - 1; i >= 0; i--)
      values.push(loadElement(row.dtype, add32(whole.base, i32(i * whole.strides[0]))));
  }
  return values.map((value) => {
    const local = builder.local(heldAs(row.dtype), 's');
    builder.emit(set(local, value));
    return local;
  });
}

/** The rows before the first step, newest first; copies, because the loop writes over rows that are no longer needed. */
function firstRows(builder: Builder, initial: Value, { row, role, depth }: Initial): Local[] {
  const copy = freshBuffer(builder, { dtype: row.dtype, shape: [depth, ...row.shape] }, 'first');
  const whole = materialize(builder, initial);
  const source = role === 'sitSot' ? withRowAxis(whole) : { ...whole, shape: whole.shape.with(0, depth) };
  fill(builder, copy, source);
  return Array.from({ length: depth }, (_, i) => {
    const pointer = builder.local('i32', 'p');
    builder.emit(set(pointer, add32(copy.base, i32((depth - 1 - i) * rowBytes(row)))));
    return pointer;
  });
}

const withRowAxis = (value: BufferValue): BufferValue => ({
  ...value,
  shape: [1, ...value.shape],
  strides: [0, ...value.strides],
});

function spareRow(builder: Builder, row: RowType): Local {
  const buffer = builder.temporary('spare', rowBytes(row));
  const pointer = builder.local('i32', 'q');
  builder.emit(set(pointer, addressOf(buffer)));
  return pointer;
}

/** The newest row of a state after the loop. */
function lastOf(builder: Builder, { dtype, shape, recent }: LoopState): Value {
  const local = builder.local(recent[0].type, 'last');
  builder.emit(set(local, recent[0]));
  const row = rowTypeOf(dtype, shape);
  if (isOneElement(row)) return { kind: 'scalar', dtype, shape, expression: local };
  return { kind: 'buffer', dtype, shape, base: local, strides: rowMajor(row.dtype, shape) };
}

/** A row as an array of one row. */
function asLastRow(value: Value): Value {
  if (value.kind === 'buffer') return withRowAxis(value);
  return { ...value, shape: [1, ...value.shape] };
}

/** The last row of an output; nobody reads one that is not kept. */
function lastRowOf(output: LoopOutput | null): Value {
  if (output === null) return { kind: 'scalar', dtype: 'bool', shape: [1], expression: i32(0) };
  const { last, dtype, shape } = output;
  if (last?.kind === 'local') return { kind: 'scalar', dtype, shape: [1, ...shape], expression: last };
  return withRowAxis(last!);
}
