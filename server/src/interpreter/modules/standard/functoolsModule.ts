/** `functools` and `operator`. */
import { AttributeTable } from '../../attributeTable.ts';
import { PyDict } from '../../containers.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { compare, contains, equals, isTrue, richCompare } from '../../protocols/comparison.ts';
import { deleteItem, getItem, indexOf, lengthOf, setItem } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { binaryFunctions, inPlace, unary } from '../../protocols/operators.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, lookupInType, type RichComparison, typeOf } from '../../pyType.ts';
import { pythonVersion } from '../../runtime.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { NotImplemented, PyBuiltin, type PyModule, PyObject, PyTuple, type Value } from '../../values.ts';
import { attributeName } from '../builtinInspection.ts';
import { reduceFunction } from '../builtinIteration.ts';
import { absolute } from '../builtinNumbers.ts';

class PyPartial extends PyObject {
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  constructor(callee: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super();
    this.callee = callee;
    this.args = args;
    this.keywords = keywords;
  }
}

const partialType = defineType<PyPartial>({
  name: 'partial',
  module: 'functools',
  class: PyPartial,
  create: (_type, args, keywords) => {
    const [callee, ...given] = args;
    if (callee === undefined) raiseTypeError("type 'partial' takes at least one argument");
    const own = new Map(keywords ?? []);
    if (!(callee instanceof PyPartial)) return new PyPartial(callee, given, own);
    return new PyPartial(callee.callee, [...callee.args, ...given], new Map([...callee.keywords, ...own]));
  },
  attributes: {
    func: (self) => self.callee,
    args: (self) => new PyTuple(self.args),
    keywords: (self) => PyDict.from(self.keywords),
    __dict__: () => new PyDict(),
  },
  call: (self, args, keywords) => {
    const all = new Map([...self.keywords, ...(keywords ?? [])]);
    return call(self.callee, [...self.args, ...args], all.size > 0 ? all : null);
  },
  repr: (self) => {
    const named = [...self.keywords].map(([name, value]) => `${name}=${repr(value)}`);
    return `functools.partial(${[repr(self.callee), ...self.args.map(repr), ...named].join(', ')})`;
  },
});

const copiedAttributes = ['__module__', '__name__', '__qualname__', '__doc__'];

function updateWrapper(wrapper: Value, wrapped: Value): Value {
  for (const name of copiedAttributes) {
    const value = tryGetAttribute(wrapped, name);
    if (value !== undefined && (pythonVersion() === 3 || name !== '__qualname__'))
      setAttribute(wrapper, name, value);
  }
  const own = wrapped instanceof PyObject ? wrapped.attributes : null;
  for (const [name, value] of own ?? []) setAttribute(wrapper, name, value);
  if (pythonVersion() === 3) setAttribute(wrapper, '__wrapped__', wrapped);
  return wrapper;
}

function cached(callee: Value): Value {
  const results = new PyDict();
  const made = new PyBuiltin(
    'lru_cache',
    (args, keywords) => {
      const named = [...(keywords ?? [])].map(([name, value]) => new PyTuple([name, value]));
      const key = new PyTuple([new PyTuple(args), new PyTuple(named)]);
      const known = results.table.get(key);
      if (known !== undefined) return known;
      const value = call(callee, args, keywords);
      results.table.set(key, value);
      return value;
    },
    { bindsSelf: true },
  );
  made.attributes = AttributeTable.from<Value>([
    ['__wrapped__', callee],
    [
      'cache_clear',
      new PyBuiltin('cache_clear', () => {
        results.table.clear();
        return null;
      }),
    ],
  ]);
  return made;
}

class PyOrderKey extends PyObject {
  readonly value: Value;
  readonly order: Value;
  constructor(value: Value, order: Value) {
    super();
    this.value = value;
    this.order = order;
  }
}
defineType<PyOrderKey>({
  name: 'KeyWrapper',
  module: 'functools',
  class: PyOrderKey,
  compare: (a, operator, b) =>
    b instanceof PyOrderKey ? richCompare(operator, call(a.order, [a.value, b.value]), 0) : NotImplemented,
  hash: null,
});

export const functoolsModule = (): PyModule =>
  defineModule({
    name: 'functools',
    only: {
      python3: [
        'lru_cache',
        'cache',
        'singledispatch',
        'cached_property',
        'partialmethod',
        'singledispatchmethod',
      ],
    },
    values: {
      partial: partialType,
      reduce: reduceFunction,
      WRAPPER_ASSIGNMENTS: new PyTuple(
        copiedAttributes.filter((name) => pythonVersion() === 3 || name !== '__qualname__'),
      ),
      WRAPPER_UPDATES: new PyTuple(['__dict__']),
    },
    functions: {
      'wraps(wrapped, assigned?, updated?)': (wrapped: Value) =>
        builtin('wraps(wrapper)', (wrapper: Value) => updateWrapper(wrapper, wrapped)),
      'update_wrapper(wrapper, wrapped, assigned?, updated?)': updateWrapper,
      'cmp_to_key(mycmp)': (order: Value) =>
        builtin('cmp_to_key(obj)', (value: Value) => new PyOrderKey(value, order)),
      'lru_cache(maxsize?, typed?)': (given?: Value) =>
        given !== undefined && given !== null && typeof given === 'object'
          ? cached(given)
          : builtin('lru_cache(user_function)', cached),
      'cache(user_function)': cached,
    },
    refused: ['singledispatch', 'total_ordering', 'cached_property', 'partialmethod', 'singledispatchmethod'],
  });

const binaryNames = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  lshift: '<<',
  rshift: '>>',
  and_: '&',
  or_: '|',
  xor: '^',
} as const;

const comparisonOperators: Readonly<Record<string, RichComparison>> = {
  lt: '<',
  le: '<=',
  eq: '==',
  ne: '!=',
  gt: '>',
  ge: '>=',
};

function operatorFunctions(): Record<string, NativeBody> {
  const table: Record<string, NativeBody> = {};
  for (const [name, operator] of Object.entries(binaryNames)) {
    table[`${name}(a, b)`] = (a: Value, b: Value) => binaryFunctions[operator](a, b);
    table[`i${name.replace('_', '')}(a, b)`] = (a: Value, b: Value) => inPlace(operator, a, b);
  }
  for (const [name, operator] of Object.entries(comparisonOperators)) {
    table[`${name}(a, b)`] = (a: Value, b: Value) => richCompare(operator, a, b);
  }
  return table;
}

const dotted = (value: Value, path: string): Value =>
  path.split('.').reduce<Value>((object, name) => getAttribute(object, name), value);

function getter(name: string, args: readonly Value[], get: (value: Value, part: Value) => Value): Value {
  if (args.length === 0) raiseTypeError(`${name} expected 1 argument, got 0`);
  return builtin(`${name}(obj, /)`, (value: Value) =>
    args.length === 1 ? get(value, args[0]!) : new PyTuple(args.map((part) => get(value, part))),
  );
}

export const operatorModule = (): PyModule =>
  defineModule({
    name: 'operator',
    only: { python2: ['div', 'idiv'], python3: ['matmul', 'imatmul', 'call', 'length_hint'] },
    functions: {
      ...operatorFunctions(),
      'abs(a)': absolute,
      'call(obj, /, *args, **kwargs)': (callee: Value, args: Value[], named: Map<string, Value>) =>
        call(callee, args, named),
      'countOf(a, b)': (items: Value, wanted: Value) =>
        toArray(items).filter((item) => equals(item, wanted)).length,
      'indexOf(a, b)': (items: Value, wanted: Value) => {
        const index = toArray(items).findIndex((item) => equals(item, wanted));
        return index < 0 ? raiseValueError('sequence.index(x): x not in sequence') : index;
      },
      'iconcat(a, b)': (a: Value, b: Value) => inPlace('+', a, b),
      'inv(a)': (a: Value) => unary('~', a),
      'length_hint(obj, default?)': (value: Value, missing?: Value) =>
        lookupInType(typeOf(value), '__len__') ? lengthOf(value) : (missing ?? 0),
      'idiv(a, b)': (a: Value, b: Value) => inPlace('classic /', a, b),
      'div(a, b)': (a: Value, b: Value) => binaryFunctions['classic /'](a, b),
      'neg(a)': (a: Value) => unary('-', a),
      'pos(a)': (a: Value) => unary('+', a),
      'invert(a)': (a: Value) => unary('~', a),
      'not_(a)': (a: Value) => !isTrue(a),
      'truth(a)': isTrue,
      'is_(a, b)': (a: Value, b: Value) => compare('is', a, b),
      'is_not(a, b)': (a: Value, b: Value) => compare('is not', a, b),
      'contains(a, b)': contains,
      'getitem(a, b)': getItem,
      'setitem(a, b, c)': (a: Value, b: Value, c: Value) => {
        setItem(a, b, c);
        return null;
      },
      'delitem(a, b)': (a: Value, b: Value) => {
        deleteItem(a, b);
        return null;
      },
      'concat(a, b)': (a: Value, b: Value) => binaryFunctions['+'](a, b),
      'index(a)': indexOf,
      'itemgetter(*items)': (items: Value[]) => getter('itemgetter', items, getItem),
      'attrgetter(*attrs)': (names: Value[]) => {
        const wrong = names.find((name) => typeof name !== 'string');
        if (wrong !== undefined) raiseTypeError('attribute name must be a string');
        return getter('attrgetter', names, (value, name) => dotted(value, name as string));
      },
      'methodcaller(name, *args, **kwargs)': (name: Value, args: Value[], named: Map<string, Value>) =>
        builtin('methodcaller(obj, /)', (value: Value) =>
          call(getAttribute(value, attributeName(name)), args, named),
        ),
    },
  });
