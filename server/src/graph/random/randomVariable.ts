/**
 * `RandomVariable` of Aesara 2.9.4 and PyTensor 3.3.0: what a draw's shape is, from its size or from its parameters, and how
 * it prints. `tensor/random/op.py`.
 */

import type { DType } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { int64Vector, scalar } from '../../tensor/ndarray.ts';
import { broadcastShapes } from '../../tensor/shape.ts';
import type { Dialect } from '../dialects.ts';
import { padLeft } from '../ops/elemwise.ts';
import { printVariable } from '../printVariable.ts';
import type { StaticLength } from '../tensorType.ts';
import { Constant, type GraphContext, type Variable } from '../variable.ts';
import type { DrawMethodName } from './drawMethods.ts';
import { type Draw, type DrawParams, drawFrom } from './drawOp.ts';

/** A distribution as the library knows it. */
export interface RandomVariableKind {
  /** The op's name. */
  readonly name: string;
  readonly method: DrawMethodName;
  /** How many axes of each parameter belong to one draw. */
  readonly coreRanks: readonly number[];
  /** NumPy's notation of the same: `(),()->()`. */
  readonly signature: string;
  /** The lengths of one draw, from the parameters; empty for numbers. */
  readonly support: (parameters: readonly Variable[]) => readonly StaticLength[];
  /** `floatX`, or the type of the draw; null where the draw has the type of its first parameter. */
  readonly dtype: DType | 'floatX' | null;
  /** PyTensor's text where it is not the usual one. */
  readonly text?: string;
  /** The ranks that Aesara prints where they are not the true ones. */
  readonly printedRanks?: readonly number[];
}

export interface RandomVariableRequest {
  readonly state: Variable;
  /** A vector of int64; null where the parameters decide. */
  readonly size: { readonly lengths: Variable; readonly count: number } | null;
  readonly parameters: readonly Variable[];
  readonly dtype: DType;
}

/** Draws. Raises the library's errors for what does not fit. */
export function randomVariable(kind: RandomVariableKind, request: RandomVariableRequest): Draw {
  const { state, size, parameters, dtype } = request;
  const { context } = state;
  const isNew = context.dialect.randomOps === 'signature';
  if (isNew && size !== null) checkBatchRanks(kind, parameters, size.count);
  const params: Omit<DrawParams, 'generator'> = {
    method: kind.method,
    name: kind.name,
    dtype,
    shape: drawShape(kind, request),
    skipped: isNew ? 0 : 1,
    text: textOf(kind, context.dialect, dtype),
    addedAxes: null,
    facts: {
      support: kind.support === noSupport ? 0 : 1,
      ranks: isNew ? kind.coreRanks : (kind.printedRanks ?? kind.coreRanks),
      signature: kind.signature,
      dtype: isNew ? dtype : kind.dtype,
    },
  };
  const lengths = size?.lengths ?? (isNew ? noneConstant : noSize)(context);
  const given = isNew
    ? expanded(kind, parameters, size?.count ?? null)
    : [typeNumber(context, dtype), ...parameters];
  return drawFrom(state, [lengths, ...given], params);
}

/** The size of a draw whose parameters decide: a vector of no lengths. */
export const noSize = (context: GraphContext): Constant => new Constant(context, int64Vector([]));

const noneConstants = new WeakMap<GraphContext, Constant>();

/** PyTensor's `NoneConst`, of which there is one. */
function noneConstant(context: GraphContext): Constant {
  const known = noneConstants.get(context) ?? new Constant(context, int64Vector([]), { isNone: true });
  noneConstants.set(context, known);
  return known;
}

/** Aesara hands the type of the draw to the op as a number. */
const typeNumber = (context: GraphContext, dtype: DType): Constant =>
  new Constant(context, scalar('int64', BigInt(typeOrder.indexOf(dtype))));

/** `aesara.tensor.type.all_dtypes`. */
const typeOrder: readonly string[] =
  'bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64'.split(' ');

function textOf(
  { name, signature, coreRanks, printedRanks, dtype, text, support }: RandomVariableKind,
  dialect: Dialect,
  drawn: DType,
): string {
  if (dialect.randomOps === 'signature')
    return text?.replace('floatX', drawn) ?? `${name}_rv{"${signature}"}`;
  const shown = printedRanks ?? coreRanks;
  const ranks = shown.length === 1 ? `(${shown[0]},)` : `(${shown.join(', ')})`;
  return `${name}_rv{${support === noSupport ? 0 : 1}, ${ranks}, ${dtype ?? 'None'}, False}`;
}

/** One draw is a number. */
export const noSupport = (): readonly StaticLength[] => [];

/** The last length of a parameter is that of one draw. */
export const lastLengthOf =
  (index: number) =>
  (parameters: readonly Variable[]): readonly StaticLength[] => [parameters[index].type.shape.at(-1) ?? null];

function drawShape(kind: RandomVariableKind, { size, parameters }: RandomVariableRequest): StaticLength[] {
  const support = kind.support(parameters);
  if (size !== null) return [...knownSize(size.lengths, size.count), ...support];
  return [...batchShape(kind, parameters), ...support];
}

/** A size is known when it is a constant; the libraries do not look into one that is put together. */
function knownSize(lengths: Variable, count: number): StaticLength[] {
  if (!(lengths instanceof Constant)) return new Array<StaticLength>(count).fill(null);
  return Array.from(lengths.value.elements() as ArrayLike<bigint>, Number);
}

/** The axes of the parameters that are not those of one draw, broadcast with each other. */
function batchShape({ coreRanks }: RandomVariableKind, parameters: readonly Variable[]): StaticLength[] {
  const batches = parameters.map(({ type: { shape } }, i) =>
    shape.slice(0, Math.max(0, shape.length - coreRanks[i])),
  );
  const ndim = Math.max(0, ...batches.map((batch) => batch.length));
  return Array.from({ length: ndim }, (_, axis) => {
    const lengths = batches.flatMap((batch) => {
      const at = axis - (ndim - batch.length);
      return at < 0 ? [] : [batch[at]];
    });
    const known = lengths.filter((length) => length !== null && length !== 1);
    if (known.length > 0) return broadcastShapes(known.map((length) => [length!]))[0];
    return lengths.includes(null) ? null : 1;
  });
}

function checkBatchRanks(
  { coreRanks }: RandomVariableKind,
  parameters: readonly Variable[],
  count: number,
): void {
  parameters.forEach((parameter, i) => {
    const rank = parameter.ndim - coreRanks[i];
    if (rank <= count) return;
    const name = printVariable(parameter);
    throw new EngineError(
      'ValueError',
      `Size length is incompatible with batched dimensions of parameter ${i} ${name}:\nlen(size) = ${count}, len(batched dims ${name}) = ${rank}. Size must be None or have length >= ${rank}`,
    );
  });
}

/** PyTensor writes out the axes along which parameters broadcast. */
function expanded(
  { coreRanks }: RandomVariableKind,
  parameters: readonly Variable[],
  count: number | null,
): Variable[] {
  const most = count ?? Math.max(0, ...parameters.map((one, i) => one.ndim - coreRanks[i]));
  return parameters.map((one, i) => padLeft(one, most + coreRanks[i]));
}
