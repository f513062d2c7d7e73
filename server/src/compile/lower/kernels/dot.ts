/** The product of two vectors (`ddot`, `sdot`), in the order of additions of tensor/blas.ts and tensor/singleBlas.ts. */
import { once } from '../../../base/once.ts';
import {
  type Expression,
  f64,
  forEach,
  giveBack,
  type IrFunction,
  i32,
  Local,
  op,
  type Statement,
  set,
} from '../../loopIr/ir.ts';
import {
  advance,
  doubles,
  type FloatType,
  fusedStep,
  loadFloat,
  loadVector,
  singles,
  sumOfLanes,
  vectorBytes,
  zeroVector,
} from './elements.ts';

/** Sums side by side, in vectors. */
const sumVectors = 8;

/** dot(x, y, count): elements that lie one behind another. The rest after the last full turn is added one by one, of single floats in a double. */
function makeDot(type: FloatType): IrFunction {
  const [x, y, count] = ['x', 'y', 'count'].map((name) => new Local('i32', name));
  const sums = Array.from({ length: sumVectors }, (_, i) => new Local('v128', `sum${i}`));
  const [i, main] = [new Local('i32', 'i'), new Local('i32', 'main')];
  const sum = new Local(type.held, 'sum');
  const rest = new Local('f64', 'rest');
  const all = new Local('v128', 'all');
  const perTurn = sumVectors * type.width;
  const plus = (a: Expression, b: Expression): Expression => op(`${type.lanes}.add`, a, b);
  const pairs = [0, 2, 4, 6].map((k) => plus(sums[k], sums[k + 1]));
  const product = op(`${type.held}.mul`, loadFloat(type, x), loadFloat(type, y));
  const next = [advance(x, i32(type.size)), advance(y, i32(type.size))];
  return {
    kind: 'function',
    name: `dot_${type.lanes}`,
    params: [x, y, count],
    result: type.held,
    body: [
      ...sums.map((one) => set(one, zeroVector)),
      set(main, op('i32.and', count, i32(-perTurn))),
      forEach(i, { to: main, step: perTurn }, [
        ...sums.map((one, k) =>
          set(one, fusedStep(type, loadVector(x, k * vectorBytes), loadVector(y, k * vectorBytes), one)),
        ),
        advance(x, i32(sumVectors * vectorBytes)),
        advance(y, i32(sumVectors * vectorBytes)),
      ]),
      set(all, plus(plus(pairs[0], pairs[1]), plus(pairs[2], pairs[3]))),
      set(sum, sumOfLanes(type, all)),
      set(rest, type.held === 'f64' ? sum : f64(0)),
      forEach(i, { from: main, to: count }, [set(rest, op('f64.add', rest, asDouble(product))), ...next]),
      giveBack(type.held === 'f64' ? rest : asSingle(op('f64.add', rest, asDouble(sum)))),
    ],
  };
}

const asDouble = (value: Expression): Expression =>
  value.type === 'f64' ? value : op('f64.promote_f32', value);
const asSingle = (value: Expression): Expression => op('f32.demote_f64', value);

export const dotOfDoubles = once(() => makeDot(doubles));
export const dotOfSingles = once(() => makeDot(singles));

/** dotStrided(x, xStride, y, yStride, count), strides in bytes: of doubles two sums over four steps, of single floats one over pairs, in a double. */
function makeStridedDot(type: FloatType): IrFunction {
  const params = ['x', 'xStride', 'y', 'yStride', 'count'].map((name) => new Local('i32', name));
  const [x, xStride, y, yStride, count] = params;
  const [i, main] = [new Local('i32', 'i'), new Local('i32', 'main')];
  const products = Array.from({ length: 4 }, (_, k) => new Local(type.held, `product${k}`));
  const [first, second] = [new Local('f64', 'first'), new Local('f64', 'second')];
  const plus = (a: Expression, b: Expression): Expression => op(`${a.type}.add`, a, b);
  const multiply = (product: Local): Statement[] => [
    set(product, op(`${type.held}.mul`, loadFloat(type, x), loadFloat(type, y))),
    advance(x, xStride),
    advance(y, yStride),
  ];
  const perTurn = type.held === 'f64' ? 4 : 2;
  const [a, b, c, d] = products;
  const turn =
    type.held === 'f64'
      ? [set(first, plus(first, plus(a, c))), set(second, plus(second, plus(b, d)))]
      : [set(first, plus(first, asDouble(plus(a, b))))];
  return {
    kind: 'function',
    name: `dotStrided_${type.lanes}`,
    params,
    result: type.held,
    body: [
      set(first, f64(0)),
      set(second, f64(0)),
      set(main, op('i32.and', count, i32(-perTurn))),
      forEach(i, { to: main, step: perTurn }, [...products.slice(0, perTurn).flatMap(multiply), ...turn]),
      forEach(i, { from: main, to: count }, [...multiply(a), set(first, plus(first, asDouble(a)))]),
      giveBack(type.held === 'f64' ? plus(first, second) : asSingle(first)),
    ],
  };
}

export const stridedDotOfDoubles = once(() => makeStridedDot(doubles));
export const stridedDotOfSingles = once(() => makeStridedDot(singles));
