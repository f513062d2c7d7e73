/** Reads and parses every TypeScript file of the checkout once. Nothing here knows the rules. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

export const root = dirname(dirname(dirname(import.meta.dirname)));

/** A node of the tree: ESTree with types, positions in UTF-16 offsets. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface SourceFile {
  /** From the root of the checkout, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly tree: Node;
}

const patterns = ['{client,server,protocol,scripts,bench,test}/**/*.ts', '*.ts'];

export function readSources(): readonly SourceFile[] {
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  return paths.map((path) => parseSource(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const tree = parseAst(text, { lang: 'ts' }, path) as unknown as Node;
  return { path, text, lineCount: text.trimEnd().split('\n').length, tree };
}

/** The number of the line, from 1, of an offset. */
export function lineOf(file: SourceFile, offset: number): number {
  let line = 1;
  for (let at = file.text.indexOf('\n'); at >= 0 && at < offset; at = file.text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** Calls `visit` for a node and all below it; a visit that answers false goes no deeper. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => undefined | false): void {
  step(node, null, visit);
}

function step(
  node: Node,
  parent: Node | null,
  visit: (node: Node, parent: Node | null) => undefined | false,
): void {
  if (visit(node, parent) === false) return;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) step(item, node, visit);
    } else if (isNode(value)) {
      step(value, node, visit);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}
