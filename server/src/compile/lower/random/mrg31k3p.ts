/** MRG31k3p on a state of six words in memory; arithmetic wraps around as that of int32 does. See tensor/random/mrg31k3p.ts. */
import { once } from '../../../base/once.ts';
import { firstModulus, secondModulus, stateLength } from '../../../tensor/random/mrg31k3p.ts';
import {
  add32,
  type Expression,
  giveBack,
  type IrFunction,
  i32,
  Local,
  load,
  op,
  type Statement,
  store,
} from '../../loopIr/ir.ts';
import { Builder } from '../builder.ts';

const wordBytes = 4;
/** Bytes of the state of one stream. */
export const streamBytes = stateLength * wordBytes;

const word = (state: Expression, index: number): Expression => load('i32.load', state, index * wordBytes);
const keep = (state: Expression, index: number, value: Expression): Statement =>
  store('i32.store', value, { address: state, offset: index * wordBytes });

/** Back into 0 … modulus − 1. Seen without a sign, what is negative is too large, too. */
function inRange(builder: Builder, value: Expression, modulus: number): Expression {
  const whole = builder.bind(value, 'x');
  const reduced = op('i32.sub', whole, i32(modulus));
  return builder.bind(op('select', reduced, whole, op('i32.ge_u', whole, i32(modulus))), 'x');
}

function makeDraw(): IrFunction {
  const builder = new Builder();
  const state = new Local('i32', 'state');
  const body = builder.within(() => {
    const [x11, x12, x13, x21, x22, x23] = [0, 1, 2, 3, 4, 5].map((i) => builder.bind(word(state, i), 'x'));
    const first = firstComponent(builder, x12, x13);
    const second = secondComponent(builder, x21, x23);
    builder.emit(
      keep(state, 2, x12),
      keep(state, 1, x11),
      keep(state, 0, first),
      keep(state, 5, x22),
      keep(state, 4, x21),
      keep(state, 3, second),
    );
    const difference = builder.bind(op('i32.sub', first, second), 'd');
    const wrapped = add32(difference, i32(firstModulus));
    builder.emit(giveBack(op('select', wrapped, difference, op('i32.le_s', first, second))));
  });
  return { kind: 'function', name: 'mrgDraw', params: [state], result: 'i32', body };
}

const shiftedLeft = (x: Expression, mask: number, count: number): Expression =>
  op('i32.shl', op('i32.and', x, i32(mask)), i32(count));
const shiftedRight = (x: Expression, count: number): Expression => op('i32.shr_s', x, i32(count));

function firstComponent(builder: Builder, x12: Expression, x13: Expression): Expression {
  const sum = add32(
    add32(add32(shiftedLeft(x12, 511, 22), shiftedRight(x12, 9)), shiftedLeft(x13, 16777215, 7)),
    shiftedRight(x13, 24),
  );
  return inRange(builder, add32(inRange(builder, sum, firstModulus), x13), firstModulus);
}

function secondComponent(builder: Builder, x21: Expression, x23: Expression): Expression {
  const scaled = (x: Expression): Expression => {
    const upper = op('i32.mul', i32(21069), shiftedRight(x, 16));
    return inRange(builder, add32(shiftedLeft(x, 65535, 15), upper), secondModulus);
  };
  const low = scaled(x21);
  const high = scaled(x23);
  const sum = add32(inRange(builder, add32(high, x23), secondModulus), low);
  return inRange(builder, sum, secondModulus);
}

/** Moves the state by one step and gives the draw: an integer from 1 to 2^31 − 1. */
export const mrgDraw: () => IrFunction = once(makeDraw);
