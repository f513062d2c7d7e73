/** Which modules ScanLens has itself, and what an import of one that nobody has says. */
import { exceptionType, hintAt, PythonException } from '../exceptions.ts';
import type { InterpreterOptions, ModuleFactory } from '../options.ts';
import { PyExceptionValue, PyModule } from '../values.ts';
import { libraryModules } from './library/library.ts';
import { numpyModule } from './numpy/numpyModule.ts';
import { scipyModule } from './scipy/scipyModule.ts';
import { standardModules } from './standard/standardModules.ts';

/** All modules by their full name. A package makes its submodules when it is made. */
const factories: ReadonlyMap<string, ModuleFactory> = new Map(
  Object.entries({ ...standardModules, ...libraryModules, numpy: numpyModule, scipy: scipyModule }),
);

/** Modules that only one of the Pythons has. */
export const pythonOfModule: Readonly<Record<string, 2 | 3>> = {
  builtins: 3,
  dataclasses: 3,
  typing: 3,
  enum: 3,
  configparser: 3,
  queue: 3,
  statistics: 3,
  __builtin__: 2,
  cPickle: 2,
  Queue: 2,
  StringIO: 2,
  cStringIO: 2,
};

/** Modules of Python that are built into it or loaded before any program: no file hides them. */
const unhidden = new Set([
  ...['__builtin__', '__future__', 'abc', 'builtins', 'codecs', 'errno', 'gc', 'io', 'itertools', 'math'],
  ...['os', 'posixpath', 'stat', 'sys', 'time', 'types', 'warnings'],
]);

/** True for a module of the standard library that a file of the same name hides. */
export const isHiddenByFiles = (name: string): boolean =>
  Object.hasOwn(standardModules, name) && !unhidden.has(name);

const isOffered = (name: string, python: 2 | 3): boolean =>
  factories.has(name) && (!Object.hasOwn(pythonOfModule, name) || pythonOfModule[name] === python);

interface Importing {
  readonly modules: Map<string, PyModule>;
  readonly options: InterpreterOptions;
}

/** Makes a module of ours; null where there is none of this name. */
export function nativeModule(name: string, { modules, options }: Importing): PyModule | null {
  const factory = isOffered(name, options.python) ? factories.get(name) : undefined;
  if (!factory) return null;
  const module = factory(options);
  modules.set(name, module);
  return module;
}

/** `parent.last` of one of our packages. Raises ModuleNotFoundError. */
export function nativeSubmodule(parent: PyModule, last: string, { modules, options }: Importing): PyModule {
  const name = `${parent.name}.${last}`;
  const attribute = parent.namespace.get(last) ?? parent.missing?.(last);
  if (!(attribute instanceof PyModule)) return raiseMissingModule(name, options);
  modules.set(name, attribute);
  return attribute;
}

/** Raises ModuleNotFoundError (Python 2: ImportError); what is not caught says what there is. */
export function raiseMissingModule(name: string, { python, workspace }: InterpreterOptions): never {
  const offered = [...factories.keys()]
    .filter((each) => !each.includes('.') && !each.startsWith('_') && isOffered(each, python))
    .sort();
  const files = workspace?.() ? ', and modules of the workspace' : '';
  const error =
    python === 2
      ? new PyExceptionValue(exceptionType('ImportError'), [`No module named ${name}`])
      : new PyExceptionValue(exceptionType('ModuleNotFoundError'), [`No module named '${name}'`]);
  error.details = new Map([['name', name]]);
  hintAt(error, `ScanLens runs without Python and offers: ${offered.join(', ')}${files}`);
  throw new PythonException(error);
}
