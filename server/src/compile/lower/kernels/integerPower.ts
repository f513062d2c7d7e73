/** Powers of integers modulo 2^64, by squaring. Negative exponents are refused before. */
import { giveBack, type IrFunction, i64, Local, op, set } from '../../loopIr/ir.ts';

function makeIntegerPower(): IrFunction {
  const [base, exponent, result] = ['base', 'exponent', 'result'].map((name) => new Local('i64', name));
  const isOdd = op('i32.wrap_i64', op('i64.and', exponent, i64(1n)));
  return {
    kind: 'function',
    name: 'integerPower',
    params: [base, exponent],
    result: 'i64',
    body: [
      set(result, i64(1n)),
      {
        kind: 'while',
        condition: op('i64.ne', exponent, i64(0n)),
        body: [
          set(result, op('select', op('i64.mul', result, base), result, isOdd)),
          set(base, op('i64.mul', base, base)),
          set(exponent, op('i64.shr_u', exponent, i64(1n))),
        ],
      },
      giveBack(result),
    ],
  };
}

export const integerPower = makeIntegerPower();
