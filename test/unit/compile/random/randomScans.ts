/** Random programs with a scan, for the comparison of backends. Every variable has an example value, so that shapes are known. */
import { compileProgram, runProgram } from '../../../../server/src/compile/backends/reference/program.ts';
import { floatValue } from '../../../../server/src/graph/constants.ts';
import { grad, usualGrad } from '../../../../server/src/graph/gradient/grad.ts';
import { castTo, elemwise } from '../../../../server/src/graph/ops/elemwise.ts';
import { reduction } from '../../../../server/src/graph/ops/reductions.ts';
import { subtensor } from '../../../../server/src/graph/ops/subtensor.ts';
import type { StateArgument } from '../../../../server/src/graph/scan/scanArguments.ts';
import { sortedApplies } from '../../../../server/src/graph/traversal.ts';
import {
  Constant,
  type InnerGraph,
  type OpRunner,
  type SharedVariable,
  Variable,
} from '../../../../server/src/graph/variable.ts';
import type { DType } from '../../../../server/src/tensor/dtype.ts';
import { EngineError } from '../../../../server/src/tensor/engineError.ts';
import type { NDArray } from '../../../../server/src/tensor/ndarray.ts';
import type { Pick } from '../../../parity/pick.ts';
import { Engine, state } from '../../graph/engine.ts';
import { codeTypes, randomArray, seededPick } from './choices.ts';
import { type Material, randomMove, withPartReplaced } from './moves.ts';

/** How random programs look. */
export interface RandomOptions {
  readonly seed: number;
  /** Moves in the step. */
  readonly size: number;
  /** Of a hundred moves so many are of the rare kinds. */
  readonly rarePercent: number;
}

export interface RandomProgram {
  readonly engine: Engine;
  readonly inputs: readonly (readonly [Variable, NDArray])[];
  readonly outputs: readonly Variable[];
  /** All that the scan gives, wanted or not. */
  readonly all: readonly Variable[];
}

class NothingFits extends Error {}

/** Programs are small; a length of 2⁶³ is not meant. */
const refuseLarge = (byteLength: number): void => {
  if (byteLength > 1e8) throw new EngineError('NotSupportedByScanLens', 'too large');
};

/** A program; null where the library refuses what the choices ask for. */
export function randomProgram(options: RandomOptions): RandomProgram | null {
  try {
    return new ProgramMaker(options).make();
  } catch (error) {
    if (error instanceof EngineError || error instanceof NothingFits) return null;
    throw error;
  }
}

class ProgramMaker {
  readonly #pick: Pick;
  readonly #engine: Engine;
  readonly #options: RandomOptions;
  readonly #examples = new Map<Variable, NDArray>();
  readonly #inputs: [Variable, NDArray][] = [];
  readonly #runner: OpRunner;
  /** Lengths that are met often, so that shapes fit. */
  readonly #lengths: readonly number[];

  constructor(options: RandomOptions) {
    this.#options = options;
    this.#pick = seededPick(options.seed);
    this.#engine = new Engine(this.#pick.oneOf(['pytensor', 'theano', 'aesara']), { allocate: refuseLarge });
    const all = [1, 2, 3, 4, 5, 7, 8, 9, 17, 2, 3, 4, 0];
    this.#lengths = [this.#pick.oneOf(all), this.#pick.oneOf(all)];
    const runner: OpRunner = {
      host: this.#engine.host,
      prepare: (graph: InnerGraph) => {
        const program = compileProgram(graph);
        return (inputs) => runProgram(program, inputs, { runner });
      },
    };
    this.#runner = runner;
  }

  make(): RandomProgram {
    const pick = this.#pick;
    const outside = Array.from({ length: pick.integer(1, 4) }, () => this.#input());
    const made = this.#scan(outside, {
      depth: 0,
      size: this.#options.size,
      stepCount: pick.oneOf([1, 2, 3, 5, 17]),
    });
    const outputs = made.map((output) => (pick.chance(30) ? this.#lastOf(output) : output));
    const kept = outputs.filter(() => pick.chance(85));
    return {
      engine: this.#engine,
      inputs: this.#inputs,
      all: made,
      outputs: pick.chance(20) ? [...kept, ...this.#gradients(outputs)] : kept,
    };
  }

  #lastOf(output: Variable): Variable {
    if (output.ndim === 0) return output;
    return subtensor(output, [{ kind: 'integer', value: this.#engine.constant(-1) }]);
  }

  /** With respect to what the program is given. */
  #gradients(outputs: readonly Variable[]): Variable[] {
    const floating = outputs.filter(({ dtype }) => dtype.startsWith('float'));
    const wrt = this.#inputs.map(([variable]) => variable).filter(({ dtype }) => dtype.startsWith('float'));
    if (floating.length === 0 || wrt.length === 0) return [];
    const cost = floating
      .map((output) => castTo(reduction('sum', output, { axis: null }), 'float64'))
      .reduce((a, b) => elemwise('add', a, b));
    const options = {
      ...usualGrad,
      cost,
      wrt,
      disconnectedInputs: 'ignore',
      nullGradients: 'return',
    } as const;
    try {
      return grad(this.#engine.context, options).filter((one) => one instanceof Variable) as Variable[];
    } catch (error) {
      if (error instanceof EngineError) return [];
      throw error;
    }
  }

  #shape(ndim: number): number[] {
    return Array.from({ length: ndim }, () => (this.#pick.chance(15) ? 1 : this.#pick.oneOf(this.#lengths)));
  }

  #input(
    dtype: DType = this.#pick.oneOf(codeTypes),
    shape = this.#shape(this.#pick.integer(0, 3)),
  ): Variable {
    const pick = this.#pick;
    const value = randomArray(pick, dtype, shape);
    const { context } = this.#engine;
    if (pick.chance(10)) return this.#known(new Constant(context, value), value);
    if (pick.chance(10)) return this.#known(this.#engine.shared('w', value), value);
    const type = { dtype, shape: shape.map((n) => (n === 1 && pick.chance(70) ? 1 : null)) };
    const variable = new Variable(context, type, { name: `x${this.#inputs.length}` });
    this.#inputs.push([variable, value]);
    return this.#known(variable, value);
  }

  #known<T extends Variable>(variable: T, value: NDArray): T {
    this.#examples.set(variable, value);
    return variable;
  }

  /** The example value of a variable. Raises what its op raises. */
  #exampleOf(variable: Variable): NDArray {
    const known = this.#examples.get(variable) ?? (variable instanceof Constant ? variable.value : null);
    if (known) return known;
    for (const apply of sortedApplies([variable], new Set(this.#examples.keys()))) {
      const inputs = apply.inputs.map((input) => this.#exampleOf(input));
      const results = apply.op.entry.evaluate(apply.op.params, inputs, this.#runner, apply);
      apply.outputs.forEach((output, i) => {
        this.#examples.set(output, results[i]);
      });
    }
    return this.#examples.get(variable)!;
  }

  /** A scan over what is there outside; its outputs. */
  #scan(
    outside: readonly Variable[],
    { depth, size, stepCount }: { depth: number; size: number; stepCount: number },
  ): Variable[] {
    const pick = this.#pick;
    const sequences = Array.from({ length: pick.integer(0, 2) }, () => this.#sequence(outside, stepCount));
    const states = Array.from({ length: pick.integer(0, 3) }, () => this.#state(outside, depth));
    const shared = depth === 0 && pick.chance(25) ? this.#sharedState() : null;
    const isBackwards = pick.chance(15);
    const outputCount = pick.integer(states.length === 0 ? 1 : 0, 3);
    const slotExamples = [
      ...sequences.flatMap(({ taps, value }) =>
        taps.map((tap) => rowOf(value, isBackwards ? stepCount - 1 : tap - Math.min(0, ...taps))),
      ),
      ...states.flatMap(({ rows }) => rows),
    ];
    const endsEarly = pick.chance(12);
    const { outputs, updates } = this.#engine.scan(
      (...slots) => {
        slots.forEach((slot, i) => {
          if (slotExamples[i]) this.#known(slot, slotExamples[i]);
        });
        const pool = [...slots.filter((_, i) => slotExamples[i]), ...outside, ...(shared ? [shared] : [])];
        this.#fill(pool, { depth, size });
        const rows = states.map(({ last }, i) =>
          this.#matching(pool, slots[this.#tapOf(sequences, states, i)], last),
        );
        const maps = Array.from(
          { length: outputCount },
          () => pool[pick.integer(Math.floor(pool.length / 2), pool.length - 1)],
        );
        return {
          outputs: [...rows, ...maps],
          updates: shared ? [[shared, this.#matching(pool, shared, this.#exampleOf(shared))] as const] : [],
          condition: endsEarly ? this.#condition(pool) : null,
        };
      },
      {
        sequences: sequences.map(({ input, taps }) => ({ input, taps, isRawArray: false })),
        outputsInfo: [
          ...states.map(({ argument }) => argument),
          ...Array.from({ length: outputCount }, () => null),
        ],
        goesBackwards: isBackwards,
        stepCount: this.#engine.steps(stepCount),
      },
    );
    return [...outputs, ...updates.values()];
  }

  /** Which slot has the newest tap of a state. */
  #tapOf(
    sequences: readonly { readonly taps: readonly number[] }[],
    states: readonly { readonly rows: readonly NDArray[] }[],
    index: number,
  ): number {
    const before = sequences.reduce((sum, { taps }) => sum + taps.length, 0);
    return before + states.slice(0, index + 1).reduce((sum, { rows }) => sum + rows.length, 0) - 1;
  }

  #sequence(
    outside: readonly Variable[],
    stepCount: number,
  ): { input: Variable; taps: readonly number[]; value: NDArray } {
    const pick = this.#pick;
    const taps = pick.oneOf([[0], [0], [0], [-1, 0], [0, 2], [-2]]);
    const reach = Math.max(0, ...taps) - Math.min(0, ...taps);
    const dtype = pick.oneOf(codeTypes);
    const length = stepCount + reach + pick.integer(0, 1);
    const fitting = outside.filter((one) => (this.#exampleOf(one).shape[0] ?? 0) >= length);
    const input =
      fitting.length > 0 && pick.chance(30)
        ? pick.oneOf(fitting)
        : this.#isInside(outside)
          ? this.#constant(dtype, [length, ...this.#shape(pick.integer(0, 1))])
          : this.#input(dtype, [length, ...this.#shape(pick.integer(0, 2))]);
    return { input, taps, value: this.#exampleOf(input) };
  }

  #isInside(outside: readonly Variable[]): boolean {
    return outside.some((one) => one.owner !== null);
  }

  #constant(dtype: DType, shape: readonly number[]): Constant {
    return new Constant(this.#engine.context, randomArray(this.#pick, dtype, shape));
  }

  #state(
    outside: readonly Variable[],
    depth: number,
  ): { argument: StateArgument; rows: readonly NDArray[]; last: NDArray } {
    const pick = this.#pick;
    const taps = pick.oneOf([[-1], [-1], [-1], [-2, -1], [-3, -1], [-1, -2]]);
    if (taps.length === 1) {
      const isNew = depth === 0 && pick.chance(60);
      const initial = isNew ? this.#input() : pick.oneOf(outside);
      const value = this.#exampleOf(initial);
      return { argument: state(initial), rows: [value], last: value };
    }
    const shape = [-Math.min(...taps), ...this.#shape(pick.integer(0, 2))];
    const dtype = pick.oneOf(codeTypes);
    const initial = depth === 0 ? this.#input(dtype, shape) : this.#constant(dtype, shape);
    const value = this.#exampleOf(initial);
    return {
      argument: state(initial, taps),
      rows: taps.map((tap) => rowOf(value, value.shape[0] + tap)),
      last: rowOf(value, value.shape[0] - 1),
    };
  }

  #sharedState(): SharedVariable {
    const value = randomArray(this.#pick, this.#pick.oneOf(codeTypes), this.#shape(this.#pick.integer(0, 1)));
    return this.#known(this.#engine.shared('a', value), value);
  }

  /** What a state becomes: of its type and shape. */
  #matching(pool: readonly Variable[], old: Variable, like: NDArray): Variable {
    if (old.ndim > 0 && this.#pick.chance(25)) {
      const [replaced] = this.#tried(() => [this.#withPartsReplaced(pool, old)]);
      if (replaced) return replaced;
    }
    const fits = pool.filter((one) => {
      const { shape } = this.#exampleOf(one);
      return shape.length === like.ndim && shape.every((n, axis) => n === like.shape[axis]);
    });
    const chosen = fits.length === 0 ? old : this.#pick.oneOf(fits.slice(-6));
    const cast = castTo(chosen, old.dtype);
    return this.#pick.chance(40) && cast !== old && cast.ndim > 0
      ? elemwise('second', old, cast)
      : cast.ndim === 0 || chosen === old
        ? cast
        : elemwise('second', old, cast);
  }

  /** The row with one part or two replaced: what compiled code does where the row lies. */
  #withPartsReplaced(pool: readonly Variable[], old: Variable): Variable {
    const material = this.#material(pool);
    const once = withPartReplaced(material, old);
    return this.#pick.chance(40) ? withPartReplaced(material, once) : once;
  }

  #condition(pool: readonly Variable[]): Variable {
    const sum = reduction('sum', pool.at(-1)!, { axis: null });
    const limit = new Constant(
      this.#engine.context,
      floatValue(this.#engine.context, this.#pick.integer(-5, 60)),
    );
    return elemwise('gt', castTo(sum, 'float64'), limit);
  }

  /** Makes moves; what they give joins the pool. */
  #fill(pool: Variable[], { depth, size }: { depth: number; size: number }): void {
    const material = this.#material(pool);
    for (let left = size; left > 0; left--) {
      const made = this.#tried(() =>
        depth === 0 && this.#pick.chance(6)
          ? this.#inner(pool)
          : [randomMove(this.#pick, this.#options.rarePercent)(material)],
      );
      for (const one of made) {
        if (this.#tried(() => [one]).length > 0 && this.#exampleOf(one).size < 2000) pool.push(one);
      }
    }
  }

  #inner(pool: readonly Variable[]): Variable[] {
    const pick = this.#pick;
    const outside = Array.from({ length: 3 }, () => pick.oneOf(pool));
    const made = this.#scan(outside, {
      depth: 1,
      size: pick.integer(1, 6),
      stepCount: pick.oneOf([1, 2, 3, 4]),
    });
    return made.map((one) => (pick.chance(60) ? this.#lastOf(one) : one));
  }

  #tried(make: () => Variable[]): Variable[] {
    try {
      const made = make();
      for (const one of made) this.#exampleOf(one);
      return made;
    } catch (error) {
      if (error instanceof EngineError || error instanceof NothingFits) return [];
      throw error;
    }
  }

  #material(pool: readonly Variable[]): Material {
    const pick = this.#pick;
    const where: Material['where'] = (test) => {
      const found = pool.filter((one) => test(one, this.#exampleOf(one).shape));
      if (found.length === 0) throw new NothingFits();
      return pick.chance(50) ? pick.oneOf(found.slice(-4)) : pick.oneOf(found);
    };
    return {
      context: this.#engine.context,
      pick,
      any: () => where(() => true),
      where,
      shapeOf: (variable) => this.#exampleOf(variable).shape,
      integer: () => {
        const isInteger = ({ dtype }: Variable): boolean => dtype.includes('int');
        return where((variable, shape) => shape.length === 0 && isInteger(variable));
      },
    };
  }
}

function rowOf(array: NDArray, index: number): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({
    shape: shape.slice(1),
    strides: strides.slice(1),
    offset: offset + index * strides[0],
  });
}
