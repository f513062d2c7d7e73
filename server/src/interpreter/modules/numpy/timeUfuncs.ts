/** The functions that NumPy has for moments and spans of time. NaT makes every result NaT, and every comparison but `!=` false. */
import { type DType, isFloat, isInteger } from '../../../tensor/dtype.ts';
import { mapElements, type ScalarFunction } from '../../../tensor/elementwise.ts';
import { asCounts, cast, type NDArray } from '../../../tensor/ndarray.ts';
import {
  isMoment,
  isSpan,
  isTime,
  momentType,
  notATime,
  promoteTimes,
  spanType,
  type TimeDType,
  unitOf,
} from '../../../tensor/timeElement.ts';
import { codeOf } from '../../../tensor/typeCodes.ts';
import { notSupported, raise } from '../../exceptions.ts';
import { numpyVersion } from './conversion.ts';
import { numpyExceptions, raiseCasting } from './numpyErrors.ts';
import { type Operand, operandArray } from './promotion.ts';

/** True when an array of times takes part. */
export const haveTimes = (operands: readonly Operand[]): boolean =>
  operands.some((operand) => operand.kind === 'array' && isTime(operand.array.dtype));

const tests: ReadonlyMap<string, (a: bigint, b: bigint) => boolean> = new Map([
  ['equal', (a, b) => a === b],
  ['not_equal', (a, b) => a !== b],
  ['less', (a, b) => a < b],
  ['less_equal', (a, b) => a <= b],
  ['greater', (a, b) => a > b],
  ['greater_equal', (a, b) => a >= b],
]);

const shownName = (name: string): string => (name === 'true_divide' ? 'divide' : name);

const wrong = (name: string, [a, b]: readonly [DType, DType]): never =>
  raise(
    numpyExceptions(numpyVersion()).outputCasting,
    `ufunc '${shownName(name)}' cannot use operands with types dtype('${shownType(a)}') and dtype('${shownType(b)}')`,
  );

const shownType = (dtype: DType): string => (isTime(dtype) ? codeOf(dtype) : dtype);

const isNone = (...values: readonly unknown[]): boolean => values.includes(notATime);

/** On counts; NaT stays. */
const onCounts =
  (compute: (a: bigint, b: bigint) => bigint): ScalarFunction =>
  (a, b) =>
    isNone(a, b) ? notATime : BigInt.asIntN(64, compute(a as bigint, b as bigint));

const floored = (a: bigint, b: bigint): bigint => (a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b);

/** The function `name` of operands of which one is an array of times at least. */
export function computeTimes(
  name: string,
  operands: readonly Operand[],
  result: 'first' | 'second' = 'first',
): NDArray {
  const arrays = operands.map((operand) =>
    operand.kind === 'array'
      ? operand.array
      : operandArray(operand, operand.weak === 'int' ? 'int64' : 'float64'),
  );
  const [a, b] = arrays;
  if (a === undefined) return notSupported(`numpy.${name} of times`);
  if (b === undefined) return ofOne(name, a);
  if (name === 'divmod') return ofTwo(result === 'first' ? 'floor_divide' : 'remainder', [a, b]);
  return ofTwo(name, [a, b]);
}

function ofOne(name: string, array: NDArray): NDArray {
  const counts = asCounts(array);
  const same = (compute: (a: bigint) => bigint): NDArray =>
    mapElements((a) => (isNone(a) ? notATime : compute(a as bigint)), [counts], array.dtype);
  if (name === 'isnat' || name === 'isnan') return mapElements((a) => (isNone(a) ? 1 : 0), [counts], 'bool');
  if (name === 'isfinite') return mapElements((a) => (isNone(a) ? 0 : 1), [counts], 'bool');
  if (isSpan(array.dtype)) {
    if (name === 'negative') return same((a) => -a);
    if (name === 'absolute') return same((a) => (a < 0n ? -a : a));
    if (name === 'positive') return array.copy();
  }
  return notSupported(`numpy.${name} of an array of the type ${array.dtype}`);
}

function ofTwo(name: string, [a, b]: readonly [NDArray, NDArray]): NDArray {
  const types = [a.dtype, b.dtype] as const;
  const test = tests.get(name);
  if (test) return compared(name, test, [a, b]);
  if (name === 'maximum' || name === 'minimum' || name === 'fmax' || name === 'fmin')
    return extreme(name, [a, b]);
  if (name === 'add' || name === 'subtract') return shifted(name, [a, b]);
  if (isMoment(types[0]) || isMoment(types[1])) return wrong(name, [types[0], types[1]]);
  if (name === 'multiply') return multiplied([a, b]);
  if (!isTime(types[0])) return wrong(name, [types[0], types[1]]);
  if (isTime(types[1])) return spansDivided(name, common([a, b]));
  return spanDivided(name, [a, b]);
}

interface Common {
  readonly type: TimeDType;
  readonly counts: readonly [NDArray, NDArray];
}

/** Both in one unit; an integer counts in the unit of the other. */
function common([a, b]: readonly [NDArray, NDArray]): Common {
  const [x, y] = [a, b].map((array) => (isTime(array.dtype) ? array : null));
  const type =
    x && y ? promoteTimes(x.dtype as TimeDType, y.dtype as TimeDType) : ((x ?? y)!.dtype as TimeDType);
  const own = (dtype: TimeDType): TimeDType => (isMoment(dtype) ? momentType : spanType)(unitOf(type));
  const counts = [a, b].map((array) =>
    asCounts(cast(array, isTime(array.dtype) ? own(array.dtype) : 'int64')),
  );
  return { type, counts: counts as unknown as readonly [NDArray, NDArray] };
}

function compared(
  name: string,
  test: (a: bigint, b: bigint) => boolean,
  [a, b]: readonly [NDArray, NDArray],
): NDArray {
  const isComparable =
    isTime(a.dtype) && isTime(b.dtype)
      ? isMoment(a.dtype) === isMoment(b.dtype)
      : isSpan(isTime(a.dtype) ? a.dtype : b.dtype) && [a, b].some(({ dtype }) => isInteger(dtype));
  if (!isComparable) return notSupported(`comparing the types ${a.dtype} and ${b.dtype}`);
  const none = name === 'not_equal' ? 1 : 0;
  return mapElements(
    (x, y) => (isNone(x, y) ? none : test(x as bigint, y as bigint) ? 1 : 0),
    common([a, b]).counts,
    'bool',
  );
}

function extreme(name: string, [a, b]: readonly [NDArray, NDArray]): NDArray {
  if (!isTime(a.dtype) || !isTime(b.dtype) || isMoment(a.dtype) !== isMoment(b.dtype))
    return notSupported(`numpy.${name} of the types ${a.dtype} and ${b.dtype}`);
  const { type, counts } = common([a, b]);
  const isGreatest = name.endsWith('max') || name === 'maximum';
  const skipsNone = name.startsWith('f');
  const choose: ScalarFunction = (x, y) => {
    if (isNone(x, y)) return skipsNone ? (isNone(x) ? y! : x!) : notATime;
    return x! > y! === isGreatest ? x! : y!;
  };
  return mapElements(choose, counts, type);
}

/** Sums and differences of moments, spans and counts. */
function shifted(name: 'add' | 'subtract', [a, b]: readonly [NDArray, NDArray]): NDArray {
  const [x, y] = [a.dtype, b.dtype];
  const isCount = (dtype: DType): boolean => isInteger(dtype) || dtype === 'bool';
  const isKnown = (isTime(x) || isCount(x)) && (isTime(y) || isCount(y));
  const areMoments = isMoment(x) && isMoment(y);
  if (!isKnown || (name === 'add' && areMoments) || (name === 'subtract' && isMoment(y) && !isMoment(x)))
    wrong(name, [x, y]);
  checkMonths(name, [a, b]);
  const { type, counts } = common([a, b]);
  const output = areMoments ? (`timedelta64${type.slice('datetime64'.length)}` as TimeDType) : type;
  const compute = name === 'add' ? onCounts((p, q) => p + q) : onCounts((p, q) => p - q);
  return mapElements(compute, counts, output);
}

/** A number of months can not be added to a day. */
function checkMonths(name: string, arrays: readonly [NDArray, NDArray]): void {
  const [moment, span] = isMoment(arrays[0].dtype) ? arrays : [arrays[1], arrays[0]];
  if (!isMoment(moment.dtype) || !isSpan(span.dtype)) return;
  const [of, by] = [unitOf(moment.dtype as TimeDType), unitOf(span.dtype as TimeDType)];
  const isUneven = by === 'Y' || by === 'M';
  if (!isUneven || of === null || of === 'Y' || of === 'M') return;
  raiseCasting(`ufunc '${name}' input ${span === arrays[1] ? 1 : 0}`, {
    from: codeOf(span.dtype) as DType,
    to: `<m8[${of}]` as DType,
    casting: 'same_kind',
  });
}

function multiplied([a, b]: readonly [NDArray, NDArray]): NDArray {
  const [span, factor] = isTime(a.dtype) ? [a, b] : [b, a];
  if (isTime(factor.dtype)) return wrong('multiply', [a.dtype, b.dtype]);
  if (isFloat(factor.dtype)) return scaled(span, factor, (x, y) => x * y);
  return mapElements(
    onCounts((x, y) => x * y),
    [asCounts(span), cast(factor, 'int64')],
    span.dtype,
  );
}

/** By a float: the result is cut towards zero. */
function scaled(span: NDArray, factor: NDArray, compute: (x: number, y: number) => number): NDArray {
  const scale: ScalarFunction = (x, y) => {
    const found = isNone(x) ? Number.NaN : compute(Number(x), y as number);
    return Number.isFinite(found) ? BigInt.asIntN(64, BigInt(Math.trunc(found))) : notATime;
  };
  return mapElements(scale, [asCounts(span), cast(factor, 'float64')], span.dtype);
}

function spansDivided(name: string, { type, counts }: Common): NDArray {
  const checkZero = (y: unknown): void => {
    if (y === 0n) notSupported('division by a span of no length');
  };
  const each =
    (compute: (x: bigint, y: bigint) => number | bigint, none: number | bigint): ScalarFunction =>
    (x, y) => {
      checkZero(y);
      if (isNone(x, y) && name === 'floor_divide') notSupported('the floor division of NaT');
      return isNone(x, y) ? none : compute(x as bigint, y as bigint);
    };
  if (name === 'true_divide')
    return mapElements(
      each((x, y) => Number(x) / Number(y), Number.NaN),
      counts,
      'float64',
    );
  if (name === 'floor_divide') return mapElements(each(floored, 0n), counts, 'int64');
  if (name === 'remainder')
    return mapElements(
      each((x, y) => x - floored(x, y) * y, notATime),
      counts,
      type,
    );
  return notSupported(`numpy.${name} of spans of time`);
}

/** NumPy cuts the quotient with an integer towards zero, also for `//`. */
function spanDivided(name: string, [span, divisor]: readonly [NDArray, NDArray]): NDArray {
  if (name !== 'true_divide' && name !== 'floor_divide') return wrong(name, [span.dtype, divisor.dtype]);
  if (isFloat(divisor.dtype))
    return scaled(span, divisor, name === 'true_divide' ? (x, y) => x / y : (x, y) => Math.floor(x / y));
  const divide = onCounts((x, y) => (y === 0n ? notATime : x / y));
  return mapElements(divide, [asCounts(span), cast(divisor, 'int64')], span.dtype);
}
