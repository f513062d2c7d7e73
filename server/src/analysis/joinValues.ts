/** When two values say the same, and what is left to say when either may hold. */
import type { TensorFact } from './terms.ts';
import {
  type ArrayValue,
  type ClassValue,
  type ContainerValue,
  type FunctionValue,
  type GeneratorValue,
  type InstanceValue,
  type LibraryValue,
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

const isSameOrigins = (a: Origins, b: Origins): boolean => a === b || (a.size === b.size && holdsAll(a, b));

function holdsAll(a: Origins, b: Origins): boolean {
  for (const origin of b) if (!a.has(origin)) return false;
  return true;
}

/** The union of two sets of origins, without a copy where one holds the other. */
export function joinOrigins(a: Origins, b: Origins): Origins {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  if (holdsAll(a, b)) return a;
  const all = new Set(a);
  for (const origin of b) all.add(origin);
  return all;
}
