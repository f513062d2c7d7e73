/** Names, constants, displays, comprehensions, attributes, subscripts, calls, and types in annotations. */
import { kinds, tokens } from '../nodeKinds.ts';
import type {
  Comprehension,
  ConstantLiteral,
  DictItem,
  Expression,
  Keyword,
  NumberLiteral,
  Slice,
} from '../syntax.ts';
import {
  type Conversion,
  childOfKind,
  childrenOf,
  errorExpression,
  identifierAt,
  nameAt,
  operandsOf,
  sourceOf,
  spanOf,
  tupleOf,
} from './conversion.ts';
import { hoistStar } from './operators.ts';

export function name(c: Conversion, row: number): Expression {
  if (c.nodes.start(row) === c.nodes.end(row))
    return { kind: 'ErrorExpression', ...spanOf(c, row), message: 'expected an expression', children: [] };
  return nameAt(c, row);
}

const constant =
  (value: ConstantLiteral['value']) =>
  (c: Conversion, row: number): Expression => ({
    kind: 'Constant',
    start: c.nodes.start(row),
    end: c.nodes.end(row),
    value,
  });

export const trueConstant = constant(true);
export const falseConstant = constant(false);
export const noneConstant = constant(null);
export const ellipsis = constant('...');

/** Also a lone quote, which is masked as a number. */
export function integer(c: Conversion, row: number): Expression {
  const text = sourceOf(c, row);
  if (text === '"' || text === "'")
    return { kind: 'ErrorExpression', ...spanOf(c, row), message: 'this string has no end', children: [] };
  return numberLiteral(c, row, varietyOfInteger(text), text);
}

function varietyOfInteger(text: string): NumberLiteral['variety'] {
  const last = text.charCodeAt(text.length - 1) | 0x20;
  if (last === 0x6c) return 'long';
  if (last === 0x6a) return 'imaginary';
  return 'int';
}

export function float(c: Conversion, row: number): Expression {
  const text = sourceOf(c, row);
  const isImaginary = (text.charCodeAt(text.length - 1) | 0x20) === 0x6a;
  return numberLiteral(c, row, isImaginary ? 'imaginary' : 'float', text);
}

const numberLiteral = (
  c: Conversion,
  row: number,
  variety: NumberLiteral['variety'],
  text: string,
): NumberLiteral => ({ kind: 'Number', start: c.nodes.start(row), end: c.nodes.end(row), variety, text });

export const list = (c: Conversion, row: number): Expression => ({
  kind: 'List',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  elements: elementsOf(c, row),
});

export const set = (c: Conversion, row: number): Expression => ({
  kind: 'Set',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  elements: elementsOf(c, row),
});

/** In Python 2 the brackets can be masked backticks. */
export function tuple(c: Conversion, row: number): Expression {
  const start = c.nodes.start(row);
  const end = c.nodes.end(row);
  const elements = elementsOf(c, row);
  if (c.text.charCodeAt(start) !== backtick) return tupleOf(elements, start, end);
  return { kind: 'Repr', start, end, value: tupleOf(elements, start + 1, end - 1) };
}

const backtick = 0x60;

/** `(a)` as a target is `a`; with a comma or empty it is a tuple. */
export function tuplePattern(c: Conversion, row: number): Expression {
  const children = childrenOf(c, row);
  const elements = operandsOf(c, row);
  const isSingle = elements.length === 1 && !children.some((child) => c.nodes.kind(child) === tokens[',']);
  return isSingle ? c.expression(elements[0]!) : tuple(c, row);
}

/** Several expressions with commas and no brackets. */
export const expressionList = (c: Conversion, row: number): Expression => tuple(c, row);

const elementsOf = (c: Conversion, row: number): Expression[] => {
  const result: Expression[] = [];
  for (const child of operandsOf(c, row)) result.push(c.expression(child));
  return result;
};

export function dictionary(c: Conversion, row: number): Expression {
  const items = operandsOf(c, row).map((child): DictItem => {
    const [first, second] = operandsOf(c, child);
    const span = spanOf(c, child);
    return c.nodes.kind(child) === kinds.pair
      ? { kind: 'DictItem', ...span, key: c.expression(first!), value: c.expression(second!) }
      : { kind: 'DictItem', ...span, key: null, value: c.expression(first!) };
  });
  return { kind: 'Dict', start: c.nodes.start(row), end: c.nodes.end(row), items };
}

const comprehensionKinds = {
  [kinds.list_comprehension]: 'ListComp',
  [kinds.set_comprehension]: 'SetComp',
  [kinds.generator_expression]: 'GeneratorExp',
} as const;

export function comprehension(c: Conversion, row: number): Expression {
  const [body, ...clauses] = operandsOf(c, row);
  const kind = comprehensionKinds[c.nodes.kind(row) as keyof typeof comprehensionKinds];
  const element = c.expression(body!);
  return { kind, ...spanOf(c, row), element, generators: generators(c, clauses) };
}

export function dictionaryComprehension(c: Conversion, row: number): Expression {
  const [pair, ...clauses] = operandsOf(c, row);
  const [key, value] = operandsOf(c, pair!).map((child) => c.expression(child));
  return {
    kind: 'DictComp',
    ...spanOf(c, row),
    key: key!,
    value: value!,
    generators: generators(c, clauses),
  };
}

function generators(c: Conversion, clauses: readonly number[]): Comprehension[] {
  const result: (Comprehension & { conditions: Expression[]; end: number })[] = [];
  for (const clause of clauses) {
    if (c.nodes.kind(clause) === kinds.for_in_clause) {
      result.push(forClause(c, clause));
      continue;
    }
    const last = result.at(-1);
    if (!last) continue;
    last.conditions.push(c.expression(operandsOf(c, clause)[0]!));
    last.end = c.nodes.end(clause);
  }
  return result;
}

function forClause(c: Conversion, row: number): Comprehension & { conditions: Expression[]; end: number } {
  const children = childrenOf(c, row);
  const inIndex = children.findIndex((child) => c.nodes.kind(child) === tokens.in);
  const [target] = operandsOf(c, row);
  const iterables = children.slice(inIndex + 1).filter((child) => c.nodes.kind(child) !== tokens[',']);
  const first = iterables[0]!;
  const end = c.nodes.end(row);
  const isTuple = iterables.length > 1 || c.nodes.kind(children.at(-1)!) === tokens[','];
  const iterable = isTuple
    ? tupleOf(
        iterables.map((child) => c.expression(child)),
        c.nodes.start(first),
        end,
      )
    : c.expression(first);
  const isAsync = c.nodes.kind(children[0]!) === tokens.async;
  const start = c.nodes.start(row);
  return {
    kind: 'Comprehension',
    start,
    end,
    target: c.expression(target!),
    iterable,
    conditions: [],
    isAsync,
  };
}

export function attribute(c: Conversion, row: number): Expression {
  const value = c.expression(row + 1);
  const attributeRow = c.nodes.after(c.nodes.after(row + 1));
  const identifier = identifierAt(c, attributeRow);
  const end = c.nodes.end(row);
  return hoistStar(value, end, (inner) => ({
    kind: 'Attribute',
    start: inner === value ? c.nodes.start(row) : inner.start,
    end,
    value: inner,
    attribute: identifier,
  }));
}

export function subscript(c: Conversion, row: number): Expression {
  const value = c.expression(row + 1);
  const index = indexOf(c, childrenOf(c, row).slice(1));
  const end = c.nodes.end(row);
  return hoistStar(value, end, (inner) => ({
    kind: 'Subscript',
    start: inner === value ? c.nodes.start(row) : inner.start,
    end,
    value: inner,
    index,
  }));
}

/** The index between the brackets; `rows` are all children from `[` to `]`. */
function indexOf(c: Conversion, rows: readonly number[]): Expression {
  const isIndex = (row: number): boolean => {
    const kind = c.nodes.kind(row);
    return kind !== tokens['['] && kind !== tokens[']'] && kind !== tokens[','];
  };
  const indices = rows.filter(isIndex);
  const elements = indices.map((row) => c.expression(row));
  const hasComma = rows.some((row) => c.nodes.kind(row) === tokens[',']);
  if (!hasComma && elements.length === 1 && elements[0]!.kind !== 'Starred') return elements[0]!;
  const lastRow = rows.filter((row) => c.nodes.kind(row) !== tokens[']']).at(-1)!;
  return tupleOf(elements, elements[0]?.start ?? c.nodes.end(lastRow), c.nodes.end(lastRow));
}

export function slice(c: Conversion, row: number): Slice {
  const parts: (Expression | null)[] = [null, null, null];
  let part = 0;
  for (const child of childrenOf(c, row)) {
    if (c.nodes.kind(child) === tokens[':']) part++;
    else parts[part] = c.expression(child);
  }
  const [lower, upper, step] = parts as [Expression | null, Expression | null, Expression | null];
  return { kind: 'Slice', start: c.nodes.start(row), end: c.nodes.end(row), lower, upper, step };
}

export function call(c: Conversion, row: number): Expression {
  const callee = c.expression(row + 1);
  const argumentsRow = c.nodes.after(row + 1);
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  if (c.nodes.kind(argumentsRow) === kinds.generator_expression) args.push(c.expression(argumentsRow));
  else readArguments(c, argumentsRow, { args, keywords });
  const end = c.nodes.end(row);
  return hoistStar(callee, end, (inner) => ({
    kind: 'Call',
    start: inner === callee ? c.nodes.start(row) : inner.start,
    end,
    function: inner,
    args,
    keywords,
  }));
}

/** Adds what an `argument_list` row holds, in source order. */
export function readArguments(
  c: Conversion,
  row: number,
  into: { readonly args: Expression[]; readonly keywords: Keyword[] },
): void {
  for (const child of operandsOf(c, row)) {
    const kind = c.nodes.kind(child);
    if (kind === kinds.keyword_argument) {
      const [nameRow, value] = operandsOf(c, child);
      into.keywords.push({
        kind: 'Keyword',
        start: c.nodes.start(child),
        end: c.nodes.end(child),
        name: identifierAt(c, nameRow!),
        value: c.expression(value!),
      });
    } else if (kind === kinds.dictionary_splat) {
      const value = c.expression(operandsOf(c, child)[0]!);
      into.keywords.push({ kind: 'Keyword', ...spanOf(c, child), name: null, value });
    } else into.args.push(c.expression(child));
  }
}

export function starred(c: Conversion, row: number): Expression {
  const value = c.expression(operandsOf(c, row)[0]!);
  return { kind: 'Starred', start: c.nodes.start(row), end: c.nodes.end(row), value };
}

/** `((((a))))`: the brackets leave no node; they are passed by a loop. In Python 2 they can be masked backticks. */
export function parenthesized(c: Conversion, row: number): Expression {
  let inner = row;
  while (c.nodes.kind(inner) === kinds.parenthesized_expression && !c.nodes.isBroken(inner)) {
    if (c.text.charCodeAt(c.nodes.start(inner)) === backtick) return backticks(c, inner);
    inner = c.nodes.after(inner + 1);
  }
  return inner === row ? c.expression(operandsOf(c, row)[0] ?? row + 1) : c.expression(inner);
}

const backticks = (c: Conversion, row: number): Expression => ({
  kind: 'Repr',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  value: c.expression(c.nodes.after(row + 1)),
});

// --------------------------------------------------------------------------------------------------------- annotations

export const type = (c: Conversion, row: number): Expression => c.expression(row + 1);

/** `List[int]` in an annotation. */
export function genericType(c: Conversion, row: number): Expression {
  const parameterRow = childOfKind(c, row, kinds.type_parameter);
  const index = indexOf(c, childrenOf(c, parameterRow));
  return { kind: 'Subscript', ...spanOf(c, row), value: nameAt(c, row + 1), index };
}

/** `A | B | C`: the grammar groups it from the right or mixes it with operators, Python groups from the left. */
export function unionType(c: Conversion, row: number): Expression {
  const start = c.nodes.start(row);
  return unionOperands(c, row)
    .map((operand) => c.expression(operand))
    .reduce(
      (left, right): Expression => ({ kind: 'BinOp', start, end: right.end, left, operator: '|', right }),
    );
}

function unionOperands(c: Conversion, row: number): number[] {
  const kind = c.nodes.kind(row);
  if (kind === kinds.type) return unionOperands(c, row + 1);
  const isUnion =
    kind === kinds.union_type ||
    (kind === kinds.binary_operator &&
      !c.nodes.isBroken(row) &&
      c.nodes.kind(c.nodes.after(row + 1)) === tokens['|']);
  return isUnion ? operandsOf(c, row).flatMap((child) => unionOperands(c, child)) : [row];
}

/** `a: b` inside the brackets of an annotation is a slice. */
export function constrainedType(c: Conversion, row: number): Expression {
  const [lower, upper] = operandsOf(c, row).map((child) => c.expression(child));
  return { kind: 'Slice', ...spanOf(c, row), lower: lower!, upper: upper!, step: null };
}

export function memberType(c: Conversion, row: number): Expression {
  const [value, member] = operandsOf(c, row);
  return {
    kind: 'Attribute',
    ...spanOf(c, row),
    value: c.expression(value!),
    attribute: identifierAt(c, member!),
  };
}

/** `as` is no operator: it belongs to `with`, `except` and `case`. */
export function strayAs(c: Conversion, row: number): Expression {
  if (row === c.openAs) return c.expression(operandsOf(c, row)[0]!);
  const children = operandsOf(c, row).map((child) => c.expression(child));
  return errorExpression(c, spanOf(c, row), '"as" does not fit here', children);
}

export const asPatternTarget = (c: Conversion, row: number): Expression => c.expression(row + 1);
