/** Numbers that code reads from memory, each in one place for the whole process: that is faster than to write them into registers. */
import { assert } from '../../../base/assert.ts';
import { addressOf, type Expression, load, Table } from '../../loopIr/ir.ts';

/** How many elements of which type lie side by side in a vector. */
export type Lanes = 'f64x2' | 'f32x4';

/** The bits of so many numbers. */
const room = 1024;
const bits = new BigUint64Array(room);
const places = new Map<bigint, number>();

export const constantPool = new Table('constants', bits);

const doubles = new Float64Array(1);
const singles = new Float32Array(doubles.buffer);
const integers = new BigUint64Array(doubles.buffer);

/** 64 bits in both halves of a vector. */
export function constantBits(value: bigint): Expression {
  const key = BigInt.asUintN(64, value);
  let place = places.get(key);
  if (place === undefined) {
    place = places.size;
    assert(place < room, 'room for all constants');
    places.set(key, place);
    bits[place] = key;
  }
  return load('v128.load64_splat', addressOf(constantPool, 8 * place));
}

/** A number in all lanes. */
export function constantIn(lanes: Lanes, value: number): Expression {
  if (lanes === 'f64x2') doubles[0] = value;
  else singles.fill(value);
  return constantBits(integers[0]);
}
