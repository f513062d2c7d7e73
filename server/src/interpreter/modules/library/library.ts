/** The modules of Theano, Aesara and PyTensor: one builder, told by the dialect which names exist. */
import { dialects, type LibraryName } from '../../../graph/dialects.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { defineException, engineExceptionTypes, exceptionType, notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { InterpreterOptions, ModuleFactory } from '../../options.ts';
import { runtime } from '../../runtime.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { PyLibraryFunction, type PyModule, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { toDType } from '../numpy/dtypeObjects.ts';
import { harmlessSettings, PyConfig, PyMode } from './config.ts';
import { asVariable } from './convert.ts';
import { libraryTypes } from './dialectTypes.ts';
import { functionBody, functionSignature, PyIn, PyOut } from './functionModule.ts';
import { createContext } from './libraryContext.ts';
import { deprecatedNames, namesOfLibraries, unknownModules } from './libraryNames.ts';
import { orderedUpdatesType } from './orderedUpdates.ts';
import { ifElseFunction } from './rearrangingModule.ts';
import {
  foldBody,
  foldSignature,
  mapBody,
  mapSignature,
  scanBody,
  scanSignature,
  untilBody,
} from './scanModule.ts';
import { makeShared, sharedVariableType } from './sharedVariables.ts';
import { nnetNames, otherNames, tensorNames } from './tensorModule.ts';
import { nameArgument } from './tensorTypeObject.ts';
import { tensorTypeFunction } from './tensorVariables.ts';
import { variableType } from './variableTypes.ts';

type Missing = Value | undefined;
type Names = Record<string, Value>;

const fn = (signature: string, body: (...args: (Value | undefined)[]) => Value): Value => {
  const { name, call } = builtin(signature, body as NativeBody);
  return new PyLibraryFunction(name, call);
};

/** The exception classes that the libraries add, by the name that the engine uses. */
const libraryExceptions = new Map([
  ['MissingInputError', defineException('MissingInputError', 'theano.gof.fg')],
  ['UnusedInputError', defineException('UnusedInputError', 'theano.compile.function_module')],
  ['AsTensorError', defineException('AsTensorError', 'theano.tensor.var', exceptionType('TypeError'))],
]);
for (const [name, type] of libraryExceptions) engineExceptionTypes.set(name, type);

/** The factories of the three packages. */
export const libraryModules: Readonly<Record<LibraryName, ModuleFactory>> = {
  theano: (options) => createLibrary('theano', options),
  aesara: (options) => createLibrary('aesara', options),
  pytensor: (options) => createLibrary('pytensor', options),
};

/** Makes a package with its modules, which are registered under their full names. */
function createLibrary(library: LibraryName, options: InterpreterOptions): PyModule {
  const context = createContext(library, options);
  const functions = mainNames(context);
  const tensor = createTensor(context, functions);
  const scanNames = pick(functions, ['scan', 'until', 'map', 'reduce', 'foldl', 'foldr']);
  const compile = {
    ...pick(functions, ['function', 'shared', 'In', 'Out', 'Mode']),
    get_default_mode: fn('get_default_mode()', () => new PyMode()),
    get_mode: fn('get_mode(mode)', () => new PyMode()),
    SharedVariable: sharedVariableType,
    ...Object.fromEntries(libraryExceptions),
  };
  const submodules: Record<string, PyModule> = {
    tensor,
    compile: register(`${library}.compile`, { values: compile, refused: '*' }),
    updates: register(`${library}.updates`, { values: { OrderedUpdates: orderedUpdatesType } }),
  };
  if (library === 'theano') {
    submodules['scan_module'] = register('theano.scan_module', { values: scanNames, refused: '*' });
    submodules['gof'] = register('theano.gof', {
      values: pick(compile, ['MissingInputError']),
      refused: '*',
    });
  } else {
    for (const name of ['scan', 'scan.basic', 'scan.utils', 'scan.views']) {
      register(`${library}.${name}`, { values: scanNames, refused: '*' });
    }
  }
  submodules['ifelse'] = register(`${library}.ifelse`, { values: { ifelse: ifElseFunction(context) } });
  const hidden = library === 'pytensor' ? ['until', 'reduce', 'foldl', 'foldr'] : ['until'];
  return register(library, {
    values: {
      ...Object.fromEntries(Object.entries(functions).filter(([name]) => !hidden.includes(name))),
      ...(library === 'pytensor' ? {} : { OrderedUpdates: orderedUpdatesType }),
      config: new PyConfig(context, harmlessSettings),
      Variable: variableType,
      __version__: dialects[library].version,
    },
    submodules,
    refused: namesOfLibraries[library].main,
  });
}

const pick = (names: Names, wanted: readonly string[]): Names =>
  Object.fromEntries(wanted.flatMap((name) => (names[name] === undefined ? [] : [[name, names[name]]])));

function register(name: string, definition: Omit<Parameters<typeof defineModule>[0], 'name'>): PyModule {
  const module = defineModule({ name, ...definition });
  runtime().modules.set(name, module);
  return module;
}

/** The functions of the package itself. */
function mainNames(context: GraphContext): Names {
  const { hasReturnUpdates } = context.dialect;
  const view = (signature: string): string =>
    hasReturnUpdates ? signature : signature.replace(', return_updates?', '');
  const folds = (['reduce', 'foldl', 'foldr'] as const).map((kind) => [
    kind,
    fn(view(foldSignature(kind)), foldBody(context, kind)),
  ]);
  return {
    scan: fn(scanSignature(context), scanBody(context)),
    map: fn(view(mapSignature), mapBody(context)),
    ...Object.fromEntries(folds),
    until: fn('until(condition)', (condition) => untilBody(context)(condition!)),
    function: fn(functionSignature, functionBody(context)),
    shared: fn('shared(value, name?, strict?, allow_downcast?, borrow?)', (...args) =>
      makeShared(context, args[0]!, { name: args[1], borrow: args[4] }),
    ),
    In: fn(
      'In(variable, name?, value?, update?, mutable?, strict?, allow_downcast?, autoname?, implicit?, borrow?)',
      (...args) => makeIn(context, args),
    ),
    Out: fn('Out(variable, borrow?)', (variable) => new PyOut(asVariable(context, variable!))),
    Mode: fn('Mode(linker?, optimizer?, db?)', () => new PyMode()),
    _asarray: fn('_asarray(a, dtype, order?)', (a, dtype) => arrayOf(a!, toDType(dtype!))),
    dot: otherNames(context).get('dot')!,
  };
}

function makeIn(context: GraphContext, args: readonly Missing[]): Value {
  const [variable, name, value, update, , , downcast] = args;
  if (update !== undefined && update !== null) return notSupported('In(update=…)');
  return new PyIn(asVariable(context, variable!), {
    name: nameArgument(name),
    value: value ?? null,
    allowDowncast: typeof downcast === 'boolean' ? downcast : null,
  });
}

function createTensor(context: GraphContext, functions: Names): PyModule {
  const { library } = context.dialect;
  const names = new Map([...tensorNames(context), ...otherNames(context)]);
  const real = new Set(namesOfLibraries[library].tensor);
  for (const name of names.keys()) if (!real.has(name)) names.delete(name);
  const deprecated: Record<string, () => Value> = {};
  for (const [name, message] of deprecatedNames[library]) {
    const value = names.get(name)!;
    names.delete(name);
    deprecated[name] = () => {
      context.warn('DeprecationWarning', message);
      return value;
    };
  }
  const nnet = nnetNames(context);
  const types: Names = {
    TensorType: tensorTypeFunction(context),
    TensorVariable: libraryTypes[library].variable,
    TensorConstant: libraryTypes[library].constant,
    TensorSharedVariable: libraryTypes[library].shared,
    Variable: variableType,
  };
  const values: Names = {
    ...Object.fromEntries(names),
    ...types,
    ...(library === 'theano' ? {} : pick(Object.fromEntries(nnet), ['sigmoid', 'softplus'])),
    ...pick(functions, ['shared']),
  };
  const submodules: Record<string, PyModule> = {};
  if (library !== 'pytensor') {
    submodules['nnet'] = register(`${library}.tensor.nnet`, {
      values: Object.fromEntries([...nnet].filter(([name]) => namesOfLibraries[library].nnet.includes(name))),
      refused: namesOfLibraries[library].nnet,
    });
  }
  for (const name of unknownModules[library]) {
    submodules[name] = register(`${library}.tensor.${name}`, { refused: '*' });
  }
  return register(`${library}.tensor`, {
    values,
    submodules,
    computed: deprecated,
    refused: namesOfLibraries[library].tensor,
    ...(library === 'aesara'
      ? { absentText: (name: string) => `module aesara.tensor has no attribute ${name}` }
      : {}),
  });
}
