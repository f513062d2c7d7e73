/**
 * Imports: the libraries that are known by path, and modules of the workspace, whose bodies are followed once when they
 * are first imported. Everything else is unknown.
 */
import type { Alias, Import, ImportFrom } from '../python/syntax.ts';
import { isCalmStar, isKnownModule } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { importModule, libraryMember, type ModuleName, memberNames, moduleMember } from './moduleScopes.ts';
import { type ModuleRecord, unknown, type Value } from './values.ts';

/** `import a.b, c as d`. */
export function executeImport(machine: Machine, node: Import): void {
  for (const alias of node.names) {
    const parts = alias.name.parts.map((part) => part.name);
    const path = alias.asname === null ? (parts[0] ?? '') : parts.join('.');
    machine.bindName(alias.asname?.name ?? parts[0] ?? '', moduleValue(machine, path), alias);
  }
}

function moduleValue(machine: Machine, path: string): Value {
  if (isKnownModule(path)) return { kind: 'library', path };
  const module = importModule(machine, { name: path, level: 0 });
  return module === null ? unknown : { kind: 'module', module };
}

/** `from module import names`. */
export function executeImportFrom(machine: Machine, node: ImportFrom): void {
  const name = node.module?.parts.map((part) => part.name).join('.') ?? '';
  const from: ModuleName = { name, level: node.level };
  if (node.names === '*') importStar(machine, from, node);
  else for (const alias of node.names) importName(machine, from, alias);
}

function importName(machine: Machine, from: ModuleName, alias: Alias): void {
  const name = alias.name.parts[0]?.name ?? '';
  machine.bindName(alias.asname?.name ?? name, importedValue(machine, from, name), alias);
}

function importedValue(machine: Machine, from: ModuleName, name: string): Value {
  if (from.level === 0 && isKnownModule(from.name)) return libraryMember(machine, from.name, name);
  const module = importModule(machine, from);
  const member = module === null ? unknown : moduleMember(machine, module, name);
  if (member.kind !== 'unknown') return member;
  const inside = importModule(machine, { ...from, name: from.name === '' ? name : `${from.name}.${name}` });
  return inside === null ? unknown : { kind: 'module', module: inside };
}

function importStar(machine: Machine, from: ModuleName, node: ImportFrom): void {
  const { module: own } = machine.activation;
  const isLibrary = from.level === 0 && isCalmStar(from.name);
  const module = isLibrary ? null : importModule(machine, from);
  own.starImports.push(isLibrary ? from.name : module);
  if (isLibrary) return;
  if (module !== null) rebindMembers(machine, module, node);
  else forgetNames(machine, node);
}

/** Names that are bound here already and that the module has too. */
function rebindMembers(machine: Machine, module: ModuleRecord, node: ImportFrom): void {
  const { locals } = machine.activation.names;
  for (const name of memberNames(machine, module)) {
    if (locals.has(name)) machine.bindName(name, moduleMember(machine, module, name), node);
  }
}

/** It may bind any name, also those that are already bound. */
function forgetNames(machine: Machine, node: ImportFrom): void {
  for (
    let scope: typeof machine.activation | null = machine.activation;
    scope !== null;
    scope = scope.parent
  ) {
    for (const [name, cell] of scope.cells) {
      // What is known of nothing can not be forgotten.
      if (machine.readCell(cell) !== unknown) machine.bindName(name, unknown, node);
    }
  }
}
