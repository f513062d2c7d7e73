/** Attributes and subscripts of abstract values, and stores into them. */
import type { Attribute, Expression, Subscript } from '../python/syntax.ts';
import { observeItemStore } from './detectors/onceInStep.ts';
import { noteTakenApart } from './detectors/takenApart.ts';
import { noteItem, observeAttribute } from './detectors/wholeResults.ts';
import { classAttribute, instanceAttribute, storeInstanceAttribute } from './instances.ts';
import { roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { libraryMember, moduleMember } from './moduleScopes.ts';
import {
  addEntry,
  addToUpdates,
  elementOf,
  exactElements,
  joinAll,
  loosen,
  noteContained,
} from './objects.ts';
import { tensorAttribute, tensorItem } from './tensorAttributes.ts';
import { symbolic, unknownTensor } from './tensorRules.ts';
import { type DictEntry, optionsOf, tuple, unknown, type Value } from './values.ts';

/** The value of `value.attribute`. */
export function attributeOf(machine: Machine, value: Value, node: Attribute): Value {
  const name = node.attribute.name;
  if (reflection.has(name)) {
    giveUpScope(machine, node);
    machine.escape(value, { kind: 'unseen', span: node });
  }
  switch (value.kind) {
    case 'library':
      return libraryMember(machine, value.path, name);
    case 'class':
      return classAttribute(machine, value.object, name);
    case 'instance':
      return instanceAttribute(machine, value, { name, node });
    case 'updates':
    case 'container':
    case 'text':
      return { kind: 'method', receiver: value, name };
    case 'tuple':
      observeAttribute(machine, value, node);
      return { kind: 'method', receiver: value, name };
    case 'symbolic':
      return name === 'owner' ? (machine.applies.get(value) ?? unknown) : tensorAttribute(value, name);
    case 'shared':
    case 'array':
      return tensorAttribute(value, name);
    case 'stream':
    case 'generator':
    case 'numpyGenerator':
      return { kind: 'method', receiver: value, name };
    case 'apply':
      return name === 'outputs' ? tuple(value.outputs) : unknown;
    case 'module':
      return moduleMember(machine, value.module, name);
    case 'union':
      return joinAll(
        machine,
        value.options.filter((o) => o.kind !== 'none').map((option) => attributeOf(machine, option, node)),
      );
    default:
      return unknown;
  }
}

/** Ways to reach any variable without its name. */
const reflection: ReadonlySet<string> = new Set([
  '__dict__',
  '__globals__',
  '_getframe',
  'currentframe',
  'f_locals',
]);

/** Gives up every variable that can be seen from here: something may read it without naming it. */
export function giveUpScope(machine: Machine, node: Expression): void {
  for (
    let scope: typeof machine.activation | null = machine.activation;
    scope !== null;
    scope = scope.parent
  ) {
    for (const cell of scope.cells.values()) {
      const value = machine.readCell(cell);
      if (value !== undefined) machine.escape(value, { kind: 'unseen', span: node });
    }
  }
}

/** `np.cast['float32']` is a function that converts. */
function libraryItem(machine: Machine, path: string, node: Subscript, index: Value): Value {
  machine.escape(index, { kind: 'call', span: node });
  if (path !== 'numpy.cast') return unknown;
  const keywords = new Map([['dtype', index]]);
  return { kind: 'partial', callee: { kind: 'library', path: 'numpy.asarray' }, args: [], keywords };
}

/** The value of `value[index]`. */
export function subscriptOf(machine: Machine, value: Value, node: Subscript): Value {
  const index = node.index;
  const indexValue = machine.evaluate(index);
  switch (value.kind) {
    case 'tuple':
      return noteItem(
        value,
        elementAt(machine, value, value.elements, { index: index, value: indexValue }),
        node,
      );
    case 'container':
      return containerItem(machine, value, node, indexValue);
    case 'symbolic':
    case 'shared':
    case 'array':
      return tensorItem(machine, value, index, indexValue);
    case 'library':
      return libraryItem(machine, value.path, node, indexValue);
    case 'updates':
      machine.escape(value, { kind: 'read', span: node });
      return symbolic(unknownTensor, new Set([value.scan]));
    case 'union':
      return joinAll(
        machine,
        value.options
          .filter((option) => option.kind !== 'none')
          .map((option) => itemAgain(machine, option, node, indexValue)),
      );
    default:
      machine.escape(indexValue, { kind: 'call', span: node });
      // Only variables can be indexed by a variable.
      return value.kind === 'unknown' && indexValue.kind === 'symbolic'
        ? { ...symbolic(unknownTensor, indexValue.origins), isOpaque: true }
        : unknown;
  }
}

function itemAgain(machine: Machine, value: Value, node: Subscript, indexValue: Value): Value {
  switch (value.kind) {
    case 'tuple':
      return elementAt(machine, value, value.elements, { index: node.index, value: indexValue });
    case 'container':
      return containerItem(machine, value, node, indexValue);
    case 'symbolic':
    case 'shared':
    case 'array':
      return tensorItem(machine, value, node.index, indexValue);
    case 'updates':
      machine.escape(value, { kind: 'read', span: node });
      return unknown;
    default:
      return unknown;
  }
}

function elementAt(
  machine: Machine,
  whole: Value,
  elements: readonly Value[],
  { index, value: indexValue }: { readonly index: Expression; readonly value: Value },
): Value {
  if (indexValue.kind === 'number' && indexValue.value !== null) {
    return elements.at(indexValue.value) ?? unknown;
  }
  if (index.kind === 'Slice') return sliceOf(machine, whole, elements, index);
  return joinAll(machine, elements);
}

function sliceOf(machine: Machine, whole: Value, elements: readonly Value[], index: Expression): Value {
  if (index.kind !== 'Slice') return unknown;
  const bounds = [index.lower, index.upper].map((bound) => (bound === null ? null : machine.evaluate(bound)));
  const numbers = bounds.map((bound) =>
    bound === null ? undefined : bound.kind === 'number' && bound.value !== null ? bound.value : null,
  );
  const isExact = numbers.every((number) => number !== null) && index.step === null;
  const kept = isExact
    ? elements.slice(numbers[0] ?? 0, numbers[1] ?? elements.length)
    : [joinAll(machine, elements)];
  if (whole.kind === 'tuple') return isExact ? tuple(kept) : unknownAfter(machine, whole, index);
  for (const element of kept) noteContained(machine, element, index);
  return machine.objectAt(index, 'list', { kind: 'list', elements: kept, isExact });
}

function unknownAfter(machine: Machine, value: Value, node: Expression): Value {
  machine.escape(value, { kind: 'read', span: node });
  return unknown;
}

function containerItem(
  machine: Machine,
  value: Value & { kind: 'container' },
  node: Subscript,
  indexValue: Value,
): Value {
  noteTakenApart(machine, value);
  const exact = exactElements(machine, value);
  if (exact !== null) return elementAt(machine, value, exact, { index: node.index, value: indexValue });
  const contents = machine.contentsOf(value.object);
  if (contents.kind === 'list') {
    if (node.index.kind === 'Slice') return unknownAfter(machine, value, node);
    return elementOf(machine, value, node);
  }
  const inside = contents.entries.filter((entry) => canBeKey(entry.key, indexValue));
  const found = joinAll(
    machine,
    inside.flatMap((entry) => (entry.key === null ? [unknown] : [entry.value])),
  );
  for (const entry of inside)
    if (entry.key === null) machine.escape(entry.value, { kind: 'read', span: node });
  return value.object.isDamaged || !contents.isExact ? joinAll(machine, [found, unknown]) : found;
}

function canBeKey(key: Value | null, wanted: Value): boolean {
  if (key?.kind === 'text' && wanted.kind === 'text') return key.text === wanted.text;
  if (key?.kind === 'number' && wanted.kind === 'number' && key.value !== null && wanted.value !== null) {
    return key.value === wanted.value;
  }
  return true;
}

/** `object.attribute = value` and its likes. */
export function storeAttribute(machine: Machine, target: Attribute, value: Value): void {
  const object = machine.evaluate(target.value);
  if (object.kind === 'instance') {
    storeInstanceAttribute(machine, object, { name: target.attribute.name, value, span: target });
    return;
  }
  machine.escape(value, { kind: 'attribute', span: target });
  for (const option of optionsOf(object)) {
    if (option.kind === 'instance') machine.escape(option, { kind: 'attribute', span: target });
    if (option.kind === 'shared' && target.attribute.name === 'default_update')
      option.record.hasDefaultUpdate = value.kind !== 'none';
    if (option.kind !== 'library') continue;
    const path = `${option.path}.${target.attribute.name}`;
    if (roleOf(path)?.role === 'config') machine.floatXSettings.push(value.kind === 'text' ? value.text : '');
    else machine.replaced.add(path);
  }
}

/** `object[index] = value`. */
export function storeSubscript(machine: Machine, target: Subscript, value: Value): void {
  const object = machine.evaluate(target.value);
  const index = machine.evaluate(target.index);
  observeItemStore(machine, target, object, target);
  for (const option of optionsOf(object)) storeItem(machine, target, option, { index, value });
}

function storeItem(
  machine: Machine,
  target: Subscript,
  object: Value,
  item: { readonly index: Value; readonly value: Value },
): void {
  const { start, end } = target;
  const name = machine.file.text.slice(target.index.start, target.index.end);
  const entry: DictEntry = { key: item.index, value: item.value, name, start, end, isCertain: true };
  if (object.kind === 'updates') addToUpdates(machine, object, entry);
  else if (object.kind === 'container' && object.object.variety === 'dict') {
    addEntry(machine, object.object, entry);
  } else if (object.kind === 'container') {
    const contents = machine.contentsOf(object.object);
    noteContained(machine, item.value, target);
    if (contents.kind === 'list') {
      const elements = [...contents.elements, item.value];
      machine.changeContents(object.object, { kind: 'list', elements, isExact: false });
      if (object.object.isDamaged) machine.escape(item.value, { kind: 'container', span: target });
    }
    loosen(machine, object.object);
  } else {
    machine.escape(item.value, { kind: 'container', span: target });
    machine.escape(item.index, { kind: 'container', span: target });
  }
}
