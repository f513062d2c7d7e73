/**
 * What each `return` of a step gives to scan: whether it is made of variables only, and whether scan can take it apart.
 * The grammar is that of Theano 1.0.5, `scan_utils.get_updates_and_outputs`; each answer is yes, no or not known.
 */

import type { Machine } from '../machine.ts';
import type { StepReturnsPythonValue, UnparsableStepReturn } from '../mistakes.ts';
import { exactElements, isIterator } from '../objects.ts';
import { optionsOf, type Value } from '../values.ts';
import { type Answer, any, every } from './answers.ts';

type PythonValue = StepReturnsPythonValue['value'];

export type Shape =
  | { readonly kind: 'unknown' | 'until' | 'dict' }
  | { readonly kind: 'variable'; readonly isShared: boolean }
  | { readonly kind: 'python'; readonly value: PythonValue }
  /** `elements` null: any number of anything. */
  | { readonly kind: 'list'; readonly elements: readonly Shape[] | null };

const unknownShape: Shape = { kind: 'unknown' };
const deepest = 4;

/** The shape of a value that a step returns. */
export function shapeOf(machine: Machine, value: Value, depth = 0): Shape {
  switch (value.kind) {
    case 'symbolic':
      return { kind: 'variable', isShared: false };
    case 'shared':
    case 'generator':
      return { kind: 'variable', isShared: true };
    case 'until':
      return { kind: 'until' };
    case 'updates':
      return value.view === 'mapping' ? { kind: 'dict' } : unknownShape;
    case 'tuple':
    case 'container':
      return depth > deepest ? unknownShape : containerShape(machine, value, depth + 1);
    case 'union':
      return unionShape(value.options.map((option) => shapeOf(machine, option, depth + 1)));
    default: {
      const python = pythonValue(value);
      return python === null ? unknownShape : { kind: 'python', value: python };
    }
  }
}

/** A value that is surely no variable. An array of a dtype that is not known may be a variable that NumPy was given. */
function pythonValue(value: Value): PythonValue | null {
  switch (value.kind) {
    case 'none':
      return 'none';
    case 'text':
      return 'text';
    case 'number':
      return value.value === null ? null : 'number';
    case 'array':
      return value.dtype.float64 === null ? null : 'array';
    default:
      return null;
  }
}

function unionShape(options: readonly Shape[]): Shape {
  const [first = unknownShape] = options;
  const isPlain = first.kind === 'variable' || first.kind === 'dict' || first.kind === 'until';
  if (!isPlain || options.some(({ kind }) => kind !== first.kind)) return unknownShape;
  return options.find((option) => option.kind === 'variable' && option.isShared) ?? first;
}

function containerShape(
  machine: Machine,
  value: Value & { kind: 'tuple' | 'container' },
  depth: number,
): Shape {
  if (value.kind === 'container' && value.object.variety === 'dict') return dictShape(machine, value, depth);
  if (value.kind === 'container' && value.object.variety === 'set') return unknownShape;
  if (isIterator(machine, value)) return unknownShape;
  const elements = exactElements(machine, value);
  return {
    kind: 'list',
    elements: elements?.map((element) => shapeOf(machine, element, depth)) ?? null,
  };
}

/** A dict is a dict whatever it holds, unless that is surely no variable. */
function dictShape(machine: Machine, { object }: Value & { kind: 'container' }, depth: number): Shape {
  const contents = machine.contentsOf(object);
  if (contents.kind !== 'dict' || object.isDamaged) return { kind: 'dict' };
  for (const { key, value, isCertain } of contents.entries) {
    if (key === null || !isCertain) continue;
    const wrong = [key, value].map((part) => firstPython(shapeOf(machine, part, depth)));
    const found = wrong.find((one) => one !== null);
    if (found !== undefined && found !== null) return { kind: 'python', value: found };
  }
  return { kind: 'dict' };
}

/** The first part that is no variable; null where none surely is. */
export function firstPython(shape: Shape): PythonValue | null {
  if (shape.kind === 'python') return shape.value;
  if (shape.kind !== 'list') return null;
  for (const element of shape.elements ?? []) {
    const found = firstPython(element);
    if (found !== null) return found;
  }
  return null;
}

// ------------------------------------------------------------------------------------------------------------- grammar

const isA = (shape: Shape, kind: Shape['kind']): Answer =>
  shape.kind === kind ? 'yes' : shape.kind === 'unknown' ? 'unknown' : 'no';

/** A variable or a list of variables. */
function isOutputs(shape: Shape): Answer {
  if (shape.kind !== 'list') return isA(shape, 'variable');
  return shape.elements === null ? 'unknown' : every(shape.elements.map((one) => isA(one, 'variable')));
}

/** A dict or a list of lists of two. */
function isUpdates(shape: Shape): Answer {
  if (shape.kind !== 'list') return isA(shape, 'dict');
  return shape.elements === null ? 'unknown' : every(shape.elements.map(isPair));
}

function isPair(shape: Shape): Answer {
  if (shape.kind !== 'list') return shape.kind === 'unknown' ? 'unknown' : 'no';
  if (shape.elements === null) return 'unknown';
  return shape.elements.length === 2 ? 'yes' : 'no';
}

/** What scan says to a return value that is made of variables only. */
export function parseReturn(shape: Shape): UnparsableStepReturn['form'] | 'fine' | 'unknown' {
  if (isTwoOutputsBesideTwoPairs(shape)) return 'outputsAsUpdates';
  const whole = any([isOutputs(shape), isUpdates(shape)]);
  if (whole === 'yes') return 'fine';
  if (shape.kind === 'until') return 'untilAlone';
  if (whole === 'unknown' || shape.kind !== 'list' || shape.elements === null) return 'unknown';
  const answer = isAccepted(shape.elements);
  if (answer === 'no') return formOf(shape.elements) ?? 'unknown';
  return answer === 'yes' ? 'fine' : 'unknown';
}

/** `[a, b], [(s, t), (u, v)]` is itself a list of lists of two, and `a` is no shared variable that could be updated. */
function isTwoOutputsBesideTwoPairs(shape: Shape): boolean {
  if (shape.kind !== 'list' || shape.elements?.length !== 2 || isUpdates(shape) !== 'yes') return false;
  const [outputs] = shape.elements;
  const key = outputs?.kind === 'list' ? outputs.elements?.[0] : undefined;
  return key?.kind === 'variable' && !key.isShared;
}

/** `(outputs, updates)`, `(outputs, until)`, `(updates, until)`, `(outputs, updates, until)`. */
function isAccepted(parts: readonly Shape[]): Answer {
  const [first = unknownShape, second = unknownShape, third = unknownShape] = parts;
  if (parts.length === 2) {
    const condition = isA(second, 'until');
    return any([
      every([isOutputs(first), any([isUpdates(second), condition])]),
      every([isUpdates(first), condition]),
    ]);
  }
  if (parts.length !== 3) return 'no';
  return every([isOutputs(first), isUpdates(second), isA(third, 'until')]);
}

/** How a refused list is wrong; null for what has no name. */
function formOf(parts: readonly Shape[]): UnparsableStepReturn['form'] | null {
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (before.some(({ kind }) => kind === 'until')) return 'untilNotLast';
  if (last?.kind === 'until') {
    if (before.length === 0) return 'untilAlone';
    return before.length > 1 ? 'flatWithUntil' : 'nestedLists';
  }
  if (parts[0]?.kind === 'dict') return parts.length === 2 && last?.kind === 'dict' ? null : 'updatesFirst';
  if (parts.some(({ kind }) => kind === 'dict')) return 'flatWithUpdates';
  return parts.some(({ kind }) => kind === 'list') ? 'nestedLists' : null;
}

/** The ways in which a step returns, each with its shape. */
export const shapesOf = (machine: Machine, value: Value): readonly Shape[] =>
  optionsOf(value).map((option) => shapeOf(machine, option));
