/** `operator`: every operator as a function, and getters. */
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call, callMethodOfType } from '../../protocols/calls.ts';
import { compare, contains, equals, isTrue, richCompare } from '../../protocols/comparison.ts';
import { deleteItem, getItem, indexOf, lengthOf, setItem } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { binaryFunctions, inPlace, unary } from '../../protocols/operators.ts';
import { repr } from '../../protocols/text.ts';
import { defineType, lookupInType, type RichComparison, typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { NotImplemented, PyIterator, type PyModule, PyObject, PyTuple, type Value } from '../../values.ts';
import { attributeName } from '../builtinInspection.ts';
import { absolute } from '../builtinNumbers.ts';

/** What `itemgetter`, `attrgetter` and `methodcaller` give. */
class PyGetter extends PyObject {
  readonly name: string;
  readonly shown: string;
  readonly get: (value: Value) => Value;
  constructor(name: string, shown: string, get: (value: Value) => Value) {
    super();
    this.name = name;
    this.shown = shown;
    this.get = get;
  }
}

const getterClasses = new Map<string, typeof PyGetter>();
for (const name of ['itemgetter', 'attrgetter', 'methodcaller']) {
  class Getter extends PyGetter {}
  defineType<PyGetter>({
    name,
    module: 'operator',
    class: Getter,
    call: (self, args) => {
      if (args.length !== 1) raiseTypeError(`${name} expected 1 argument, got ${args.length}`);
      return self.get(args[0]!);
    },
    repr: (self) => `operator.${name}(${self.shown})`,
  });
  getterClasses.set(name, Getter);
}

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
    table[`${name}(a, b, /)`] = (a: Value, b: Value) => binaryFunctions[operator](a, b);
    table[`i${name.replace('_', '')}(a, b, /)`] = (a: Value, b: Value) => inPlace(operator, a, b);
  }
  for (const [name, operator] of Object.entries(comparisonOperators)) {
    table[`${name}(a, b, /)`] = (a: Value, b: Value) => richCompare(operator, a, b);
  }
  return table;
}

const dotted = (value: Value, path: string): Value =>
  path.split('.').reduce<Value>((object, name) => getAttribute(object, name), value);

const makeGetter = (name: string, shown: string, get: (value: Value) => Value): Value =>
  new (getterClasses.get(name)!)(name, shown, get);

function getter(name: string, args: readonly Value[], get: (value: Value, part: Value) => Value): Value {
  if (args.length === 0) raiseTypeError(`${name} expected 1 argument, got 0`);
  return makeGetter(name, args.map(repr).join(', '), (value) =>
    args.length === 1 ? get(value, args[0]!) : new PyTuple(args.map((part) => get(value, part))),
  );
}

/** Iterators over built-in containers know how many elements are left; ours have to be counted, and can not be put back. */
const iteratorHint = (value: PyIterator, missing: Value): Value =>
  /^(?:generator|map|filter|zip|enumerate|itertools\..*)$/.test(value.typeName) &&
  value.typeName !== 'itertools.repeat'
    ? missing
    : notSupported('operator.length_hint of this iterator');

function lengthHint(value: Value, missing?: Value): Value {
  if (lookupInType(typeOf(value), '__len__')) return lengthOf(value);
  if (value instanceof PyIterator) return iteratorHint(value, missing ?? 0);
  const hint = callMethodOfType(value, '__length_hint__');
  return hint === undefined || hint === NotImplemented ? (missing ?? 0) : hint;
}

export const operatorModule = (): PyModule =>
  defineModule({
    name: 'operator',
    only: { python2: ['div', 'idiv'], python3: ['matmul', 'imatmul', 'call', 'length_hint'] },
    functions: {
      ...operatorFunctions(),
      'abs(a, /)': absolute,
      'call(obj, /, *args, **kwargs)': (callee: Value, args: Value[], named: Map<string, Value>) =>
        call(callee, args, named),
      'countOf(a, b, /)': (items: Value, wanted: Value) =>
        toArray(items).filter((item) => equals(item, wanted)).length,
      'indexOf(a, b, /)': (items: Value, wanted: Value) => {
        const index = toArray(items).findIndex((item) => equals(item, wanted));
        return index < 0 ? raiseValueError('sequence.index(x): x not in sequence') : index;
      },
      'iconcat(a, b, /)': (a: Value, b: Value) => inPlace('+', a, b),
      'inv(a, /)': (a: Value) => unary('~', a),
      'length_hint(obj, default?, /)': lengthHint,
      'idiv(a, b, /)': (a: Value, b: Value) => inPlace('classic /', a, b),
      'div(a, b, /)': (a: Value, b: Value) => binaryFunctions['classic /'](a, b),
      'neg(a, /)': (a: Value) => unary('-', a),
      'pos(a, /)': (a: Value) => unary('+', a),
      'invert(a, /)': (a: Value) => unary('~', a),
      'not_(a, /)': (a: Value) => !isTrue(a),
      'truth(a, /)': isTrue,
      'is_(a, b, /)': (a: Value, b: Value) => compare('is', a, b),
      'is_not(a, b, /)': (a: Value, b: Value) => compare('is not', a, b),
      'contains(a, b, /)': contains,
      'getitem(a, b, /)': getItem,
      'setitem(a, b, c, /)': (a: Value, b: Value, c: Value) => {
        setItem(a, b, c);
        return null;
      },
      'delitem(a, b, /)': (a: Value, b: Value) => {
        deleteItem(a, b);
        return null;
      },
      'concat(a, b, /)': (a: Value, b: Value) => binaryFunctions['+'](a, b),
      'index(a, /)': indexOf,
      'itemgetter(*items)': (items: Value[]) => getter('itemgetter', items, getItem),
      'attrgetter(*attrs)': (names: Value[]) => {
        const wrong = names.find((name) => typeof name !== 'string');
        if (wrong !== undefined) raiseTypeError('attribute name must be a string');
        return getter('attrgetter', names, (value, name) => dotted(value, name as string));
      },
      'methodcaller(name, *args, **kwargs)': (name: Value, args: Value[], named: Map<string, Value>) =>
        makeGetter(
          'methodcaller',
          [...[name, ...args].map(repr), ...[...named].map(([key, value]) => `${key}=${repr(value)}`)].join(
            ', ',
          ),
          (value) => call(getAttribute(value, attributeName(name)), args, named),
        ),
    },
  });
