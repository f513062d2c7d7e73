/** Parameters of functions and lambdas, and type parameters. */
import { kinds, tokens } from '../nodeKinds.ts';
import type { Expression, Identifier, Parameter, Parameters, Tuple, TypeParameter } from '../syntax.ts';
import {
  addProblem,
  type Conversion,
  childOfKind,
  childrenOf,
  identifierAt,
  operandsOf,
  spanOf,
  tupleOf,
} from './conversion.ts';

export const noParameters = (offset: number): Parameters => ({
  kind: 'Parameters',
  start: offset,
  end: offset,
  items: [],
});

/** The parameters of a `parameters` or `lambda_parameters` row. */
export function parameters(c: Conversion, row: number): Parameters {
  let items: Parameter[] = [];
  let variety: Parameter['variety'] = 'positional';
  for (const child of operandsOf(c, row)) {
    const kind = c.nodes.kind(child);
    if (kind === kinds.positional_separator) {
      items = items.map((item) => ({ ...item, variety: 'positionalOnly' as const }));
      continue;
    }
    if (kind === kinds.keyword_separator) {
      variety = 'keywordOnly';
      continue;
    }
    const item = parameter(c, child, variety);
    items.push(item);
    if (item.variety === 'varArgs') variety = 'keywordOnly';
  }
  return { kind: 'Parameters', start: c.nodes.start(row), end: c.nodes.end(row), items };
}

function parameter(c: Conversion, row: number, variety: Parameter['variety']): Parameter {
  const kind = c.nodes.kind(row);
  const children = operandsOf(c, row);
  if (kind === kinds.default_parameter) {
    const [name, value] = children;
    return makeParameter(c, row, variety, { target: name!, value: value! });
  }
  if (kind === kinds.typed_default_parameter) {
    const [name, type, value] = children;
    return makeParameter(c, row, variety, { target: name!, type: type!, value: value! });
  }
  if (kind === kinds.typed_parameter) {
    const [inner, type] = children;
    return { ...parameter(c, inner!, variety), ...spanOf(c, row), annotation: c.expression(type!) };
  }
  if (kind === kinds.list_splat_pattern) return makeParameter(c, row, 'varArgs', { target: children[0]! });
  if (kind === kinds.dictionary_splat_pattern)
    return makeParameter(c, row, 'kwArgs', { target: children[0]! });
  return makeParameter(c, row, variety, { target: row });
}

interface ParameterRows {
  readonly target: number;
  readonly type?: number;
  readonly value?: number;
}

const makeParameter = (
  c: Conversion,
  row: number,
  variety: Parameter['variety'],
  rows: ParameterRows,
): Parameter => ({
  kind: 'Parameter',
  start: c.nodes.start(row),
  end: c.nodes.end(row),
  variety,
  target: parameterTarget(c, rows.target),
  annotation: rows.type === undefined ? null : c.expression(rows.type),
  default: rows.value === undefined ? null : c.expression(rows.value),
});

/** A name, or a tuple of names in Python 2; `(a)` is the name. */
function parameterTarget(c: Conversion, row: number): Identifier | Tuple {
  if (c.nodes.kind(row) !== kinds.tuple_pattern) return identifierAt(c, row);
  if (c.python === 3) addProblem(c, spanOf(c, row), 'a tuple as parameter is Python 2 only');
  const elements = childrenOf(c, row);
  const names = operandsOf(c, row);
  const isTuple = names.length !== 1 || elements.some((child) => c.nodes.kind(child) === tokens[',']);
  if (!isTuple) return parameterTarget(c, names[0]!);
  return tupleOf(
    names.map((name) => c.expression(name)),
    c.nodes.start(row),
    c.nodes.end(row),
  );
}

/** The type parameters of a `type_parameter` row (`[T, *Ts, **P]`). */
export const typeParameters = (c: Conversion, row: number): TypeParameter[] =>
  operandsOf(c, row).map((child) => typeParameter(c, child));

/** A `type` row stands for a parameter here: a name, `name: bound`, `*name` or `**name`. */
function typeParameter(c: Conversion, typeRow: number): TypeParameter {
  const row = c.nodes.kind(typeRow) === kinds.type ? typeRow + 1 : typeRow;
  const kind = c.nodes.kind(row);
  let variety: TypeParameter['variety'] = 'TypeVar';
  let nameRow = row;
  if (kind === kinds.constrained_type) return constrainedParameter(c, typeRow, row);
  if (kind === kinds.splat_type) {
    variety = c.nodes.kind(row + 1) === tokens['**'] ? 'ParamSpec' : 'TypeVarTuple';
    nameRow = childOfKind(c, row, kinds.identifier);
  } else if (kind === kinds.list_splat || kind === kinds.dictionary_splat) {
    variety = kind === kinds.list_splat ? 'TypeVarTuple' : 'ParamSpec';
    nameRow = operandsOf(c, row)[0]!;
  }
  return {
    kind: 'TypeParameter',
    start: c.nodes.start(typeRow),
    end: c.nodes.end(typeRow),
    name: identifierAt(c, nameRow),
    variety,
    bound: null,
    default: null,
  };
}

/** `T: bound` and, with a masked `=`, `T = default` or `T: bound = default`. */
function constrainedParameter(c: Conversion, typeRow: number, row: number): TypeParameter {
  const [nameRow, restRow] = operandsOf(c, row);
  const parameter = typeParameter(c, nameRow!);
  const span = spanOf(c, typeRow);
  const hasDefault = (from: number): boolean => {
    const mark = childOfKind(c, from, tokens[':']);
    return mark >= 0 && c.text[c.nodes.start(mark)] === '=';
  };
  if (hasDefault(row)) return { ...parameter, ...span, default: defaultOf(c, restRow!) };
  const inner = innermostType(c, restRow!);
  if (c.nodes.kind(inner) !== kinds.constrained_type || !hasDefault(inner))
    return { ...parameter, ...span, bound: c.expression(restRow!) };
  const [bound, value] = operandsOf(c, inner);
  return { ...parameter, ...span, bound: c.expression(bound!), default: defaultOf(c, value!) };
}

/** The default of `*Ts` can have a star, which is masked. */
function defaultOf(c: Conversion, row: number): Expression {
  const value = c.expression(row);
  const before = c.text.slice(0, value.start).trimEnd();
  if (!before.endsWith('*')) return value;
  return { kind: 'Starred', start: before.length - 1, end: value.end, value };
}

const innermostType = (c: Conversion, row: number): number =>
  c.nodes.kind(row) === kinds.type ? row + 1 : row;
