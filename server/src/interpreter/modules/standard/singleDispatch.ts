/** `functools.singledispatch` and `singledispatchmethod`: functions chosen by the type of the first argument. */
import { PyDict } from '../../containers.ts';
import { objectType, raiseTypeError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { address, repr } from '../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../pyType.ts';
import { builtin } from '../../signature.ts';
import { builtinFunctionType } from '../../types/methodTypes.ts';
import {
  type Keywords,
  PyBuiltin,
  PyFunction,
  type PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../../values.ts';
import { isSubclassOf } from '../builtinInspection.ts';
import { field, libraryClass, setField } from './libraryClass.ts';

/** A function with one implementation per type. */
class PyDispatched extends PyBuiltin {
  readonly fallback: Value;
  readonly registry: Map<PyType, Value>;

  constructor(fallback: Value) {
    const registry = new Map<PyType, Value>([[objectType, fallback]]);
    const body = (args: readonly Value[], keywords: Keywords): Value => {
      const [first] = args;
      if (first === undefined) {
        raiseTypeError(`${nameOf(fallback)} requires at least 1 positional argument`);
      }
      return call(implementation(registry, typeOf(first)), args, keywords);
    };
    super('singledispatch', body, { bindsSelf: true });
    this.fallback = fallback;
    this.registry = registry;
  }
}

const nameOf = (callee: Value): string =>
  String(tryGetAttribute(callee, '__name__') ?? 'singledispatch function');

/** Of the nearest class in the linearization; then of the most special abstract class. */
function implementation(registry: ReadonlyMap<PyType, Value>, type: PyType): Value {
  for (const each of type.mro) {
    const found = registry.get(each);
    if (found !== undefined && each !== objectType) return found;
  }
  let best: PyType = objectType;
  for (const each of registry.keys()) {
    if (each !== best && isSubclassOf(type, each) && (best === objectType || isSubtype(each, best)))
      best = each;
  }
  return registry.get(best)!;
}

/** The classes that `register` was given: a class, or a union of classes. */
function classesOf(given: Value): PyType[] {
  if (given instanceof PyType) return [given];
  const parts = given === null ? undefined : tryGetAttribute(given, '__args__');
  if (parts instanceof PyTuple && parts.items.every((each) => each instanceof PyType || each === null)) {
    return parts.items.map((each) => (each instanceof PyType ? each : typeOf(null)));
  }
  return [];
}

function register(self: PyDispatched, given: Value, callee: Value | undefined): Value {
  if (callee !== undefined && callee !== null) {
    for (const type of classesOf(given)) self.registry.set(type, callee);
    return callee;
  }
  const types = classesOf(given);
  if (types.length > 0) {
    return builtin('register(func)', (wrapped: Value) => register(self, given, wrapped));
  }
  const annotations = given === null ? undefined : tryGetAttribute(given, '__annotations__');
  const first = annotations instanceof PyDict ? annotations.table.values()[0] : undefined;
  if (first === undefined) {
    raiseTypeError(
      `Invalid first argument to \`register()\`: ${repr(given)}. Use either \`@register(some_class)\` or plain \`@register\` on an annotated function.`,
    );
  }
  return register(self, first, given);
}

const inherited =
  (name: string) =>
  (self: PyDispatched): Value =>
    tryGetAttribute(self.fallback, name) ?? null;

defineType<PyDispatched>({
  name: 'function',
  class: PyDispatched,
  bases: [builtinFunctionType],
  attributes: {
    __wrapped__: (self) => self.fallback,
    __name__: inherited('__name__'),
    __qualname__: inherited('__qualname__'),
    __module__: inherited('__module__'),
    __doc__: inherited('__doc__'),
    registry: (self) => PyDict.from(self.registry),
  },
  methods: {
    'register(cls, func?)': register,
    'dispatch(cls)': (self: PyDispatched, type: Value) =>
      type instanceof PyType
        ? implementation(self.registry, type)
        : raiseTypeError('dispatch() needs a class'),
  },
  repr: (self) => `<function ${nameOf(self.fallback)} at ${address(self)}>`,
});

/** The body of `singledispatch(func)`. */
export const singleDispatch = (callee: Value): Value => new PyDispatched(callee);

/** The class `singledispatchmethod`: dispatches on the argument after `self`. */
export const singleDispatchMethodClass = (): PyType =>
  libraryClass({
    name: 'singledispatchmethod',
    module: 'functools',
    methods: {
      '__init__(func)': (self: PyObject, callee: Value) => {
        setField(self, 'dispatcher', new PyDispatched(callee));
        setField(self, 'func', callee);
        return null;
      },
      'register(cls, method?)': (self: PyObject, given: Value, callee?: Value) =>
        register(field(self, 'dispatcher') as PyDispatched, given, callee),
      '__get__(instance, owner?)': (self: PyObject, instance: Value, owner?: Value) => {
        const dispatcher = field(self, 'dispatcher') as PyDispatched;
        return new PyBuiltin(nameOf(dispatcher.fallback), (args, keywords) => {
          const [first] = args;
          if (first === undefined) {
            raiseTypeError(`${nameOf(dispatcher.fallback)} requires at least 1 positional argument`);
          }
          const found = implementation(dispatcher.registry, typeOf(first));
          return call(boundTo(found, instance, owner ?? null), args, keywords);
        });
      },
    },
  });

function boundTo(callee: Value, instance: Value, owner: Value): Value {
  if (callee instanceof PyFunction) {
    return instance === null
      ? callee
      : new PyBuiltin(callee.name, (args, keywords) => call(callee, [instance, ...args], keywords));
  }
  const get = tryGetAttribute(callee, '__get__');
  if (get !== undefined) return call(get, [instance, owner]);
  const inner = tryGetAttribute(callee, '__func__');
  if (inner === undefined) return callee;
  const first = typeOf(callee).name === 'classmethod' ? [owner] : [];
  return new PyBuiltin('method', (args, keywords) => call(inner, [...first, ...args], keywords));
}
