/** The packages Theano, Aesara and PyTensor with all their modules: which names exist is in names/, what they are in nameGroups.ts. */
import type { LibraryName, PerLibrary } from '../../../graph/dialects.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { defineModuleLater, type NativeModule } from '../../nativeModule.ts';
import type { InterpreterOptions, ModuleFactory } from '../../options.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { runtime } from '../../runtime.ts';
import type { PyModule, Value } from '../../values.ts';
import { changeFlags, configOf } from './config.ts';
import { placeExceptions } from './exceptions.ts';
import { createContext } from './libraryContext.ts';
import { createGroups, type GroupName, groupsOf, type Names } from './nameGroups.ts';
import { aesaraNames } from './names/aesaraNames.ts';
import { laterModules, loadedWith } from './names/laterModules.ts';
import type { ModuleNames } from './names/moduleNames.ts';
import { movedNames } from './names/movedNames.ts';
import { pytensorNames } from './names/pytensorNames.ts';
import { theanoNames } from './names/theanoNames.ts';
import { deprecatedNames } from './names/variableNames.ts';

const moduleNames: PerLibrary<ModuleNames> = {
  theano: theanoNames,
  aesara: aesaraNames,
  pytensor: pytensorNames,
};

/** The factories of the three packages. */
export const libraryModules: PerLibrary<ModuleFactory> = {
  theano: (options) => createLibrary('theano', options),
  aesara: (options) => createLibrary('aesara', options),
  pytensor: (options) => createLibrary('pytensor', options),
};

/** Makes a package with its modules, which are registered under their full names. */
function createLibrary(library: LibraryName, options: InterpreterOptions): PyModule {
  const context = createContext(library, options);
  placeExceptions(library);
  const group = createGroups(context);
  const modules = new Map<string, PyModule>();
  for (const path of Object.keys(moduleNames[library])) {
    const name = path === '' ? library : `${library}.${path}`;
    const module = defineModuleLater(name, () => describeModule(context, path, { group, modules }));
    modules.set(path, module);
    runtime().modules.set(name, module);
  }
  for (const [path, module] of modules) {
    const loaded = loadedWith(library, path);
    if (loaded.length > 0)
      module.whenImported = () => loaded.forEach((each) => void becomeAttribute(modules, each));
  }
  return modules.get('')!;
}

function becomeAttribute(modules: ReadonlyMap<string, PyModule>, path: string): void {
  const dot = path.lastIndexOf('.');
  const parent = modules.get(path.slice(0, Math.max(0, dot)))!;
  parent.namespace.set(path.slice(dot + 1), modules.get(path)!);
}

interface Package {
  readonly group: (name: GroupName) => Names;
  /** By their paths below the package. */
  readonly modules: ReadonlyMap<string, PyModule>;
}

function describeModule(context: GraphContext, path: string, { group, modules }: Package): NativeModule {
  const { library } = context.dialect;
  const real = moduleNames[library][path]!();
  const values: Record<string, Value> = {};
  const wanted = groupsOf(path);
  for (const name of real) {
    const home = wanted.find((one) => group(one).has(name));
    if (home !== undefined) values[name] = group(home).get(name)!;
  }
  const name = path === '' ? library : `${library}.${path}`;
  const computed = {
    ...(path === 'tensor' ? deprecated(context, values) : {}),
    ...moved(context, { path, values, modules }),
  };
  const below = submodules(path, modules);
  for (const last of Object.keys(below))
    if (laterModules[library].has(path === '' ? last : `${path}.${last}`)) delete below[last];
  return {
    name,
    values: {
      ...below,
      ...values,
      ...settingValues(context, real),
      ...(path === '' ? packageValues(context) : {}),
    },
    computed,
    refused: [...real],
    ...(name === 'aesara.tensor'
      ? { absentText: (wrong: string) => `module aesara.tensor has no attribute ${wrong}` }
      : {}),
  };
}

/** What lies directly below a module. `pytensor.scan` is a module and a function: the attribute is the function, an import finds the module. */
function submodules(path: string, modules: ReadonlyMap<string, PyModule>): Record<string, PyModule> {
  const found: Record<string, PyModule> = {};
  const start = path === '' ? '' : `${path}.`;
  for (const [each, module] of modules) {
    const last = each.slice(start.length);
    if (each.startsWith(start) && last !== '' && !last.includes('.')) found[last] = module;
  }
  return found;
}

/** Every module of the libraries that imports the settings has the very same. */
function settingValues(context: GraphContext, names: ReadonlySet<string>): Record<string, Value> {
  const values: Record<string, Value> = {};
  if (names.has('config')) values['config'] = configOf(context);
  if (names.has('change_flags')) values['change_flags'] = changeFlags(context);
  return values;
}

const packageValues = (context: GraphContext): Record<string, Value> => ({
  config: configOf(context),
  __version__: context.dialect.version,
});

/** Takes the names that warn out of `values`: they warn at every use. */
function deprecated(context: GraphContext, values: Record<string, Value>): Record<string, () => Value> {
  const computed: Record<string, () => Value> = {};
  for (const [name, message] of deprecatedNames[context.dialect.library]) {
    const value = values[name]!;
    delete values[name];
    computed[name] = () => {
      context.warn('DeprecationWarning', message);
      return value;
    };
  }
  return computed;
}

/** The same for names that are at home in another module. */
function moved(
  context: GraphContext,
  {
    path,
    values,
    modules,
  }: { path: string; values: Record<string, Value>; modules: ReadonlyMap<string, PyModule> },
): Record<string, () => Value> {
  const table = movedNames[context.dialect.library].get(path);
  const computed: Record<string, () => Value> = {};
  if (table === undefined) return computed;
  for (const name of table.names()) {
    const value = values[name];
    delete values[name];
    computed[name] = () => {
      context.warn(table.category, table.message(name));
      return value ?? getAttribute(modules.get(table.home)!, name);
    };
  }
  return computed;
}
