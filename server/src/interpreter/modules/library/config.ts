/** `theano.config`: floatX counts, everything else is kept and has no effect on values. */
import type { GraphContext } from '../../../graph/variable.ts';
import { notSupported, raiseAttributeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import type { Value } from '../../values.ts';

/** The settings of one library in one namespace. */
export class PyConfig {
  readonly context: GraphContext;
  readonly settings: Map<string, Value>;

  constructor(context: GraphContext, settings: Iterable<readonly [string, Value]>) {
    this.context = context;
    this.settings = new Map(settings);
  }
}

/** Settings that change speed, checks or texts of the real library, with their defaults. */
export const harmlessSettings: readonly (readonly [string, Value])[] = [
  ['mode', 'Mode'],
  ['optimizer', 'fast_run'],
  ['linker', 'cvm'],
  ['device', 'cpu'],
  ['cxx', ''],
  ['compute_test_value', 'off'],
  ['exception_verbosity', 'low'],
  ['on_unused_input', 'raise'],
  ['optimizer_verbose', false],
  ['profile', false],
  ['openmp', false],
  ['warn_float64', 'ignore'],
  ['traceback.limit', 8],
  ['compiledir', ''],
  ['base_compiledir', ''],
  ['allow_gc', true],
  ['blas__ldflags', ''],
  ['gcc__cxxflags', ''],
];

/** Settings that change values, types or what is refused. */
const meaningfulSettings = new Set(['cast_policy', 'int_division', 'DebugMode', 'NanGuardMode']);

/** A compilation mode: it changes how a function is optimized, never what it gives. */
export class PyMode {}

defineType<PyMode>({
  name: 'Mode',
  module: 'compile.mode',
  class: PyMode,
  methods: {
    'including(*tags)': (self: PyMode) => self,
    'excluding(*tags)': (self: PyMode) => self,
    'requiring(*tags)': (self: PyMode) => self,
  },
});

function setFloatX(self: PyConfig, value: Value): void {
  const text = asText(value);
  if (text === 'float32' || text === 'float64') {
    self.context.floatX = text;
    return;
  }
  raiseValueError(
    `Invalid value (${repr(value)}) for configuration variable "floatX". Valid options are ('float64', 'float32', 'float16')`,
  );
}

defineType<PyConfig>({
  name: 'TheanoConfigParser',
  module: 'theano.configparser',
  class: PyConfig,
  attributes: { floatX: { get: (self) => self.context.floatX, set: setFloatX } },
  getMissing: (self, name) => {
    if (meaningfulSettings.has(name)) return notSupported(`the setting ${name}`);
    return self.settings.get(name);
  },
  setAttribute: (self, name, value) => {
    if (name === 'floatX') return false;
    if (meaningfulSettings.has(name)) return notSupported(`the setting ${name}`);
    if (!self.settings.has(name))
      raiseAttributeError(`'TheanoConfigParser' object has no attribute '${name}'`);
    self.settings.set(name, value);
    return true;
  },
});
