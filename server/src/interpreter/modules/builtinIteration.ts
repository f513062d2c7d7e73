/** Built-in functions on iterables. */
import { PyDict } from '../containers.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { call, callSpecial, isCallable } from '../protocols/calls.ts';
import { equals, isTrue } from '../protocols/comparison.ts';
import { indexOf, lengthOf } from '../protocols/items.ts';
import { iterate, nextOf, toArray } from '../protocols/iteration.ts';
import { str } from '../protocols/text.ts';
import { lookupInType, typeOf } from '../pyType.ts';
import { turn } from '../runtime.ts';
import { builtin } from '../signature.ts';
import { Iterated, iteratorClass } from '../types/iteratorTypes.ts';
import {
  int,
  type Keywords,
  type Next,
  PyBuiltin,
  PyFunction,
  PyIterator,
  PyList,
  PyTuple,
  type PyType,
  type Value,
} from '../values.ts';

/** Python's `next`. */
export function next(iterator: Value, fallback: Value | undefined): Value {
  const advance = nextOf(iterator);
  if (!advance) raiseTypeError(`'${typeOf(iterator).name}' object is not an iterator`);
  const item = advance();
  if (item !== undefined) return item;
  return fallback === undefined ? raise(exceptionType('StopIteration')) : fallback;
}

/** Python's `iter`. */
export function iter(value: Value, sentinel: Value | undefined): Value {
  if (sentinel !== undefined) {
    if (!isCallable(value)) raiseTypeError('iter(v, w): v must be callable');
    return new PyIterator('callable_iterator', () => {
      turn();
      const item = call(value, []);
      return equals(item, sentinel) ? undefined : item;
    });
  }
  const own = lookupInType(typeOf(value), '__iter__');
  if (value instanceof PyIterator && !(own instanceof PyFunction)) return value;
  if (own instanceof PyBuiltin || (own !== undefined && own !== null && !typeOf(value).isNative)) {
    const made = callSpecial(own, value, []);
    if (nextOf(made)) return made;
  }
  return new PyIterator(iteratorName(value), iterate(value));
}

function iteratorName(value: Value): string {
  const { name } = typeOf(value);
  if (typeof value === 'string') return 'str_ascii_iterator';
  if (value instanceof PyDict) return 'dict_keyiterator';
  if (/^dict_(?:keys|values|items)$/.test(name)) return `${name.replace(/s$/, '')}iterator`;
  return name === 'frozenset' ? 'set_iterator' : `${name}_iterator`;
}

/** Python's `zip`. */
export function zipNext(args: readonly Value[], { strict }: { readonly strict: boolean }): Next {
  const sources = args.map(iterate);
  return () => {
    if (sources.length === 0) return undefined;
    const items: Value[] = [];
    for (const [index, source] of sources.entries()) {
      const item = source();
      if (item === undefined) {
        if (strict) checkLengths(sources, index);
        return undefined;
      }
      items.push(item);
    }
    return new PyTuple(items);
  };
}

/** `zip(strict=True)` whose source `ended` has no more elements: all must have ended, the first one first. */
function checkLengths(sources: readonly Next[], ended: number): void {
  const others = (count: number): string => (count === 1 ? 'argument 1' : `arguments 1-${count}`);
  if (ended > 0) raiseValueError(`zip() argument ${ended + 1} is shorter than ${others(ended)}`);
  for (const [index, source] of sources.entries()) {
    if (index > 0 && source() !== undefined) {
      raiseValueError(`zip() argument ${index + 1} is longer than ${others(index)}`);
    }
  }
}

const isStrict = (keywords: Keywords): boolean => isTrue(keywords?.get('strict') ?? false);

function mapNext(callee: Value, args: readonly Value[]): Next {
  const sources = args.map(iterate);
  return () => {
    const items: Value[] = [];
    for (const source of sources) {
      const item = source();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return call(callee, items);
  };
}

function filterNext(callee: Value, items: Value): Next {
  const source = iterate(items);
  return () => {
    for (let item = source(); item !== undefined; item = source()) {
      if (isTrue(callee === null ? item : call(callee, [item]))) return item;
    }
    return undefined;
  };
}

function noKeywords(name: string, keywords: Keywords, known: readonly string[] = []): void {
  for (const keyword of keywords?.keys() ?? []) {
    if (known.length === 0) raiseTypeError(`${name}() takes no keyword arguments`);
    if (!known.includes(keyword)) raiseTypeError(`'${keyword}' is an invalid keyword argument for ${name}()`);
  }
}

/** `zip`, `map` and `filter` of Python 3. */
export const lazyTypes: readonly PyType[] = [
  iteratorClass('zip', (args, keywords) => {
    noKeywords('zip', keywords, ['strict']);
    return zipNext(args, { strict: isStrict(keywords) });
  }),
  iteratorClass('map', (args, keywords) => {
    noKeywords('map', keywords);
    if (args.length < 2) raiseTypeError('map() must have at least two arguments.');
    return mapNext(args[0]!, args.slice(1));
  }),
  iteratorClass('filter', (args, keywords) => {
    noKeywords('filter', keywords);
    if (args.length !== 2) raiseTypeError(`filter expected 2 arguments, got ${args.length}`);
    return filterNext(args[0]!, args[1]!);
  }),
];

/** Python's `enumerate`. */
export const enumerateType = iteratorClass('enumerate', (args, keywords) => {
  noKeywords('enumerate', keywords, ['iterable', 'start']);
  const given = args.length + (keywords?.size ?? 0);
  if (given > 2) raiseTypeError(`enumerate() takes at most 2 arguments (${given} given)`);
  const [items = keywords?.get('iterable'), start = keywords?.get('start')] = args;
  if (items === undefined) raiseTypeError("enumerate() missing required argument 'iterable'");
  const source = iterate(items);
  let index = start === undefined ? 0 : indexOf(start);
  return () => {
    const item = source();
    if (item === undefined) return undefined;
    const pair = new PyTuple([index, item]);
    index =
      typeof index === 'number' && index < Number.MAX_SAFE_INTEGER ? index + 1 : int(BigInt(index) + 1n);
    return pair;
  };
});

/** Python's `reversed`. */
export const reversedType = iteratorClass('reversed', (args, keywords) => {
  noKeywords('reversed', keywords);
  if (args.length !== 1) raiseTypeError(`reversed expected 1 argument, got ${args.length}`);
  return reversed(args[0]!);
});

/** All that a source has left. */
export function collect(source: Next): Value[] {
  const items: Value[] = [];
  for (let item = source(); item !== undefined; item = source()) items.push(item);
  return items;
}

/** Python 2's `map` goes on to the end of the longest, with None for what is missing. */
export function mapPython2(callee: Value, args: readonly Value[]): Value {
  if (args.length === 0) raiseTypeError('map() requires at least two args');
  const columns = args.map(toArray);
  const length = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row] ?? null));
  if (callee !== null) return new PyList(rows.map((row) => call(callee, row)));
  return new PyList(rows.map((row) => (row.length === 1 ? row[0]! : new PyTuple(row))));
}

/** Python 2's `apply`. */
export function apply(callee: Value, args?: Value, named?: Value): Value {
  if (args !== undefined && lookupInType(typeOf(args), '__getitem__') === undefined) {
    raiseTypeError(`apply() arg 2 expected sequence, found ${typeOf(args).name}`);
  }
  if (named !== undefined && !(named instanceof PyDict)) {
    raiseTypeError(`apply() arg 3 expected dictionary, found ${typeOf(named).name}`);
  }
  const keywords = named && new Map([...named.table.entries()].map(({ key, value }) => [str(key), value]));
  return call(callee, args === undefined ? [] : toArray(args), keywords ?? null);
}

/** Python's `filter`. */
export function filterPython2(callee: Value, items: Value): Value {
  const kept = collect(filterNext(callee, items));
  if (typeof items === 'string') return kept.join('');
  return items instanceof PyTuple ? new PyTuple(kept) : new PyList(kept);
}

function reversed(value: Value): Next | Iterated {
  const own = lookupInType(typeOf(value), '__reversed__');
  if (own !== undefined && own !== null) return new Iterated(callSpecial(own, value, []));
  const hasItems = lookupInType(typeOf(value), '__getitem__') !== undefined;
  const hasLength = lookupInType(typeOf(value), '__len__') !== undefined;
  if (own === null || !hasItems || !hasLength) {
    raiseTypeError(`'${typeOf(value).name}' object is not reversible`);
  }
  let index = lengthOf(value);
  const getItem = lookupInType(typeOf(value), '__getitem__')!;
  return () => (index > 0 ? callSpecial(getItem, value, [--index]) : undefined);
}

/** Python's `reduce`. */
export function reduce(callee: Value, items: Value, initial: Value | undefined): Value {
  const source = iterate(items);
  let total = initial === undefined ? source() : initial;
  if (total === undefined) return raiseTypeError('reduce() of empty iterable with no initial value');
  for (let item = source(); item !== undefined; item = source()) total = call(callee, [total, item]);
  return total;
}

/** `functools.reduce`, and Python 2's `reduce`. */
export const reduceFunction = builtin('reduce(function, iterable, initial?)', reduce);

/** Python's `any`. */
export function any(items: Value): boolean {
  const source = iterate(items);
  for (let item = source(); item !== undefined; item = source()) if (isTrue(item)) return true;
  return false;
}

/** Python's `all`. */
export function all(items: Value): boolean {
  const source = iterate(items);
  for (let item = source(); item !== undefined; item = source()) if (!isTrue(item)) return false;
  return true;
}
