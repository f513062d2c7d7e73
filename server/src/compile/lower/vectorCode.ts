/**
 * Table of the scalar operations on four elements side by side (packs.ts). A row gives the same elements as the row of the same name in
 * scalarCode.ts; what has no row is computed lane by lane.
 */
import type { ScalarExpression } from '../../graph/ops/scalarRules.ts';
import { byteSize } from '../../tensor/dtype.ts';
import type { PrimitiveName } from '../../tensor/primitives.ts';
import { call, type Expression, op } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { type CodeDType, isFloatType, isSignedType, literalOf } from './elementTypes.ts';
import { constantBits, constantIn } from './math/constantPool.ts';
import { vectorFunction } from './mathFunctions.ts';
import {
  convertPack,
  eachLane,
  maskIn,
  type Pack,
  type Shape,
  shapeOf,
  splatPack,
  wrappedLanes,
} from './packs.ts';
import { isTruth, scalarCode } from './scalarCode.ts';

interface Vectors {
  readonly shape: Shape;
  readonly isSigned: boolean;
}

/** One vector of the result from one of each operand; arguments are locals. */
type Row = (args: readonly Expression[], vectors: Vectors) => Expression;

const zero = constantBits(0n);

const simple =
  (name: string): Row =>
  (args, { shape }) =>
    op(`${shape}.${name}`, ...args);

/** An order, which has two instructions on integers. */
const ordered =
  (name: string): Row =>
  (args, { shape, isSigned }) =>
    op(`${shape}.${name}${shape.startsWith('f') ? '' : isSigned ? '_s' : '_u'}`, ...args);

const bits =
  (name: string): Row =>
  (args) =>
    op(`v128.${name}`, ...args);

const floatExtreme =
  (comparison: 'ge' | 'le'): Row =>
  ([x, y], { shape }) =>
    op('v128.bitselect', x, y, op('v128.or', op(`${shape}.${comparison}`, x, y), op(`${shape}.ne`, x, x)));

const extreme =
  (comparison: 'ge' | 'le'): Row =>
  ([x, y], vectors) =>
    op('v128.bitselect', x, y, ordered(comparison)([x, y], vectors));

const ones = { f64x2: 1, f32x4: 1 } as const;

/** 1, -1, or the number itself where it is zero or none. */
const floatSign: Row = ([x], { shape }) => {
  const lanes = shape as keyof typeof ones;
  const below = op('v128.bitselect', constantIn(lanes, -1), x, op(`${shape}.lt`, x, zero));
  return op('v128.bitselect', constantIn(lanes, 1), below, op(`${shape}.gt`, x, zero));
};

const isInfinite: Row = ([x], { shape }) =>
  op(`${shape}.eq`, op(`${shape}.abs`, x), constantIn(shape as keyof typeof ones, Number.POSITIVE_INFINITY));

const comparisons: Partial<Record<PrimitiveName, Row>> = {
  eq: simple('eq'),
  ne: simple('ne'),
  lt: ordered('lt'),
  le: ordered('le'),
  gt: ordered('gt'),
  ge: ordered('ge'),
  logicalNot: ([x], { shape }) => op(`${shape}.eq`, x, zero),
};

const floats: Partial<Record<PrimitiveName, Row>> = {
  ...comparisons,
  add: simple('add'),
  sub: simple('sub'),
  mul: simple('mul'),
  div: simple('div'),
  neg: simple('neg'),
  abs: simple('abs'),
  sign: floatSign,
  sqrt: simple('sqrt'),
  floor: simple('floor'),
  ceil: simple('ceil'),
  trunc: simple('trunc'),
  roundHalfToEven: simple('nearest'),
  max: floatExtreme('ge'),
  min: floatExtreme('le'),
  isNan: ([x], { shape }) => op(`${shape}.ne`, x, x),
  isInf: isInfinite,
};

const integers: Partial<Record<PrimitiveName, Row>> = {
  ...comparisons,
  add: simple('add'),
  sub: simple('sub'),
  mul: simple('mul'),
  neg: simple('neg'),
  abs: ([x], { shape, isSigned }) => (isSigned ? op(`${shape}.abs`, x) : x),
  and: bits('and'),
  or: bits('or'),
  xor: bits('xor'),
  not: bits('not'),
  max: extreme('ge'),
  min: extreme('le'),
  floor: ([x]) => x,
  ceil: ([x]) => x,
  trunc: ([x]) => x,
  roundHalfToEven: ([x]) => x,
};

/** Truths are masks. */
const truths: Partial<Record<PrimitiveName, Row>> = {
  add: bits('or'),
  mul: bits('and'),
  and: bits('and'),
  or: bits('or'),
  xor: bits('xor'),
  max: bits('or'),
  min: bits('and'),
  ne: bits('xor'),
  eq: ([x, y]) => op('v128.not', op('v128.xor', x, y)),
  logicalNot: bits('not'),
};

/** Of unsigned 64-bit integers there is no order. */
const isOrder: ReadonlySet<PrimitiveName> = new Set(['lt', 'le', 'gt', 'ge', 'max', 'min']);

function rowOf(name: PrimitiveName, dtype: CodeDType): Row | undefined {
  if (dtype === 'bool') return truths[name];
  if (isFloatType(dtype)) return floats[name];
  return dtype === 'uint64' && isOrder.has(name) ? undefined : integers[name];
}

/** Operations that only choose or hand on. */
const passing: ReadonlySet<PrimitiveName> = new Set(['select', 'identity', 'second', 'zero']);

/** True where vectors do the operation as a whole. */
export const hasVectorForm = (name: PrimitiveName, dtype: CodeDType): boolean =>
  passing.has(name) || rowOf(name, dtype) !== undefined || functionOf(name, dtype) !== null;

const functionOf = (name: PrimitiveName, dtype: CodeDType) =>
  dtype === 'float64' || dtype === 'float32'
    ? vectorFunction(name, dtype === 'float64' ? 'f64x2' : 'f32x4')
    : null;

/** A primitive on packs of one type; the condition of a `select` is a truth. */
export function primitivePack(
  builder: Builder,
  name: PrimitiveName,
  { args, dtype }: { readonly args: readonly Pack[]; readonly dtype: CodeDType },
): Pack {
  switch (name) {
    case 'select':
      return selected(builder, args);
    case 'identity':
      return args[0];
    case 'second':
      return args[1];
    case 'zero':
      return splatPack(builder, dtype, literalOf(dtype, 0));
  }
  const result: CodeDType = isTruth(name) ? 'bool' : dtype;
  const compute = vectorsOf(name, dtype);
  if (compute === null)
    return eachLane(builder, args, {
      dtype: result,
      compute: (elements) => scalarCode(name, elements, dtype),
    });
  const count = args.every(({ vectors }) => vectors.length === 1) ? 1 : 2;
  const vectors = args.map((arg) => (arg.dtype === 'bool' ? maskIn(builder, arg, count) : arg.vectors));
  return {
    dtype: result,
    vectors: vectors[0].map((_, i) => builder.bind(compute(vectors.map((all) => all[i])), 'w')),
  };
}

function vectorsOf(
  name: PrimitiveName,
  dtype: CodeDType,
): ((args: readonly Expression[]) => Expression) | null {
  const row = rowOf(name, dtype);
  const shape = shapeOf(dtype);
  if (row) {
    const isCut = !isTruth(name) && dtype !== 'bool';
    return (args) => {
      const value = row(args, { shape, isSigned: isSignedType(dtype) });
      return isCut ? wrappedLanes(dtype, value) : value;
    };
  }
  const callee = functionOf(name, dtype);
  return callee && ((args) => call(callee, ...args));
}

function selected(builder: Builder, [condition, then, otherwise]: readonly Pack[]): Pack {
  if (then.dtype === 'bool' && then.vectors.length !== otherwise.vectors.length) {
    const [a, b] = [then, otherwise].map((mask) => ({
      dtype: mask.dtype,
      vectors: maskIn(builder, mask, 1),
    }));
    return selected(builder, [condition, a, b]);
  }
  const masks = maskIn(builder, condition, then.vectors.length);
  return {
    dtype: then.dtype,
    vectors: then.vectors.map((vector, i) =>
      builder.bind(op('v128.bitselect', vector, otherwise.vectors[i], masks[i]), 'w'),
    ),
  };
}

/** Primitives whose results float32 holds exactly where it holds the operands. */
const exact: ReadonlySet<PrimitiveName> = new Set([
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'max',
  'min',
  'neg',
  'abs',
  'sign',
  'select',
  'identity',
  'second',
  'zero',
  'isNan',
  'isInf',
  'logicalNot',
  'floor',
  'ceil',
  'trunc',
  'roundHalfToEven',
]);
/** Primitives that round the exact result: the outermost may be computed in either precision. */
const rounding: ReadonlySet<PrimitiveName> = new Set(['add', 'sub', 'mul', 'div', 'sqrt']);

const isExact = (expression: ScalarExpression): boolean =>
  expression.kind !== 'call' || (exact.has(expression.primitive) && expression.args.every(isExact));

/**
 * True where single precision gives what double precision rounded at the end gives: the reference computes expressions of several steps in
 * doubles.
 */
export function isRoundedOnce(expression: ScalarExpression): boolean {
  if (expression.kind !== 'call') return isSingle(expression);
  const { primitive, args } = expression;
  return (
    (rounding.has(primitive) && args.every(isExact) && args.every(isSingle)) ||
    (isExact(expression) && isSingle(expression))
  );
}

/** True where all numbers of the expression are single floats. */
const isSingle = (expression: ScalarExpression): boolean =>
  expression.kind === 'literal'
    ? Math.fround(expression.value) === expression.value
    : expression.kind === 'operand' || expression.args.every(isSingle);

/** The type in which the parts of an expression are computed. */
export const innerType = (expression: ScalarExpression, compute: CodeDType): CodeDType =>
  compute === 'float32' && !isDirect(expression) && !isRoundedOnce(expression) ? 'float64' : compute;

const isDirect = (expression: ScalarExpression): boolean =>
  expression.kind === 'call' &&
  expression.args.every((arg, index) => arg.kind === 'operand' && arg.index === index);

/** The expression on packs of the type `compute` (or truths), as a pack of the type `output`. */
export function expressionPack(
  builder: Builder,
  expression: ScalarExpression,
  { operands, compute, output }: { operands: readonly Pack[]; compute: CodeDType; output: CodeDType },
): Pack {
  const within = innerType(expression, compute);
  const given = operands.map((operand) =>
    operand.dtype === compute ? convertPack(builder, operand, within) : operand,
  );
  const walk = (part: ScalarExpression): Pack => {
    switch (part.kind) {
      case 'operand':
        return given[part.index];
      case 'literal':
        return literalPack(builder, within, part.value);
      case 'call': {
        const args = part.args.map((arg, i) => {
          const isCondition = part.primitive === 'select' && i === 0;
          return isCondition
            ? convertPack(builder, walk(arg), 'bool')
            : convertPack(builder, walk(arg), within);
        });
        return primitivePack(builder, part.primitive, { args, dtype: within });
      }
    }
  };
  return convertPack(builder, walk(expression), output);
}

function literalPack(builder: Builder, dtype: CodeDType, value: number): Pack {
  if (!isFloatType(dtype)) return splatPack(builder, dtype, literalOf(dtype, value));
  const vector = constantIn(dtype === 'float64' ? 'f64x2' : 'f32x4', value);
  return { dtype, vectors: byteSize(dtype) === 8 ? [vector, vector] : [vector] };
}

/** True where some part of the expression goes by vectors, so that packs are worth it. */
export function gainsByPacks(expression: ScalarExpression, compute: CodeDType): boolean {
  const within = innerType(expression, compute);
  const visit = (part: ScalarExpression): boolean =>
    part.kind === 'call' && (hasVectorForm(part.primitive, within) || part.args.some(visit));
  return expression.kind !== 'call' || visit(expression);
}
