/** The words in which kernels over floats are written: elements, vectors of them, and the fused step `a · b + c`. */
import {
  add32,
  type Expression,
  type Local,
  laneOp,
  load,
  op,
  type Statement,
  set,
  store,
} from '../../loopIr/ir.ts';
import type { Lanes } from '../math/constantPool.ts';

/** A float type as kernels see it. */
export interface FloatType {
  readonly held: 'f64' | 'f32';
  readonly lanes: Lanes;
  /** Elements in a vector. */
  readonly width: 2 | 4;
  /** Bytes of an element, and their logarithm. */
  readonly size: 8 | 4;
  readonly shift: 3 | 2;
}

export const doubles: FloatType = { held: 'f64', lanes: 'f64x2', width: 2, size: 8, shift: 3 };
export const singles: FloatType = { held: 'f32', lanes: 'f32x4', width: 4, size: 4, shift: 2 };

export const vectorBytes = 16;

export const loadFloat = ({ held }: FloatType, address: Expression, offset = 0): Expression =>
  load(`${held}.load`, address, offset);

export const loadVector = (address: Expression, offset = 0): Expression => load('v128.load', address, offset);

/** One element in all lanes. */
export const loadSplat = ({ size }: FloatType, address: Expression, offset = 0): Expression =>
  load(`v128.load${size * 8}_splat`, address, offset);

export const storeFloat = (
  { held }: FloatType,
  { address, offset = 0 }: { address: Expression; offset?: number },
  value: Expression,
): Statement => store(`${held}.store`, value, { address, offset });

export const storeVector = (address: Expression, value: Expression, offset = 0): Statement =>
  store('v128.store', value, { address, offset });

export const zeroVector: Expression = { kind: 'literal', type: 'v128', value: 0 };

/** `a · b + c` in all lanes, rounded once where the machine can. */
export const fusedStep = ({ lanes }: FloatType, a: Expression, b: Expression, c: Expression): Expression =>
  op(`${lanes}.relaxed_madd`, a, b, c);

/** `a · b + c` in all lanes, rounded twice. */
export const plainStep = ({ lanes }: FloatType, a: Expression, b: Expression, c: Expression): Expression =>
  op(`${lanes}.add`, c, op(`${lanes}.mul`, a, b));

/** The fused step on single elements. */
export function fusedElement(type: FloatType, a: Expression, b: Expression, c: Expression): Expression {
  const splat = (value: Expression): Expression => op(`${type.lanes}.splat`, value);
  return lane(type, 0, fusedStep(type, splat(a), splat(b), splat(c)));
}

export const lane = ({ lanes }: FloatType, index: number, vector: Expression): Expression =>
  laneOp(`${lanes}.extract_lane`, [index], vector);

/** The sum of the lanes: neighbours first. */
export function sumOfLanes(type: FloatType, vector: Local): Expression {
  const sum = (a: Expression, b: Expression): Expression => op(`${type.held}.add`, a, b);
  const pair = (first: number): Expression => sum(lane(type, first, vector), lane(type, first + 1, vector));
  return type.width === 2 ? pair(0) : sum(pair(0), pair(2));
}

/** `count` elements in bytes. */
export const bytesOf = ({ shift }: FloatType, count: Expression): Expression =>
  op('i32.shl', count, { kind: 'literal', type: 'i32', value: shift });

/** Moves a pointer on. */
export const advance = (pointer: Local, by: Expression): Statement => set(pointer, add32(pointer, by));
