/** Evaluates expressions over the lattice of values. Calls are in `calls.ts`. */
import { appendAll } from '../base/appendAll.ts';
import { numberValue } from '../python/literals.ts';
import type {
  BoolOp,
  Comprehension,
  Dict,
  DictComp,
  Expression,
  GeneratorExp,
  IfExp,
  Lambda,
  ListComp,
  Name,
  NumberLiteral,
  SetComp,
  Subscript,
  UnaryOp,
} from '../python/syntax.ts';
import { assign } from './assignment.ts';
import { attributeOf, subscriptOf } from './attributes.ts';
import { bindTarget } from './boundNames.ts';
import { builtinNames } from './builtinTable.ts';
import { evaluateCall } from './calls.ts';
import { decidedTest } from './decidedTest.ts';
import { observeTest } from './detectors/symbolicTests.ts';
import { observeDisplay } from './detectors/updatesMerges.ts';
import { makeFunction } from './functions.ts';
import { giveUp } from './giveUp.ts';
import { markRead } from './heldValues.ts';
import type { Machine } from './machine.ts';
import { starMember } from './moduleScopes.ts';
import { elementOf, exactElements, joinAll, noteContained } from './objects.ts';
import { binary, unary } from './operators.ts';
import { bothDTypes, operatorResult } from './tensorRules.ts';
import { type DictEntry, none, optionsOf, tuple, unknown, unknownNumber, type Value } from './values.ts';

/** The value of an expression. Never throws. */
export function evaluateExpression(machine: Machine, node: Expression): Value {
  switch (node.kind) {
    case 'Name':
      return nameValue(machine, node);
    case 'Constant':
      return node.value === null
        ? none
        : node.value === '...'
          ? unknown
          : { kind: 'number', variety: 'bool', value: node.value ? 1 : 0 };
    case 'Number':
      return literalNumber(node);
    case 'String':
      return node.variety === 'bytes' ? unknown : { kind: 'text', text: node.value };
    case 'Attribute':
      return attributeOf(machine, machine.evaluate(node.value), node);
    case 'Subscript':
      return itemOf(machine, node);
    case 'Call':
      return evaluateCall(machine, node);
    case 'Lambda':
      return makeFunction(machine, node satisfies Lambda);
    case 'BinOp':
      return binary(
        machine,
        node.operator,
        [machine.evaluate(node.left), machine.evaluate(node.right)],
        node,
      );
    case 'UnaryOp':
      return negation(machine, node);
    case 'Compare':
      return compareValue(machine, node);
    case 'BoolOp':
      return boolValue(machine, node);
    case 'IfExp':
      return conditional(machine, node);
    case 'NamedExpr': {
      const value = machine.evaluate(node.value);
      machine.bindName(node.target.name, value, node);
      return value;
    }
    default:
      return evaluateOther(machine, node);
  }
}

function evaluateOther(machine: Machine, node: Expression): Value {
  switch (node.kind) {
    case 'Tuple':
      return sequence(machine, node.elements, node);
    case 'List':
    case 'Set':
      return display(machine, node);
    case 'Dict':
      return dictDisplay(machine, node);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return comprehension(machine, node);
    case 'DictComp':
      return dictComprehension(machine, node);
    case 'Starred':
      return elementOf(machine, machine.evaluate(node.value), node);
    case 'Slice':
      for (const bound of [node.lower, node.upper, node.step]) if (bound !== null) machine.evaluate(bound);
      return unknown;
    case 'Await':
    case 'YieldFrom':
      machine.escape(machine.evaluate(node.value), { kind: 'yielded', span: node });
      return unknown;
    case 'Yield':
      if (node.value !== null) machine.escape(machine.evaluate(node.value), { kind: 'yielded', span: node });
      return unknown;
    case 'JoinedStr':
      for (const part of node.values) {
        if (part.kind === 'String') continue;
        machine.evaluate(part.value);
        if (part.formatSpec !== null) machine.evaluate(part.formatSpec);
      }
      return unknown;
    case 'Repr':
      machine.evaluate(node.value);
      return unknown;
    case 'ErrorExpression':
      giveUp(machine, node);
      return unknown;
    default:
      return unknown;
  }
}

function itemOf(machine: Machine, node: Subscript): Value {
  const item = subscriptOf(machine, machine.evaluate(node.value), node);
  markRead(item);
  return item;
}

// --------------------------------------------------------------------------------------------------------------- names

function nameValue(machine: Machine, node: Name): Value {
  const owner = machine.ownerOf(node.name);
  const value = owner === null ? undefined : machine.readCell(machine.cellOf(owner, node.name));
  machine.visit(node, value ?? null);
  if (value?.kind === 'generator') markRead(value);
  if (owner !== null) {
    if (value !== undefined) return value;
    // A class or module body may still mean the builtin before its own binding; a function raises.
    if (owner.variety !== 'module') return unknown;
  }
  return globalValue(machine, node.name);
}

function globalValue(machine: Machine, name: string): Value {
  const imported = starMember(machine, machine.activation.module, name);
  if (imported !== undefined) return imported;
  return builtinNames.has(name) ? { kind: 'builtin', name } : unknown;
}

function literalNumber(node: NumberLiteral): Value {
  if (node.variety === 'imaginary') return unknown;
  const literal = Number(numberValue(node));
  const variety = node.variety === 'float' ? 'float' : 'int';
  return { kind: 'number', variety, value: Number.isNaN(literal) ? null : literal };
}

// ----------------------------------------------------------------------------------------------------------- operators

function compareValue(machine: Machine, node: Expression & { kind: 'Compare' }): Value {
  const values = [machine.evaluate(node.left), ...node.comparators.map((item) => machine.evaluate(item))];
  const known = comparedNumbers(node, values);
  if (known !== null) return known;
  if (node.operators.some((operator) => isNaming.has(operator))) return unknownNumber('bool');
  const isOrder = node.operators.every((operator) => operator.startsWith('<') || operator.startsWith('>'));
  const symbolic = values.some((value) => value.kind === 'symbolic' || value.kind === 'shared');
  if (symbolic && (!isOrder || values.length !== 2)) return unknown;
  const [left = unknown, right = unknown] = values;
  if (symbolic) return { ...operatorResult('+', left, right), dtype: bothDTypes('bool') };
  // What may be an array compares element by element.
  return values.every(isPlain) ? unknownNumber('bool') : unknown;
}

/** One comparison of two numbers or two texts that are known. */
function comparedNumbers(
  node: Expression & { kind: 'Compare' },
  [left, right]: readonly Value[],
): Value | null {
  const [a, b] = [plainOf(left), plainOf(right)];
  const [operator] = node.operators;
  if (a === null || b === null || operator === undefined || node.operators.length > 1) return null;
  const compare = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
  if (compare === undefined || typeof a !== typeof b) return null;
  return { kind: 'number', variety: 'bool', value: compare(a, b) ? 1 : 0 };
}

const plainOf = (value: Value | undefined): number | string | null =>
  value?.kind === 'number' ? value.value : value?.kind === 'text' ? value.text : null;

const comparisons: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const isNaming: ReadonlySet<string> = new Set(['is', 'is not', 'in', 'not in']);
const isPlain = (value: Value): boolean =>
  value.kind === 'number' || value.kind === 'text' || value.kind === 'none' || value.kind === 'tuple';

function negation(machine: Machine, node: UnaryOp): Value {
  const operand = machine.evaluate(node.operand);
  if (node.operator === 'not') observeTest(machine, node.operand, 'not');
  return unary(node.operator, operand);
}

function boolValue(machine: Machine, node: BoolOp): Value {
  const values: Value[] = [];
  for (const [index, item] of node.values.entries()) {
    if (index === 0) {
      values.push(machine.evaluate(item));
      observeTest(machine, item, node.operator);
    } else {
      const way = machine.branch(() => values.push(machine.evaluate(item)));
      machine.merge([machine.branch(() => {}), way]);
    }
  }
  return joinAll(machine, values);
}

function conditional(machine: Machine, node: IfExp): Value {
  const decided = decidedTest(machine, node.test);
  observeTest(machine, node.test, 'conditional');
  if (decided !== null) return machine.evaluate(decided ? node.body : node.orelse);
  const values: Value[] = [];
  const ways = [node.body, node.orelse].map((side) =>
    machine.branch(() => values.push(machine.evaluate(side))),
  );
  machine.merge(ways);
  return joinAll(machine, values);
}

// ------------------------------------------------------------------------------------------------------------ displays

/** The elements of a display as a tuple; one of unknown length becomes unknown. */
function sequence(machine: Machine, elements: readonly Expression[], node: Expression): Value {
  const values: Value[] = [];
  let isExact = true;
  for (const element of elements) {
    if (element.kind !== 'Starred') values.push(machine.evaluate(element));
    else {
      const spread = machine.evaluate(element.value);
      if (spread.kind === 'tuple') appendAll(values, spread.elements);
      else {
        isExact = false;
        values.push(elementOf(machine, spread, element));
      }
    }
  }
  if (isExact) return tuple(values, node);
  for (const value of values) machine.escape(value, { kind: 'container', span: node });
  return unknown;
}

function display(machine: Machine, node: Expression & { kind: 'List' | 'Set' }): Value {
  const isExact = node.elements.every((element) => element.kind !== 'Starred');
  const elements = node.elements.map((element) => {
    const value = machine.evaluate(element);
    noteContained(machine, value, element);
    return value;
  });
  const variety = node.kind === 'List' ? 'list' : 'set';
  return machine.objectAt(node, variety, { kind: 'list', elements, isExact: isExact && variety === 'list' });
}

function dictDisplay(machine: Machine, node: Dict): Value {
  const entries: DictEntry[] = [];
  for (const item of node.items) {
    const key = item.key === null ? null : machine.evaluate(item.key);
    const value = machine.evaluate(item.value);
    noteContained(machine, value, item);
    const name = item.key === null ? '' : machine.file.text.slice(item.key.start, item.key.end);
    entries.push({ key, value, name, start: item.start, end: item.end, isCertain: true });
  }
  const dict = machine.objectAt(node, 'dict', { kind: 'dict', entries, isExact: true });
  if (entries.some(({ key }) => key === null)) observeDisplay(machine, dict, node);
  return dict;
}

// ------------------------------------------------------------------------------------------------------ comprehensions

function comprehension(machine: Machine, node: ListComp | SetComp | GeneratorExp): Value {
  let element: Value = unknown;
  const turns = generate(machine, node, () => {
    element = machine.evaluate(node.element);
    noteContained(machine, element, node);
  });
  if (node.kind === 'ListComp') leakTargets(machine, node.generators);
  const variety = node.kind === 'SetComp' ? 'set' : 'list';
  // Expressions have no identity that matters: as many as there are turns are the same one again and again.
  const isCounted = node.kind === 'ListComp' && element.kind === 'symbolic' && !machine.outputs.has(element);
  const elements = isCounted ? Array.from({ length: turns }, () => element) : pairsOf(node, element, turns);
  return machine.objectAt(node, variety, {
    kind: 'list',
    elements: elements.length > 0 ? elements : [element],
    isExact: elements.length > 0,
  });
}

/** `(p, …) for p in params`: one pair for each element, as `{p: … for p in params}` has one entry. */
function pairsOf(node: ListComp | SetComp | GeneratorExp, element: Value, turns: number): readonly Value[] {
  if (element.kind !== 'tuple' || node.element.kind !== 'Tuple') return [];
  const [first] = node.element.elements;
  const [key, value, ...rest] = element.elements;
  if (first === undefined || key === undefined || value === undefined || rest.length > 0) return [];
  const keys = isTarget(first, node.generators) ? optionsOf(key) : [];
  // Fewer keys than turns: something comes twice, or is not told apart.
  return keys.length === turns ? keys.map((option) => tuple([option, value], element.source)) : [];
}

function dictComprehension(machine: Machine, node: DictComp): Value {
  let entries: readonly DictEntry[] = [];
  const turns = generate(machine, node, () => {
    const key = machine.evaluate(node.key);
    const value = machine.evaluate(node.value);
    noteContained(machine, value, node);
    const entry = { value, start: node.key.start, end: node.value.end, isCertain: true };
    // `{p: … for p in params}` has every element as a key; any other key is one value that is not known exactly.
    const keys = isTarget(node.key, node.generators) ? optionsOf(key) : [key];
    entries = keys.map((option) => ({ ...entry, key: option, name: keyName(machine, node, option) }));
  });
  const held = entries.map((entry) => ({ ...entry, isCertain: turns > 0 }));
  return machine.objectAt(node, 'dict', { kind: 'dict', entries: held, isExact: turns > 0 });
}

/** True for the name, or one of the names, that the only `for` binds in each turn. */
function isTarget(key: Expression, [generator, ...others]: readonly Comprehension[]): boolean {
  if (key.kind !== 'Name' || generator === undefined || others.length > 0) return false;
  const { target } = generator;
  const names = target.kind === 'Tuple' ? target.elements : [target];
  return names.some((one) => one.kind === 'Name' && one.name === key.name);
}

function keyName(machine: Machine, node: DictComp, key: Value): string {
  const isNamed = key.kind === 'shared' && key.record.name !== '';
  return isNamed ? key.record.name : machine.file.text.slice(node.key.start, node.key.end);
}

/**
 * Runs `body` once for all turns, twice so that a turn sees what another has written. Returns how many turns there are; 0
 * where that is not known.
 */
function generate(
  machine: Machine,
  node: ListComp | SetComp | GeneratorExp | DictComp,
  body: () => void,
): number {
  const outer = machine.activation;
  const locals = new Set<string>();
  for (const generator of node.generators) bindTarget(generator.target, locals);
  const names = { locals, globals: new Set<string>(), nonlocals: new Set<string>() };
  let turns = 0;
  machine.activation = machine.activationAt(node, node, () =>
    machine.newActivation(node, 'comprehension', outer, names),
  );
  for (let turn = 0; turn < 2; turn++) {
    const way = machine.branch(() => {
      for (const generator of node.generators) {
        turns = startGenerator(machine, generator);
      }
      body();
    });
    machine.merge([machine.branch(() => {}), way]);
  }
  machine.activation = outer;
  return node.generators.length === 1 ? turns : 0;
}

function startGenerator(machine: Machine, generator: Comprehension): number {
  const iterable = machine.evaluate(generator.iterable);
  assign(machine, generator.target, elementOf(machine, iterable, generator.iterable));
  for (const condition of generator.conditions) {
    machine.evaluate(condition);
    observeTest(machine, condition, 'if');
  }
  return generator.conditions.length === 0 ? (exactElements(machine, iterable)?.length ?? 0) : 0;
}

/** In Python 2 a list comprehension binds its targets in the scope around it. */
function leakTargets(machine: Machine, generators: readonly Comprehension[]): void {
  if (machine.file.python.major === 3 && machine.file.python.evidence !== null) return;
  const names = new Set<string>();
  for (const generator of generators) bindTarget(generator.target, names);
  for (const name of names) {
    const owner = machine.ownerOf(name);
    if (owner !== machine.activation) continue;
    const cell = machine.cellOf(owner, name);
    const before = machine.readCell(cell);
    if (before !== undefined) machine.write(cell, joinAll(machine, [before, unknown]));
  }
}
