/** The elementary functions in code are bit by bit those of the reference. */
import { describe, expect, it } from 'vitest';
import { fusesMultiplyAdd } from '../../../server/src/compile/lower/kernels/fusedMultiplyAdd.ts';
import type { Lanes } from '../../../server/src/compile/lower/math/constantPool.ts';
import { scalarFunction, vectorFunction } from '../../../server/src/compile/lower/mathFunctions.ts';
import { ownFunction } from '../../../server/src/tensor/elementwise.ts';
import { type PrimitiveName, primitiveFunction } from '../../../server/src/tensor/primitives.ts';
import { loopOver } from './vectorLoop.ts';

type Float = 'float64' | 'float32';

const lanesOf: Readonly<Record<Float, Lanes>> = { float64: 'f64x2', float32: 'f32x4' };

const edges = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  1e-310,
  -1e-310,
  5e-324,
  1e308,
  -1e308,
  1e-45,
  1e-40,
  3.4e38,
  512,
  -512,
  22,
  -22,
  -37,
  18,
  33.3,
  709.782712893384,
  709.79,
  -745.2,
  -745.1332191019412,
  -708.4,
  88.72283935546875,
  -103.97208404541016,
  71476.0625,
  1e5,
  0.41421356237309503,
  -0.2928932,
  1 + 2 ** -52,
  1 - 2 ** -53,
  Math.PI,
  Math.PI / 2,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

/** Most functions of single floats are those of doubles, rounded. */
const counts: Readonly<Record<Float, number>> = { float64: 50_000, float32: 12_000 };

/** Numbers of all sizes, always the same. */
function* numbers(): Generator<number> {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (;;) {
    yield next();
    yield (next() - 0.5) * 4;
    yield (next() - 0.5) * 80;
    yield (next() - 0.5) * 1500;
    yield 1 + (next() - 0.5) * 1e-4;
    yield (next() - 0.5) * 10 ** (next() * 600 - 300);
  }
}

function argumentsOf(dtype: Float, shift: number): Float64Array | Float32Array {
  const stream = numbers();
  for (let i = 0; i < shift; i++) stream.next();
  const pairs = edges.flatMap((x) => edges.map((y) => (shift === 0 ? x : y)));
  const all = [...pairs, ...Array.from({ length: counts[dtype] }, () => stream.next().value as number)];
  const length = all.length - (all.length % 4);
  return dtype === 'float64'
    ? Float64Array.from(all.slice(0, length))
    : Float32Array.from(all.slice(0, length));
}

const functions: readonly PrimitiveName[] = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'sigmoid',
  'tanh',
  'softplus',
  'log1mexp',
  'xlogy',
  'xlog1py',
  'deg2rad',
  'pow',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'exp2',
  'log2',
  'log10',
  'asin',
  'acos',
  'atan',
  'atan2',
  'asinh',
  'acosh',
  'atanh',
  'erf',
  'erfc',
  'erfcx',
  'gammaln',
  'psi',
  'mod',
  'floorDiv',
  'roundHalfAway',
];

describe('functions in code', () => {
  for (const dtype of ['float64', 'float32'] as const) {
    for (const name of functions) {
      it(`give the ${name} of ${dtype} that the reference gives`, () => {
        const codes = [vectorFunction(name, lanesOf[dtype]), scalarFunction(name, dtype)];
        const reference = (ownFunction(name, dtype) ?? primitiveFunction(name, 'float')) as (
          ...args: number[]
        ) => number;
        const operands = Array.from({ length: reference.length }, (_, i) => argumentsOf(dtype, i));
        const wanted = Array.from(operands[0]!, (_, i) =>
          reference(...operands.map((operand) => operand[i]!)),
        );
        for (const code of codes) {
          expect(code !== null).toBe(fusesMultiplyAdd());
          if (code === null) continue;
          const wrong = [...loopOver(code)(...operands)].flatMap((value, i) =>
            Object.is(value, dtype === 'float64' ? wanted[i] : Math.fround(wanted[i]!))
              ? []
              : [[...operands.map((operand) => operand[i]!), value, wanted[i]]],
          );
          expect(wrong.slice(0, 5)).toEqual([]);
        }
      });
    }
  }
});
