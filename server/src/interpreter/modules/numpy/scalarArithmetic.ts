/** Sums, differences, products, quotients and comparisons of two scalars without arrays; what needs a warning takes the long way. */
import { PyFloat, type Value } from '../../values.ts';
import { NumpyScalar } from './numpyScalar.ts';

type OnFloats = (x: number, y: number) => number;
type OnIntegers = (x: bigint, y: bigint) => bigint;

const onFloats: ReadonlyMap<string, OnFloats> = new Map<string, OnFloats>([
  ['add', (x, y) => x + y],
  ['subtract', (x, y) => x - y],
  ['multiply', (x, y) => x * y],
  ['true_divide', (x, y) => x / y],
]);

const onIntegers: ReadonlyMap<string, OnIntegers> = new Map<string, OnIntegers>([
  ['add', (x, y) => x + y],
  ['subtract', (x, y) => x - y],
  ['multiply', (x, y) => x * y],
]);

const comparisons: ReadonlyMap<string, (x: number | bigint, y: number | bigint) => boolean> = new Map([
  ['equal', (x, y) => x === y],
  ['not_equal', (x, y) => x !== y],
  ['less', (x, y) => x < y],
  ['less_equal', (x, y) => x <= y],
  ['greater', (x, y) => x > y],
  ['greater_equal', (x, y) => x >= y],
]);

/** A float64, or a Python number that becomes one beside it. */
function floatOf(value: Value): number | undefined {
  if (value instanceof NumpyScalar) return value.dtype === 'float64' ? (value.value as number) : undefined;
  if (value instanceof PyFloat) return value.value;
  return typeof value === 'number' ? value : undefined;
}

function integerOf(value: Value): bigint | undefined {
  if (value instanceof NumpyScalar) return value.dtype === 'int64' ? (value.value as bigint) : undefined;
  return typeof value === 'number' ? BigInt(value) : undefined;
}

const limit = 1n << 63n;

/** The result for two float64 or two int64, or one of them and a Python number; null for everything else. */
export function operateOnScalars(name: string, left: Value, right: Value): NumpyScalar | null {
  const compare = comparisons.get(name);
  const [x, y] = [floatOf(left), floatOf(right)];
  if (x !== undefined && y !== undefined) {
    if (compare) return new NumpyScalar('bool', compare(x, y) ? 1 : 0);
    const result = onFloats.get(name)?.(x, y);
    return result !== undefined && Number.isFinite(result) ? new NumpyScalar('float64', result) : null;
  }
  const [a, b] = [integerOf(left), integerOf(right)];
  if (a === undefined || b === undefined) return null;
  if (compare) return new NumpyScalar('bool', compare(a, b) ? 1 : 0);
  const result = onIntegers.get(name)?.(a, b);
  return result !== undefined && result >= -limit && result < limit ? new NumpyScalar('int64', result) : null;
}
