/** The text of the program around a scan: what stands for its arguments there, and the names that its results get. */

import type { Span } from '../../base/span.ts';
import type { ScanKind } from '../../graph/functionGraph.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { AnyNode, Call, Expression } from '../../python/syntax.ts';
import { nodeAt } from '../../python/walk.ts';

/** What the program calls the parts of a scan; null where it has no short name for one. */
export interface WrittenNames {
  readonly sequences: readonly (string | null)[];
  readonly initials: readonly (string | null)[];
  readonly nonSequences: readonly (string | null)[];
  /** What the outputs are assigned to: one name for all, or one each. */
  readonly results: string | readonly (string | null)[] | null;
}

export const noNames: WrittenNames = { sequences: [], initials: [], nonSequences: [], results: null };

/** Longer expressions are no names. */
const longestName = 24;

const foldParameters = ['fn', 'sequences', 'outputs_info', 'non_sequences'];
/** The first parameters of each kind. */
const parameterOrder: Readonly<Record<ScanKind, readonly string[]>> = {
  scan: foldParameters,
  map: ['fn', 'sequences', 'non_sequences'],
  reduce: foldParameters,
  foldl: foldParameters,
  foldr: foldParameters,
};

export function writtenNames(file: ParsedFile, span: Span, kind: ScanKind): WrittenNames {
  const path = nodeAt(file.module, span.start);
  const at = path.findLastIndex(
    (node) => node.kind === 'Call' && node.start === span.start && node.end === span.end,
  );
  if (at < 0) return noNames;
  const node = path[at] as Call;
  const argument = (name: string) =>
    namesIn(argumentOf(node, parameterOrder[kind].indexOf(name), name), file);
  return {
    sequences: argument('sequences'),
    initials: kind === 'map' ? [] : argument('outputs_info'),
    nonSequences: argument('non_sequences'),
    results: resultNames(path, at, file),
  };
}

function argumentOf(node: Call, position: number, name: string): Expression | null {
  const named = node.keywords.find((keyword) => keyword.name?.name === name);
  if (named) return named.value;
  const isPlain = node.args.slice(0, position + 1).every((each) => each.kind !== 'Starred');
  return isPlain ? (node.args[position] ?? null) : null;
}

/** The names in a list of arguments, or that of the only one. */
function namesIn(argument: Expression | null, file: ParsedFile): (string | null)[] {
  if (argument === null) return [];
  if (argument.kind !== 'List' && argument.kind !== 'Tuple') return [nameOf(argument, file)];
  const starred = argument.elements.findIndex((each) => each.kind === 'Starred');
  const certain = starred < 0 ? argument.elements : argument.elements.slice(0, starred);
  return certain.map((each) => nameOf(each, file));
}

/** The variable in `dict(input=x, taps=[…])` or `{'input': x}`, or the expression itself. */
function nameOf(node: Expression, file: ParsedFile): string | null {
  const inside = keyedVariable(node);
  if (inside !== null) return nameOf(inside, file);
  const isName = node.kind === 'Name' || node.kind === 'Attribute' || node.kind === 'Subscript';
  return isName && node.end - node.start <= longestName ? file.text.slice(node.start, node.end) : null;
}

const variableKeys = ['input', 'initial'];

function keyedVariable(node: Expression): Expression | null {
  if (node.kind === 'Call' && node.function.kind === 'Name' && node.function.name === 'dict')
    return node.keywords.find(({ name }) => name !== null && variableKeys.includes(name.name))?.value ?? null;
  if (node.kind !== 'Dict') return null;
  const item = node.items.find(({ key }) => key?.kind === 'String' && variableKeys.includes(key.value));
  return item?.value ?? null;
}

/** `h` of `h, updates = scan(…)`, of `h = scan(…, return_updates=False)` and of `h = scan(…)[0]`. */
function resultNames(path: readonly AnyNode[], at: number, file: ParsedFile): WrittenNames['results'] {
  const node = path[at] as Call;
  const around = path[at - 1];
  const isFirst = around?.kind === 'Subscript' && around.value === node && isZero(around.index);
  const statement = isFirst ? path[at - 2] : around;
  if (statement?.kind !== 'Assign' || statement.value !== (isFirst ? around : node)) return null;
  const [target] = statement.targets;
  if (target === undefined) return null;
  const isWhole =
    isFirst || node.keywords.some(({ name, value }) => name?.name === 'return_updates' && isFalse(value));
  if (isWhole) return targetNames(target, file);
  return target.kind === 'Tuple' || target.kind === 'List'
    ? targetNames(target.elements[0] ?? target, file)
    : null;
}

const isZero = (node: Expression): boolean => node.kind === 'Number' && node.text === '0';

const isFalse = (node: Expression): boolean =>
  (node.kind === 'Constant' && node.value === false) || (node.kind === 'Name' && node.name === 'False');

function targetNames(target: Expression, file: ParsedFile): WrittenNames['results'] {
  return target.kind === 'Tuple' || target.kind === 'List' ? namesIn(target, file) : nameOf(target, file);
}
