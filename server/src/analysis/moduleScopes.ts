/** Modules of the workspace: which one an import means, what running its body leaves, and its members. */
import type { SourceModule } from './analysisContext.ts';
import { roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { type ModuleRecord, none, unknown, type Value } from './values.ts';

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
  const module = known ?? newModule(machine, found);
  if (module !== null) machine.activation.module.imports.add(module);
  return module;
}

function newModule(machine: Machine, { path, file }: SourceModule): ModuleRecord | null {
  if (machine.modules.size > mostModules || !machine.followsModules) return null;
  const module = machine.addModule(path, file);
  machine.atImport(module, () => machine.execute(module.file.module.body));
  return module;
}

/** `module.name`: what its body has bound, something of a star import, or a module of the package. */
export const moduleMember = (machine: Machine, module: ModuleRecord, name: string): Value =>
  memberOf(machine, module, name, new Set()) ?? submodule(machine, module, name) ?? unknown;

/** What the star imports of a module bind to a name; undefined where none of them does. */
export const starMember = (machine: Machine, module: ModuleRecord, name: string): Value | undefined =>
  memberOfStars(machine, module, name, new Set([module]));

/** `seen`: modules can import each other by stars. */
function memberOf(
  machine: Machine,
  module: ModuleRecord,
  name: string,
  seen: Set<ModuleRecord>,
): Value | undefined {
  if (seen.has(module)) return undefined;
  seen.add(module);
  const scope = machine.moduleScope(module);
  const isBound = scope.names.locals.has(name) || scope.names.globals.has(name);
  const bound = isBound ? machine.readCell(machine.cellOf(scope, name)) : undefined;
  return bound ?? memberOfStars(machine, module, name, seen);
}

function memberOfStars(
  machine: Machine,
  module: ModuleRecord,
  name: string,
  seen: Set<ModuleRecord>,
): Value | undefined {
  for (const star of module.starImports.toReversed()) {
    if (star === null) return unknown;
    if (typeof star !== 'string') {
      const member = name.startsWith('_') ? undefined : memberOf(machine, star, name, seen);
      if (member !== undefined) return member;
    } else if (roleOf(`${star}.${name}`) !== null) return libraryMember(machine, star, name);
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
  const names = new Set<string>();
  const seen = new Set<ModuleRecord>();
  const pending = [module];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { locals, globals } = machine.moduleScope(next).names;
    for (const name of [...locals, ...globals]) if (!name.startsWith('_')) names.add(name);
    for (const star of next.starImports) if (star !== null && typeof star !== 'string') pending.push(star);
  }
  return names;
}

/** A member of a known module, unless the program has put something else there. */
export function libraryMember(machine: Machine, path: string, name: string): Value {
  const full = `${path}.${name}`;
  if (machine.replaced.has(full)) return unknown;
  if (path === 'numpy' && Object.hasOwn(numpyConstants, name)) return numpyConstants[name] ?? unknown;
  return { kind: 'library', path: full };
}

const float = (value: number): Value => ({ kind: 'number', variety: 'float', value });
const numpyConstants: Readonly<Record<string, Value>> = {
  pi: float(Math.PI),
  e: float(Math.E),
  inf: float(Infinity),
  nan: float(Number.NaN),
  newaxis: none,
};
