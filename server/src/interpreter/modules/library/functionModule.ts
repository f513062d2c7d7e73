/** `function(…)`, `In`, `Out`, and compiled functions as Python objects. */
import { LineIndex } from '../../../base/lineIndex.ts';
import {
  CompiledFunction,
  compileFunction,
  type FunctionArguments,
  type FunctionInput,
} from '../../../graph/compiledFunction.ts';
import { filterValue, type GivenValue } from '../../../graph/inputValue.ts';
import type { GeneratorKind } from '../../../graph/tensorType.ts';
import { wrongType } from '../../../graph/updates.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import {
  isException,
  notSupported,
  type PythonException,
  raiseAttributeError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { dictType } from '../../types/dictType.ts';
import { asText } from '../../types/textValues.ts';
import { type Keywords, PyList, PyTuple, type Value } from '../../values.ts';
import { PyMode } from './config.ts';
import { asVariable, givenValue, isOperand, sourceTypeOf } from './convert.ts';
import { compilerOf } from './libraryContext.ts';
import { generatorIn, isGenerator, kindOf, stateOf } from './random/generatorObjects.ts';
import { nameArgument } from './tensorTypeObject.ts';

type Missing = Value | undefined;

/** `In(variable, name, value)`. */
export class PyIn {
  readonly variable: Variable;
  readonly name: string | null;
  readonly value: Value;
  readonly allowDowncast: boolean | null;
  constructor(
    variable: Variable,
    options: { name: string | null; value: Value; allowDowncast: boolean | null },
  ) {
    this.variable = variable;
    this.name = options.name;
    this.value = options.value;
    this.allowDowncast = options.allowDowncast;
  }
}

/** `Out(variable)`. */
export class PyOut {
  readonly variable: Variable;
  constructor(variable: Variable) {
    this.variable = variable;
  }
}

export const inType = defineType<PyIn>({
  name: 'In',
  module: 'compile.io',
  class: PyIn,
  attributes: { variable: (self) => self.variable, name: (self) => self.name, value: (self) => self.value },
});

defineType<PyOut>({
  name: 'Out',
  module: 'compile.io',
  class: PyOut,
  attributes: { variable: (self) => self.variable },
});

/** The parameters of `function`, in the order in which all three libraries have the first ones. */
const functionSignature =
  'function(inputs, outputs?, mode?, updates?, givens?, no_default_updates?, accept_inplace?, name?, rebuild_strict?, allow_input_downcast?, profile?, on_unused_input?, trust_input?)';

/** The body of `function`. */
const functionBody =
  (context: GraphContext) =>
  (...args: (Value | undefined)[]): Value => {
    const [inputs, outputs, mode, updates, givens, noDefaults, , name, , downcast, , unused] = args;
    checkMode(context, mode);
    const downcasts = downcast === undefined || downcast === null ? null : isTrue(downcast);
    const given: FunctionArguments = {
      inputs: readInputs(context, inputs!, downcasts),
      ...readOutputs(context, outputs),
      updates: readUpdates(context, updates),
      givens: readGivens(context, givens),
      noDefaultUpdates: readNoDefaults(noDefaults),
      onUnusedInput: readUnused(unused),
      name: nameArgument(name),
      label: nameArgument(name) ?? currentPlace(),
    };
    return compileFunction(context, given, compilerOf(context));
  };

const inSignature =
  'In(variable, name?, value?, update?, mutable?, strict?, allow_downcast?, autoname?, implicit?, borrow?)';

const inBody =
  (context: GraphContext) =>
  (...args: (Value | undefined)[]): Value => {
    const [variable, name, value, update, , , downcast] = args;
    if (update !== undefined && update !== null) return notSupported('In(update=…)');
    return new PyIn(asVariable(context, variable!), {
      name: nameArgument(name),
      value: value ?? null,
      allowDowncast: typeof downcast === 'boolean' ? downcast : null,
    });
  };

/** What makes and describes functions, by signature. */
export const functionFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: (Value | undefined)[]) => Value>> => ({
  [functionSignature]: functionBody(context),
  [inSignature]: inBody(context),
  'Out(variable, borrow?)': (variable) => new PyOut(asVariable(context, variable!)),
  'Mode(linker?, optimizer?, db?)': () => new PyMode(),
  'get_default_mode()': () => new PyMode(),
  'get_mode(mode)': () => new PyMode(),
});

/** The file and line of the call, by which the libraries name functions without a name. */
function currentPlace(): string {
  const { span, frame } = callSite();
  if (frame === null) return '<stdin>:1';
  const { file, text } = frame.names.source;
  return `${file}:${new LineIndex(text).lineAt(span.start) + 1}`;
}

/** Modes change how fast and how carefully a function runs, never what it gives; updates in their place are an error. */
function checkMode(context: GraphContext, mode: Missing): void {
  if (mode instanceof PyDict) {
    const attribute = context.dialect.typeText === 'pytensor' ? 'function_maker' : 'optimizer';
    raiseAttributeError(`'${typeOf(mode).name}' object has no attribute '${attribute}'`);
  }
}

function readInputs(context: GraphContext, inputs: Value, downcasts: boolean | null): FunctionInput[] {
  if (!(inputs instanceof PyList || inputs instanceof PyTuple)) {
    const article = context.dialect.typeText === 'aesara' ? 'an' : 'a';
    const text = `Input variables of ${article} ${context.dialect.title} function should be contained in a list, even when there is a single input.`;
    throw new EngineError(context.dialect.typeText === 'pytensor' ? 'TypeError' : 'Exception', text);
  }
  return inputs.items.map((input) => {
    if (input instanceof Variable) {
      if (input instanceof Constant) raiseTypeError('Constants not allowed in param list');
      return { variable: input, name: input.name, defaultValue: null, allowDowncast: downcasts };
    }
    if (input instanceof PyIn && input.value !== null && context.dialect.typeText === 'pytensor') {
      return raiseValueError('Inputs with default values are deprecated');
    }
    if (!(input instanceof PyIn)) return raiseTypeError(`Unknown parameter type: ${repr(typeOf(input))}`);
    return {
      variable: input.variable,
      name: input.name ?? input.variable.name,
      defaultValue: input.value === null ? null : givenValue(input.value),
      allowDowncast: input.allowDowncast ?? downcasts,
    };
  });
}

function readOutputs(context: GraphContext, outputs: Missing): Pick<FunctionArguments, 'outputs' | 'form'> {
  if (outputs === undefined || outputs === null) return { outputs: [], form: 'none' };
  if (outputs instanceof PyList || outputs instanceof PyTuple) {
    return {
      outputs: outputs.items.map((item) => ({ key: null, variable: outputOf(context, item) })),
      form: 'list',
    };
  }
  if (outputs instanceof PyDict && context.dialect.dictOutputs) {
    const entries = [...outputs.table.entries()];
    if (entries.some((entry) => asText(entry.key) === null)) {
      throw new EngineError('AssertionError', 'All dictionary keys must be strings.');
    }
    const sorted = entries.sort((a, b) => (String(asText(a.key)) < String(asText(b.key)) ? -1 : 1));
    return {
      outputs: sorted.map((entry) => ({ key: asText(entry.key), variable: outputOf(context, entry.value) })),
      form: 'dict',
    };
  }
  return { outputs: [{ key: null, variable: outputOf(context, outputs) }], form: 'single' };
}

function outputOf({ dialect }: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (value instanceof PyOut) return value.variable;
  const shown = typeOf(value) === typeOf('') ? str(value) : repr(value);
  const moduleName = typeOf(value).module;
  const isOurs = moduleName.startsWith('theano.');
  const typeText = isOurs
    ? `<class '${dialect.library}${moduleName.slice('theano'.length)}.${typeOf(value).name}'>`
    : repr(typeOf(value));
  return raiseTypeError(
    `Outputs must be ${dialect.library} Variable or Out instances. Received ${shown} of type ${typeText}`,
  );
}

function readUpdates(context: GraphContext, updates: Missing): (readonly [unknown, Variable])[] {
  if (updates === undefined || updates === null) return [];
  if (
    context.dialect.warnsAboutPlainDict &&
    typeOf(updates) === dictType &&
    (updates as PyDict).table.size > 1
  ) {
    context.warn(
      'UserWarning',
      `The parameter 'updates' of theano.function() expects an OrderedDict, got ${repr(typeOf(updates))}. Using a standard dictionary here results in non-deterministic behavior. You should use an OrderedDict if you are using Python 2.7 (theano.compat.OrderedDict for older python), or use a list of (shared, update) pairs. Do not just convert your dictionary to this type before the call as the conversion will still be non-deterministic.`,
    );
  }
  return updatePairs(context, updates).map(
    ([target, value]) => [target, updateValue(context, target, value)] as const,
  );
}

function updatePairs(context: GraphContext, updates: Value): (readonly [Value, Value])[] {
  if (updates instanceof PyDict)
    return [...updates.table.entries()].map(({ key, value }) => [key, value] as const);
  const isClassic = context.dialect.typeText === 'theano';
  if (!(updates instanceof PyList || updates instanceof PyTuple)) {
    const items = isClassic ? toArray(updates) : refusePairs(context);
    return items.map((item) => pairOf(context, item));
  }
  return updates.items.map((item) => pairOf(context, item));
}

function pairOf(context: GraphContext, item: Value): readonly [Value, Value] {
  if (item instanceof PyList || item instanceof PyTuple) {
    if (item.items.length === 2) return [item.items[0]!, item.items[1]!];
    return refusePairs(context);
  }
  if (item instanceof PyDict && context.dialect.typeText === 'theano') {
    const keys = item.table.keys();
    if (keys.length === 2) return [keys[0]!, keys[1]!];
    const count = keys.length;
    return raiseValueError(
      count < 2
        ? `not enough values to unpack (expected 2, got ${count})`
        : 'too many values to unpack (expected 2)',
    );
  }
  return refusePairs(context);
}

function refusePairs({ dialect }: GraphContext): never {
  if (dialect.typeText === 'theano') {
    return raiseValueError(
      'The updates parameter must be an OrderedDict/dict or a list of lists/tuples with 2 elements',
    );
  }
  return raiseTypeError('The `updates` parameter must be an ordered mapping or a list of pairs');
}

/** Python and NumPy values are converted to the type of the variable; variables are not. */
function updateValue(context: GraphContext, target: Value, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (!(target instanceof SharedVariable)) return asVariable(context, value);
  if (!isOperand(value) && typeof value !== 'boolean')
    throw wrongType(target, { text: str(value), type: 'None' });
  try {
    return new Constant(
      context,
      filterValue(context, target.type, givenValue(value), { allowDowncast: null }),
    );
  } catch (error) {
    if (error instanceof EngineError) throw wrongType(target, { text: str(value), type: 'None' });
    throw error;
  }
}

function readGivens(context: GraphContext, givens: Missing): (readonly [Variable, Variable])[] {
  if (givens === undefined || givens === null) return [];
  const pairs =
    givens instanceof PyDict
      ? [...givens.table.entries()].map(({ key, value }) => [key, value] as const)
      : toArray(givens).map((item) => toArray(item) as [Value, Value]);
  return pairs.map(([from, to]) => {
    if (!(from instanceof Variable)) throw wrongGiven(context, from!);
    return [from, replacement(context, from, to!)] as const;
  });
}

const wrongGiven = ({ dialect }: GraphContext, key: Value): EngineError =>
  dialect.typeText === 'theano'
    ? new EngineError('TypeError', 'given keys must be Variable', key)
    : new EngineError('TypeError', '`givens` keys must be Variables');

/** The replacement; a plain value is stored in the type of what it replaces. */
function replacement(context: GraphContext, from: Variable, to: Value): Variable {
  if (to instanceof Variable) return to;
  return new Constant(context, filterValue(context, from.type, givenValue(to), { allowDowncast: null }));
}

function readNoDefaults(value: Missing): 'all' | readonly Variable[] {
  if (value === undefined || value === null || value === false) return [];
  if (value === true) return 'all';
  if (value instanceof PyList) return value.items.filter((item) => item instanceof Variable);
  return raiseTypeError('no_default_update should be either a boolean or a list');
}

function readUnused(value: Missing): FunctionArguments['onUnusedInput'] {
  if (value === undefined || value === null) return 'raise';
  const text = asText(value);
  return text === 'raise' || text === 'warn' || text === 'ignore' ? text : { unknown: String(text) };
}

function callCompiled(self: CompiledFunction, args: readonly Value[], keywords: Keywords): Value {
  const site = callSite();
  const running = runtime();
  const named = new Map(
    [...(keywords ?? [])].map(
      ([name, value]) => [name, () => asEngineError(() => givenValue(value))] as const,
    ),
  );
  const results = self.call(
    {
      positional: args.map((arg, i) => () => inputValue(self, arg, i)),
      named,
      nameOf: (name, index) => variableName(args[index] ?? keywords?.get(name ?? '')),
    },
    { span: site.span, host: running, report: (event) => running.observer.call(event, site) },
  );
  switch (self.form) {
    case 'none':
      return new PyList([]);
    case 'single':
      return outputValue(self, results[0]!.value, 0);
    case 'list':
      return new PyList(results.map((result, i) => outputValue(self, result.value, i)));
    case 'dict':
      return PyDict.from(results.map(({ key, value }, i) => [key!, outputValue(self, value, i)] as const));
  }
}

/** A result as Python gets it: arrays as they are, states as generators. */
function outputValue({ context, graph }: CompiledFunction, value: NDArray, index: number): Value {
  const { generator } = graph.outputs[index]!.type;
  return generator === undefined ? value : generatorIn(context, generator, value);
}

const variableName = (value: Value | undefined): string | null =>
  value instanceof Variable ? value.name : null;

/** Text where a number is wanted fails in NumPy's words; what NumPy refuses belongs to the call. */
function inputValue(self: CompiledFunction, arg: Value, index: number): ReturnType<typeof givenValue> {
  const { generator } = self.inputs[index]!.variable.type;
  if (generator !== undefined) return givenGenerator(generator, arg);
  const text = asText(arg);
  const dtype = self.inputs[index]!.variable.dtype;
  if (text === null || Number.isFinite(Number(text))) return asEngineError(() => givenValue(arg));
  const what = dtype.startsWith('float')
    ? 'could not convert string to float'
    : 'invalid literal for int() with base 10';
  throw new EngineError('ValueError', `${what}: ${repr(arg)}`);
}

function givenGenerator(kind: GeneratorKind, value: Value): GivenValue {
  if (!isGenerator(value) || kindOf(value) !== kind) throw new EngineError('TypeError');
  return {
    array: stateOf(value),
    origin: 'ndarray',
    text: () => str(value),
    source: value,
    sourceType: () => sourceTypeOf(value),
  };
}

function asEngineError<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    for (const type of ['TypeError', 'ValueError', 'OverflowError'] as const) {
      if (isException(error, type)) throw new EngineError(type, str((error as PythonException).value));
    }
    throw error;
  }
}

export const compiledFunctionType = defineType<CompiledFunction>({
  name: 'Function',
  module: 'compile.function.types',
  class: CompiledFunction,
  // Theano and Aesara name a function after the place where it was made.
  attributes: {
    name: (self) => (self.context.dialect.opText === 'pytensor' ? self.name : (self.name ?? self.label)),
  },
  call: callCompiled,
  getMissing: (_, name) =>
    ['maker', 'fn', 'trust_input', 'profile', 'copy', 'free', 'get_shared', 'container', 'value'].includes(
      name,
    )
      ? notSupported(`the attribute ${name} of compiled functions`)
      : undefined,
});
