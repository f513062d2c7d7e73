/** Comparisons with the name of a library, where a row of the table of dialects has to say what differs. */
import { isNode, lineOf, type Node, type SourceFile, walk } from './sources.ts';

/** Where programs run; the static half knows libraries by the names that programs write. */
const dynamicHalf = /^server\/src\/(?:graph|compile|interpreter|session)\//;
const tables = /^server\/src\/graph\/dialects/;

const names = new Set<unknown>(['theano', 'aesara', 'pytensor']);
const comparisons = new Set<unknown>(['===', '!==', '==', '!=']);

const isName = (node: unknown): boolean =>
  isNode(node) && node.type === 'Literal' && names.has(node['value']);

function compares(node: Node): boolean {
  if (node.type === 'SwitchCase') return isName(node['test']);
  if (node.type !== 'BinaryExpression' || !comparisons.has(node['operator'])) return false;
  return isName(node['left']) || isName(node['right']);
}

export function libraryComparisons(file: SourceFile): readonly string[] {
  if (!dynamicHalf.test(file.path) || tables.test(file.path)) return [];
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (compares(node)) found.push(`${file.path}:${lineOf(file, node.start)}`);
    return undefined;
  });
  return found;
}
