/** `import` and `from … import …`. */
import type { Import, ImportFrom } from '../../python/syntax.ts';
import { type Frame, headPlace } from '../callSite.ts';
import { asPythonException, exceptionType, isException, raise, raiseWithDetails } from '../exceptions.ts';
import { importedModule } from '../modules/importing.ts';
import { PyRefusedName } from '../modules/refusedName.ts';
import { packageOf, resolveRelative } from '../packageNames.ts';
import { getAttribute, tryGetAttribute } from '../protocols/attributes.ts';
import { toArray } from '../protocols/iteration.ts';
import { pythonVersion, runtime } from '../runtime.ts';
import type { PyModule, Value } from '../values.ts';
import { type Context, type Execute, normal } from './context.ts';
import { storeName } from './names.ts';

/** Compiles `import a.b, c as d`. */
export function compileImport(node: Import, context: Context): Execute {
  const imports = node.names.map((alias) => {
    const parts = alias.name.parts.map((part) => part.name);
    const bound = alias.asname?.name ?? parts[0]!;
    return {
      place: headPlace(alias),
      parts,
      isWhole: alias.asname !== null,
      store: storeName(bound, context),
    };
  });
  return (frame) => {
    for (const { place, parts, isWhole, store } of imports) {
      frame.at = place;
      const module = importDotted(parts, frame);
      store(frame, isWhole ? module : importTop(parts, frame));
    }
    return normal;
  };
}

/** The module, and the packages around it before it. */
function importDotted(parts: readonly string[], frame: Frame): PyModule {
  const sibling = importSibling(parts, frame);
  if (sibling) return sibling;
  for (let count = 1; count < parts.length; count++) runtime().importModule(parts.slice(0, count).join('.'));
  return runtime().importModule(parts.join('.'));
}

/** What `import a.b` binds: `a`. */
function importTop(parts: readonly string[], frame: Frame): PyModule {
  const [first] = parts;
  return importSibling([first!], frame) ?? runtime().importModule(first!);
}

/** Python 2 looks in the package of the importing code first. */
function importSibling(parts: readonly string[], frame: Frame): PyModule | null {
  const running = runtime();
  if (running.python === 3 || running.workspace === null) return null;
  const own = packageOf(frame.globals);
  if (own === '') return null;
  try {
    running.importModule(`${own}.${parts[0]}`);
  } catch (error) {
    const named = isException(error, 'ImportError') ? asPythonException(error)?.value.args[0] : null;
    if (named === `No module named ${parts[0]}`) return null;
    throw error;
  }
  return running.importModule([own, ...parts].join('.'));
}

/** Compiles `from module import names`. */
export function compileImportFrom(node: ImportFrom, context: Context): Execute {
  const parts = node.module?.parts.map((part) => part.name) ?? [];
  if (node.names === '*') return importAll(node, parts);
  const names = node.names.map((alias) => {
    const name = alias.name.parts[0]!.name;
    return { place: headPlace(alias), name, store: storeName(alias.asname?.name ?? name, context) };
  });
  return (frame) => {
    frame.at = node;
    const module = importSource(node, parts, frame);
    for (const { place, name, store } of names) {
      frame.at = place;
      store(frame, importName(module, name));
    }
    return normal;
  };
}

function importSource(node: ImportFrom, parts: readonly string[], frame: Frame): PyModule {
  if (node.level === 0) return importDotted(parts, frame);
  const running = runtime();
  return running.importModule(resolveRelative(parts.join('.'), node.level, frame.globals, running.python));
}

function importName(module: PyModule, name: string): Value {
  const found = findOrRefuse(module, name);
  if (found !== undefined) return found;
  if (pythonVersion() === 2) return raise(exceptionType('ImportError'), `cannot import name ${name}`);
  const { origin } = module;
  const place = origin === null ? (module.missing ? 'unknown location' : null) : origin.file;
  const circular = ' (most likely due to a circular import)';
  const message = origin?.isPartial
    ? `cannot import name '${name}' from partially initialized module '${module.name}'${circular} (${place})`
    : `cannot import name '${name}' from '${module.name}' (${place ?? 'unknown location'})`;
  return raiseWithDetails(exceptionType('ImportError'), [message], {
    name: module.name,
    path: place,
    name_from: name,
  });
}

/** What ScanLens does not have is refused where the program uses it. */
function findOrRefuse(module: PyModule, name: string): Value | undefined {
  try {
    return findImported(module, name);
  } catch (error) {
    if (module.origin !== null || !isException(error, 'NotSupportedByScanLens')) throw error;
    return new PyRefusedName(String(asPythonException(error)?.value.args[0]));
  }
}

/** An attribute, or else a submodule. */
function findImported(module: PyModule, name: string): Value | undefined {
  const found = tryGetAttribute(module, name);
  if (found !== undefined) return found;
  const submodule = `${module.name}.${name}`;
  const running = runtime();
  if (module.origin?.folders == null) return importedModule(submodule, running);
  try {
    return running.importModule(submodule);
  } catch (error) {
    if (!isException(error, 'ImportError')) throw error;
    const exception = asPythonException(error)?.value;
    const missing = running.python === 2 ? `No module named ${name}` : `No module named '${submodule}'`;
    if (exception?.args[0] === missing) return undefined;
    throw error;
  }
}

function importAll(node: ImportFrom, parts: readonly string[]): Execute {
  return (frame) => {
    frame.at = node;
    const module = importSource(node, parts, frame);
    const target = frame.namespace ?? frame.globals;
    const listed = module.namespace.get('__all__');
    if (listed === undefined) {
      for (const [name, value] of [...module.namespace]) if (!name.startsWith('_')) target.set(name, value);
      return normal;
    }
    for (const name of toArray(listed).map(String)) {
      const value = findImported(module, name);
      if (value !== undefined) target.set(name, value);
      else if (module.origin !== null) getAttribute(module, name);
    }
    return normal;
  };
}
