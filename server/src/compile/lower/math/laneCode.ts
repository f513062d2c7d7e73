/**
 * Writes functions on vectors: arithmetic on 128 bits whose results lie in locals, so that they may be used again. One step of it is one
 * instruction, or few; what the functions are is in the other files here.
 */
import {
  addressOf,
  call,
  type Expression,
  giveBack,
  type ImportedFunction,
  type IrFunction,
  i32,
  type Local,
  laneOp,
  load,
  op,
  set,
  type Table,
  when,
} from '../../loopIr/ir.ts';
import { Builder } from '../builder.ts';
import { constantBits, constantIn, constantPool, type Lanes } from './constantPool.ts';

type V = Expression;

export class LaneCode {
  readonly lanes: Lanes;
  readonly builder = new Builder();
  /** The lanes as integers of the same width. */
  readonly integers: 'i64x2' | 'i32x4';

  constructor(lanes: Lanes) {
    this.lanes = lanes;
    this.integers = lanes === 'f64x2' ? 'i64x2' : 'i32x4';
  }

  bind(value: V): V {
    return this.builder.bind(value, 'x');
  }

  #float(name: string, ...args: V[]): V {
    return this.bind(op(`${this.lanes}.${name}`, ...args));
  }

  #integer(name: string, ...args: V[]): V {
    return this.bind(op(`${this.integers}.${name}`, ...args));
  }

  /** A number in all lanes, loaded anew wherever it is used. */
  number(value: number): V {
    return constantIn(this.lanes, value);
  }

  /** Bits in all lanes. */
  bits(value: bigint): V {
    return constantBits(this.lanes === 'f64x2' ? value : (value << 32n) | BigInt.asUintN(32, value));
  }

  add = (a: V, b: V): V => this.#float('add', a, b);
  sub = (a: V, b: V): V => this.#float('sub', a, b);
  mul = (a: V, b: V): V => this.#float('mul', a, b);
  div = (a: V, b: V): V => this.#float('div', a, b);
  neg = (a: V): V => this.#float('neg', a);
  abs = (a: V): V => this.#float('abs', a);
  sqrt = (a: V): V => this.#float('sqrt', a);
  nearest = (a: V): V => this.#float('nearest', a);
  floor = (a: V): V => this.#float('floor', a);
  trunc = (a: V): V => this.#float('trunc', a);
  /** a·b + c, rounded once. */
  fused = (a: V, b: V, c: V): V => this.#float('relaxed_madd', a, b, c);
  /** c - a·b, rounded once. */
  fusedFrom = (a: V, b: V, c: V): V => this.#float('relaxed_nmadd', a, b, c);
  lt = (a: V, b: V): V => this.#float('lt', a, b);
  le = (a: V, b: V): V => this.#float('le', a, b);
  gt = (a: V, b: V): V => this.#float('gt', a, b);
  ge = (a: V, b: V): V => this.#float('ge', a, b);
  eq = (a: V, b: V): V => this.#float('eq', a, b);
  ne = (a: V, b: V): V => this.#float('ne', a, b);

  and = (a: V, b: V): V => this.bind(op('v128.and', a, b));
  or = (a: V, b: V): V => this.bind(op('v128.or', a, b));
  xor = (a: V, b: V): V => this.bind(op('v128.xor', a, b));
  /** The bits of `a` that `b` has not. */
  andNot = (a: V, b: V): V => this.bind(op('v128.andnot', a, b));
  not = (a: V): V => this.bind(op('v128.not', a));
  select = (mask: V, then: V, otherwise: V): V => this.bind(op('v128.bitselect', then, otherwise, mask));

  addBits = (a: V, b: V): V => this.#integer('add', a, b);
  subBits = (a: V, b: V): V => this.#integer('sub', a, b);
  shiftLeft = (a: V, count: number): V => this.#integer('shl', a, i32(count));
  shiftRight = (a: V, count: number): V => this.#integer('shr_u', a, i32(count));
  shiftRightSigned = (a: V, count: number): V => this.#integer('shr_s', a, i32(count));

  /** Minus the number where the other one is negative (also -0). */
  withSignOf(size: V, signed: V): V {
    return this.xor(size, this.and(signed, this.bits(this.lanes === 'f64x2' ? 1n << 63n : 1n << 31n)));
  }

  /** The polynomial with these coefficients, the highest first, every step fused. */
  polynomial(x: V, coefficients: readonly number[]): V {
    const [first, ...rest] = coefficients;
    return rest.reduce<V>(
      (sum, coefficient) => this.fused(sum, x, this.number(coefficient)),
      this.number(first),
    );
  }

  /** A double as two of 26 bits (T. J. Dekker). */
  halves(x: V): [V, V] {
    const scaled = this.mul(x, this.number(134217729));
    const high = this.sub(scaled, this.sub(scaled, x));
    return [high, this.sub(x, high)];
  }

  /** The addresses of rows of a table, one for each lane; `index` are the lowest bits of the lanes, less than `count`. */
  rows(table: Table, index: V, row: { readonly count: number; readonly byteLength: number }): Expression[] {
    const laneCount = this.lanes === 'f64x2' ? 2 : 4;
    const word = this.lanes === 'f64x2' ? 2 : 1;
    return Array.from({ length: laneCount }, (_, lane) => {
      const number = op('i32.and', laneOp('i32x4.extract_lane', [lane * word], index), i32(row.count - 1));
      return this.bind(op('i32.add', op('i32.mul', number, i32(row.byteLength)), addressOf(table)));
    });
  }

  /** Two neighbours in the rows, of doubles: the first of each, and the second of each. */
  pairsAt([a, b]: readonly Expression[], offset: number): [V, V] {
    const vector = (address: Expression): V => this.bind(load('v128.load', address, offset));
    const [left, right] = [vector(a), vector(b)];
    return [this.shuffle(lowHalves, left, right), this.shuffle(highHalves, left, right)];
  }

  /** Four neighbours in the rows, of single floats: the first of each, and so on. */
  foursAt(rows: readonly Expression[], offset: number): V[] {
    const [a, b, c, d] = rows.map((address) => this.bind(load('v128.load', address, offset)));
    const halves = [words.low, words.high].flatMap((order) => [
      this.shuffle(order, a, b),
      this.shuffle(order, c, d),
    ]);
    return [0, 2].flatMap((i) => [
      this.shuffle(lowHalves, halves[i], halves[i + 1]),
      this.shuffle(highHalves, halves[i], halves[i + 1]),
    ]);
  }

  /** Arithmetic on 32-bit words, whatever the lanes are. */
  words(name: 'add' | 'sub', a: V, b: number): V {
    return this.bind(op(`i32x4.${name}`, a, this.word(b)));
  }

  /** A 32-bit word in each quarter. */
  word(value: number): V {
    const half = BigInt.asUintN(32, BigInt(value));
    return constantBits((half << 32n) | half);
  }

  /** 32-bit words between 0 and `most`. */
  clamped(a: V, most: number): V {
    return this.bind(op('i32x4.min_s', op('i32x4.max_s', a, this.word(0)), this.word(most)));
  }

  shuffle(bytes: readonly number[], a: V, b: V): V {
    return this.bind(laneOp('i8x16.shuffle', bytes, a, b));
  }

  /** True where any bit is set. */
  any = (mask: V): Expression => op('v128.any_true', mask);
}

const bytesFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);
const words = {
  low: [...bytesFrom(0, 4), ...bytesFrom(16, 4), ...bytesFrom(4, 4), ...bytesFrom(20, 4)],
  high: [...bytesFrom(8, 4), ...bytesFrom(24, 4), ...bytesFrom(12, 4), ...bytesFrom(28, 4)],
};
export const lowHalves = [...bytesFrom(0, 8), ...bytesFrom(16, 8)];
const highHalves = [...bytesFrom(8, 8), ...bytesFrom(24, 8)];

/** The upper half below. */
export const highToLow = [...bytesFrom(8, 8), ...bytesFrom(8, 8)];

export interface VectorFunction {
  readonly name: string;
  readonly lanes: Lanes;
  readonly arity: number;
  readonly tables?: readonly Table[];
  write(code: LaneCode, args: readonly V[]): Written;
  /** The reference's own function, for lanes that nothing else is right for. */
  readonly reference: ImportedFunction;
}

/** A result, the lanes in which it is not right, and what is right there: other code, else the reference's own function. */
export interface Written {
  readonly result: V;
  readonly rare?: V;
  readonly otherwise?: () => Written;
}

/** A function from vectors to a vector. */
export function makeVectorFunction({ name, lanes, arity, tables = [], ...rest }: VectorFunction): IrFunction {
  const code = new LaneCode(lanes);
  const { builder } = code;
  const params = Array.from({ length: arity }, () => builder.local('v128', 'x'));
  const body = builder.within(() => {
    const value = builder.local('v128', 'value');
    const { reference } = rest;
    const settle = ({ result, rare, otherwise }: Written, within: V | null): void => {
      builder.emit(set(value, within ? code.select(within, result, value) : result));
      if (!rare) return;
      const lanesLeft = within ? code.and(within, rare) : rare;
      const more = builder.within(() => {
        if (otherwise) settle(otherwise(), lanesLeft);
        else callLanes(code, { rare: lanesLeft, value, params, reference });
      });
      builder.emit(when(code.any(lanesLeft), more));
    };
    settle(rest.write(code, params), null);
    builder.emit(giveBack(value));
  });
  return {
    kind: 'function',
    name: `${name} ${lanes}`,
    params,
    result: 'v128',
    body,
    tables: [constantPool, ...tables],
  };
}

/** The same on one element, which is in all lanes. */
export function makeScalarFunction({ name, lanes, arity, tables = [], ...rest }: VectorFunction): IrFunction {
  const code = new LaneCode(lanes);
  const { builder } = code;
  const type = lanes === 'f64x2' ? 'f64' : 'f32';
  const params = Array.from({ length: arity }, () => builder.local(type, 'x'));
  const body = builder.within(() => {
    const all = params.map((param) => code.bind(op(`${lanes}.splat`, param)));
    const settle = ({ result, rare, otherwise }: Written): void => {
      if (rare) {
        const more = builder.within(() => {
          if (otherwise) settle(otherwise());
          else builder.emit(giveBack(call(rest.reference, ...params)));
        });
        builder.emit(when(code.any(rare), more));
      }
      builder.emit(giveBack(laneOp(`${lanes}.extract_lane`, [0], result)));
    };
    settle(rest.write(code, all));
  });
  return {
    kind: 'function',
    name: `${name} ${type}`,
    params,
    result: type,
    body,
    tables: [constantPool, ...tables],
  };
}

interface LaneCalls {
  readonly rare: V;
  readonly value: Local;
  readonly params: readonly Local[];
  readonly reference: ImportedFunction;
}

/** Replaces the lanes that are rare by what the reference gives. */
function callLanes(
  { lanes, integers, builder }: LaneCode,
  { rare, value, params, reference }: LaneCalls,
): void {
  for (let lane = 0; lane < (lanes === 'f64x2' ? 2 : 4); lane++) {
    const args = params.map((param) => laneOp(`${lanes}.extract_lane`, [lane], param));
    const bits = laneOp(`${integers}.extract_lane`, [lane], rare);
    const isRare = lanes === 'f64x2' ? op('i32.wrap_i64', bits) : bits;
    const replaced = laneOp(`${lanes}.replace_lane`, [lane], value, call(reference, ...args));
    builder.emit(when(isRare, [set(value, replaced)]));
  }
}
