/**
 * Four neighbouring elements in vectors: in one of four lanes (integers of up to 32 bits and single floats) or in two of two lanes. Truths are
 * masks, all bits of a lane, in either form. How packs are read, written, converted, and taken apart where no instruction does
 * what is wanted; the arithmetic is in vectorCode.ts.
 */
import { byteSize } from '../../tensor/dtype.ts';
import { type Expression, i32, laneOp, load, op, type Statement, store } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import { type CodeDType, convert, heldAs, isSignedType, loadElement } from './elementTypes.ts';
import { constantBits } from './math/constantPool.ts';

export interface Pack {
  readonly dtype: CodeDType;
  readonly vectors: readonly Expression[];
}

export const packLength = 4;

/** How an element type lies in vectors. */
export type Shape = 'f64x2' | 'f32x4' | 'i64x2' | 'i32x4';

const shapes = { f64: 'f64x2', f32: 'f32x4', i64: 'i64x2', i32: 'i32x4' } as const;

/** The vectors of a type; those of truths where nothing else is said. */
export const shapeOf = (dtype: CodeDType): Shape => shapes[heldAs(dtype)];

const bytes = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);
const orders = {
  /** The lower, or the upper, half of both. */
  low: [...bytes(0, 8), ...bytes(16, 8)],
  /** The upper half, twice. */
  upper: [...bytes(8, 8), ...bytes(8, 8)],
  /** Each 32-bit lane of the lower half twice, and of the upper. */
  doubledLow: [0, 0, 4, 4].flatMap((first) => bytes(first, 4)),
  doubledHigh: [8, 8, 12, 12].flatMap((first) => bytes(first, 4)),
  /** The lower words of 64-bit lanes. */
  even: [0, 8, 16, 24].flatMap((first) => bytes(first, 4)),
  /** The lowest bytes, or halves, of 32-bit lanes. */
  bytes: bytes(0, 16).map((i) => (4 * i) % 16),
  shorts: [0, 4, 8, 12, 0, 4, 8, 12].flatMap((first) => bytes(first, 2)),
};

const shuffle = (order: readonly number[], a: Expression, b: Expression): Expression =>
  laneOp('i8x16.shuffle', order, a, b);

const bound = (builder: Builder, dtype: CodeDType, vectors: readonly Expression[]): Pack => ({
  dtype,
  vectors: vectors.map((vector) => builder.bind(vector, 'w')),
});

// ------------------------------------------------------------------------------------------------------------- memory

/** Four elements that lie one behind another. */
export function loadPack(
  builder: Builder,
  dtype: CodeDType,
  at: { address: Expression; offset: number },
): Pack {
  const { address, offset } = at;
  const sign = isSignedType(dtype) ? 's' : 'u';
  switch (byteSize(dtype)) {
    case 8:
      return bound(
        builder,
        dtype,
        [0, 16].map((more) => load('v128.load', address, offset + more)),
      );
    case 4:
      return bound(builder, dtype, [load('v128.load', address, offset)]);
    case 2:
      return bound(builder, dtype, [load(`v128.load16x4_${sign}`, address, offset)]);
    default: {
      const halves = op(`i16x8.extend_low_i8x16_${sign}`, load('v128.load32_zero', address, offset));
      const words = op(`i32x4.extend_low_i16x8_${sign}`, halves);
      return bound(builder, dtype, [dtype === 'bool' ? op('i32x4.ne', words, constantBits(0n)) : words]);
    }
  }
}

export function storePack(
  builder: Builder,
  pack: Pack,
  at: { readonly address: Expression; readonly offset: number },
): Statement[] {
  const { address, offset } = at;
  const write = (name: string, value: Expression, more = 0): Statement =>
    store(name, value, { address, offset: offset + more });
  const { vectors } = pack;
  switch (byteSize(pack.dtype)) {
    case 8:
    case 4:
      return vectors.map((vector, i) => write('v128.store', vector, 16 * i));
    case 2:
      return [
        write('i64.store', laneOp('i64x2.extract_lane', [0], shuffle(orders.shorts, vectors[0], vectors[0]))),
      ];
    default: {
      const [words] = pack.dtype === 'bool' ? narrowMask(builder, pack).vectors : vectors;
      const four = laneOp('i32x4.extract_lane', [0], shuffle(orders.bytes, words, words));
      return [write('i32.store', pack.dtype === 'bool' ? op('i32.and', four, i32(0x01010101)) : four)];
    }
  }
}

/** One element in all lanes. */
export function splatPack(builder: Builder, dtype: CodeDType, value: Expression): Pack {
  if (dtype === 'bool') return bound(builder, dtype, [op('i32x4.splat', op('i32.sub', i32(0), value))]);
  const [vector] = bound(builder, dtype, [op(`${shapeOf(dtype)}.splat`, value)]).vectors;
  return { dtype, vectors: byteSize(dtype) === 8 ? [vector, vector] : [vector] };
}

// -------------------------------------------------------------------------------------------------------------- masks

/** A mask in one vector. */
export function narrowMask(builder: Builder, mask: Pack): Pack {
  const [a, b] = mask.vectors;
  return b === undefined ? mask : bound(builder, 'bool', [shuffle(orders.even, a, b)]);
}

/** A mask in as many vectors as are wanted. */
export function maskIn(builder: Builder, mask: Pack, count: number): readonly Expression[] {
  if (count === mask.vectors.length) return mask.vectors;
  if (count === 1) return narrowMask(builder, mask).vectors;
  const [vector] = mask.vectors;
  return bound(builder, 'bool', [
    shuffle(orders.doubledLow, vector, vector),
    shuffle(orders.doubledHigh, vector, vector),
  ]).vectors;
}

const zero = constantBits(0n);

const isNonZero = (builder: Builder, { dtype, vectors }: Pack): Pack =>
  bound(
    builder,
    'bool',
    vectors.map((vector) => op(`${shapeOf(dtype)}.ne`, vector, zero)),
  );

/** 1 where the mask is, else 0, in another type. */
function fromMask(builder: Builder, mask: Pack, dtype: CodeDType): Pack {
  const count = byteSize(dtype) === 8 ? 2 : 1;
  const one = onePattern(dtype);
  return bound(
    builder,
    dtype,
    maskIn(builder, mask, count).map((vector) => op('v128.and', vector, one)),
  );
}

function onePattern(dtype: CodeDType): Expression {
  switch (shapeOf(dtype)) {
    case 'f64x2':
      return constantBits(0x3ffn << 52n);
    case 'f32x4':
      return constantBits(0x3f800000_3f800000n);
    case 'i64x2':
      return constantBits(1n);
    default:
      return constantBits(0x1_00000001n);
  }
}

// -------------------------------------------------------------------------------------------------------- conversions

/** A pack as one of another type, element by element where there is no instruction. */
export function convertPack(builder: Builder, pack: Pack, dtype: CodeDType): Pack {
  if (pack.dtype === dtype) return pack;
  const vectors = directly(builder, pack, dtype);
  if (vectors) return bound(builder, dtype, vectors);
  return eachLane(builder, [pack], { dtype, compute: ([x]) => convert(x, pack.dtype, dtype) });
}

/** True where vectors are converted as a whole. */
export const hasDirectConversion = (from: CodeDType, to: CodeDType): boolean =>
  from === to ||
  from === 'bool' ||
  to === 'bool' ||
  shapeOf(from) === 'i32x4' ||
  isFloatShape(from) === isFloatShape(to);

const isFloatShape = (dtype: CodeDType): boolean => shapeOf(dtype) === 'f64x2' || shapeOf(dtype) === 'f32x4';

function directly(builder: Builder, pack: Pack, to: CodeDType): readonly Expression[] | null {
  const from = pack.dtype;
  if (!hasDirectConversion(from, to)) return null;
  if (from === 'bool') return fromMask(builder, pack, to).vectors;
  if (to === 'bool') return isNonZero(builder, pack).vectors;
  const [a, b] = pack.vectors;
  const sign = isSignedType(from) ? 's' : 'u';
  switch (`${shapeOf(from)} ${shapeOf(to)}`) {
    case 'f32x4 f64x2':
      return [a, shuffle(orders.upper, a, a)].map((half) => op('f64x2.promote_low_f32x4', half));
    case 'f64x2 f32x4': {
      const [low, high] = [a, b].map((half) => builder.bind(op('f32x4.demote_f64x2_zero', half), 'w'));
      return [shuffle(orders.low, low, high)];
    }
    case 'i32x4 f64x2':
      return [a, shuffle(orders.upper, a, a)].map((half) => op(`f64x2.convert_low_i32x4_${sign}`, half));
    case 'i32x4 f32x4':
      return [op(`f32x4.convert_i32x4_${sign}`, a)];
    case 'i32x4 i64x2':
      return ['low', 'high'].map((half) => op(`i64x2.extend_${half}_i32x4_${sign}`, a));
    case 'i64x2 i32x4':
      return [wrappedLanes(to, shuffle(orders.even, a, b))];
    case 'i32x4 i32x4':
      return [wrappedLanes(to, a)];
    default:
      return pack.vectors;
  }
}

/** 32-bit lanes cut to the width of a type. */
export function wrappedLanes(dtype: CodeDType, vector: Expression): Expression {
  const unused = i32(32 - 8 * byteSize(dtype));
  if (shapeOf(dtype) !== 'i32x4' || unused.value === 0) return vector;
  return op(`i32x4.shr_${isSignedType(dtype) ? 's' : 'u'}`, op('i32x4.shl', vector, unused), unused);
}

// ------------------------------------------------------------------------------------------------------ single lanes

/** The elements of a pack one by one; truths as 0 or 1. */
function lanesOf(builder: Builder, pack: Pack): Expression[] {
  if (pack.dtype === 'bool') {
    const [mask] = narrowMask(builder, pack).vectors;
    return bytes(0, 4).map((lane) =>
      builder.bind(op('i32.and', laneOp('i32x4.extract_lane', [lane], mask), i32(1)), 'e'),
    );
  }
  const shape = shapeOf(pack.dtype);
  const perVector = pack.vectors.length === 2 ? 2 : 4;
  return bytes(0, 4).map((lane) => {
    const vector = pack.vectors[Math.floor(lane / perVector)];
    return builder.bind(laneOp(`${shape}.extract_lane`, [lane % perVector], vector), 'e');
  });
}

function fromLanes(builder: Builder, dtype: CodeDType, lanes: readonly Expression[]): Pack {
  const shape = shapeOf(dtype);
  const perVector = byteSize(dtype) === 8 ? 2 : 4;
  const vectors = bytes(0, 4 / perVector).map((i) => {
    const [first, ...rest] = lanes.slice(i * perVector, (i + 1) * perVector);
    return rest.reduce<Expression>(
      (vector, lane, k) => laneOp(`${shape}.replace_lane`, [k + 1], vector, lane),
      op(`${shape}.splat`, first),
    );
  });
  const pack = bound(builder, dtype, vectors);
  return dtype === 'bool' ? isNonZero(builder, pack) : pack;
}

/** Four elements that lie apart. */
export function gatherPack(builder: Builder, dtype: CodeDType, addresses: readonly Expression[]): Pack {
  const elements = addresses.map((address) => builder.bind(loadElement(dtype, address), 'e'));
  return fromLanes(builder, dtype, elements);
}

/** A function of single elements, on each lane by itself. */
export function eachLane(
  builder: Builder,
  packs: readonly Pack[],
  { dtype, compute }: { dtype: CodeDType; compute: (elements: readonly Expression[]) => Expression },
): Pack {
  const lanes = packs.map((pack) => lanesOf(builder, pack));
  const results = bytes(0, 4).map((lane) => builder.bind(compute(lanes.map((all) => all[lane])), 'e'));
  return fromLanes(builder, dtype, results);
}
