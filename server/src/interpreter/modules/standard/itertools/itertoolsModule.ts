/** `itertools`: its iterators as types. What they give is in `streams.ts` and `arrangements.ts`. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { iterate, toArray } from '../../../protocols/iteration.ts';
import { repr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { builtin, type NativeBody } from '../../../signature.ts';
import { iteratorMethods } from '../../../types/iteratorTypes.ts';
import {
  type Keywords,
  type Next,
  PyComplex,
  PyFloat,
  PyIterator,
  type PyModule,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import * as arrangements from './arrangements.ts';
import * as streams from './streams.ts';

/** An iterator of this module; `describe` where its text is not the usual one. */
class PyLazyIterator extends PyIterator {
  readonly describe: (() => string) | null;
  constructor(next: Next, describe: (() => string) | null = null) {
    super('itertools', next);
    this.describe = describe;
  }
}

/** A copy that `tee` made. */
class PyTee extends PyLazyIterator {
  readonly shared: streams.TeeSource;
  readonly index: () => number;
  constructor(shared: streams.TeeSource, index: number) {
    const copy = streams.teeAt(shared, index);
    super(copy.next);
    this.shared = shared;
    this.index = copy.index;
  }
}

const basics = (name: string) =>
  ({
    name,
    module: 'itertools',
    iterate: (self: PyLazyIterator) => self.next,
    next: (self: PyLazyIterator) => self.next(),
    methods: iteratorMethods,
    only: { python2: ['next'] },
  }) as const;

/** Says as the classes of `itertools` do which argument is missing. */
function checkGiven(signature: string, args: readonly Value[], keywords: Keywords): void {
  const [name, list] = signature.slice(0, -1).split('(') as [string, string];
  const parameters = list.split(', ');
  const required = parameters.filter((each) => /^\w+$/.test(each));
  const least = required.length;
  const isExact = least === parameters.length - 1;
  if (parameters.at(-1) === '/' && (isExact ? args.length !== least : args.length < least)) {
    const words = `${isExact ? '' : 'at least '}${least} argument${least === 1 ? '' : 's'}`;
    raiseTypeError(`${name} expected ${words}, got ${args.length}`);
  }
  const missing = required.findIndex((each, index) => index >= args.length && !keywords?.has(each));
  if (missing < 0 || list.startsWith('*')) return;
  raiseTypeError(`${name}() missing required argument '${required[missing]}' (pos ${missing + 1})`);
}

/** The type of what a call gives; the body answers with the iteration, or with the iterator where it has a text of its own. */
function iteratorClass(signature: string, body: (...args: never[]) => Next | PyLazyIterator): PyType {
  const name = signature.slice(0, signature.indexOf('('));
  const make = builtin(signature, ((...args: never[]) => {
    const made = body(...args);
    return made instanceof PyLazyIterator ? made : new PyLazyIterator(made);
  }) as NativeBody);
  const type = defineType<PyLazyIterator>({
    ...basics(name),
    create: (cls, args, keywords) => {
      if (pythonVersion() === 3) checkGiven(signature, args, keywords);
      const made = make.call(args, keywords) as PyLazyIterator;
      made.cls = cls;
      return made;
    },
    ...(name === 'count' || name === 'repeat' ? { repr: (self) => self.describe!() } : {}),
    ...(name === 'chain' ? { classMethods: { 'from_iterable(iterable, /)': chainFrom } } : {}),
  });
  return type;
}

const chainFrom = (cls: PyType, iterables: Value): Value => {
  const made = new PyLazyIterator(streams.chain(iterate(iterables)));
  made.cls = cls;
  return made;
};

const grouperType = defineType<PyLazyIterator>(basics('_grouper'));

const group = (next: Next): Value => {
  const made = new PyLazyIterator(next);
  made.cls = grouperType;
  return made;
};

defineType<PyTee>({
  ...basics('_tee'),
  class: PyTee,
  methods: { ...iteratorMethods, '__copy__()': (self: PyTee) => new PyTee(self.shared, self.index()) },
});

function tee(items: Value, count?: Value): Value {
  const size = count === undefined ? 2 : sizeOf(count);
  if (size < 0) raiseValueError('n must be >= 0');
  const shared = items instanceof PyTee ? items.shared : { source: iterate(items), seen: [] };
  const index = items instanceof PyTee ? items.index() : 0;
  const copies = Array.from({ length: size }, () => new PyTee(shared, index));
  if (items instanceof PyTee && size > 0) copies[0] = items;
  return new PyTuple(copies);
}

const isNumber = (value: Value): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  typeof value === 'boolean' ||
  value instanceof PyFloat ||
  value instanceof PyComplex ||
  (typeof value === 'object' && value !== null && typeOf(value).namespace.has('__add__'));

function count(start?: Value, step?: Value): PyLazyIterator {
  const by = step ?? 1;
  if ((start !== undefined && !isNumber(start)) || !isNumber(by)) raiseTypeError('a number is required');
  const counter = streams.count(start ?? 0, by);
  const describe = (): string =>
    by === 1 ? `count(${repr(counter.current())})` : `count(${repr(counter.current())}, ${repr(by)})`;
  return new PyLazyIterator(counter.next, describe);
}

function repeat(value: Value, times?: Value): PyLazyIterator {
  let left = streams.repeatCount(times);
  const next = (): Value | undefined => {
    runtime().checkpoint();
    if (left <= 0) return undefined;
    left--;
    return value;
  };
  const shown = (): string => (times === undefined ? repr(value) : `${repr(value)}, ${left}`);
  return new PyLazyIterator(next, () => `repeat(${shown()})`);
}

function sizeOrAll(size: Value | undefined, all: number): number {
  return size === undefined || size === null ? all : notNegative(size);
}

function notNegative(size: Value): number {
  const count = sizeOf(size);
  return count < 0 ? raiseValueError('r must be non-negative') : count;
}

function product(iterables: Value[], repeats?: Value): Next {
  const times = repeats === undefined ? 1 : sizeOf(repeats);
  if (times < 0) raiseValueError('repeat argument cannot be negative');
  const pools = times === 0 ? [] : iterables.map(toArray);
  runtime().allocate(times * pools.length * 8);
  return arrangements.product(Array.from({ length: times }, () => pools).flat());
}

const iterators: Readonly<Record<string, (...args: never[]) => Next | PyLazyIterator>> = {
  'accumulate(iterable, func?, *, initial?)': (items: Value, operation?: Value, initial?: Value) =>
    streams.accumulate(iterate(items), operation ?? null, initial ?? null),
  'batched(iterable, n)': (items: Value, size: Value) => streams.batched(iterate(items), sizeOf(size)),
  'chain(*iterables)': (iterables: Value[]) => {
    let index = 0;
    return streams.chain(() => iterables[index++]);
  },
  'combinations(iterable, r)': (items: Value, size: Value) =>
    arrangements.combinations(toArray(items), notNegative(size)),
  'combinations_with_replacement(iterable, r)': (items: Value, size: Value) =>
    arrangements.combinationsWithReplacement(toArray(items), notNegative(size)),
  'compress(data, selectors)': (items: Value, selectors: Value) =>
    streams.compress(iterate(items), iterate(selectors)),
  'count(start?, step?)': count,
  'cycle(iterable, /)': (items: Value) => streams.cycle(iterate(items)),
  'dropwhile(predicate, iterable, /)': (test: Value, items: Value) => streams.dropWhile(test, iterate(items)),
  'filterfalse(function, iterable, /)': (test: Value, items: Value) =>
    streams.filtered(test, iterate(items), 'false'),
  'groupby(iterable, key?)': (items: Value, key?: Value) =>
    streams.groups(iterate(items), key ?? null, group),
  'islice(iterable, first, second?, third?, /)': streams.slice,
  'pairwise(iterable, /)': (items: Value) => streams.pairwise(iterate(items)),
  'permutations(iterable, r?)': (items: Value, size?: Value) => {
    const pool = toArray(items);
    return arrangements.permutations(pool, sizeOrAll(size, pool.length));
  },
  'product(*iterables, repeat?)': product,
  'repeat(object, times?)': repeat,
  'starmap(function, iterable, /)': (callee: Value, items: Value) => streams.starMap(callee, iterate(items)),
  'takewhile(predicate, iterable, /)': (test: Value, items: Value) => streams.takeWhile(test, iterate(items)),
  'zip_longest(*iterables, fillvalue?)': (iterables: Value[], fill?: Value) =>
    streams.longest(iterables, fill ?? null),
};

const python2Iterators: Readonly<Record<string, (...args: never[]) => Next | PyLazyIterator>> = {
  'ifilter(function, iterable, /)': (test: Value, items: Value) =>
    streams.filtered(test, iterate(items), 'true'),
  'ifilterfalse(function, iterable, /)': (test: Value, items: Value) =>
    streams.filtered(test, iterate(items), 'false'),
  'imap(function, *iterables)': (callee: Value, iterables: Value[]) => {
    const rows = streams.shortest(iterables);
    return callee === null ? rows : streams.starMap(callee, rows);
  },
  'izip(*iterables)': (iterables: Value[]) => streams.shortest(iterables),
  'izip_longest(*iterables, fillvalue?)': (iterables: Value[], fill?: Value) =>
    streams.longest(iterables, fill ?? null),
};

const classesOf = (table: typeof iterators): ReadonlyMap<string, PyType> =>
  new Map(
    Object.entries(table).map(([signature, body]) => {
      const type = iteratorClass(signature, body);
      return [type.name, type] as const;
    }),
  );

const classes = classesOf(iterators);
const python2Classes = classesOf(python2Iterators);

/** `itertools.chain`, for what gives one. */
export const chainType = classes.get('chain')!;

export const itertoolsModule = (): PyModule =>
  defineModule({
    name: 'itertools',
    doc: 'Functional tools for creating and using iterators.',
    values: Object.fromEntries(pythonVersion() === 2 ? [...classes, ...python2Classes] : classes),
    functions: { 'tee(iterable, n?, /)': tee },
    only: {
      python3: ['accumulate', 'batched', 'filterfalse', 'pairwise', 'zip_longest'],
    },
  });
