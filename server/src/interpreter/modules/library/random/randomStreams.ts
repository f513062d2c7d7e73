/**
 * Theano's `RandomStreams`: every draw has a RandomState of its own, seeded by the next integer of one seeded RandomState.
 * Theano 1.0.5, `tensor/shared_randomstreams.py`.
 */
import { int64Constant } from '../../../../graph/constants.ts';
import { lengthOf } from '../../../../graph/ops/math.ts';
import { shapeOf } from '../../../../graph/ops/shapes.ts';
import { subtensor } from '../../../../graph/ops/subtensor.ts';
import type { Draw } from '../../../../graph/random/drawOp.ts';
import { permuteRows } from '../../../../graph/random/permuteRows.ts';
import { type GraphContext, SharedVariable, type Variable } from '../../../../graph/variable.ts';
import { randomInterval } from '../../../../tensor/random/boundedIntegers.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { defineType } from '../../../pyType.ts';
import { builtin, type NativeBody } from '../../../signature.ts';
import { PyTuple, type PyType, type Value } from '../../../values.ts';
import { createState, type PyRandomState } from '../../numpy/random/randomModule.ts';
import { asVariable } from '../convert.ts';
import { hangOn } from '../variableProtocol.ts';
import { isGenerator, legacyState } from './generatorObjects.ts';
import { rawDrawings } from './rawRandom.ts';
import { getGenerator, setGenerator, sharedState } from './sharedGenerators.ts';
import { PyStreams, streamsAttributes, streamsType } from './streams.ts';

type Missing = Value | undefined;

class PyRandomStreams extends PyStreams {
  /** Seeds the draws: `gen_seedgen`. */
  seeds: PyRandomState = createState(0);
}

/** `randint(2 ** 30)`. */
const nextSeed = (seeds: PyRandomState): number => randomInterval(seeds.sampler.bits, 2 ** 30 - 1);

/** Draws with a new state, and hangs on the draw what programs may ask for. */
function generate(self: PyRandomStreams, drawing: (state: Variable) => Draw): Variable {
  const { context } = self;
  const state = sharedState(context, 'RandomState', { state: legacyState(nextSeed(self.seeds)), name: null });
  const { nextState, draw } = drawing(state);
  hangOn(draw, 'rng', state);
  hangOn(draw, 'update', new PyTuple([state, nextState]));
  self.keep({ state, next: nextState, rest: [] });
  return draw;
}

function reseed(self: PyRandomStreams, seed: Missing): null {
  const seeds = createState(seed ?? self.seed);
  for (const { state } of self.updates) state.value = legacyState(nextSeed(seeds));
  return null;
}

/** `gen(op, …)` with a function of `raw_random`, or one like it. */
function generateBy(
  self: PyRandomStreams,
  op: Value,
  args: Value[],
  named: ReadonlyMap<string, Value>,
): Value {
  return generate(self, (state) => {
    const [nextState, draw] = toArray(call(op, [state, ...args], named)) as Variable[];
    return { nextState: nextState!, draw: draw! };
  });
}

/** Every row in an order of its own. */
function shuffleRows(self: PyRandomStreams, value: Value): Variable {
  const { context } = self;
  const input = asVariable(context, value);
  const last = int64Constant(context, -1);
  const size = subtensor(shapeOf(input), [{ kind: 'slice', start: null, stop: last, step: null }]);
  const length = lengthOf(input, input.ndim - 1);
  const permutation = rawDrawings['permutation(size?, n?, ndim?, dtype?)']!;
  const order = generate(self, (state) => permutation(context, state, [size, length, input.ndim - 1]));
  const shuffled = permuteRows(input, order);
  hangOn(shuffled, 'permutation', order);
  return shuffled;
}

/** The method `poisson` has no mean of its own: None goes to the function. */
const withoutDefaults = (signature: string, args: readonly Missing[]): readonly Missing[] =>
  signature.startsWith('poisson') ? [args[0], args[1] ?? null, ...args.slice(2)] : args;

const isState = (value: Value): value is SharedVariable =>
  value instanceof SharedVariable && value.type.generator !== undefined;

/** The class `RandomStreams` of one context. */
export function randomStreamsType(context: GraphContext): PyType {
  const bind = builtin('RandomStreams(self, seed?)', ((self: PyRandomStreams, seed: Missing) => {
    self.seed = seed ?? null;
    self.seeds = createState(seed ?? null);
    return null;
  }) as NativeBody);
  const draws = Object.entries(rawDrawings).map(
    ([signature, drawing]) =>
      [
        signature,
        (self: PyRandomStreams, ...args: Missing[]) =>
          generate(self, (state) => drawing(self.context, state, withoutDefaults(signature, args))),
      ] as const,
  );
  return defineType<PyRandomStreams>({
    name: 'RandomStreams',
    module: 'theano.tensor.shared_randomstreams',
    ...streamsType(() => new PyRandomStreams(context), bind),
    attributes: {
      ...streamsAttributes,
      gen_seedgen: (self) => self.seeds,
    },
    methods: {
      ...Object.fromEntries(draws),
      'updates()': (self: PyRandomStreams) => self.list(),
      'seed(seed?)': reseed,
      'gen(op, *args, **kwargs)': generateBy,
      'shuffle_row_elements(input)': shuffleRows,
    },
    getItem: (_, item) => (isState(item) ? getGenerator(item, true) : raiseTypeError('not a random state')),
    setItem: (_, item, value) => {
      if (!isState(item) || !isGenerator(value)) raiseTypeError('not a random state');
      setGenerator(item, value, true);
    },
  });
}
