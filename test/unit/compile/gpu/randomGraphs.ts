/** Random steps in float32: what kernels can compute, put together as it comes. */
import { dimShuffle } from '../../../../server/src/graph/ops/dimShuffle.ts';
import { elemwise } from '../../../../server/src/graph/ops/elemwise.ts';
import { matrixProduct, reduction } from '../../../../server/src/graph/ops/reductions.ts';
import type { ScalarOpName } from '../../../../server/src/graph/ops/scalarOps.ts';
import { join } from '../../../../server/src/graph/ops/shapes.ts';
import { softmax } from '../../../../server/src/graph/ops/softmax.ts';
import { subtensor } from '../../../../server/src/graph/ops/subtensor.ts';
import type { Variable } from '../../../../server/src/graph/variable.ts';
import { add, type Engine, mul, state } from '../../graph/engine.ts';
import { float32, type GpuCase, sequenceOf } from './gpuCases.ts';

/** A stream of numbers below `most`. */
function dice(seed: number): (most: number) => number {
  let at = seed * 2 + 1;
  return (most) => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((at / 2 ** 32) * most);
  };
}

/** All matrices are square, so that everything fits. */
const width = 5;
const bounded: readonly ScalarOpName[] = ['tanh', 'sigmoid', 'neg', 'abs_', 'sqr', 'softplus'];
const pairs: readonly ScalarOpName[] = ['add', 'sub', 'mul', 'maximum', 'minimum', 'lt'];

class Step {
  readonly #engine: Engine;
  readonly #roll: ReturnType<typeof dice>;
  readonly #matrices: Variable[];

  constructor(engine: Engine, roll: ReturnType<typeof dice>, given: readonly Variable[]) {
    this.#engine = engine;
    this.#roll = roll;
    this.#matrices = [...given];
  }

  make(size: number): Variable {
    for (let i = 0; i < size; i++) this.#matrices.push(this.#next());
    return this.#bounded(this.#matrices.at(-1)!);
  }

  #pick(): Variable {
    return this.#matrices[this.#roll(this.#matrices.length)]!;
  }

  /** Rounding must not grow from step to step. */
  #bounded(matrix: Variable): Variable {
    return elemwise('tanh', mul(matrix, this.#engine.typed('float32', 0.25)));
  }

  #next(): Variable {
    const [a, b] = [this.#pick(), this.#pick()];
    switch (this.#roll(8)) {
      case 0:
        return elemwise(bounded[this.#roll(bounded.length)]!, this.#bounded(a));
      case 1:
      case 2:
        return this.#pair(a, b);
      case 3:
        return this.#bounded(matrixProduct(a, b));
      case 4:
        return dimShuffle(a, [1, 0]);
      case 5:
        return this.#folded(a);
      case 6:
        return softmax(a, [this.#roll(2)]);
      default:
        return this.#rejoined(a, b);
    }
  }

  #pair(a: Variable, b: Variable): Variable {
    const name = pairs[this.#roll(pairs.length)]!;
    const made = elemwise(name, a, b);
    return name === 'lt' ? elemwise('switch', made, a, b) : made;
  }

  #folded(a: Variable): Variable {
    const axis = this.#roll(2);
    const name = (['sum', 'max', 'min'] as const)[this.#roll(3)]!;
    const folded = reduction(name, a, { axis: [axis] });
    return add(a, dimShuffle(folded, axis === 0 ? ['x', 0] : [0, 'x']));
  }

  #rejoined(a: Variable, b: Variable): Variable {
    const cut = this.#engine.constant(1 + this.#roll(width - 1));
    const part = (of: Variable, isFirst: boolean): Variable =>
      subtensor(of, [{ kind: 'slice', start: isFirst ? null : cut, stop: isFirst ? cut : null, step: null }]);
    return join([part(a, true), part(b, false)], 0);
  }
}

/** A scan over a few rows with one state, one sequence and one matrix that stays. */
export const randomGpuCase = (seed: number, size: number): GpuCase => ({
  name: `${seed} ${size}`,
  family: 'recurrences',
  build(engine) {
    const roll = dice(seed);
    const [x, h, w] = [3, 2, 2].map((ndim, i) => engine.input('xhw'[i]!, 'float32', ndim)) as [
      Variable,
      Variable,
      Variable,
    ];
    const { outputs } = engine.scan(
      (row, before, weights) => ({ outputs: [new Step(engine, roll, [row!, before!, weights!]).make(size)] }),
      { sequences: [sequenceOf(x)], outputsInfo: [state(h)], nonSequences: [w] },
    );
    const wave = (i: number): number => Math.sin(i * 1.3 + seed);
    return {
      inputs: [
        [x, float32([3, width, width], wave)],
        [h, float32([width, width], wave)],
        [w, float32([width, width], (i) => wave(i) / 2)],
      ],
      outputs,
    };
  },
});
