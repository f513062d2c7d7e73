/** `import` and `from … import …`. */
import type { Import, ImportFrom } from '../../python/syntax.ts';
import { exceptionType, raise } from '../exceptions.ts';
import { tryGetAttribute } from '../protocols/attributes.ts';
import { toArray } from '../protocols/iteration.ts';
import { runtime } from '../runtime.ts';
import type { PyModule, Value } from '../values.ts';
import { type Context, type Execute, normal } from './context.ts';
import { storeName } from './names.ts';

/** Compiles `import a.b, c as d`. */
export function compileImport(node: Import, context: Context): Execute {
  const imports = node.names.map((alias) => {
    const parts = alias.name.parts.map((part) => part.name);
    const bound = alias.asname?.name ?? parts[0]!;
    return { alias, parts, isWhole: alias.asname !== null, store: storeName(bound, context) };
  });
  return (frame) => {
    for (const { alias, parts, isWhole, store } of imports) {
      frame.at = alias;
      const module = importDotted(parts);
      store(frame, isWhole ? module : runtime().importModule(parts[0]!));
    }
    return normal;
  };
}

function importDotted(parts: readonly string[]): PyModule {
  let module = runtime().importModule(parts[0]!);
  for (let count = 2; count <= parts.length; count++) {
    module = runtime().importModule(parts.slice(0, count).join('.'));
  }
  return module;
}

/** Compiles `from module import names`. */
export function compileImportFrom(node: ImportFrom, context: Context): Execute {
  const parts = node.module?.parts.map((part) => part.name) ?? [];
  if (node.names === '*') return importAll(node, parts);
  const names = node.names.map((alias) => {
    const name = alias.name.parts[0]!.name;
    return { alias, name, store: storeName(alias.asname?.name ?? name, context) };
  });
  return (frame) => {
    frame.at = node;
    const module = importRelative(node, parts);
    for (const { alias, name, store } of names) {
      frame.at = alias;
      store(frame, importName(module, name, context));
    }
    return normal;
  };
}

function importRelative(node: ImportFrom, parts: readonly string[]): PyModule {
  if (node.level > 0) {
    raise(exceptionType('ImportError'), 'attempted relative import with no known parent package');
  }
  return importDotted(parts);
}

function importName(module: PyModule, name: string, context: Context): Value {
  const found = tryGetAttribute(module, name);
  if (found !== undefined) return found;
  const submodule = `${module.name}.${name}`;
  const loaded = runtime().modules.get(submodule);
  if (loaded) return loaded;
  return raise(
    exceptionType('ImportError'),
    context.python === 2
      ? `cannot import name ${name}`
      : `cannot import name '${name}' from '${module.name}' (unknown location)`,
  );
}

function importAll(node: ImportFrom, parts: readonly string[]): Execute {
  return (frame) => {
    frame.at = node;
    const module = importRelative(node, parts);
    const listed = module.namespace.get('__all__');
    const names =
      listed === undefined
        ? [...module.namespace.keys()].filter((name) => !name.startsWith('_'))
        : toArray(listed).map(String);
    for (const name of names) {
      const value = tryGetAttribute(module, name);
      if (value !== undefined) (frame.namespace ?? frame.globals).set(name, value);
    }
    return normal;
  };
}
