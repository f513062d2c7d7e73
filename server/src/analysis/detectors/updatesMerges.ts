/**
 * Catalogue numbers 31 and 32: merges of updates that the library's release refuses, and merges in which one variable has
 * two updates. Theano's and Aesara's `OrderedUpdates` raises where dicts lose the first.
 */
import type { Span } from '../../base/span.ts';
import type { AugAssign, BinaryOperator, Call, Expression } from '../../python/syntax.ts';
import { has } from '../libraryVersions.ts';
import { type Machine, runsRepeatedly } from '../machine.ts';
import type { CollidingUpdates } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import type { Library } from '../terms.ts';
import type { HeapObject, ScanRecord, UpdatesValue, Value } from '../values.ts';
import { calledName, spanOf, tell, textOf } from './observing.ts';
import { type Updated, UpdatedParts } from './updatedParts.ts';

// ------------------------------------------------------------------------------------------------------------ operators

/** `left + right` or `left | right`, of which one side holds updates of a scan. `sources`: where the sides are written. */
export function observeMerge(
  machine: Machine,
  operator: BinaryOperator,
  [left, right]: readonly [Value, Value],
  node: { readonly span: Span; readonly sources: readonly (Expression | null)[] },
): void {
  const scan = scanOf(left) ?? scanOf(right);
  if (scan === null) return;
  const span = spanOf(node.span);
  const form = operator === '+' ? refusedPlus(machine, left, right, scan) : null;
  if (form !== null) {
    const operands = node.sources.map((source, index) => {
      const text = source === null ? '' : textOf(machine, source);
      return form === 'plus' && node.sources.length > 1 && isPairs(index === 0 ? left : right)
        ? `dict(${text})`
        : text;
    });
    tell(machine, scan.library, { kind: 'merge-not-supported-by-version', span, form, operands });
    return;
  }
  if (operator === '+') machine.observe('merge-not-supported-by-version', span, 'fine');
  if (operator !== '+' && operator !== '|') return;
  const effect = operator === '+' ? 'raises' : 'firstIsLost';
  observeCollision(machine, [left, right], { span, effect, library: scan.library });
}

const scanOf = (value: Value): ScanRecord | null => (value.kind === 'updates' ? value.scan : null);

function refusedPlus(
  machine: Machine,
  left: Value,
  right: Value,
  scan: ScanRecord,
): 'plus' | 'itemsPlus' | null {
  const views = [left, right].map((value) => (value.kind === 'updates' ? value.view : null));
  if (views.includes('items'))
    return isPython3(machine, scan.library) && isKnown(left, right) ? 'itemsPlus' : null;
  return has(scan.version, 'plainUpdates') && isKnown(left, right) ? 'plus' : null;
}

/** Something not known may know how to add itself to a dict. */
const isKnown = (...sides: readonly Value[]): boolean =>
  sides.every(({ kind }) => kind === 'updates' || kind === 'container' || kind === 'tuple');

/** `**` takes mappings only. */
const isPairs = (value: Value): boolean =>
  value.kind === 'tuple' || (value.kind === 'container' && value.object.variety !== 'dict');

function isPython3(machine: Machine, library: Library): boolean {
  const { major, evidence } = machine.file.python;
  return library !== 'theano' || (major === 3 && evidence !== null);
}

// ------------------------------------------------------------------------------------------------------------ keys only

interface KeysOnly {
  readonly span: Span;
  readonly operand: string;
  readonly library: Library;
}

const keysOnly = new WeakMap<HeapObject, KeysOnly[]>();

/** `pairs.extend(updates)` and `pairs += updates` add the keys alone. */
export function noteExtended(
  machine: Machine,
  object: HeapObject,
  value: UpdatesValue,
  node: Call | AugAssign | Span,
): void {
  if (value.view !== 'mapping' || machine.activation.module !== machine.main || !('kind' in node)) return;
  const operand = node.kind === 'Call' ? node.args[0] : node.value;
  const known = keysOnly.get(object) ?? [];
  if (known.some(({ span }) => span.start === node.start)) return;
  const text = operand === undefined ? '' : textOf(machine, operand);
  keysOnly.set(object, [...known, { span: spanOf(node), operand: text, library: value.scan.library }]);
}

/** Where such a list reaches `updates=`. */
export function tellKeysOnly(machine: Machine, updates: Value): void {
  if (updates.kind !== 'container') return;
  for (const { span, operand, library } of keysOnly.get(updates.object) ?? [])
    tell(machine, library, {
      kind: 'merge-not-supported-by-version',
      span,
      form: 'keysOnly',
      operands: [operand],
    });
}

// ----------------------------------------------------------------------------------------------------------- collisions

interface Merge {
  readonly span: Span;
  readonly effect: CollidingUpdates['effect'];
  readonly library: Library;
}

/** `first` and then `second` are put together. */
export function observeCollision(
  machine: Machine,
  [first, second]: readonly [Value, Value],
  merge: Merge,
): void {
  tellCollision(machine, updatedIn(machine, first), updatedIn(machine, second), merge);
}

/** `object.update(second)`: a dict loses the first, `OrderedUpdates` raises. */
export function observeUpdate(machine: Machine, object: Value, second: Value, span: Span): void {
  const scan = scanOf(second);
  if (scan === null) return;
  const isOrdered = isOrderedUpdates(object) && !has(scan.version, 'plainUpdates');
  const merge: Merge = { span, effect: isOrdered ? 'raises' : 'firstIsLost', library: scan.library };
  observeCollision(machine, [object, second], merge);
}

function isOrderedUpdates(value: Value): boolean {
  if (value.kind === 'updates') return true;
  const source = value.kind === 'container' ? (value.object.source as Expression) : null;
  return source?.kind === 'Call' && calledName(source.function) === 'OrderedUpdates';
}

/** `{**first, **second}`: each mapping against what comes before it. */
export function observeDisplay(machine: Machine, value: Value, span: Span): void {
  if (value.kind !== 'container') return;
  const contents = machine.contentsOf(value.object);
  const before = new UpdatedParts(machine);
  for (const entry of contents.kind === 'dict' ? contents.entries : []) {
    if (entry.key === null && entry.value.kind === 'updates') {
      const merge: Merge = { span, effect: 'firstIsLost', library: entry.value.scan.library };
      tellCollision(machine, before.found, updatedIn(machine, entry.value), merge);
    }
    before.addEntry(entry);
  }
}

/** A list of pairs as `updates=`: the library refuses a variable that comes twice. */
export function observePairs(machine: Machine, updates: Value, at: Omit<Merge, 'effect'>): void {
  const elements = exactElements(machine, updates);
  if (elements === null) return;
  const before = new UpdatedParts(machine);
  for (const element of elements) {
    // A whole dict among the pairs is refused for itself.
    if (isMapping(element)) continue;
    const part = new UpdatedParts(machine);
    part.addPair(element);
    tellCollision(machine, before.found, part.found, { ...at, effect: 'raises' });
    before.addPair(element);
  }
}

const isMapping = (value: Value): boolean => value.kind === 'updates' && value.view === 'mapping';

/** Tells the first variable that both surely update. In a loop one place may stand for many variables. */
function tellCollision(
  machine: Machine,
  first: readonly Updated[],
  second: readonly Updated[],
  { span, effect, library }: Merge,
): void {
  if (runsRepeatedly(machine)) return;
  for (const later of second) {
    if (later.record.isOneOfMany) continue;
    const earlier = first.find((one) => one.record === later.record && !isSameScan(one, later));
    if (earlier === undefined || (earlier.scan === null && later.scan === null)) continue;
    const name = later.record.name || 'the shared variable';
    const places = { first: earlier.place, second: later.place };
    tell(machine, library, { kind: 'colliding-updates', span: spanOf(span), name, effect, ...places });
    return;
  }
}

const isSameScan = (a: Updated, b: Updated): boolean => a.scan !== null && a.scan.site === b.scan?.site;

/** What a value surely updates. */
function updatedIn(machine: Machine, value: Value): readonly Updated[] {
  const parts = new UpdatedParts(machine);
  parts.add(value);
  return parts.found;
}
