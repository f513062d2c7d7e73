/**
 * `theano.config`: floatX, on_unused_input and what the program asks for count; everything else is kept and has no effect on
 * values. Settings that would change values, types or what is refused can only be set to what they are.
 */

import { flagsOf } from '../../../graph/configFlags.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { dialects, type LibraryName, type PerLibrary } from '../../../graph/dialects.ts';
import type { GraphContext, Trial } from '../../../graph/variable.ts';
import { PyDict } from '../../containers.ts';
import {
  exceptionType,
  notSupported,
  raise,
  raiseAttributeError,
  raiseKeyError,
  raiseValueError,
} from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { repr, str } from '../../protocols/text.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import { type Keywords, PyBuiltin, PyFloat, type PyType, type Value } from '../../values.ts';
import { settingNames } from './names/settingNames.ts';
import { createTrial } from './testValues.ts';

/** The settings of one library in one namespace. */
export class PyConfig {
  readonly context: GraphContext;
  readonly settings: Map<string, Value>;
  /** Those that the library has; a program may set others. */
  readonly real: ReadonlySet<string>;

  constructor(context: GraphContext) {
    this.context = context;
    this.settings = defaults(context);
    this.real = new Set(this.settings.keys());
  }
}

/** A group of settings: `config.traceback` has `limit`. */
class PySettingGroup {
  readonly config: PyConfig;
  readonly prefix: string;
  constructor(config: PyConfig, prefix: string) {
    this.config = config;
    this.prefix = prefix;
  }
}

const configs = new WeakMap<GraphContext, PyConfig>();

/** The settings of a context. */
export function configOf(context: GraphContext): PyConfig {
  const known = configs.get(context);
  if (known) return known;
  const made = new PyConfig(context);
  configs.set(context, made);
  for (const [name, text] of flagsOf(runtime().environment.get(context.dialect.flagsVariable) ?? '')) {
    const before = made.settings.get(name);
    if (before !== undefined) setSetting(made, name, fromFlag(text, before));
  }
  return made;
}

function defaults({ dialect }: GraphContext): Map<string, Value> {
  const settings = new Map<string, Value>();
  for (const entry of settingNames[dialect.library]()) {
    const at = entry.indexOf('=');
    settings.set(entry.slice(0, at), readLiteral(entry.slice(at + 1)));
  }
  return settings;
}

/** A default as the table writes it. */
function readLiteral(text: string): Value {
  const words: Readonly<Record<string, Value>> = {
    True: true,
    False: false,
    None: null,
    inf: new PyFloat(Infinity),
  };
  if (Object.hasOwn(words, text)) return words[text]!;
  if (text.startsWith("'")) return text.slice(1, -1);
  return text.includes('.') ? new PyFloat(Number(text)) : Number(text);
}

/** The text of a flag as a value like the one before. */
function fromFlag(text: string, before: Value): Value {
  if (typeof before === 'boolean') return /^(true|1)$/i.test(text);
  if (typeof before === 'number') return Number(text);
  return before instanceof PyFloat ? new PyFloat(Number(text)) : text;
}

/** Settings that change values, types or what is refused. */
const meaningful: Readonly<Record<string, string>> = {
  cast_policy: 'another cast_policy',
  int_division: 'another int_division',
  warn_float64: 'warnings about float64',
  'tensor.cmp_sloppy': 'sloppy comparisons',
  tensor__cmp_sloppy: 'sloppy comparisons',
};

const options: Readonly<Record<string, readonly string[]>> = {
  compute_test_value: ['off', 'ignore', 'warn', 'raise', 'pdb'],
  cast_policy: ['custom', 'numpy+floatX'],
  exception_verbosity: ['low', 'high'],
  on_unused_input: ['raise', 'warn', 'ignore'],
};

function setSetting(self: PyConfig, name: string, value: Value): void {
  const allowed = self.real.has(name) ? options[name] : undefined;
  const text = asText(value);
  if (allowed && (text === null || !allowed.includes(text))) refuseValue(self, name, { value, allowed });
  const reason = self.real.has(name) ? meaningful[name] : undefined;
  if (reason !== undefined && value !== self.settings.get(name)) notSupported(reason);
  if (allowed && name === 'compute_test_value') self.context.trial = trialOf(self.context, text!);
  const before = self.settings.get(name);
  if (typeof before === 'boolean') self.settings.set(name, truth(self, name, value));
  else self.settings.set(name, value);
}

function trialOf(context: GraphContext, mode: string): Trial | null {
  switch (mode) {
    case 'ignore':
    case 'warn':
    case 'raise':
      return createTrial(context, mode);
    case 'pdb':
      return notSupported('compute_test_value with a debugger');
    default:
      return null;
  }
}

/** What the library takes for True and False. */
function truth({ context }: PyConfig, name: string, value: Value): boolean {
  const text = asText(value) ?? str(value);
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  const { errorValues, wrongSwitch } = context.dialect;
  const values = errorValues === 'arguments' ? [value] : [];
  return raiseValueError(fillText(wrongSwitch, text, name), ...values);
}

function refuseValue(
  { context }: PyConfig,
  name: string,
  { value, allowed }: { value: Value; allowed: readonly string[] },
): never {
  const listed = allowed.map((each) => `'${each}'`).join(', ');
  return raiseValueError(fillText(context.dialect.wrongOption, str(value), repr(value), name, listed));
}

const floatTypes = ['float64', 'float32', 'float16'];

function setFloatX(self: PyConfig, value: Value): void {
  const text = asText(value);
  if (text === 'float16') notSupported('floatX = float16');
  if (text !== 'float32' && text !== 'float64') refuseValue(self, 'floatX', { value, allowed: floatTypes });
  self.context.floatX = text as 'float32' | 'float64';
}

/** `change_flags(name=value)`: settings for a block, or for the calls of a function. */
class PyChangeFlags {
  readonly config: PyConfig;
  readonly changes: ReadonlyMap<string, Value>;
  before: ReadonlyMap<string, Value> = new Map();
  constructor(config: PyConfig, changes: ReadonlyMap<string, Value>) {
    this.config = config;
    this.changes = changes;
  }
}

const readSetting = (self: PyConfig, name: string): Value =>
  name === 'floatX' ? self.context.floatX : self.settings.get(name)!;

const writeSetting = (self: PyConfig, name: string, value: Value): void =>
  name === 'floatX' ? setFloatX(self, value) : setSetting(self, name, value);

/** `change_flags` as a function. */
export const changeFlags = (context: GraphContext): PyBuiltin =>
  new PyBuiltin('change_flags', (args, keywords) => {
    const config = configOf(context);
    const [given] = args;
    const changes = new Map<string, Value>(keywords ?? []);
    if (given instanceof PyDict)
      for (const { key, value } of given.table.entries()) changes.set(asText(key)!, value);
    for (const name of changes.keys()) {
      if (name === 'floatX' || config.settings.has(name)) continue;
      if (context.dialect.unknownFlag === 'AssertionError') raise(exceptionType('AssertionError'));
      raiseKeyError(name);
    }
    return new PyChangeFlags(config, changes);
  });

function enterFlags(self: PyChangeFlags): void {
  self.before = new Map(
    [...self.changes.keys()].map((name) => [name, readSetting(self.config, name)] as const),
  );
  for (const [name, value] of self.changes) writeSetting(self.config, name, value);
}

function leaveFlags(self: PyChangeFlags): void {
  for (const [name, value] of self.before) writeSetting(self.config, name, value);
}

defineType<PyChangeFlags>({
  name: 'change_flags',
  module: 'theano.configparser',
  class: PyChangeFlags,
  enter: (self) => {
    enterFlags(self);
    return null;
  },
  exit: (self) => {
    leaveFlags(self);
    return null;
  },
  call: (self, [decorated]) =>
    new PyBuiltin('wrapper', (args: readonly Value[], keywords: Keywords) => {
      enterFlags(self);
      try {
        return call(decorated!, args, keywords);
      } finally {
        leaveFlags(self);
      }
    }),
});

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

const configType = defineType<PyConfig>({
  name: 'ConfigParser',
  module: 'theano.configparser',
  class: PyConfig,
  attributes: { floatX: { get: (self) => self.context.floatX, set: setFloatX } },
  getMissing: (self, name) => {
    const found = self.settings.get(name) ?? (self.settings.has(name) ? null : undefined);
    if (found !== undefined) return found;
    if (name === 'change_flags') return changeFlags(self.context);
    const isGroup = [...self.settings.keys()].some((each) => each.startsWith(`${name}.`));
    if (isGroup) return new PySettingGroup(self, `${name}.`);
    return name.startsWith('__') ? undefined : missing(self, name);
  },
  setAttribute: (self, name, value) => {
    if (name === 'floatX') return false;
    // The libraries take any other name too.
    setSetting(self, name, value);
    return true;
  },
});

function missing({ context }: PyConfig, name: string): never {
  return raiseAttributeError(`'${context.dialect.title}ConfigParser' object has no attribute '${name}'`);
}

defineType<PySettingGroup>({
  name: 'SubObj',
  module: 'theano.configparser',
  class: PySettingGroup,
  getMissing: ({ config, prefix }, name) => {
    const found = config.settings.get(prefix + name);
    if (found !== undefined || config.settings.has(prefix + name)) return found ?? null;
    return undefined;
  },
  setAttribute: ({ config, prefix }, name, value) => {
    if (!config.settings.has(prefix + name)) return false;
    setSetting(config, prefix + name, value);
    return true;
  },
});

const typeOfLibrary = (library: LibraryName): PyType =>
  defineType({
    name: `${dialects[library].title}ConfigParser`,
    module: `${library}.configparser`,
    bases: [configType],
  });

const configTypes: PerLibrary<PyType> = {
  theano: typeOfLibrary('theano'),
  aesara: typeOfLibrary('aesara'),
  pytensor: typeOfLibrary('pytensor'),
};

chooseTypeBy(PyConfig, ({ context }) => configTypes[context.dialect.library]);
