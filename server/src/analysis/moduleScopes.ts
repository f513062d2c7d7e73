/** Modules of the workspace: which one an import means, what running its body leaves, and its members. */
import { roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { type ModuleRecord, unknown, type Value } from './values.ts';

/** A module as an import names it. */
export interface ModuleName {
  /** Dotted, without the leading dots. */
  readonly name: string;
  readonly level: number;
}

/** Bounds of what one analysis reads beside its own file. */
const mostModules = 60;
const longestModule = 400_000;

/** The module of the workspace that an import of the present file means, after its body has run; null for any other. */
export function importModule(machine: Machine, { name, level }: ModuleName): ModuleRecord | null {
  const from = machine.activation.module.path ?? machine.context.path;
  if (from === null || (name === '' && level === 0)) return null;
  const found = machine.context.resolveModule({ from, name, level });
  if (found === null || found.file.text.length > longestModule) return null;
  const known = machine.modules.get(found.path);
  if (known !== undefined) return known;
  if (machine.modules.size > mostModules) return null;
  const module = machine.addModule(found.path, found.file);
  machine.atImport(module, () => machine.execute(module.file.module.body));
  return module;
}

/** `module.name`: what its body has bound, something of a star import, or a module of the package. */
export function moduleMember(machine: Machine, module: ModuleRecord, name: string): Value {
  const scope = machine.moduleScope(module);
  const isBound = scope.names.locals.has(name) || scope.names.globals.has(name);
  const bound = isBound ? machine.readCell(machine.cellOf(scope, name)) : undefined;
  return bound ?? starMember(machine, module, name) ?? submodule(machine, module, name) ?? unknown;
}

/** What the star imports of a module bind to a name; undefined where none of them does. */
export function starMember(machine: Machine, module: ModuleRecord, name: string): Value | undefined {
  for (const star of module.starImports.toReversed()) {
    if (star === null) return unknown;
    if (typeof star === 'string') {
      const path = `${star}.${name}`;
      if (roleOf(path) !== null && !machine.replaced.has(path)) return { kind: 'library', path };
    } else if (star !== module && memberNames(machine, star).has(name)) {
      return moduleMember(machine, star, name);
    }
  }
  return undefined;
}

function submodule(machine: Machine, module: ModuleRecord, name: string): Value | undefined {
  if (module.path === null || !/(?:^|[/\\])__init__\.py$/.test(module.path)) return undefined;
  const found = machine.context.resolveModule({ from: module.path, name, level: 1 });
  const known = found === null ? undefined : machine.modules.get(found.path);
  return known === undefined ? undefined : { kind: 'module', module: known };
}

/** The names that `from module import *` binds. */
export function memberNames(machine: Machine, module: ModuleRecord): ReadonlySet<string> {
  const { locals, globals } = machine.moduleScope(module).names;
  const visible = [...locals, ...globals].filter((name) => !name.startsWith('_'));
  const nested = module.starImports.flatMap((star) =>
    star !== null && typeof star !== 'string' && star !== module ? [...memberNames(machine, star)] : [],
  );
  return new Set([...visible, ...nested]);
}
