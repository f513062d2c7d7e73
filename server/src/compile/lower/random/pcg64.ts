/** PCG64 on a state in memory: 128 bits of state, then 128 bits of increment. See tensor/random/pcg64.ts. */
import { once } from '../../../base/once.ts';
import {
  call,
  type Expression,
  f64,
  giveBack,
  type IrFunction,
  i64,
  Local,
  load,
  op,
  type Statement,
  store,
} from '../../loopIr/ir.ts';
import { Builder } from '../builder.ts';

const multiplierLow = 0x4385df649fccf645n;
const multiplierHigh = 0x2360ed051fc65da4n;

const read = (address: Expression, offset: number): Expression => load('i64.load', address, offset);
const write = (address: Expression, value: Expression, offset: number): Statement =>
  store('i64.store', value, { address, offset });

const lower32 = (value: Expression): Expression => op('i64.and', value, i64(0xffffffffn));
const upper32 = (value: Expression): Expression => op('i64.shr_u', value, i64(32n));

/** The upper half of the product of a local and a constant, both without a sign. */
function upperProduct(builder: Builder, x: Expression, constant: bigint): Expression {
  const [low, high] = [i64(constant & 0xffffffffn), i64(constant >> 32n)];
  const a = builder.bind(lower32(x), 'a');
  const b = builder.bind(upper32(x), 'b');
  const inner = builder.bind(op('i64.add', op('i64.mul', b, low), upper32(op('i64.mul', a, low))), 'm');
  const outer = builder.bind(op('i64.add', op('i64.mul', a, high), lower32(inner)), 'm');
  return op('i64.add', op('i64.add', op('i64.mul', b, high), upper32(inner)), upper32(outer));
}

/** 64 random bits: the state moves on, then its halves are folded and turned. */
export const pcgWord: () => IrFunction = once(makeWord);

function makeWord(): IrFunction {
  const builder = new Builder();
  const state = new Local('i32', 'state');
  const body = builder.within(() => {
    const low = builder.bind(read(state, 0), 's');
    const high = builder.bind(read(state, 8), 's');
    const product = builder.bind(op('i64.mul', low, i64(multiplierLow)), 'm');
    const upper = builder.bind(upperProduct(builder, low, multiplierLow), 'm');
    const crossed = op(
      'i64.add',
      op('i64.mul', low, i64(multiplierHigh)),
      op('i64.mul', high, i64(multiplierLow)),
    );
    const nextLow = builder.bind(op('i64.add', product, read(state, 16)), 's');
    const carry = op('i64.extend_i32_u', op('i64.lt_u', nextLow, product));
    const sum = op('i64.add', op('i64.add', upper, crossed), op('i64.add', read(state, 24), carry));
    const nextHigh = builder.bind(sum, 's');
    builder.emit(write(state, nextLow, 0), write(state, nextHigh, 8));
    const folded = op('i64.xor', nextHigh, nextLow);
    builder.emit(giveBack(op('i64.rotr', folded, op('i64.shr_u', nextHigh, i64(58n)))));
  });
  return { kind: 'function', name: 'pcgWord', params: [state], result: 'i64', body };
}

/** Uniform in [0, 1) with 53 bits. */
export const pcgDouble: () => IrFunction = once(makeDouble);

function makeDouble(): IrFunction {
  const state = new Local('i32', 'state');
  const bits = op('i64.shr_u', call(pcgWord(), state), i64(11n));
  const body = [giveBack(op('f64.mul', op('f64.convert_i64_u', bits), f64(2 ** -53)))];
  return { kind: 'function', name: 'pcgDouble', params: [state], result: 'f64', body };
}
