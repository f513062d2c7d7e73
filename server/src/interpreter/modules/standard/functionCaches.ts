/** `functools.lru_cache`, `cache` and `cached_property`: results that are kept. */
import { PyDict } from '../../containers.ts';
import { objectType, raiseTypeError } from '../../exceptions.ts';
import { KeyTable } from '../../keyTable.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { sizeOf } from '../../protocols/items.ts';
import { address } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { builtin } from '../../signature.ts';
import { builtinFunctionType } from '../../types/methodTypes.ts';
import {
  type Keywords,
  PyBuiltin,
  PyInstance,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { namedTuple } from './collections/namedTuple.ts';
import { field, libraryClass, setField } from './libraryClass.ts';

interface CacheOptions {
  /** null: without bound. */
  readonly size: number | null;
  readonly typed: boolean;
}

/** What `lru_cache` makes of a function. */
class PyCachedFunction extends PyBuiltin {
  readonly wrapped: Value;
  readonly options: CacheOptions;
  readonly results: KeyTable;
  readonly counts: { hits: number; misses: number };

  constructor(wrapped: Value, options: CacheOptions) {
    const results = new KeyTable();
    const counts = { hits: 0, misses: 0 };
    const body = (args: readonly Value[], keywords: Keywords): Value => {
      if (options.size === 0) {
        counts.misses++;
        return call(wrapped, args, keywords);
      }
      const key = keyOf(args, keywords, options);
      const known = results.get(key);
      if (known !== undefined) {
        counts.hits++;
        if (options.size !== null) {
          results.delete(key);
          results.set(key, known);
        }
        return known;
      }
      counts.misses++;
      const value = call(wrapped, args, keywords);
      results.set(key, value);
      if (options.size !== null && results.size > options.size) dropOldest(results);
      return value;
    };
    super('lru_cache', body, { bindsSelf: true });
    this.wrapped = wrapped;
    this.options = options;
    this.results = results;
    this.counts = counts;
  }
}

function dropOldest(results: KeyTable): void {
  const oldest = results.entries().next();
  if (!oldest.done) results.delete(oldest.value.key);
}

/** Stands between positional and keyword arguments in a key. */
const separator = new PyInstance(objectType);

/** As in CPython, one int or str stands for itself, so that `f(1)` and `f(1.0)` are kept apart. */
function keyOf(args: readonly Value[], keywords: Keywords, options: CacheOptions): Value {
  const named = keywords ? [...keywords].flat() : [];
  if (options.typed) {
    const types = [...args, ...(keywords?.values() ?? [])].map((value) => typeOf(value));
    return new PyTuple([...args, ...(named.length > 0 ? [separator, ...named] : []), ...types]);
  }
  if (named.length > 0) return new PyTuple([...args, separator, ...named]);
  const [only] = args;
  const isPlain = typeof only === 'number' || typeof only === 'bigint' || typeof only === 'string';
  return args.length === 1 && isPlain ? only : new PyTuple(args);
}

const inherited =
  (name: string) =>
  (self: PyCachedFunction): Value =>
    self.attributes?.get(name) ?? tryGetAttribute(self.wrapped, name) ?? null;

defineType<PyCachedFunction>({
  name: '_lru_cache_wrapper',
  module: 'functools',
  class: PyCachedFunction,
  bases: [builtinFunctionType],
  attributes: {
    __wrapped__: (self) => self.wrapped,
    __name__: inherited('__name__'),
    __qualname__: inherited('__qualname__'),
    __module__: inherited('__module__'),
    __doc__: inherited('__doc__'),
    __annotations__: inherited('__annotations__'),
    __dict__: () => new PyDict(),
  },
  methods: {
    'cache_info()': (self: PyCachedFunction) =>
      call(namedTuple('CacheInfo', 'hits misses maxsize currsize'), [
        self.counts.hits,
        self.counts.misses,
        self.options.size,
        self.results.size,
      ]),
    'cache_clear()': (self: PyCachedFunction) => {
      self.results.clear();
      self.counts.hits = 0;
      self.counts.misses = 0;
      return null;
    },
    'cache_parameters()': (self: PyCachedFunction) =>
      PyDict.from([
        ['maxsize', self.options.size],
        ['typed', self.options.typed],
      ]),
  },
  repr: (self) => `<functools._lru_cache_wrapper object at ${address(self)}>`,
});

/** The body of `lru_cache(maxsize, typed)`, with and without parentheses. */
export function lruCache(given?: Value, typed?: Value): Value {
  if (given !== undefined && given !== null && typeof given === 'object' && isCallable(given)) {
    return new PyCachedFunction(given, { size: 128, typed: typed !== undefined && isTrue(typed) });
  }
  if (given !== undefined && given !== null && typeof given !== 'number' && typeof given !== 'boolean') {
    raiseTypeError('Expected first argument to be an integer, a callable, or None');
  }
  const size = given === undefined ? 128 : given === null ? null : Math.max(0, sizeOf(given));
  const options = { size, typed: typed !== undefined && isTrue(typed) };
  return builtin(
    'decorating_function(user_function)',
    (callee: Value) => new PyCachedFunction(callee, options),
  );
}

/** The body of `cache(user_function)`. */
export const cache = (callee: Value): Value => new PyCachedFunction(callee, { size: null, typed: false });

/** The class `cached_property`. */
export const cachedPropertyClass = (): PyType =>
  libraryClass({
    name: 'cached_property',
    module: 'functools',
    methods: {
      '__init__(func)': (self: PyObject, callee: Value) => {
        setField(self, 'func', callee);
        setField(self, 'attrname', null);
        setField(self, '__doc__', tryGetAttribute(callee, '__doc__') ?? null);
        return null;
      },
      '__set_name__(owner, name)': (self: PyObject, _owner: Value, name: Value) => {
        setField(self, 'attrname', name);
        return null;
      },
      '__get__(instance, owner?)': (self: PyObject, instance: Value) => {
        if (instance === null) return self;
        const name = field(self, 'attrname');
        if (typeof name !== 'string') {
          raiseTypeError('Cannot use cached_property instance without calling __set_name__ on it.');
        }
        if (!(instance instanceof PyObject) || typeOf(instance).isNative) {
          raiseTypeError(
            `No '__dict__' attribute on '${typeOf(instance).name}' instance to cache '${name}' property.`,
          );
        }
        const known = instance.attributes?.get(name);
        if (known !== undefined) return known;
        const value = call(getAttribute(self, 'func'), [instance]);
        setField(instance, name, value);
        return value;
      },
    },
  });
