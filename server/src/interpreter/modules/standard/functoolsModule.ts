/** `functools`. The caches are in `functionCaches.ts`, dispatch by type in `singleDispatch.ts`. */
import { PyDict } from '../../containers.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { setAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { equals, isTrue, richCompare } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { comparisonNames, defineType, lookupInType, type RichComparison } from '../../pyType.ts';
import { classChanged, pythonVersion } from '../../runtime.ts';
import { builtin } from '../../signature.ts';
import {
  NotImplemented,
  PyBuiltin,
  type PyModule,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { reduceFunction } from '../builtinIteration.ts';
import { cache, cachedPropertyClass, lruCache } from './functionCaches.ts';
import { field, libraryClass, setField } from './libraryClass.ts';
import { singleDispatch, singleDispatchMethodClass } from './singleDispatch.ts';

export class PyPartial extends PyObject {
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

/** The body of `update_wrapper`. */
export function updateWrapper(wrapper: Value, wrapped: Value, assigned?: Value): Value {
  const names = assigned === undefined ? copiedAttributes : toArray(assigned).map(str);
  for (const name of names) {
    const value = tryGetAttribute(wrapped, name);
    if (value !== undefined && (pythonVersion() === 3 || name !== '__qualname__'))
      setAttribute(wrapper, name, value);
  }
  const own = wrapped instanceof PyObject ? wrapped.attributes : null;
  for (const [name, value] of own ?? []) setAttribute(wrapper, name, value);
  if (pythonVersion() === 3) setAttribute(wrapper, '__wrapped__', wrapped);
  return wrapper;
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

/** How `total_ordering` makes the other comparisons of one. `undefined`: the other operand is not known. */
const derivedOrders: readonly (readonly [root: RichComparison, rest: readonly Derived[]])[] = [
  [
    '<',
    [
      { operator: '>', unless: true, also: '!=' },
      { operator: '<=', or: '==' },
      { operator: '>=', unless: true },
    ],
  ],
  [
    '<=',
    [
      { operator: '>=', unless: true, or: '==' },
      { operator: '<', also: '!=' },
      { operator: '>', unless: true },
    ],
  ],
  [
    '>',
    [
      { operator: '<', unless: true, also: '!=' },
      { operator: '>=', or: '==' },
      { operator: '<=', unless: true },
    ],
  ],
  [
    '>=',
    [
      { operator: '<=', unless: true, or: '==' },
      { operator: '>', also: '!=' },
      { operator: '<', unless: true },
    ],
  ],
];

interface Derived {
  readonly operator: RichComparison;
  /** The root is negated. */
  readonly unless?: boolean;
  readonly also?: '!=';
  readonly or?: '==';
}

function totalOrdering(type: Value): Value {
  if (!(type instanceof PyType)) return raiseTypeError('total_ordering() needs a class');
  const has = (operator: RichComparison): boolean =>
    (lookupInType(type, comparisonNames[operator]) ?? null) !== null;
  const found = derivedOrders.find(([root]) => has(root));
  if (!found) return raiseValueError('must define at least one ordering operation: < > <= >=');
  const [root, rest] = found;
  for (const derived of rest) {
    const name = comparisonNames[derived.operator];
    if (has(derived.operator)) continue;
    const body = (self: Value, other: Value): Value => deriveOrder(root, derived, self, other);
    type.namespace.set(name, new PyBuiltin(name, (args) => body(args[0]!, args[1]!), { bindsSelf: true }));
  }
  classChanged(type);
  return type;
}

function deriveOrder(root: RichComparison, derived: Derived, self: Value, other: Value): Value {
  const result = callMethodOfType(self, comparisonNames[root], other) ?? NotImplemented;
  if (result === NotImplemented) return result;
  const holds = isTrue(result) !== (derived.unless ?? false);
  if (derived.also) return holds && !equals(self, other);
  return derived.or ? holds || equals(self, other) : holds;
}

const partialMethodClass = (): PyType =>
  libraryClass({
    name: 'partialmethod',
    module: 'functools',
    methods: {
      '__init__(func, /, *args, **keywords)': (
        self: PyObject,
        callee: Value,
        args: Value[],
        named: Map<string, Value>,
      ) => {
        setField(self, 'func', callee);
        setField(self, 'args', new PyTuple(args));
        setField(self, 'keywords', PyDict.from(named));
        return null;
      },
      '__get__(instance, owner?)': (self: PyObject, instance: Value) => {
        const args = (field(self, 'args') as PyTuple).items;
        const own = (field(self, 'keywords') as PyDict).table;
        const first = instance === null ? [] : [instance];
        return new PyBuiltin('partialmethod', (more, keywords) => {
          const named = new Map([
            ...[...own.entries()].map(({ key, value }) => [String(key), value] as const),
            ...(keywords ?? []),
          ]);
          return call(field(self, 'func'), [...first, ...args, ...more], named.size > 0 ? named : null);
        });
      },
    },
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
      cached_property: cachedPropertyClass(),
      partialmethod: partialMethodClass(),
      singledispatchmethod: singleDispatchMethodClass(),
      WRAPPER_ASSIGNMENTS: new PyTuple(
        copiedAttributes.filter((name) => pythonVersion() === 3 || name !== '__qualname__'),
      ),
      WRAPPER_UPDATES: new PyTuple(['__dict__']),
    },
    functions: {
      'wraps(wrapped, assigned?, updated?)': (wrapped: Value, assigned?: Value) =>
        builtin('wraps(wrapper)', (wrapper: Value) => updateWrapper(wrapper, wrapped, assigned)),
      'update_wrapper(wrapper, wrapped, assigned?, updated?)': updateWrapper,
      'cmp_to_key(mycmp)': (order: Value) =>
        builtin('cmp_to_key(obj)', (value: Value) => new PyOrderKey(value, order)),
      'lru_cache(maxsize?, typed?)': lruCache,
      'cache(user_function)': cache,
      'singledispatch(func)': singleDispatch,
      'total_ordering(cls)': totalOrdering,
    },
  });
