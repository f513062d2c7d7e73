/**
 * The greatest and the least of floats that lie one behind another, as tensor/reduce.ts finds them: the first NaN, else the first of the greatest.
 * Vectors find the value; where order matters to it, among zeros and with a NaN, the elements are looked at one by one.
 */
import { once } from '../../../base/once.ts';
import {
  add32,
  type Expression,
  forEach,
  giveBack,
  type IrFunction,
  i32,
  Local,
  laneOp,
  op,
  type Statement,
  set,
  when,
} from '../../loopIr/ir.ts';
import { doubles, type FloatType, loadFloat, loadVector, singles, vectorBytes } from './elements.ts';

/** From so many vectors on they are worth it. */
const leastVectors = 4;

function makeExtreme(type: FloatType, which: 'max' | 'min'): IrFunction {
  const [address, count] = ['address', 'count'].map((name) => new Local('i32', name));
  const better = which === 'max' ? 'gt' : 'lt';
  const isLong = op('i32.ge_s', count, i32(leastVectors * type.width));
  const body = [
    when(isLong, byVectors(type, { address, count, which, better })),
    ...oneByOne(type, { address, count, better }),
  ];
  return {
    kind: 'function',
    name: `${which} ${type.held}`,
    params: [address, count],
    result: type.held,
    body,
  };
}

interface Elements {
  readonly address: Local;
  readonly count: Local;
  /** The comparison that holds where a later element replaces an earlier one. */
  readonly better: string;
}

const elementAt = (type: FloatType, address: Local, index: Expression): Expression =>
  add32(address, op('i32.shl', index, i32(type.shift)));

/** Gives the value back where order does not matter. */
function byVectors(type: FloatType, elements: Elements & { readonly which: 'max' | 'min' }): Statement[] {
  const { address, count, which, better } = elements;
  const { lanes, held, width } = type;
  const [a, b, x, odd] = ['a', 'b', 'x', 'odd'].map((name) => new Local('v128', name));
  const [i, main] = ['i', 'main'].map((name) => new Local('i32', name));
  const [best, element] = ['best', 'element'].map((name) => new Local(held, name));
  const at = elementAt(type, address, i);
  const take = (into: Local, offset: number): Statement[] => [
    set(x, loadVector(at, offset)),
    set(odd, op('v128.or', odd, op(`${lanes}.ne`, x, x))),
    set(into, op(`${lanes}.p${which}`, into, x)),
  ];
  const laneOf = (vector: Local, lane: number): Expression => laneOp(`${lanes}.extract_lane`, [lane], vector);
  const keepBetter: Statement[] = [
    set(best, op('select', element, best, op(`${held}.${better}`, element, best))),
  ];
  const zero: Expression = { kind: 'literal', type: held, value: 0 };
  return [
    set(a, loadVector(address)),
    set(b, a),
    set(odd, op(`${lanes}.ne`, a, a)),
    set(main, op('i32.and', count, i32(-2 * width))),
    forEach(i, { from: i32(0), to: main, step: 2 * width }, [...take(a, 0), ...take(b, vectorBytes)]),
    set(a, op(`${lanes}.p${which}`, a, b)),
    set(best, laneOf(a, 0)),
    ...Array.from({ length: width - 1 }, (_, k) => [set(element, laneOf(a, k + 1)), ...keepBetter]).flat(),
    forEach(i, { from: main, to: count }, [
      set(element, loadFloat(type, at)),
      when(op(`${held}.ne`, element, element), [set(odd, op(`${lanes}.splat`, element))]),
      ...keepBetter,
    ]),
    when(op('i32.eqz', op('i32.or', op('v128.any_true', odd), op(`${held}.eq`, best, zero))), [
      giveBack(best),
    ]),
  ];
}

function oneByOne(type: FloatType, { address, count, better }: Elements): Statement[] {
  const { held } = type;
  const [best, element] = ['first', 'next'].map((name) => new Local(held, name));
  const i = new Local('i32', 'k');
  const isNumber = op(`${held}.eq`, best, best);
  const isBetter = op('i32.or', op(`${held}.${better}`, element, best), op(`${held}.ne`, element, element));
  return [
    set(best, loadFloat(type, address)),
    forEach(i, { from: i32(1), to: count }, [
      set(element, loadFloat(type, elementAt(type, address, i))),
      set(best, op('select', element, best, op('i32.and', isNumber, isBetter))),
    ]),
    giveBack(best),
  ];
}

/** extremes.max.float64()(address, count): there is at least one element. */
export const extremes = {
  max: { float64: once(() => makeExtreme(doubles, 'max')), float32: once(() => makeExtreme(singles, 'max')) },
  min: { float64: once(() => makeExtreme(doubles, 'min')), float32: once(() => makeExtreme(singles, 'min')) },
} as const;
