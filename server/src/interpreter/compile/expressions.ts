/** Expressions to closures. One function per kind of node; the order of evaluation is CPython's. */
import { unreachable } from '../../base/assert.ts';
import { numberValue } from '../../python/literals.ts';
import type * as syntax from '../../python/syntax.ts';
import { isAscii, utf8String } from '../byteTexts.ts';
import type { Frame } from '../callSite.ts';
import { PyDict, PySet } from '../containers.ts';
import { exceptionType, notSupported, raise, raiseTypeError } from '../exceptions.ts';
import { compare, isTrue } from '../protocols/comparison.ts';
import { formatValue } from '../protocols/formatting.ts';
import { getItem } from '../protocols/items.ts';
import { toArray } from '../protocols/iteration.ts';
import { long } from '../protocols/numbers.ts';
import { unary } from '../protocols/operators.ts';
import { convertValue } from '../protocols/strFormat.ts';
import { repr } from '../protocols/text.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { updateDict } from '../types/dictType.ts';
import {
  Ellipsis,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  PyUnicode,
  type Value,
} from '../values.ts';
import { compileComparison, compileOperator, type Test } from './arithmetic.ts';
import { compileAttribute } from './attributeAccess.ts';
import { compileCall } from './callExpression.ts';
import { compileComprehension, compileGeneratorExpression } from './comprehensions.ts';
import { compileCondition } from './conditions.ts';
import type { Context, Evaluate } from './context.ts';
import { loadName, storeName } from './names.ts';
import { compileOperand, read } from './operands.ts';

/** Compiles an expression. */
export function compileExpression(node: syntax.Expression, context: Context): Evaluate {
  const inside = (each: syntax.Expression): Evaluate => context.parts.expression(each, context);
  switch (node.kind) {
    case 'Name':
      return loadName(node.name, node, context);
    case 'Number':
      return constant(literalValue(node, context));
    case 'String':
      if (context.python === 2 && bytesOfLiteral(node, context) === null) {
        return refuse(node, 'a literal with both characters and bytes beyond ASCII');
      }
      return constant(literalValue(node, context));
    case 'Constant':
      return constant(literalValue(node, context));
    case 'JoinedStr':
      return joinedText(node, context);
    case 'BinOp':
      return binaryOperation(node, context);
    case 'UnaryOp':
      return unaryOperation(node, context);
    case 'BoolOp':
      return booleanOperation(node, node.values.map(inside));
    case 'Compare':
      return comparison(node, context);
    case 'Call':
      return compileCall(node, context);
    case 'Attribute':
      return compileAttribute(node, context);
    case 'Subscript':
      return subscript(node, context);
    case 'Slice':
      return slice(node, context);
    case 'IfExp':
      return conditional(compileCondition(node.test, context), inside(node.body), inside(node.orelse));
    case 'Lambda':
      return context.parts.makeFunction(node, context);
    case 'NamedExpr':
      return namedExpression(node, context);
    case 'Tuple':
      return display(node.elements, context, (items) => new PyTuple(items));
    case 'List':
      return display(node.elements, context, (items) => new PyList(items));
    case 'Set':
      return display(node.elements, context, setDisplay(node.elements, context.python), node);
    case 'Dict':
      return dictDisplay(node, context);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return compileComprehension(node, context);
    case 'GeneratorExp':
      return compileGeneratorExpression(node, context);
    case 'Repr':
      return backticks(node, inside(node.value));
    case 'Starred':
      return refuse(node, 'a starred expression here');
    case 'Yield':
    case 'YieldFrom':
      return refuse(node, 'yield inside this expression');
    case 'Await':
      return refuse(node, 'await');
    case 'ErrorExpression':
      return (frame) => {
        frame.at = node;
        return raise(exceptionType('SyntaxError'), node.message);
      };
    default:
      return unreachable(node);
  }
}

function refuse(node: syntax.Expression, what: string): Evaluate {
  return (frame) => {
    frame.at = node;
    return notSupported(what, node);
  };
}

const constant =
  (value: Value): Evaluate =>
  () =>
    value;

/** The value of a literal. */
export function literalValue(
  node: syntax.NumberLiteral | syntax.StringLiteral | syntax.ConstantLiteral,
  context: Context,
): Value {
  if (node.kind === 'Constant') return node.value === '...' ? Ellipsis : node.value;
  if (node.kind === 'String') return textLiteral(node, context);
  const value = numberValue(node);
  if (node.variety === 'float') return new PyFloat(Number(value));
  if (node.variety === 'imaginary') return new PyComplex(0, Number(value));
  return node.variety === 'long' && context.python === 2 ? long(value) : value;
}

const isUnicodeLiteral = (node: syntax.StringLiteral, context: Context): boolean =>
  node.prefix.includes('u') || (context.unicodeLiterals && node.variety === 'str');

/**
 * The byte string of a literal of Python 2: escapes are bytes, other characters beyond ASCII are what they are in UTF-8. null
 * where there are both, because then it is not known which are which.
 */
function bytesOfLiteral(node: syntax.StringLiteral, context: Context): string | null {
  if (isUnicodeLiteral(node, context) || node.variety === 'bytes' || isAscii(node.value)) return node.value;
  const source = context.source.text.slice(node.start, node.end);
  if (isAscii(source)) return node.value;
  return /\\(?:x[89a-f]|[23][0-7]{2})/i.test(source) ? null : utf8String(node.value);
}

function textLiteral(node: syntax.StringLiteral, context: Context): Value {
  if (context.python === 2) {
    if (isUnicodeLiteral(node, context)) return new PyUnicode(node.value);
    return bytesOfLiteral(node, context) ?? node.value;
  }
  if (node.variety === 'str') return node.value;
  return new PyBytes(Uint8Array.from(node.value, (unit) => unit.charCodeAt(0)));
}

function joinedText(node: syntax.JoinedStr, context: Context): Evaluate {
  const parts = node.values.map((part) =>
    part.kind === 'String' ? constant(part.value) : field(part, context),
  );
  return (frame) => {
    let text = '';
    for (const part of parts) text += part(frame) as string;
    return text;
  };
}

function field(node: syntax.FormattedValue, context: Context): Evaluate {
  const evaluate = context.parts.expression(node.value, context);
  const specification = node.formatSpec ? joinedText(node.formatSpec, context) : null;
  const { debugText } = node;
  const conversion = node.conversion ?? (debugText !== null && !specification ? 'r' : null);
  return (frame) => {
    const value = evaluate(frame);
    const spec = specification === null ? '' : (specification(frame) as string);
    frame.at = node.value;
    const converted = conversion === null ? value : convertValue(value, conversion);
    return (debugText ?? '') + formatValue(converted, spec);
  };
}

function binaryOperation(node: syntax.BinOp, context: Context): Evaluate {
  const operator = node.operator === '/' && !context.trueDivision ? 'classic /' : node.operator;
  const left = compileOperand(node.left, context);
  return compileOperator(operator, { node, left, right: node.right }, context);
}

function unaryOperation(node: syntax.UnaryOp, context: Context): Evaluate {
  const { operator } = node;
  if (operator === 'not') return compileCondition(node, context);
  const operand = context.parts.expression(node.operand, context);
  return (frame) => {
    const value = operand(frame);
    frame.at = node;
    return unary(operator, value);
  };
}

function booleanOperation(node: syntax.BoolOp, values: readonly Evaluate[]): Evaluate {
  const stopAt = node.operator === 'or';
  const last = values.at(-1)!;
  const before = values.slice(0, -1);
  return (frame) => {
    for (const evaluate of before) {
      const value = evaluate(frame);
      frame.at = node;
      if (isTrue(value) === stopAt) return value;
    }
    return last(frame);
  };
}

function comparison(node: syntax.Compare, context: Context): Evaluate {
  const { operators, comparators } = node;
  const [operator] = operators;
  const [other] = comparators;
  if (comparators.length === 1 && operator !== undefined && other) {
    const left = compileOperand(node.left, context);
    return compileComparison(operator, { node, left, right: compileOperand(other, context) });
  }
  const first = context.parts.expression(node.left, context);
  const others = comparators.map((each) => context.parts.expression(each, context));
  return (frame) => {
    let left = first(frame);
    let result: Value = true;
    for (const [index, evaluate] of others.entries()) {
      const right = evaluate(frame);
      frame.at = node;
      result = compare(operators[index]!, left, right);
      if (index < others.length - 1 && !isTrue(result)) return result;
      left = right;
    }
    return result;
  };
}

function subscript(node: syntax.Subscript, context: Context): Evaluate {
  if (node.value.kind === 'Subscript') return nestedSubscript(node, node.value, context);
  const { slot: containerSlot, evaluate: target } = compileOperand(node.value, context);
  const { slot: indexSlot, evaluate: index } = compileOperand(node.index, context);
  return (frame) => {
    const container = read(frame, containerSlot, target);
    return itemOf(frame, node, container, read(frame, indexSlot, index));
  };
}

/** `table[row][column]`, without a call for the row. */
function nestedSubscript(node: syntax.Subscript, inner: syntax.Subscript, context: Context): Evaluate {
  const { slot: tableSlot, evaluate: table } = compileOperand(inner.value, context);
  const { slot: rowSlot, evaluate: row } = compileOperand(inner.index, context);
  const { slot: columnSlot, evaluate: column } = compileOperand(node.index, context);
  return (frame) => {
    const rows = read(frame, tableSlot, table);
    const container = itemOf(frame, inner, rows, read(frame, rowSlot, row));
    return itemOf(frame, node, container, read(frame, columnSlot, column));
  };
}

/** `container[key]`; small enough for V8 to inline it. */
function itemOf(frame: Frame, node: syntax.Subscript, container: Value, key: Value): Value {
  if (container instanceof PyList && typeof key === 'number' && container.cls === null) {
    const item = container.items[key];
    if (item !== undefined) return item;
  }
  frame.at = node;
  return getItem(container, key);
}

function slice(node: syntax.Slice, context: Context): Evaluate {
  const part = (each: syntax.Expression | null): Evaluate =>
    each ? context.parts.expression(each, context) : constant(null);
  const [lower, upper, step] = [part(node.lower), part(node.upper), part(node.step)];
  return (frame) => new PySlice(lower(frame), upper(frame), step(frame));
}

function conditional(test: Test, body: Evaluate, orelse: Evaluate): Evaluate {
  return (frame) => (test(frame) ? body(frame) : orelse(frame));
}

function namedExpression(node: syntax.NamedExpr, context: Context): Evaluate {
  const evaluate = context.parts.expression(node.value, context);
  let { scope } = context;
  while (scope.kind === 'comprehension') scope = scope.parent!;
  const store = storeName(node.target.name, { ...context, scope });
  return (frame) => {
    const value = evaluate(frame);
    store(frame, value);
    return value;
  };
}

/** The elements of a display with `*value` among them. */
export function compileElements(
  elements: readonly syntax.Expression[],
  context: Context,
): (frame: Parameters<Evaluate>[0]) => Value[] {
  const parts = elements.map((element) => {
    const isStarred = element.kind === 'Starred';
    const inner = isStarred ? element.value : element;
    return { isStarred, node: element, evaluate: context.parts.expression(inner, context) };
  });
  if (parts.every((part) => !part.isStarred)) {
    const evaluators = parts.map((part) => part.evaluate);
    return (frame) => {
      const items = new Array<Value>(evaluators.length);
      for (let index = 0; index < evaluators.length; index++) items[index] = evaluators[index]!(frame);
      return items;
    };
  }
  return (frame) => {
    const items: Value[] = [];
    for (const part of parts) {
      const value = part.evaluate(frame);
      frame.at = part.node;
      if (part.isStarred) items.push(...starredItems(value));
      else items.push(value);
    }
    return items;
  };
}

function starredItems(value: Value): Value[] {
  const type = typeOf(value);
  const isIterable = (lookupInType(type, '__iter__') ?? lookupInType(type, '__getitem__') ?? null) !== null;
  if (!isIterable) raiseTypeError(`Value after * must be an iterable, not ${type.name}`);
  return toArray(value);
}

/** CPython keeps three constants or more as a frozenset and merges it into the new set: the order shows it. */
function setDisplay(elements: readonly syntax.Expression[], python: 2 | 3): (items: Value[]) => Value {
  if (python === 2 || elements.length < 3 || !elements.every(isConstant)) return (items) => PySet.from(items);
  return (items) => {
    const set = new PySet();
    set.table.merge(PySet.from(items).table);
    return set;
  };
}

function isConstant(node: syntax.Expression): boolean {
  if (node.kind === 'UnaryOp') return node.operator !== 'not' && node.operand.kind === 'Number';
  if (node.kind === 'Tuple') return node.elements.every(isConstant);
  return node.kind === 'Number' || node.kind === 'String' || node.kind === 'Constant';
}

function display(
  elements: readonly syntax.Expression[],
  context: Context,
  make: (items: Value[]) => Value,
  node?: syntax.Expression,
): Evaluate {
  const compiled = compileElements(elements, context);
  return (frame) => {
    const items = compiled(frame);
    if (node) frame.at = node;
    return make(items);
  };
}

function dictDisplay(node: syntax.Dict, context: Context): Evaluate {
  const items = node.items.map((item) => ({
    key: item.key ? context.parts.expression(item.key, context) : null,
    value: context.parts.expression(item.value, context),
    at: item.key ?? item.value,
  }));
  return (frame) => {
    const dict = new PyDict();
    dict.table.presize(items.length);
    for (const { key, value, at } of items) {
      const evaluatedKey = key?.(frame);
      const evaluatedValue = value(frame);
      frame.at = at;
      if (evaluatedKey === undefined) unpackMapping(dict, evaluatedValue);
      else dict.table.set(evaluatedKey, evaluatedValue);
    }
    return dict;
  };
}

function unpackMapping(dict: PyDict, value: Value): void {
  if (lookupInType(typeOf(value), 'keys') === undefined) {
    raiseTypeError(`'${typeOf(value).name}' object is not a mapping`);
  }
  updateDict(dict, value, null);
}

function backticks(node: syntax.Repr, evaluate: Evaluate): Evaluate {
  return (frame) => {
    const value = evaluate(frame);
    frame.at = node;
    return repr(value);
  };
}
