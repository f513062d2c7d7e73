/** Ways through a syntax tree: the children of a node, all nodes below one, the nodes around an offset. */

import { unreachable } from '../base/assert.ts';
import { touches } from '../base/span.ts';
import type { AnyNode, Module } from './syntax.ts';

type Children = readonly (AnyNode | null)[];

/** The direct children of a node in source order. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const result: AnyNode[] = [];
  for (const child of partsOf(node)) if (child !== null) result.push(child);
  return result;
}

/**
 * Visits a node and everything below it, parents before children, in source order. `visit` returns `false` to pass over
 * what is below a node.
 */
export function walk(node: AnyNode, visit: (node: AnyNode) => unknown): void {
  const pending: AnyNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (visit(next) === false) continue;
    const parts = partsOf(next);
    for (let index = parts.length - 1; index >= 0; index--) {
      const part = parts[index];
      if (part) pending.push(part);
    }
  }
}

/**
 * The nodes around an offset, from the module down to the innermost. A node counts up to and including its end, so a
 * cursor right after a name is still in it; of two neighbours that touch the offset, the one that begins there is taken.
 */
export function nodeAt(module: Module, offset: number): AnyNode[] {
  const path: AnyNode[] = [module];
  for (;;) {
    const children = childrenTouching(path.at(-1)!, offset);
    const next = children.find((child) => offset < child.end) ?? children.at(-1);
    if (!next) return path;
    path.push(next);
  }
}

/** The children of a node that touch an offset. A block has so many statements that they are not looked at one by one. */
function childrenTouching(node: AnyNode, offset: number): readonly AnyNode[] {
  for (const list of listsOf(node)) {
    const touching = touchingIn(list, offset);
    if (touching.length > 0) return touching;
  }
  return childrenOf(node).filter((child) => touches(child, offset));
}

/** Those of `nodes`, which are in source order, that touch an offset. */
function touchingIn(nodes: readonly AnyNode[], offset: number): readonly AnyNode[] {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && nodes[first - 1]!.end >= offset) first--;
  return nodes.slice(first, low);
}

/** The parts of a node of which there can be thousands; none of its other parts touches one of them. */
function listsOf(node: AnyNode): readonly (readonly AnyNode[])[] {
  switch (node.kind) {
    case 'Module':
    case 'FunctionDef':
    case 'ClassDef':
    case 'With':
    case 'ExceptHandler':
    case 'MatchCase':
      return [node.body];
    case 'If':
    case 'For':
    case 'While':
      return [node.body, node.orelse];
    case 'Try':
      return [node.body, node.handlers, node.orelse, node.finalbody];
    case 'List':
    case 'Tuple':
    case 'Set':
      return [node.elements];
    case 'Dict':
    case 'Parameters':
      return [node.items];
    default:
      return [];
  }
}

/** The parts of a node in source order; null where an optional part is absent. */
function partsOf(node: AnyNode): Children {
  switch (node.kind) {
    case 'Name':
    case 'Number':
    case 'String':
    case 'Constant':
    case 'Identifier':
    case 'Pass':
    case 'Break':
    case 'Continue':
    case 'ErrorPattern':
      return [];
    case 'Attribute':
      return [node.value, node.attribute];
    case 'Call':
      return [node.function, ...inSourceOrder(node.args, node.keywords)];
    case 'Subscript':
      return [node.value, node.index];
    case 'ExpressionStatement':
    case 'Return':
    case 'Starred':
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
    case 'Repr':
    case 'MatchValue':
      return [node.value];
    case 'Tuple':
    case 'List':
    case 'Set':
      return node.elements;
    default:
      return partsOfExpression(node);
  }
}

type LeafOrShort =
  | 'Name'
  | 'Number'
  | 'String'
  | 'Constant'
  | 'Identifier'
  | 'Pass'
  | 'Break'
  | 'Continue'
  | 'ErrorPattern'
  | 'Attribute'
  | 'Call'
  | 'Subscript'
  | 'ExpressionStatement'
  | 'Return'
  | 'Starred'
  | 'Await'
  | 'Yield'
  | 'YieldFrom'
  | 'Repr'
  | 'MatchValue'
  | 'Tuple'
  | 'List'
  | 'Set';
type OtherNode = Exclude<AnyNode, { kind: LeafOrShort }>;

function partsOfExpression(node: OtherNode): Children {
  switch (node.kind) {
    case 'BinOp':
      return [node.left, node.right];
    case 'UnaryOp':
      return [node.operand];
    case 'BoolOp':
      return node.values;
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'IfExp':
      return [node.body, node.test, node.orelse];
    case 'NamedExpr':
      return [node.target, node.value];
    case 'Lambda':
      return [node.parameters, node.body];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    case 'Dict':
      return node.items;
    case 'DictItem':
      return [node.key, node.value];
    case 'Keyword':
      return [node.name, node.value];
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return [node.element, ...node.generators];
    case 'DictComp':
      return [node.key, node.value, ...node.generators];
    case 'Comprehension':
      return [node.target, node.iterable, ...node.conditions];
    case 'JoinedStr':
      return node.values;
    case 'FormattedValue':
      return [node.value, node.formatSpec];
    default:
      return partsOfStatement(node);
  }
}

type ExpressionKind =
  | 'BinOp'
  | 'UnaryOp'
  | 'BoolOp'
  | 'Compare'
  | 'IfExp'
  | 'NamedExpr'
  | 'Lambda'
  | 'Slice'
  | 'Dict'
  | 'DictItem'
  | 'Keyword'
  | 'ListComp'
  | 'SetComp'
  | 'GeneratorExp'
  | 'DictComp'
  | 'Comprehension'
  | 'JoinedStr'
  | 'FormattedValue';
type StatementOrPattern = Exclude<OtherNode, { kind: ExpressionKind }>;

function partsOfStatement(node: StatementOrPattern): Children {
  switch (node.kind) {
    case 'Module':
      return node.body;
    case 'Assign':
      return [...node.targets, node.value];
    case 'AugAssign':
      return [node.target, node.value];
    case 'AnnAssign':
      return [node.target, node.annotation, node.value];
    case 'If':
    case 'While':
      return [node.test, ...node.body, ...node.orelse];
    case 'For':
      return [node.target, node.iterable, ...node.body, ...node.orelse];
    case 'With':
      return [...node.items, ...node.body];
    case 'WithItem':
      return [node.context, node.target];
    case 'Try':
      return [...node.body, ...node.handlers, ...node.orelse, ...node.finalbody];
    case 'ExceptHandler':
      return [node.type, node.target, ...node.body];
    case 'Raise':
      return [node.exception, node.message, node.traceback, node.cause];
    case 'Assert':
      return [node.test, node.message];
    case 'Delete':
      return node.targets;
    case 'Print':
      return [node.destination, ...node.values];
    case 'Exec':
      return [node.body, node.globals, node.locals];
    case 'ErrorStatement':
    case 'ErrorExpression':
      return node.children;
    default:
      return partsOfDefinition(node);
  }
}

type StatementKind =
  | 'Module'
  | 'Assign'
  | 'AugAssign'
  | 'AnnAssign'
  | 'If'
  | 'While'
  | 'For'
  | 'With'
  | 'WithItem'
  | 'Try'
  | 'ExceptHandler'
  | 'Raise'
  | 'Assert'
  | 'Delete'
  | 'Print'
  | 'Exec'
  | 'ErrorStatement'
  | 'ErrorExpression';
type DefinitionOrPattern = Exclude<StatementOrPattern, { kind: StatementKind }>;

function partsOfDefinition(node: DefinitionOrPattern): Children {
  switch (node.kind) {
    case 'FunctionDef':
      return [
        ...node.decorators,
        node.name,
        ...node.typeParameters,
        node.parameters,
        node.returns,
        ...node.body,
      ];
    case 'ClassDef':
      return [
        ...node.decorators,
        node.name,
        ...node.typeParameters,
        ...inSourceOrder(node.bases, node.keywords),
        ...node.body,
      ];
    case 'TypeParameter':
      return [node.name, node.bound, node.default];
    case 'Parameters':
      return node.items;
    case 'Parameter':
      return [node.target, node.annotation, node.default];
    case 'TypeAlias':
      return [node.name, ...node.typeParameters, node.value];
    case 'Import':
    case 'Global':
    case 'Nonlocal':
      return node.names;
    case 'ImportFrom':
      return [node.module, ...(node.names === '*' ? [] : node.names)];
    case 'Alias':
      return [node.name, node.asname];
    case 'DottedName':
      return node.parts;
    default:
      return partsOfMatch(node);
  }
}

type MatchNode = Extract<
  AnyNode,
  {
    kind:
      | 'Match'
      | 'MatchCase'
      | 'MatchSequence'
      | 'MatchMapping'
      | 'MatchClass'
      | 'MatchStar'
      | 'MatchAs'
      | 'MatchOr';
  }
>;

function partsOfMatch(node: MatchNode): Children {
  switch (node.kind) {
    case 'Match':
      return [node.subject, ...node.cases];
    case 'MatchCase':
      return [node.pattern, node.guard, ...node.body];
    case 'MatchSequence':
    case 'MatchOr':
      return node.patterns;
    case 'MatchMapping':
      return inSourceOrder(node.keys, node.rest ? [...node.patterns, node.rest] : node.patterns);
    case 'MatchClass':
      return [node.class, ...node.patterns, ...inSourceOrder(node.keywordNames, node.keywordPatterns)];
    case 'MatchStar':
      return [node.name];
    case 'MatchAs':
      return [node.pattern, node.name];
    default:
      return unreachable(node);
  }
}

/** Two lists as one, sorted by where the nodes begin. */
function inSourceOrder(some: readonly AnyNode[], others: readonly AnyNode[]): readonly AnyNode[] {
  if (others.length === 0) return some;
  if (some.length === 0) return others;
  return [...some, ...others].sort((a, b) => a.start - b.start);
}
