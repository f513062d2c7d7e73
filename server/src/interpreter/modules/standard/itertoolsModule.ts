/** `itertools`: lazy iterators. */
import { AttributeTable } from '../../attributeTable.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { call } from '../../protocols/calls.ts';
import { equals, isTrue } from '../../protocols/comparison.ts';
import { sizeOf } from '../../protocols/items.ts';
import { elements, iterate, toArray } from '../../protocols/iteration.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import {
  type Next,
  PyBuiltin,
  PyFloat,
  PyIterator,
  type PyModule,
  PyTuple,
  type Value,
} from '../../values.ts';

const iterator = (name: string, next: Next): PyIterator => new PyIterator(`itertools.${name}`, next);

/** A JS generator as a Python iterator. */
function from(name: string, generator: Generator<Value>): PyIterator {
  return iterator(name, () => {
    runtime().checkpoint();
    const step = generator.next();
    return step.done ? undefined : step.value;
  });
}

function* chain(iterables: Iterable<Value>): Generator<Value> {
  for (const each of iterables) yield* elements(each);
}

function* cycle(items: Value): Generator<Value> {
  const all: Value[] = [];
  for (const item of elements(items)) {
    all.push(item);
    yield item;
  }
  while (all.length > 0) yield* all;
}

function slice(items: Value, ...given: (Value | undefined)[]): Value {
  const [first, second, third] = given.map((each) =>
    each === undefined || each === null ? undefined : sizeOf(each),
  );
  const [start, stop] = given[1] === undefined ? [0, first] : [first ?? 0, second];
  const step = third ?? 1;
  const next = iterate(items);
  let position = 0;
  let wanted = start;
  return iterator('islice', () => {
    if (stop !== undefined && wanted >= stop) return undefined;
    for (;;) {
      const item = next();
      if (item === undefined) return undefined;
      if (position++ === wanted) {
        wanted += step;
        return item;
      }
    }
  });
}

function* product(pools: readonly Value[][]): Generator<Value> {
  const indices = pools.map(() => 0);
  if (pools.some((pool) => pool.length === 0)) return;
  for (;;) {
    yield new PyTuple(indices.map((index, axis) => pools[axis]![index]!));
    let axis = pools.length - 1;
    while (axis >= 0 && ++indices[axis]! >= pools[axis]!.length) indices[axis--] = 0;
    if (axis < 0) return;
  }
}

type Admit = (chosen: readonly number[], index: number) => boolean;

function* choices(pool: readonly Value[], size: number, admit: Admit): Generator<Value> {
  function* extend(chosen: readonly number[]): Generator<Value> {
    if (chosen.length === size) {
      yield new PyTuple(chosen.map((index) => pool[index]!));
      return;
    }
    for (let index = 0; index < pool.length; index++) {
      if (admit(chosen, index)) yield* extend([...chosen, index]);
    }
  }
  yield* extend([]);
}

function* longest(iterables: readonly Value[], fill: Value): Generator<Value> {
  const sources = iterables.map(iterate);
  for (;;) {
    const items = sources.map((source) => source());
    if (items.every((item) => item === undefined)) return;
    yield new PyTuple(items.map((item) => (item === undefined ? fill : item)));
  }
}

function* accumulate(
  items: Value,
  operation: Value | undefined,
  initial: Value | undefined,
): Generator<Value> {
  let total: Value | undefined = initial ?? undefined;
  if (total !== undefined) yield total;
  for (const item of elements(items)) {
    if (total === undefined) total = item;
    else if (operation === undefined || operation === null) total = binaryFunctions['+'](total, item);
    else total = call(operation, [total, item]);
    yield total;
  }
}

function* groupBy(items: Value, key: Value | undefined): Generator<Value> {
  let group: Value[] | null = null;
  let groupKey: Value = null;
  for (const item of elements(items)) {
    const itemKey = key === undefined || key === null ? item : call(key, [item]);
    if (group !== null && equals(itemKey, groupKey)) group.push(item);
    else {
      if (group !== null) yield groupOf(groupKey, group);
      group = [item];
      groupKey = itemKey;
    }
  }
  if (group !== null) yield groupOf(groupKey, group);
}

function groupOf(key: Value, items: readonly Value[]): Value {
  let index = 0;
  return new PyTuple([key, iterator('_grouper', () => (index < items.length ? items[index++] : undefined))]);
}

function* pairwise(items: Value): Generator<Value> {
  let previous: Value | undefined;
  for (const item of elements(items)) {
    if (previous !== undefined) yield new PyTuple([previous, item]);
    previous = item;
  }
}

function tee(items: Value, count: Value | undefined): Value {
  const source = iterate(items);
  const seen: Value[] = [];
  const copies = Array.from({ length: count === undefined ? 2 : sizeOf(count) }, () => {
    let index = 0;
    return iterator('_tee', () => {
      if (index === seen.length) {
        const item = source();
        if (item === undefined) return undefined;
        seen.push(item);
      }
      return seen[index++];
    });
  });
  return new PyTuple(copies);
}

function* takeWhile(test: Value, items: Value): Generator<Value> {
  for (const item of elements(items)) {
    if (!isTrue(call(test, [item]))) return;
    yield item;
  }
}

function* dropWhile(test: Value, items: Value): Generator<Value> {
  let isDropping = true;
  for (const item of elements(items)) {
    if (isDropping && isTrue(call(test, [item]))) continue;
    isDropping = false;
    yield item;
  }
}

function* filtered(test: Value, items: Value, keep: boolean): Generator<Value> {
  for (const item of elements(items)) {
    if (isTrue(test === null ? item : call(test, [item])) === keep) yield item;
  }
}

function* batched(items: Value, size: number): Generator<Value> {
  let batch: Value[] = [];
  for (const item of elements(items)) {
    batch.push(item);
    if (batch.length === size) {
      yield new PyTuple(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield new PyTuple(batch);
}

function* mapped(callee: Value, rows: Next): Generator<Value> {
  for (let row = rows(); row !== undefined; row = rows()) yield call(callee, toArray(row));
}

function count(start?: Value, step?: Value): Value {
  let value: Value = start ?? 0;
  const by = step ?? 1;
  const isFloat = value instanceof PyFloat || by instanceof PyFloat;
  let index = 0;
  const first = value;
  return iterator('count', () => {
    runtime().checkpoint();
    if (isFloat) return binaryFunctions['+'](first, binaryFunctions['*'](index++, by));
    const current = value;
    value = binaryFunctions['+'](value, by);
    return current;
  });
}

const rows = (args: readonly Value[]): Next => {
  const sources = args.map(iterate);
  return () => {
    const items = sources.map((source) => source());
    return items.length === 0 || items.includes(undefined) ? undefined : new PyTuple(items as Value[]);
  };
};

const functions: Readonly<Record<string, NativeBody>> = {
  'accumulate(iterable, func?, *, initial?)': (items: Value, operation?: Value, initial?: Value) =>
    from('accumulate', accumulate(items, operation, initial)),
  'batched(iterable, n)': (items: Value, size: Value) => from('batched', batched(items, sizeOf(size))),
  'combinations(iterable, r)': (items: Value, size: Value) =>
    from(
      'combinations',
      choices(toArray(items), sizeOf(size), (chosen, index) => index > (chosen.at(-1) ?? -1)),
    ),
  'combinations_with_replacement(iterable, r)': (items: Value, size: Value) =>
    from(
      'combinations_with_replacement',
      choices(toArray(items), sizeOf(size), (chosen, index) => index >= (chosen.at(-1) ?? 0)),
    ),
  'compress(data, selectors)': (items: Value, selectors: Value) => {
    const flags = iterate(selectors);
    return from(
      'compress',
      (function* () {
        for (const item of elements(items)) {
          const flag = flags();
          if (flag === undefined) return;
          if (isTrue(flag)) yield item;
        }
      })(),
    );
  },
  'count(start?, step?)': count,
  'cycle(iterable)': (items: Value) => from('cycle', cycle(items)),
  'dropwhile(predicate, iterable)': (test: Value, items: Value) => from('dropwhile', dropWhile(test, items)),
  'filterfalse(predicate, iterable)': (test: Value, items: Value) =>
    from('filterfalse', filtered(test, items, false)),
  'groupby(iterable, key?)': (items: Value, key?: Value) => from('groupby', groupBy(items, key)),
  'islice(iterable, first, second?, third?)': slice,
  'pairwise(iterable)': (items: Value) => from('pairwise', pairwise(items)),
  'permutations(iterable, r?)': (items: Value, size?: Value) => {
    const pool = toArray(items);
    const length = size === undefined || size === null ? pool.length : sizeOf(size);
    return from(
      'permutations',
      choices(pool, length, (chosen, index) => !chosen.includes(index)),
    );
  },
  'product(*iterables, repeat?)': (iterables: Value[], repeat?: Value) => {
    const pools = iterables.map(toArray);
    const times = repeat === undefined ? 1 : sizeOf(repeat);
    return from('product', product(Array.from({ length: times }, () => pools).flat()));
  },
  'repeat(object, times?)': (value: Value, times?: Value) => {
    let left = times === undefined ? Number.POSITIVE_INFINITY : sizeOf(times);
    return iterator('repeat', () => {
      runtime().checkpoint();
      return left-- > 0 ? value : undefined;
    });
  },
  'starmap(function, iterable)': (callee: Value, items: Value) =>
    from('starmap', mapped(callee, iterate(items))),
  'takewhile(predicate, iterable)': (test: Value, items: Value) => from('takewhile', takeWhile(test, items)),
  'tee(iterable, n?)': tee,
  'zip_longest(*iterables, fillvalue?)': (iterables: Value[], fill?: Value) =>
    from('zip_longest', longest(iterables, fill ?? null)),
};

const python2Functions: Readonly<Record<string, NativeBody>> = {
  'imap(function, *iterables)': (callee: Value, iterables: Value[]) => {
    const next = rows(iterables);
    return callee === null ? iterator('imap', next) : from('imap', mapped(callee, next));
  },
  'izip(*iterables)': (iterables: Value[]) => iterator('izip', rows(iterables)),
  'izip_longest(*iterables, fillvalue?)': (iterables: Value[], fill?: Value) =>
    from('izip_longest', longest(iterables, fill ?? null)),
  'ifilter(predicate, iterable)': (test: Value, items: Value) => from('ifilter', filtered(test, items, true)),
  'ifilterfalse(predicate, iterable)': (test: Value, items: Value) =>
    from('ifilterfalse', filtered(test, items, false)),
};

/** `chain` with its class method. */
function chainFunction(): PyBuiltin {
  const made = builtin('chain(*iterables)', (iterables: Value[]) => from('chain', chain(iterables)));
  made.attributes = AttributeTable.from<Value>([
    [
      'from_iterable',
      new PyBuiltin('from_iterable', (args) => {
        if (args.length !== 1) raiseTypeError('from_iterable() takes exactly one argument');
        return from('chain', chain(elements(args[0]!)));
      }),
    ],
  ]);
  return made;
}

export const itertoolsModule = (): PyModule =>
  defineModule({
    name: 'itertools',
    values: { chain: chainFunction() },
    functions: pythonVersion() === 2 ? { ...functions, ...python2Functions } : functions,
  });
