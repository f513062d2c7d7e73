/** arcsin, arccos and arctan of doubles on vectors, step by step those of tensor/arcs.ts. */
import { arcPoints, halfPi, ordinary, wholePi } from '../../../tensor/arcs.ts';
import type { Pair } from '../../../tensor/pairs.ts';
import { type Expression, Table } from '../../loopIr/ir.ts';
import { rounded } from './circular.ts';
import type { LaneCode, VectorFunction } from './laneCode.ts';
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  negatedPair,
  pairOf,
  pairSum,
  selectPair,
  type VectorPair,
} from './pairCode.ts';

type V = Expression;
type Write = VectorFunction['write'];

let made: Table | null = null;

/** The arctangents of i/64, in two parts each. */
export function arcTable(): Table {
  made ??= new Table('arcs', Float64Array.from(arcPoints().flatMap(({ hi, lo }) => [hi, lo])));
  return made;
}

const magic = 1.5 * 2 ** 52;
const constantPair = (code: LaneCode, { hi, lo }: Pair): VectorPair => ({
  hi: code.number(hi),
  lo: code.number(lo),
});
const whole = (code: LaneCode, hi: V): VectorPair => ({ hi, lo: code.number(0) });

/** arctan(a / b), for 0 ≤ a ≤ b. */
function upToEighth(code: LaneCode, a: VectorPair, b: VectorPair): VectorPair {
  const index = rounded(code, code.mul(code.number(64), code.div(a.hi, b.hi)));
  const rows = code.rows(arcTable(), code.add(index, code.number(magic)), { count: 128, byteLength: 16 });
  const [hi, lo] = code.pairsAt(rows, 0);
  const ratio = code.mul(index, code.number(1 / 64));
  const above = addPairs(code, a, negatedPair(code, scaled(code, b, ratio)));
  const d = dividePairs(code, above, addPairs(code, b, scaled(code, a, ratio)));
  const z = code.mul(d.hi, d.hi);
  const far = code.sub(code.number(1 / 7), code.mul(z, code.number(1 / 9)));
  const near = code.sub(code.number(1 / 5), code.mul(z, far));
  const series = code.sub(code.mul(z, near), code.number(1 / 3));
  const curved = code.mul(code.mul(d.hi, z), series);
  return addPairs(code, { hi, lo }, pairOf(code, d.hi, code.add(d.lo, curved)));
}

function scaled(code: LaneCode, a: VectorPair, factor: V): VectorPair {
  const { hi, lo } = exactProduct(code, a.hi, factor);
  return { hi, lo: code.add(lo, code.mul(a.lo, factor)) };
}

/** The angle to a point of this height and width, both not negative; `isLeft` where the width is to be taken as negative. */
function angleTo(code: LaneCode, height: VectorPair, { width, isLeft }: { width: VectorPair; isLeft: V }): V {
  const isSteep = code.gt(height.hi, width.hi);
  const flat = upToEighth(
    code,
    selectPair(code, isSteep, width, height),
    selectPair(code, isSteep, height, width),
  );
  const steep = addPairs(code, constantPair(code, halfPi), negatedPair(code, flat));
  const acute = selectPair(code, isSteep, steep, flat);
  const obtuse = addPairs(code, constantPair(code, wholePi), negatedPair(code, acute));
  return pairSum(code, selectPair(code, isLeft, obtuse, acute));
}

/** The root of 1 - x². */
function otherLeg(code: LaneCode, x: V): VectorPair {
  const square = exactProduct(code, x, x);
  const rest = exactSum(code, code.number(1), code.neg(square.hi));
  const { hi, lo } = pairOf(code, rest.hi, code.sub(rest.lo, square.lo));
  const root = code.sqrt(hi);
  const back = exactProduct(code, root, root);
  const divisor = code.select(code.eq(root, code.number(0)), code.number(1), code.mul(code.number(2), root));
  const lost = code.add(code.sub(code.sub(hi, back.hi), back.lo), lo);
  return pairOf(code, root, code.div(lost, divisor));
}

export const asinCode: Write = (code, [x]) => {
  const height = whole(code, code.abs(x));
  const angle = angleTo(code, height, { width: otherLeg(code, x), isLeft: code.number(0) });
  return { result: code.withSignOf(angle, x) };
};

export const acosCode: Write = (code, [x]) => {
  const isLeft = code.lt(x, code.number(0));
  return { result: angleTo(code, otherLeg(code, x), { width: whole(code, code.abs(x)), isLeft }) };
};

/** Zero is as good as any ordinary size. */
function isExtreme(code: LaneCode, size: V): V {
  const isSmall = code.and(code.le(size, code.number(ordinary.least)), code.gt(size, code.number(0)));
  return code.or(isSmall, code.ge(size, code.number(ordinary.most)));
}

export const atan2Code: Write = (code, [y, x]) => {
  const [height, width] = [code.abs(y), code.abs(x)];
  // At the origin any width does.
  const isOrigin = code.eq(code.or(height, width), code.number(0));
  const given = code.select(isOrigin, code.number(1), width);
  const isLeft = code.shiftRightSigned(x, 63);
  const angle = angleTo(code, whole(code, height), { width: whole(code, given), isLeft });
  return {
    result: code.withSignOf(angle, y),
    rare: code.or(isExtreme(code, height), isExtreme(code, width)),
  };
};

export const atanCode: Write = (code, [x]) => {
  const height = code.abs(x);
  const width = whole(code, code.number(1));
  const angle = angleTo(code, whole(code, height), { width, isLeft: code.number(0) });
  return { result: code.withSignOf(angle, x), rare: isExtreme(code, height) };
};
