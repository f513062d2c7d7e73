/** Which modules programs can import, and what an import of another one says. */
import { exceptionType, raise } from '../exceptions.ts';
import type { InterpreterOptions, ModuleFactory } from '../options.ts';
import type { PyModule } from '../values.ts';
import { libraryModules } from './library/library.ts';
import { numpyModule } from './numpy/numpyModule.ts';
import { standardModules } from './standard/standardModules.ts';

/** All modules by their full name. A package makes its submodules when it is made. */
const factories: ReadonlyMap<string, ModuleFactory> = new Map(
  Object.entries({ ...standardModules, ...libraryModules, numpy: numpyModule }),
);

/** Modules that only one of the Pythons has. */
export const pythonOfModule: Readonly<Record<string, 2 | 3>> = {
  builtins: 3,
  dataclasses: 3,
  typing: 3,
  enum: 3,
  statistics: 3,
  __builtin__: 2,
  cPickle: 2,
  StringIO: 2,
  cStringIO: 2,
};

const isOffered = (name: string, python: 2 | 3): boolean =>
  factories.has(name) && (!Object.hasOwn(pythonOfModule, name) || pythonOfModule[name] === python);

/** Imports a module: `sys.modules` first. Raises ModuleNotFoundError (Python 2: ImportError). */
export function findModule(
  name: string,
  modules: Map<string, PyModule>,
  options: InterpreterOptions,
): PyModule {
  const known = modules.get(name);
  if (known) return known;
  const dot = name.lastIndexOf('.');
  if (dot >= 0) {
    const parent = findModule(name.slice(0, dot), modules, options);
    const made = modules.get(name);
    if (made) return made;
    const last = name.slice(dot + 1);
    const attribute = parent.namespace.get(last) ?? parent.missing?.(last);
    if (isModule(attribute)) {
      modules.set(name, attribute);
      return attribute;
    }
    return raiseMissing(name, options.python);
  }
  const factory = factories.get(name);
  if (!factory || !isOffered(name, options.python)) return raiseMissing(name, options.python);
  const module = factory(options);
  modules.set(name, module);
  return module;
}

const isModule = (value: unknown): value is PyModule =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'missing' in value;

function raiseMissing(name: string, python: 2 | 3): never {
  const offered = [...factories.keys()]
    .filter((each) => !each.includes('.') && !each.startsWith('_') && isOffered(each, python))
    .sort();
  const hint = `ScanLens runs without Python and offers: ${offered.join(', ')}`;
  if (python === 2) return raise(exceptionType('ImportError'), `No module named ${name} (${hint})`);
  return raise(exceptionType('ModuleNotFoundError'), `No module named '${name}' (${hint})`);
}
