/** `RandomStream`: every draw has a generator of its own, seeded by a child of one seed. Aesara 2.9.4, PyTensor 3.3.0. */

import { encodeState } from '../../../../graph/random/generatorState.ts';
import { type GraphContext, type SharedVariable, Variable } from '../../../../graph/variable.ts';
import { LegacySampler } from '../../../../tensor/random/sampler.ts';
import { SeedSequence } from '../../../../tensor/random/seedSequence.ts';
import { notSupported, raiseAttributeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { str } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { builtin, type NativeBody } from '../../../signature.ts';
import { PyBuiltin, type PyType, type Value } from '../../../values.ts';
import { seededGenerators, seedSequenceOf } from '../../numpy/random/seeding.ts';
import { drawNames } from './generatorMethods.ts';
import { defaultState } from './generatorObjects.ts';
import { randomFunctions } from './randomFunctions.ts';
import { sharedState } from './sharedGenerators.ts';
import { PyStreams, streamsAttributes, streamsType } from './streams.ts';

type Missing = Value | undefined;

class PyRandomStream extends PyStreams {
  sequence = new SeedSequence([0n]);
  /** Whether draws come from a RandomState. */
  isLegacy = false;
}

const deprecation =
  'RandomStream is deprecated. Use pt.random.shared_rng() and the rng.method() API instead.';

/** Names that the stream answers to: all that draw, or in PyTensor those that it exports. */
function drawFunction(self: PyRandomStream, name: string): PyBuiltin | undefined {
  const isOffered = self.context.dialect.randomOps === 'ranks' || drawNames.includes(name);
  return isOffered ? randomFunctions(self.context).get(name) : undefined;
}

/** Draws with a new state. */
function generate(
  self: PyRandomStream,
  fn: Value,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
): Value {
  if (named.has('rng')) raiseValueError('The `rng` option cannot be used with a variate in a `RandomStream`');
  const [child] = self.sequence.spawn(1);
  const state = newState(self, child!);
  const drawn = call(fn, [...args], new Map([...named, ['rng', state as Value]]));
  if (!(drawn instanceof Variable) || drawn.owner === null)
    return notSupported('RandomStream.gen with a function that gives no draw');
  self.keep({ state, next: drawn.owner.outputs[0]!, rest: [] });
  return drawn;
}

function newState(self: PyRandomStream, seed: SeedSequence): SharedVariable {
  const kind = self.isLegacy ? 'RandomState' : 'Generator';
  return sharedState(self.context, kind, { state: stateFrom(self, seed), name: null });
}

const stateFrom = (self: PyRandomStream, seed: SeedSequence) =>
  self.isLegacy
    ? encodeState(new LegacySampler(seededGenerators.MT19937(seed)))
    : defaultState(self.context, seed);

function reseed(self: PyRandomStream, seed: Missing): null {
  self.sequence = seedSequenceOf(seed ?? self.seed).sequence;
  const children = self.sequence.spawn(self.updates.length);
  self.updates.forEach(({ state }, i) => {
    state.value = stateFrom(self, children[i]!);
  });
  return null;
}

function initialize(self: PyRandomStream, ...[seed, namespace, maker]: Missing[]): null {
  const { context } = self;
  if (context.dialect.randomOps === 'signature') context.warn('FutureWarning', deprecation);
  if (namespace !== undefined && namespace !== null) return notSupported('RandomStream(namespace=…)');
  const name = maker === undefined ? 'default_rng' : makerName(maker);
  if (name !== 'default_rng' && name !== 'RandomState') return notSupported(`RandomStream(rng_ctor=${name})`);
  self.isLegacy = name === 'RandomState';
  self.seed = seed ?? null;
  self.sequence = seedSequenceOf(self.seed ?? undefined).sequence;
  return null;
}

const makerName = (value: Value): string =>
  value instanceof PyBuiltin ? value.name : str(getAttribute(value, '__name__'));

/** The class `RandomStream` of one context. */
export function randomStreamType(context: GraphContext): PyType {
  const bind = builtin('RandomStream(self, seed?, namespace?, rng_ctor?)', initialize as NativeBody);
  const type: PyType = defineType<PyRandomStream>({
    name: 'RandomStream',
    module: `${context.dialect.library}.tensor.random.utils`,
    ...streamsType(() => new PyRandomStream(context), bind),
    attributes: {
      ...streamsAttributes,
    },
    methods: {
      'updates()': (self: PyRandomStream) => self.list(),
      'seed(seed?)': reseed,
      'gen(op, *args, **kwargs)': generate,
    },
    getMissing: (self, name) => {
      const fn = drawFunction(self, name);
      if (fn !== undefined)
        return new PyBuiltin(name, (args, keywords) => generate(self, fn, args, keywords ?? new Map()));
      return name.startsWith('__') ? undefined : raiseAttributeError(`No attribute ${name}.`);
    },
  });
  return type;
}
