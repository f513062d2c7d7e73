/** Arithmetic on sums of two doubles on vectors, step by step that of tensor/libm.ts; what Dekker's product loses, a fused step gives. */
import type { Expression } from '../../loopIr/ir.ts';
import type { LaneCode } from './laneCode.ts';

type V = Expression;

/** The high part is the sum rounded. */
export interface VectorPair {
  readonly hi: V;
  readonly lo: V;
}

export function pairOf(code: LaneCode, hi: V, lo: V): VectorPair {
  const sum = code.add(hi, lo);
  return { hi: sum, lo: code.sub(lo, code.sub(sum, hi)) };
}

export function exactSum(code: LaneCode, a: V, b: V): VectorPair {
  const sum = code.add(a, b);
  const part = code.sub(sum, a);
  return { hi: sum, lo: code.add(code.sub(a, code.sub(sum, part)), code.sub(b, part)) };
}

export function exactProduct(code: LaneCode, a: V, b: V): VectorPair {
  const product = code.mul(a, b);
  return { hi: product, lo: code.fused(a, b, code.neg(product)) };
}

export function multiplyPairs(code: LaneCode, a: VectorPair, b: VectorPair): VectorPair {
  const { hi, lo } = exactProduct(code, a.hi, b.hi);
  const more = code.add(code.mul(a.hi, b.lo), code.mul(a.lo, b.hi));
  return pairOf(code, hi, code.add(lo, more));
}

export function addPairs(code: LaneCode, a: VectorPair, b: VectorPair): VectorPair {
  const { hi, lo } = exactSum(code, a.hi, b.hi);
  return pairOf(code, hi, code.add(lo, code.add(a.lo, b.lo)));
}

export function dividePairs(code: LaneCode, a: VectorPair, b: VectorPair): VectorPair {
  const quotient = code.div(a.hi, b.hi);
  const { hi, lo } = exactProduct(code, quotient, b.hi);
  const rest = code.sub(code.add(code.sub(code.sub(a.hi, hi), lo), a.lo), code.mul(quotient, b.lo));
  return pairOf(code, quotient, code.div(rest, b.hi));
}

export const pairSum = (code: LaneCode, { hi, lo }: VectorPair): V => code.add(hi, lo);

export const negatedPair = (code: LaneCode, { hi, lo }: VectorPair): VectorPair => ({
  hi: code.neg(hi),
  lo: code.neg(lo),
});

export const selectPair = (code: LaneCode, mask: V, a: VectorPair, b: VectorPair): VectorPair => ({
  hi: code.select(mask, a.hi, b.hi),
  lo: code.select(mask, a.lo, b.lo),
});
