/** Sizes of files and functions. Lines count as written, comments included. */
import { limits } from './rooms.ts';
import { isNode, lineOf, type Node, type SourceFile, walk } from './sources.ts';

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const named = new Set(['MethodDefinition', 'Property', 'PropertyDefinition', 'VariableDeclarator']);

/** A file whose first words are `Table of` holds rows and may be long; its functions may not. */
export function isTable(file: SourceFile): boolean {
  return /^\/\*\*[\s*]*Table of\b/.test(file.text);
}

/** What is too large in a file, one line of text each. */
export function oversized(file: SourceFile): readonly string[] {
  const found: string[] = [];
  if (file.lineCount > limits.fileLines && !isTable(file)) {
    found.push(`${file.path} has ${file.lineCount} lines (at most ${limits.fileLines})`);
  }
  walk(file.tree, (node, parent) => {
    if (functions.has(node.type)) found.push(...oversizedFunction(file, node, parent));
    return undefined;
  });
  return found;
}

function oversizedFunction(file: SourceFile, node: Node, parent: Node | null): readonly string[] {
  const line = lineOf(file, node.start);
  const lines = file.text.slice(node.start, node.end).split('\n').length;
  const place = `${file.path}:${line} ${nameOf(node, parent)}`;
  const found: string[] = [];
  if (lines > limits.functionLines && !isTestGroup(parent)) {
    found.push(`${place} has ${lines} lines (at most ${limits.functionLines})`);
  }
  const count = parameterCount(node);
  if (count > limits.parameters && !isTestOfRows(parent))
    found.push(`${place} has ${count} parameters (at most ${limits.parameters})`);
  return found;
}

/** `describe('…', () => {…})` is a heading, not a function. */
function isTestGroup(parent: Node | null): boolean {
  const callee = parent?.type === 'CallExpression' ? parent['callee'] : null;
  return isNode(callee) && callee['name'] === 'describe';
}

/** `it.each(rows)('…', (…) => …)` has a parameter for each column of its rows. */
function isTestOfRows(parent: Node | null): boolean {
  const rows = parent?.type === 'CallExpression' ? parent['callee'] : null;
  const each = isNode(rows) && rows.type === 'CallExpression' ? rows['callee'] : null;
  return isNode(each) && isNode(each['property']) && each['property']['name'] === 'each';
}

function parameterCount(node: Node): number {
  const parameters = Array.isArray(node['params']) ? node['params'].filter(isNode) : [];
  return parameters.filter((parameter) => parameter['name'] !== 'this').length;
}

function nameOf(node: Node, parent: Node | null): string {
  for (const owner of [node, parent]) {
    if (owner === null || (owner !== node && !named.has(owner.type))) continue;
    const name = owner['id'] ?? owner['key'];
    if (isNode(name) && typeof name['name'] === 'string') return name['name'];
  }
  return 'a function';
}
