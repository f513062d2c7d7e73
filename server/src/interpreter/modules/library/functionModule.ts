/** `function(…)`, `In`, `Out`, and compiled functions as Python objects. */

import { compileFunction, type FunctionArguments } from '../../../graph/compiledFunction.ts';
import { filterValue } from '../../../graph/inputValue.ts';
import { printType } from '../../../graph/tensorType.ts';
import { wrongType } from '../../../graph/updates.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseAttributeError, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray, unpack } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { dictType } from '../../types/dictType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { callPlace } from './callPlace.ts';
import { configOf, PyMode } from './config.ts';
import { asVariable, givenFor, isOperand, wrapIntoList } from './convert.ts';
import { inputFunctions, PyOut, readInputs } from './functionInputsModule.ts';
import { PlaceholderVariable, refuseComputing } from './gradientPlaceholders.ts';
import { compilerOf } from './libraryContext.ts';
import { opClasses } from './opObjects.ts';
import { functionOpMakers } from './programOpClasses.ts';
import { valueAsShared } from './sharedVariables.ts';
import { nameArgument } from './tensorTypeObject.ts';

type Missing = Value | undefined;

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
      noDefaultUpdates: readNoDefaults(context, noDefaults),
      onUnusedInput: readUnused(unused ?? configOf(context).settings.get('on_unused_input')),
      name: nameArgument(name),
      label: nameArgument(name) ?? callPlace(),
    };
    const compiled = compileFunction(context, given, compilerOf(context));
    runtime().observer.compiled?.(compiled, callSite());
    const without = placeholdersIn(outputs)[0];
    return without === undefined ? compiled : refuseComputing(without);
  };

/** Outputs that are gradients without a value: the libraries refuse them after everything else. */
function placeholdersIn(outputs: Missing): PlaceholderVariable[] {
  const items = outputs instanceof PyDict ? outputs.table.values() : wrapIntoList(outputs);
  return [...items].filter((item) => item instanceof PlaceholderVariable);
}

/** What makes and describes functions, by signature. */
export const functionFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: (Value | undefined)[]) => Value>> => ({
  [functionSignature]: functionBody(context),
  [functionSignature.replace('function(inputs', 'pfunc(params')]: functionBody(context),
  ...inputFunctions(context),
  'Mode(linker?, optimizer?, db?)': () => new PyMode(),
  'DebugMode(*args, **kwargs)': () => new PyMode(),
  'NanGuardMode(*args, **kwargs)': () => notSupported('NanGuardMode'),
  'MonitorMode(*args, **kwargs)': () => notSupported('MonitorMode'),
  'function_dump(*args, **kwargs)': () => notSupported('function_dump: nothing is written to files'),
  ...functionOpMakers(context, () => opClasses(context.dialect.library).get('FromFunctionOp')!),
  'get_default_mode()': () => new PyMode(),
  'get_mode(mode)': () => new PyMode(),
});

const knownModes = new Set([
  'MODE',
  'DEBUGMODE',
  'DEBUG_MODE',
  'FAST_RUN',
  'FAST_COMPILE',
  'CVM',
  'C',
  'PY',
  'VM',
  'NUMBA',
  'JAX',
]);

/** Modes change how fast and how carefully a function runs, never what it gives; updates in their place are an error. */
function checkMode(context: GraphContext, mode: Missing): void {
  if (mode instanceof PyDict) {
    raiseAttributeError(`'${typeOf(mode).name}' object has no attribute '${context.dialect.modeAttribute}'`);
  }
  const name = mode === undefined || mode === null ? null : asText(mode);
  if (name === null) return;
  if (/^NanGuardMode$/i.test(name)) notSupported('NanGuardMode');
  if (knownModes.has(name.toUpperCase())) return;
  const text = `No predefined mode exist for string: ${name}`;
  throw new EngineError(context.dialect.unknownMode, text);
}

function readOutputs(context: GraphContext, outputs: Missing): Pick<FunctionArguments, 'outputs' | 'form'> {
  if (outputs === undefined || outputs === null || outputs instanceof PlaceholderVariable)
    return { outputs: [], form: 'none' };
  if (outputs instanceof PyList || outputs instanceof PyTuple) {
    return {
      outputs: outputs.items
        .filter((item) => !(item instanceof PlaceholderVariable))
        .map((item) => ({ key: null, variable: outputOf(context, item) })),
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
  const type = isOurs
    ? `<class '${dialect.library}${moduleName.slice('theano'.length)}.${typeOf(value).name}'>`
    : repr(typeOf(value));
  return raiseTypeError(
    `Outputs must be ${dialect.library} Variable or Out instances. Received ${shown} of type ${type}`,
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
  if (context.dialect.updateForms === 'iterable') {
    const items = toArray(updates);
    if (items.some((item) => item instanceof Variable)) refusePairs(context);
    return items.map((item) => unpack(item, 2) as [Value, Value]);
  }
  if (!(updates instanceof PyList || updates instanceof PyTuple)) refusePairs(context);
  return updates.items.map((item) =>
    (item instanceof PyList || item instanceof PyTuple) && item.items.length === 2
      ? [item.items[0]!, item.items[1]!]
      : refusePairs(context),
  );
}

function refusePairs({ dialect }: GraphContext): never {
  throw new EngineError(dialect.wrongUpdates, dialect.wrongUpdatesText);
}

/** Python and NumPy values are converted to the type of the variable; variables are not. */
function updateValue(context: GraphContext, target: Value, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (!(target instanceof SharedVariable)) return asVariable(context, value);
  if (!isOperand(value) && typeof value !== 'boolean' && asText(value) === null)
    throw wrongType(target, { text: str(value), type: 'None' });
  try {
    const given = givenFor(target.dtype, value);
    return new Constant(context, filterValue(context, target.type, given, { allowDowncast: null }));
  } catch (error) {
    if (!(error instanceof EngineError) || error.type !== 'TypeError') throw error;
    throw wrongType(target, { text: str(value), type: 'None' });
  }
}

function readGivens(context: GraphContext, givens: Missing): (readonly [Variable, Variable])[] {
  if (givens === undefined || givens === null) return [];
  const pairs =
    givens instanceof PyDict
      ? [...givens.table.entries()].map(({ key, value }) => [key, value] as const)
      : toArray(givens).map((item) => unpack(item, 2) as [Value, Value]);
  return pairs.map(([from, to]) => {
    if (!(from instanceof Variable)) throw wrongGiven(context, from!);
    return [from, replacement(context, from, to!)] as const;
  });
}

const wrongGiven = ({ dialect }: GraphContext, key: Value): EngineError =>
  new EngineError('TypeError', dialect.wrongGiven, ...(dialect.errorValues === 'arguments' ? [key] : []));

/** The replacement; what is no variable becomes a shared one of its own type. */
function replacement(context: GraphContext, from: Variable, to: Value): Variable {
  if (to instanceof Variable) return to;
  const shared = valueAsShared(context, to);
  if (shared !== null) return shared;
  if (context.dialect.opaqueGiven === 'rank')
    return raiseAttributeError("'Generic' object has no attribute 'ndim'");
  const wanted = printType(context.dialect, from.type);
  return raiseTypeError(
    `Cannot convert Type Generic (of Variable <Generic>) into Type ${wanted}. You can try to manually convert <Generic> into a ${wanted}.`,
  );
}

const noDefaultsWarning =
  'The no_default_updates parameter is deprecated and will be removed in a future version of PyTensor. Please set updates manually.';

function readNoDefaults({ dialect, warn }: GraphContext, value: Missing): 'all' | readonly Variable[] {
  if (value === undefined || value === null) return [];
  if (dialect.defaultUpdatesAreOld) warn('DeprecationWarning', noDefaultsWarning);
  if (value === false) return [];
  if (value === true) return 'all';
  if (value instanceof PyList) return value.items.filter((item) => item instanceof Variable);
  return raiseTypeError(dialect.wrongNoDefaults);
}

function readUnused(value: Missing): FunctionArguments['onUnusedInput'] {
  if (value === undefined || value === null) return 'raise';
  const text = asText(value);
  return text === 'raise' || text === 'warn' || text === 'ignore' ? text : { unknown: String(text) };
}
