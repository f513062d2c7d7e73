/** The imports of all files as edges, and what the room table says about them. */
import { join } from 'node:path/posix';
import { extraImports, packagePlaces, type Room, rooms } from './rooms.ts';
import { isNode, lineOf, type Node, type SourceFile, walk } from './sources.ts';

export interface Import {
  readonly from: SourceFile;
  readonly line: number;
  /** As written. */
  readonly specifier: string;
  /** Path from the root of the checkout; null for a package. */
  readonly path: string | null;
  readonly isTypeOnly: boolean;
}

const declarations = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']);
const expressions = new Set(['ImportExpression', 'TSImportType']);

/** Every import and re-export of a file, also of types and inside expressions. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = [];
  // Almost all imports are statements at the top level; only files that say `import(` need a walk through everything.
  const isDeep = file.text.includes('import(');
  walk(file.tree, (node) => {
    if (declarations.has(node.type) || expressions.has(node.type)) {
      const specifier = isNode(node['source']) ? node['source']['value'] : null;
      if (typeof specifier === 'string') found.push(makeImport(file, node, specifier));
    }
    return isDeep || node.type === 'Program' ? undefined : false;
  });
  return found;
}

function makeImport(from: SourceFile, node: Node, specifier: string): Import {
  const path = specifier.startsWith('.') ? join(from.path, '..', specifier) : null;
  return { from, line: lineOf(from, node.start), specifier, path, isTypeOnly: isTypeOnly(node) };
}

/** True when nothing of the import is left at run time. */
function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type')
    return true;
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : [];
  if (specifiers.length === 0) return false;
  return specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type');
}

/** What is wrong with an import in a room, or null. */
export function offence(edge: Import): string | null {
  const room = roomOf(edge.from.path);
  if (room === null) return null;
  const reason = edge.path === null ? packageOffence(edge) : fileOffence(edge, room, edge.path);
  return reason === null ? null : `${edge.from.path}:${edge.line} imports ${edge.specifier}: ${reason}`;
}

function packageOffence({ specifier, from }: Import): string | null {
  const name = specifier.startsWith('node:') ? 'node:' : packageName(specifier);
  const places = packagePlaces[name];
  if (places === undefined) return 'no room may import this package';
  return places.some((place) => from.path.startsWith(place)) ? null : `only allowed in ${places.join(', ')}`;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function fileOffence(edge: Import, room: Room, path: string): string | null {
  const target = roomOf(path);
  if (target === null) return 'it is in no room';
  if (target === room) return null;
  if (extraImports.some(({ from, to }) => edge.from.path.startsWith(from) && path === to)) return null;
  if (!room.imports.includes(target.name)) return `${room.name} may not import ${target.name}`;
  return null;
}

export function roomOf(path: string): Room | null {
  return rooms.find((room) => path.startsWith(room.folder)) ?? null;
}

/** Groups of files that import each other in a circle, types included; Tarjan's strongly connected components. */
export function cycles(edges: readonly Import[]): readonly (readonly string[])[] {
  const targets = targetsOf(edges);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.size - 1);
    stack.push(path);
    for (const target of targets.get(path) ?? []) {
      if (!index.has(target)) visit(target);
      else if (!stack.includes(target)) continue;
      low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1) found.push(group.toSorted());
  };
  for (const path of targets.keys()) if (!index.has(path)) visit(path);
  return found;
}

/** The imported files of each file, types included. */
function targetsOf(edges: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, path } of edges) {
    const known = targets.get(from.path) ?? [];
    targets.set(from.path, path === null ? known : [...known, path]);
  }
  return targets;
}

/** Every package that the files of a room need at run time, also through other rooms. */
export function packagesAtRunTime(folder: string, edges: readonly Import[]): ReadonlySet<string> {
  const running = edges.filter((edge) => !edge.isTypeOnly);
  const reached = new Set(running.map((edge) => edge.from.path).filter((path) => path.startsWith(folder)));
  const packages = new Set<string>();
  for (const file of reached) {
    for (const { from, path, specifier } of running) {
      if (from.path !== file) continue;
      // A set takes in what is added while it is walked.
      if (path === null) packages.add(packageName(specifier));
      else reached.add(path);
    }
  }
  return packages;
}
