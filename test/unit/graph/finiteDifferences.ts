/** Compares gradients with differences of values: the first gradient of a function, and the gradient of that gradient. */
import { expect } from 'vitest';
import type { LibraryName } from '../../../server/src/graph/dialects.ts';
import { grad, usualGrad } from '../../../server/src/graph/gradient/grad.ts';
import { castTo, elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { reduction } from '../../../server/src/graph/ops/reductions.ts';
import { Constant, Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { Engine } from './engine.ts';

/** A function under test: what it makes of its float64 inputs, and where it is looked at. */
export interface Differentiable {
  readonly inputs: readonly NDArray[];
  readonly build: (engine: Engine, ...inputs: Variable[]) => Variable;
  readonly library?: LibraryName;
  /** Left out for functions that are linear, or whose second derivative is not the library's. */
  readonly checksTwice?: boolean;
}

const stepSize = 1e-5;

/** A number per element, neither zero nor equal to each other. */
const weightAt = (index: number): number => 0.75 + Math.sin(index * 1.7 + 0.3);

/** The sum of the elements, each times its own number. */
function weighted(engine: Engine, output: Variable, shape: readonly number[]): Variable {
  const count = shape.reduce((a, b) => a * b, 1);
  const weights = fromValues(
    'float64',
    [...shape],
    Array.from({ length: count }, (_, i) => weightAt(i)),
  );
  const product = elemwise('mul', castTo(output, 'float64'), new Constant(engine.context, weights));
  return product.ndim === 0 ? product : reduction('sum', product, { axis: null });
}

const gradients = (engine: Engine, cost: Variable, wrt: readonly Variable[]): Variable[] =>
  grad(engine.context, { ...usualGrad, cost, wrt, disconnectedInputs: 'ignore' }) as Variable[];

/** Checks the gradient, and the gradient of the sum of its elements times numbers. */
export function expectGradient(given: Differentiable): void {
  const engine = new Engine(given.library ?? 'pytensor');
  const inputs = given.inputs.map(
    ({ shape }, i) =>
      new Variable(engine.context, { dtype: 'float64', shape: shape.map(() => null) }, { name: `x${i}` }),
  );
  const output = given.build(engine, ...inputs);
  const [value] = engine.results(compiled(engine, inputs, [output]), ...given.inputs);
  const cost = weighted(engine, output, value!.shape);
  const first = gradients(engine, cost, inputs);
  expectDifferences(engine, { inputs, cost, gradients: first, at: given.inputs });
  if (given.checksTwice === false) return;
  const slope = first
    .map((gradient, i) => weighted(engine, gradient, given.inputs[i]!.shape))
    .reduce((a, b) => elemwise('add', a, b));
  const second = gradients(engine, slope, inputs);
  expectDifferences(engine, { inputs, cost: slope, gradients: second, at: given.inputs });
}

const compiled = (engine: Engine, inputs: readonly Variable[], outputs: readonly Variable[]) =>
  engine.compile(inputs, outputs, { onUnusedInput: 'ignore' });

function expectDifferences(
  engine: Engine,
  given: {
    readonly inputs: readonly Variable[];
    readonly cost: Variable;
    readonly gradients: readonly Variable[];
    readonly at: readonly NDArray[];
  },
): void {
  const costOf = compiled(engine, given.inputs, [given.cost]);
  const found = engine.results(compiled(engine, given.inputs, given.gradients), ...given.at);
  given.at.forEach((array, i) => {
    expect(found[i]!.shape).toEqual(array.shape);
    expect(found[i]!.dtype).toBe('float64');
    const values = numbers(array);
    const expected = values.map((_, k) => {
      const moved = (by: number): number => {
        const copy = fromValues('float64', [...array.shape], values.with(k, values[k]! + by));
        const [cost] = engine.results(costOf, ...given.at.with(i, copy));
        return Number(cost!.at(0));
      };
      return (moved(stepSize) - moved(-stepSize)) / (2 * stepSize);
    });
    const actual = numbers(found[i]!);
    const scale = Math.max(1, ...expected.map(Math.abs));
    actual.forEach((gradient, k) => {
      expect(
        Math.abs(gradient - expected[k]!) / scale,
        `x${i}[${k}]: ${gradient}, ${expected[k]}`,
      ).toBeLessThan(2e-5);
    });
  });
}

const numbers = (array: NDArray): number[] => Array.from(array.elements() as ArrayLike<number>, Number);
