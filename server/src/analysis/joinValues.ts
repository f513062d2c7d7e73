/** When two values say the same, and what is left to say when either may hold. */
import type { TensorFact } from './terms.ts';
import {
  type ArrayValue,
  type ClassValue,
  type ContainerValue,
  type Contents,
  type DictContents,
  type DictEntry,
  type FunctionValue,
  type GeneratorValue,
  type InstanceValue,
  type LibraryValue,
  type ListContents,
  type MethodValue,
  type NumberValue,
  type Origins,
  optionsOf,
  type PartialValue,
  type SymbolicValue,
  type TupleValue,
  type UnionValue,
  type UpdatesValue,
  unknown,
  unknownNumber,
  type Value,
} from './values.ts';

const maximumOptions = 8;
const maximumDepth = 3;
const maximumWidth = 24;

/** The value that is one of both. Beyond eight alternatives `lost` is told what is given up. */
export function join(a: Value, b: Value, lost: (value: Value) => void): Value {
  if (a === b || isSame(a, b)) return a;
  const options = [...optionsOf(a)];
  for (const option of optionsOf(b)) {
    if (!options.some((known) => isSame(known, option))) options.push(option);
  }
  if (options.length === optionsOf(a).length) return a;
  const merged = mergeNumbers(options);
  if (merged.length === 1) return merged[0] ?? unknown;
  if (merged.length <= maximumOptions) return { kind: 'union', options: merged };
  for (const option of merged) lost(option);
  return unknown;
}

function mergeNumbers(options: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  const merged: Value[] = [];
  const isRepeated = (variety: string) =>
    options.filter((o) => o.kind === 'number' && o.variety === variety).length > 1;
  for (const option of options) {
    if (option.kind !== 'number' || !isRepeated(option.variety)) merged.push(option);
    else if (!seen.has(option.variety)) {
      seen.add(option.variety);
      merged.push(unknownNumber(option.variety));
    }
  }
  return merged;
}

/** True when both say the same. Values nested too deep count as different. */
export function isSame(a: Value, b: Value, depth = 0): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || depth > maximumDepth) return false;
  switch (a.kind) {
    case 'unknown':
    case 'until':
      return true;
    case 'none':
      return a.scan === (b as typeof a).scan;
    case 'number':
      return a.variety === (b as NumberValue).variety && a.value === (b as NumberValue).value;
    case 'text':
      return a.text === (b as typeof a).text;
    case 'library':
      return a.path === (b as LibraryValue).path;
    case 'builtin':
      return a.name === (b as typeof a).name;
    case 'function':
      return a.object === (b as FunctionValue).object;
    case 'shared':
    case 'stream':
    case 'compiled':
      return a.record === (b as typeof a).record;
    case 'module':
      return a.module === (b as typeof a).module;
    case 'numpyGenerator':
      return true;
    case 'apply':
      return isSameList(a.outputs, (b as typeof a).outputs, depth + 1);
    case 'generator':
      return isSameGenerator(a, b as GeneratorValue);
    case 'updates':
      return a.scan === (b as UpdatesValue).scan && a.view === (b as UpdatesValue).view;
    case 'container':
      return a.object === (b as ContainerValue).object;
    case 'symbolic':
      return isSameSymbolic(a, b as SymbolicValue);
    case 'array':
      return isSameTensor(a, b as ArrayValue);
    case 'method':
      return a.name === (b as MethodValue).name && isSame(a.receiver, (b as MethodValue).receiver, depth + 1);
    case 'tuple':
      return isSameList(a.elements, (b as TupleValue).elements, depth + 1);
    case 'union':
      return isSameList(a.options, (b as UnionValue).options, depth + 1);
    case 'class':
      return a.object === (b as ClassValue).object;
    case 'instance':
      return a.object === (b as InstanceValue).object && a.searched[0] === (b as InstanceValue).searched[0];
    case 'partial':
      return isSamePartial(a, b as PartialValue, depth + 1);
  }
}

const isSamePartial = (a: PartialValue, b: PartialValue, depth: number): boolean =>
  a.keywords.size === 0 &&
  b.keywords.size === 0 &&
  isSame(a.callee, b.callee, depth) &&
  isSameList(a.args, b.args, depth);

export const isSameList = (a: readonly Value[], b: readonly Value[], depth = 0): boolean =>
  a.length === b.length &&
  a.length <= maximumWidth &&
  a.every((value, index) => isSame(value, b[index] ?? unknown, depth));

const isSameTensor = (a: TensorFact, b: TensorFact): boolean =>
  isSameShape(a.shape, b.shape) && a.dtype.float32 === b.dtype.float32 && a.dtype.float64 === b.dtype.float64;

const isSameGenerator = (a: GeneratorValue, b: GeneratorValue): boolean =>
  a.record === b.record && a.final === b.final && isSameOrigins(a.origins, b.origins);

const isSameSymbolic = (a: SymbolicValue, b: SymbolicValue): boolean =>
  isSameTensor(a, b) && a.isOpaque === b.isOpaque && isSameOrigins(a.origins, b.origins);

const isSameShape = (a: TensorFact['shape'], b: TensorFact['shape']): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((length, i) => length === b[i]));

const isSameOrigins = (a: Origins, b: Origins): boolean =>
  a === b || (a.size === b.size && [...a].every((origin) => b.has(origin)));

/** The union of two sets of origins, without a copy where one holds the other. */
export function joinOrigins(a: Origins, b: Origins): Origins {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  const missing = [...b].filter((origin) => !a.has(origin));
  return missing.length === 0 ? a : new Set([...a, ...missing]);
}

const maximumElements = 48;

/** Contents that hold what either holds; certain only what both say. */
export function joinContents(a: Contents, b: Contents, lost: (value: Value) => void): Contents {
  if (a === b) return a;
  if (a.kind === 'list' && b.kind === 'list') return joinLists(a, b, lost);
  if (a.kind === 'dict' && b.kind === 'dict') return joinDicts(a, b, lost);
  return a;
}

function joinLists(a: ListContents, b: ListContents, lost: (value: Value) => void): ListContents {
  if (a.isExact && b.isExact && a.elements.length === b.elements.length) {
    const elements = a.elements.map((value, index) => join(value, b.elements[index] ?? unknown, lost));
    return isSameList(elements, a.elements) ? a : { kind: 'list', elements, isExact: true };
  }
  const elements = distinct([...a.elements, ...b.elements], lost);
  return !a.isExact && elements.length === a.elements.length ? a : { kind: 'list', elements, isExact: false };
}

/** The different values among `values`, bounded. */
export function distinct(values: readonly Value[], lost: (value: Value) => void): readonly Value[] {
  const found: Value[] = [];
  for (const value of values) if (!found.some((known) => isSame(known, value))) found.push(value);
  if (found.length <= maximumElements) return found;
  for (const value of found.slice(maximumElements)) lost(value);
  return [...found.slice(0, maximumElements), unknown];
}

function joinDicts(a: DictContents, b: DictContents, lost: (value: Value) => void): DictContents {
  const entries: DictEntry[] = [];
  let isChanged = a.isExact && !b.isExact;
  for (const entry of a.entries) {
    const other = b.entries.find((candidate) => isSameEntry(entry, candidate));
    const value = other === undefined ? entry.value : join(entry.value, other.value, lost);
    const isCertain = entry.isCertain && (other?.isCertain ?? false);
    isChanged ||= value !== entry.value || isCertain !== entry.isCertain;
    entries.push({ ...entry, value, isCertain });
  }
  for (const entry of b.entries) {
    if (a.entries.some((candidate) => isSameEntry(entry, candidate))) continue;
    isChanged = true;
    entries.push({ ...entry, isCertain: false });
  }
  return isChanged ? { kind: 'dict', entries, isExact: a.isExact && b.isExact } : a;
}

/** True when a later entry takes the place of an earlier one or says the same. */
export const isSameEntry = (a: DictEntry, b: DictEntry): boolean =>
  a.key === null || b.key === null
    ? a.key === b.key && a.start === b.start && isSame(a.value, b.value)
    : a.key.kind === 'unknown'
      ? b.key.kind === 'unknown' && a.start === b.start
      : isSame(a.key, b.key);
