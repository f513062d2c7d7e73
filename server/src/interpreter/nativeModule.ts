/**
 * How a module of ours is defined: names with values, functions written as signatures, submodules, and names that the
 * real module has but ScanLens does not, which refuse when they are used.
 */
import { notSupported } from './exceptions.ts';
import type { PythonNames } from './nativeType.ts';
import { pythonVersion, runtime, runWith } from './runtime.ts';
import { builtin, type NativeBody } from './signature.ts';
import { type PyBuiltin, PyLibraryFunction, PyModule, type Value } from './values.ts';

/** What a module holds. */
export interface NativeModule {
  /** The full dotted name. */
  readonly name: string;
  readonly doc?: string;
  readonly values?: Readonly<Record<string, Value>>;
  /** By signature (see `signature.ts`). */
  readonly functions?: Readonly<Record<string, NativeBody>>;
  /** Values that are made at first use. */
  readonly lazy?: Readonly<Record<string, () => Value>>;
  /** Values that are made at every use, because using them tells something. */
  readonly computed?: Readonly<Record<string, () => Value>>;
  /** What AttributeError says of a name that is not here; missing: what Python says. */
  readonly absentText?: (name: string) => string;
  /** By last name. They are also imported under their full name. */
  readonly submodules?: Readonly<Record<string, PyModule>>;
  /**
   * Names of the real module that ScanLens does not have: using one refuses with `NotSupportedByScanLens`. `'*'`: every
   * other name refuses. Names that are not listed raise AttributeError (ImportError), as in Python.
   */
  readonly refused?: readonly string[] | '*';
  /** Names of this module that only one of the Pythons has. */
  readonly only?: PythonNames;
}

const isWrittenInPython = (name: string): boolean => /^(?:theano|aesara|pytensor)(?:\.|$)/.test(name);

/** Modules of the standard library that CPython has in C, with their names there: their functions word the errors of calls so. */
const modulesInC: ReadonlyMap<string, string> = new Map([
  ...['binascii', 'cmath', 'math', 'time', 'zlib'].map((name) => [name, name] as const),
  ['operator', '_operator'],
]);

const functionOf = (module: string, signature: string, body: NativeBody): PyBuiltin => {
  if (isWrittenInPython(module)) return libraryFunction(builtin(signature, body));
  const owner = modulesInC.get(module);
  return owner === undefined
    ? builtin(signature, body)
    : builtin(signature, body, { native: { owner, isMethod: false } });
};

const libraryFunction = (made: PyBuiltin): PyBuiltin => new PyLibraryFunction(made.name, made.call);

/** Makes the module. A fresh one per interpreter, since programs can assign to its names. */
export function defineModule(definition: NativeModule): PyModule {
  const module = new PyModule(definition.name);
  fillModule(module, definition);
  return module;
}

/** Makes a module, one of many, into which few programs look: what it holds is made when they do. */
export function defineModuleLater(name: string, define: () => NativeModule): PyModule {
  const module = new PyModule(name);
  const running = runtime();
  // Only that it is there is asked for before the namespace is.
  module.missing = () => undefined;
  module.names.fill = () => runWith(running, () => fillModule(module, define()));
  return module;
}

function fillModule(module: PyModule, definition: NativeModule): void {
  const { namespace } = module;
  namespace.set('__name__', definition.name);
  if (definition.doc !== undefined) namespace.set('__doc__', definition.doc);
  for (const [name, value] of Object.entries(definition.values ?? {})) namespace.set(name, value);
  for (const [signature, body] of Object.entries(definition.functions ?? {})) {
    const made = functionOf(definition.name, signature, body);
    made.module = definition.name;
    namespace.set(made.name, made);
  }
  for (const [name, submodule] of Object.entries(definition.submodules ?? {})) namespace.set(name, submodule);
  const absent = new Set(pythonVersion() === 2 ? definition.only?.python3 : definition.only?.python2);
  for (const name of absent) namespace.delete(name);
  const lazy = new Map(Object.entries(definition.lazy ?? {}));
  const refused = definition.refused ?? [];
  module.refusedNames = refused === '*' ? refused : refused.filter((name) => !absent.has(name));
  module.absentText = definition.absentText ?? null;
  module.missing = (name) => {
    if (absent.has(name)) return undefined;
    const compute = definition.computed?.[name];
    if (compute && Object.hasOwn(definition.computed!, name)) return compute();
    const make = lazy.get(name);
    if (make) {
      const value = make();
      namespace.set(name, value);
      return value;
    }
    const isPrivate = name.startsWith('__') && name.endsWith('__');
    if (refused === '*' ? !isPrivate : refused.includes(name)) notSupported(`${definition.name}.${name}`);
    return undefined;
  };
}
