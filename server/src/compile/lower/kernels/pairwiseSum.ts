/**
 * NumPy's pairwise summation (`pairwise_sum` of its loops) of floats: the same order as in tensor/reduce.ts and tensor/orderedFold.ts, so the
 * same last bits. Rows are added as they lie; of columns several go side by side.
 */
import { once } from '../../../base/once.ts';
import {
  add32,
  call,
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
import {
  doubles,
  type FloatType,
  loadFloat,
  loadSplat,
  loadVector,
  singles,
  vectorBytes,
} from './elements.ts';

/** Elements that are added without being halved. */
const leafLength = 128;

/** What is added: elements, or the vectors of several columns. */
interface Terms {
  readonly name: string;
  readonly add: string;
  readonly result: 'f64' | 'f32' | 'v128';
  /** In bytes, where it is the same for all. */
  readonly step: number | null;
  readonly load: (address: Expression) => Expression;
  inEights(line: Line): Statement[];
}

interface Line {
  readonly terms: Terms;
  readonly address: Local;
  readonly count: Local;
  readonly stride: Local | null;
}

/** The address of a term. */
const termAt = ({ terms, address, stride }: Line, index: Expression): Expression =>
  add32(address, op('i32.mul', index, stride ?? i32(terms.step!)));

function makePairwiseSum(terms: Terms): IrFunction {
  const [address, count, half] = ['address', 'count', 'half'].map((name) => new Local('i32', name));
  const stride = terms.step === null ? new Local('i32', 'stride') : null;
  const line: Line = { terms, address, count, stride };
  const body: Statement[] = [];
  const params = [address, count, ...(stride ? [stride] : [])];
  const made: IrFunction = { kind: 'function', name: terms.name, params, result: terms.result, body };
  const more = stride ? [stride] : [];
  const left = call(made, address, half, ...more);
  const right = call(made, termAt(line, half), op('i32.sub', count, half), ...more);
  body.push(
    when(op('i32.lt_s', count, i32(8)), oneByOne(line)),
    when(op('i32.le_s', count, i32(leafLength)), terms.inEights(line)),
    set(half, op('i32.and', op('i32.shr_u', count, i32(1)), i32(-8))),
    giveBack(op(terms.add, left, right)),
  );
  return made;
}

/** The sum of what is there and the terms from `from` on. */
function added(line: Line, sum: Local, from: Expression): Statement {
  const i = new Local('i32', 'i');
  const { terms, count } = line;
  return forEach(i, { from, to: count }, [set(sum, op(terms.add, sum, terms.load(termAt(line, i))))]);
}

function oneByOne(line: Line): Statement[] {
  const { terms, count } = line;
  const sum = new Local(terms.result, 'sum');
  const zero: Expression = { kind: 'literal', type: terms.result, value: 0 };
  return [
    when(op('i32.eqz', count), [giveBack(zero)]),
    set(sum, terms.load(line.address)),
    added(line, sum, i32(1)),
    giveBack(sum),
  ];
}

/** Eight sums side by side, then ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)). */
function joined(add: string, sums: readonly Expression[]): Expression {
  if (sums.length === 1) return sums[0];
  const half = sums.length / 2;
  return op(add, joined(add, sums.slice(0, half)), joined(add, sums.slice(half)));
}

/** Eight elements that lie one behind another, in vectors. */
const rowInEights =
  (type: FloatType) =>
  (line: Line): Statement[] => {
    const { address, count, terms } = line;
    const vectors = Array.from({ length: 8 / type.width }, (_, k) => new Local('v128', `part${k}`));
    const [i, main] = ['i', 'main'].map((name) => new Local('i32', name));
    const sum = new Local(type.held, 'sum');
    const at = termAt(line, i);
    const lanes = Array.from({ length: 8 }, (_, k) =>
      laneOp(`${type.lanes}.extract_lane`, [k % type.width], vectors[Math.floor(k / type.width)]),
    );
    return [
      ...vectors.map((vector, k) => set(vector, loadVector(address, vectorBytes * k))),
      set(main, op('i32.and', count, i32(-8))),
      forEach(
        i,
        { from: i32(8), to: main, step: 8 },
        vectors.map((vector, k) =>
          set(vector, op(`${type.lanes}.add`, vector, loadVector(at, vectorBytes * k))),
        ),
      ),
      set(sum, joined(terms.add, lanes)),
      added(line, sum, main),
      giveBack(sum),
    ];
  };

/** Eight terms of columns, each in a local. */
function columnsInEights(line: Line): Statement[] {
  const { terms, count } = line;
  const sums = Array.from({ length: 8 }, (_, k) => new Local('v128', `part${k}`));
  const [i, main] = ['i', 'main'].map((name) => new Local('i32', name));
  const sum = new Local('v128', 'sum');
  return [
    ...sums.map((one, k) => set(one, terms.load(termAt(line, i32(k))))),
    set(main, op('i32.and', count, i32(-8))),
    forEach(
      i,
      { from: i32(8), to: main, step: 8 },
      sums.map((one, k) => set(one, op(terms.add, one, terms.load(termAt(line, add32(i, i32(k))))))),
    ),
    set(sum, joined(terms.add, sums)),
    added(line, sum, main),
    giveBack(sum),
  ];
}

const rowTerms = (name: string, type: FloatType): Terms => ({
  name,
  add: `${type.held}.add`,
  result: type.held,
  step: type.size,
  load: (address) => loadFloat(type, address),
  inEights: rowInEights(type),
});

const columnTerms = (name: string, load: Terms['load']): Terms => ({
  name,
  add: 'f64x2.add',
  result: 'v128',
  step: null,
  load,
  inEights: columnsInEights,
});

/** pairwiseSum(address, count): the sum of doubles that lie one behind another. */
export const pairwiseSum = once(() => makePairwiseSum(rowTerms('pairwiseSum', doubles)));
/** The same of single floats, in single precision. */
export const pairwiseSumOfSingles = once(() => makePairwiseSum(rowTerms('pairwiseSumOfSingles', singles)));
/** pairwiseSumOfColumns(address, count, stride): the sums of two neighbouring columns of doubles. */
export const pairwiseSumOfColumns = once(() =>
  makePairwiseSum(columnTerms('pairwiseSumOfColumns', (address) => loadVector(address))),
);
/** The sum of one column, in both lanes. */
export const pairwiseSumOfColumn = once(() =>
  makePairwiseSum(columnTerms('pairwiseSumOfColumn', (address) => loadSplat(doubles, address))),
);
