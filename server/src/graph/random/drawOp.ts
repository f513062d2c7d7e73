/**
 * The op that draws: from the state of a generator, a size and parameters it makes the next state and the draw. Theano's
 * `RandomFunction`, Aesara's and PyTensor's `RandomVariable`.
 *
 * Inputs: the state; the size as an int64 vector, empty where the parameters decide; `skipped` inputs that only say what
 * the op already knows; the parameters. Outputs: the next state, the draw.
 */
import type { DType } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { cast, type NDArray } from '../../tensor/ndarray.ts';
import { printShape } from '../../tensor/shape.ts';
import { reshape } from '../../tensor/shaping.ts';
import type { GeneratorKind, StaticLength } from '../tensorType.ts';
import { applyNew, type OpEntry, type Variable } from '../variable.ts';
import { type DrawMethodName, drawMethods } from './drawMethods.ts';
import { decodeState, encodeState } from './generatorState.ts';

/** What a program reads of the op of a distribution, in the newer libraries. */
export interface DistributionFacts {
  /** How many axes one draw has. */
  readonly support: number;
  /** How many axes of each parameter belong to one draw. */
  readonly ranks: readonly number[];
  readonly signature: string;
  /** As the op says it: Aesara leaves `floatX` open. */
  readonly dtype: string | null;
}

export interface DrawParams {
  readonly method: DrawMethodName;
  /** What the state belongs to. */
  readonly generator: GeneratorKind;
  /** The name of the distribution, as `op.name` gives it. */
  readonly name: string;
  readonly dtype: DType;
  /** What is known of the draw's shape. */
  readonly shape: readonly StaticLength[];
  /** Inputs between the size and the parameters. */
  readonly skipped: number;
  /** The op as the library prints it. */
  readonly text: string;
  /** Theano checks the draw against the size; null for the libraries that do not. */
  readonly addedAxes: number | null;
  readonly facts?: DistributionFacts;
}

export const drawEntry: OpEntry<DrawParams> = {
  kind: 'draw',
  infer: ({ dtype, shape }, [state]) => [state.type, { dtype, shape }],
  evaluate: (params, [state, size, ...rest], runner, made) => {
    const sampler = decodeState(params.generator, state, made.inputs[0].context.dialect.numpy);
    const lengths = sizeOf(params, size);
    const args = rest.slice(params.skipped);
    const drawn = cast(
      drawMethods[params.method]({ sampler, host: runner.host }, args, lengths),
      params.dtype,
    );
    const result = params.addedAxes === null ? drawn : checked(params, drawn, lengths);
    return [encodeState(sampler), result];
  },
  // The draw is the output that programs get without asking.
  print: ({ text }, dialect, index) => `${text}.${index === 1 ? dialect.drawOutputName : index}`,
};

/** The lengths that are asked for; null where the parameters decide. */
function sizeOf({ shape, addedAxes }: DrawParams, size: NDArray): number[] | null {
  if (size.size === 0) return null;
  const lengths = Array.from(size.elements() as ArrayLike<number | bigint>, Number);
  if (addedAxes !== null && shape.length !== lengths.length + addedAxes) {
    throw new EngineError(
      'ValueError',
      `Shape mismatch: self.outtype.ndim (${shape.length}) != len(shape) (${lengths.length}) + self.ndim_added (${addedAxes})`,
    );
  }
  if (lengths.some((length) => length < 0))
    throw new EngineError('ValueError', 'negative dimensions are not allowed');
  return lengths;
}

function checked({ shape, addedAxes }: DrawParams, drawn: NDArray, size: readonly number[] | null): NDArray {
  if (size === null && drawn.ndim === 0 && shape.length > 0) {
    return reshape(
      drawn,
      shape.map(() => 1),
    );
  }
  if (drawn.ndim !== shape.length) {
    throw new EngineError(
      'ValueError',
      `Shape mismatch: "out" should have dimension ${shape.length}, but the value produced by "perform" has dimension ${drawn.ndim}`,
    );
  }
  const own = drawn.shape.slice(0, drawn.ndim - addedAxes!);
  if (size?.some((length, axis) => length !== own[axis])) {
    const wanted = addedAxes === 0 ? 'have shape' : 'have shape starting with';
    throw new EngineError(
      'ValueError',
      `Shape mismatch: "out" should ${wanted} ${printShape(size)}, but the value produced by "perform" has shape ${printShape(drawn.shape)}`,
    );
  }
  return drawn;
}

export interface Draw {
  readonly nextState: Variable;
  readonly draw: Variable;
}

/** Draws from a state. */
export function drawFrom(
  state: Variable,
  inputs: readonly Variable[],
  rest: Omit<DrawParams, 'generator'>,
): Draw {
  const params: DrawParams = { ...rest, generator: state.type.generator! };
  const [nextState, draw] = applyNew(state.context, { entry: drawEntry, params }, [state, ...inputs]);
  return { nextState, draw };
}
