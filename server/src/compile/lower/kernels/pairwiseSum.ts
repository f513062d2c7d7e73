/** NumPy's pairwise summation of doubles (`pairwise_sum` of its loops): the same order as in tensor/reduce.ts, so the same last bits. */
import {
  add32,
  call,
  type Expression,
  f64,
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

/** Doubles that are added without being halved. */
const leafLength = 128;

const loadDouble = (address: Expression, offset = 0): Expression => ({
  kind: 'load',
  type: 'f64',
  op: 'f64.load',
  address,
  offset,
});
const loadPair = (address: Expression, offset: number): Expression => ({
  kind: 'load',
  type: 'v128',
  op: 'v128.load',
  address,
  offset,
});

/** pairwiseSum(address, count): the sum of doubles that lie one behind another. */
export const pairwiseSum: IrFunction = makePairwiseSum();

function makePairwiseSum(): IrFunction {
  const address = new Local('i32', 'address');
  const count = new Local('i32', 'count');
  const body: Statement[] = [];
  const made: IrFunction = {
    kind: 'function',
    name: 'pairwiseSum',
    params: [address, count],
    result: 'f64',
    body,
  };
  const half = new Local('i32', 'half');
  const right = add32(address, op('i32.shl', half, i32(3)));
  body.push(
    when(op('i32.lt_s', count, i32(8)), oneByOne(address, count)),
    when(op('i32.le_s', count, i32(leafLength)), inEights(address, count)),
    set(half, op('i32.and', op('i32.shr_u', count, i32(1)), i32(-8))),
    giveBack(op('f64.add', call(made, address, half), call(made, right, op('i32.sub', count, half)))),
  );
  return made;
}

function oneByOne(address: Local, count: Local): Statement[] {
  const sum = new Local('f64', 'sum');
  const i = new Local('i32', 'i');
  const next = loadDouble(add32(address, op('i32.shl', i, i32(3))));
  return [
    when(op('i32.eqz', count), [giveBack(f64(0))]),
    set(sum, loadDouble(address)),
    forEach(i, { from: i32(1), to: count }, [set(sum, op('f64.add', sum, next))]),
    giveBack(sum),
  ];
}

function inEights(address: Local, count: Local): Statement[] {
  const pairs = [0, 1, 2, 3].map((k) => new Local('v128', `pair${k}`));
  const i = new Local('i32', 'i');
  const main = new Local('i32', 'main');
  const sum = new Local('f64', 'sum');
  const at = add32(address, op('i32.shl', i, i32(3)));
  const lane = (pair: Local, k: number): Expression => laneOp('f64x2.extract_lane', [k], pair);
  const both = (pair: Local): Expression => op('f64.add', lane(pair, 0), lane(pair, 1));
  return [
    ...pairs.map((pair, k) => set(pair, loadPair(address, 16 * k))),
    set(main, op('i32.and', count, i32(-8))),
    forEach(
      i,
      { from: i32(8), to: main, step: 8 },
      pairs.map((pair, k) => set(pair, op('f64x2.add', pair, loadPair(at, 16 * k)))),
    ),
    set(
      sum,
      op(
        'f64.add',
        op('f64.add', both(pairs[0]), both(pairs[1])),
        op('f64.add', both(pairs[2]), both(pairs[3])),
      ),
    ),
    forEach(i, { from: main, to: count }, [set(sum, op('f64.add', sum, loadDouble(at)))]),
    giveBack(sum),
  ];
}
