/** MT19937 on a state in memory: 624 words and the place of the next one. See tensor/random/mt19937.ts. */
import { once } from '../../../base/once.ts';
import {
  add32,
  call,
  type Expression,
  f64,
  giveBack,
  type IrFunction,
  i32,
  load,
  op,
  type Statement,
  store,
  when,
} from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { stateFunction } from './stateFunction.ts';

const length = 624;
const middle = 397;
const wordBytes = 4;
const positionOffset = length * wordBytes;
/** Bytes of a state. */
export const twisterBytes = positionOffset + wordBytes;

const read = (address: Expression, offset = 0): Expression => load('i32.load', address, offset);
const write = (address: Expression, value: Expression, offset = 0): Statement =>
  store('i32.store', value, { address, offset });

/** What is left of a word and its neighbour once they are mixed. */
function mixed(builder: Builder, upper: Expression, lower: Expression): Expression {
  const low = builder.bind(lower, 'w');
  const word = op('i32.or', op('i32.and', upper, i32(-0x80000000)), op('i32.and', low, i32(0x7fffffff)));
  const odd = op('i32.sub', i32(0), op('i32.and', low, i32(1)));
  return op('i32.xor', op('i32.shr_u', word, i32(1)), op('i32.and', odd, i32(0x9908b0df | 0)));
}

const twist = once(() =>
  stateFunction({ name: 'twist', result: null }, (builder, state) => {
    const along = (from: number, to: number, offset: number): void =>
      builder.loop({ from: from * wordBytes, count: to * wordBytes, step: wordBytes }, (i) => {
        const at = builder.bind(add32(state, i), 'p');
        const other = read(add32(at, i32(offset * wordBytes)));
        builder.emit(write(at, op('i32.xor', other, mixed(builder, read(at), read(at, wordBytes)))));
      });
    along(0, length - middle, middle);
    along(length - middle, length - 1, middle - length);
    const last = builder.bind(add32(state, i32((length - 1) * wordBytes)), 'p');
    const other = read(state, (middle - 1) * wordBytes);
    builder.emit(write(last, op('i32.xor', other, mixed(builder, read(last), read(state)))));
    builder.emit(write(state, i32(0), positionOffset));
  }),
);

const nextWord = once(() =>
  stateFunction({ name: 'nextWord', result: 'i32' }, (builder, state) => {
    const isUsedUp = op('i32.ge_u', read(state, positionOffset), i32(length));
    builder.emit(when(isUsedUp, [{ kind: 'do', call: { callee: twist(), args: [state] } }]));
    const position = builder.bind(read(state, positionOffset), 'n');
    builder.emit(write(state, add32(position, i32(1)), positionOffset));
    let word = builder.bind(read(add32(state, op('i32.shl', position, i32(2)))), 'w');
    const step = (value: Expression): void => {
      word = builder.bind(op('i32.xor', word, value), 'w');
    };
    step(op('i32.shr_u', word, i32(11)));
    step(op('i32.and', op('i32.shl', word, i32(7)), i32(0x9d2c5680 | 0)));
    step(op('i32.and', op('i32.shl', word, i32(15)), i32(0xefc60000 | 0)));
    step(op('i32.shr_u', word, i32(18)));
    builder.emit(giveBack(word));
  }),
);

/** Uniform in [0, 1) with 53 bits. */
export const twisterDouble: () => IrFunction = once(() =>
  stateFunction({ name: 'twisterDouble', result: 'f64' }, (builder, state) => {
    const part = (shift: number): Expression =>
      builder.bind(op('f64.convert_i32_u', op('i32.shr_u', call(nextWord(), state), i32(shift))), 'd');
    const high = part(5);
    const low = part(6);
    const whole = op('f64.add', op('f64.mul', high, f64(67108864)), low);
    builder.emit(giveBack(op('f64.mul', whole, f64(2 ** -53))));
  }),
);
