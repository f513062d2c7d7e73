/** `timeit`, `gc` and `types`: small modules about running programs. */

import { equalityAmong } from '../../equality.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { lifetimes } from '../../lifetimes.ts';
import { defineModule } from '../../nativeModule.ts';
import { setAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { createClass } from '../../protocols/classCreation.ts';
import { sizeOf } from '../../protocols/items.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, typeOf, typeType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { dictType } from '../../types/dictType.ts';
import { functionType, moduleType, noneType, propertyType } from '../../types/functionTypes.ts';
import { generatorType } from '../../types/generatorType.ts';
import { genericAliasType, unionType } from '../../types/genericTypes.ts';
import { mappingProxyType } from '../../types/mappingProxy.ts';
import { builtinFunctionType, methodType } from '../../types/methodTypes.ts';
import { boolType, floatType, intType } from '../../types/numberTypes.ts';
import { listType, tupleType } from '../../types/sequenceTypes.ts';
import { strType } from '../../types/strType.ts';
import {
  Ellipsis,
  NotImplemented,
  PyFloat,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';

const secondsOf = (callee: Value, count: number): number => {
  const start = runtime().now();
  for (let turn = 0; turn < count; turn++) call(callee, []);
  return (runtime().now() - start) / 1000;
};

function statement(given: Value | undefined): Value {
  if (given === undefined || typeof given === 'string') return notSupported('timeit of code in a text');
  return isCallable(given) ? given : raiseTypeError('stmt is neither a string nor callable');
}

function repeatTiming(...given: (Value | undefined)[]): Value {
  const [stmt, setup, , repeat, number] = given;
  const callee = statement(stmt);
  const rounds = Array.from({ length: repeat === undefined ? 5 : sizeOf(repeat) }, () => {
    if (setup !== undefined && setup !== null && typeof setup !== 'string') call(setup, []);
    return new PyFloat(secondsOf(callee, number === undefined ? 1_000_000 : sizeOf(number)));
  });
  return new PyList(rounds);
}

class PyTimer extends PyObject {
  readonly callee: Value;
  constructor(callee: Value) {
    super();
    this.callee = callee;
  }
}
const timerType = defineType<PyTimer>({
  name: 'Timer',
  module: 'timeit',
  class: PyTimer,
  create: (_type, args, keywords) => new PyTimer(statement(args[0] ?? keywords?.get('stmt'))),
  methods: {
    'timeit(number?)': (self: PyTimer, number?: Value) =>
      new PyFloat(secondsOf(self.callee, number === undefined ? 1_000_000 : sizeOf(number))),
    'repeat(repeat?, number?)': (self: PyTimer, repeat?: Value, number?: Value) =>
      repeatTiming(self.callee, undefined, undefined, repeat, number),
  },
});

export const timeitModule = (): PyModule =>
  defineModule({
    name: 'timeit',
    values: { Timer: timerType },
    functions: {
      'timeit(stmt?, setup?, timer?, number?, globals?)': (...given: (Value | undefined)[]) => {
        const [stmt, setup, , number] = given;
        const callee = statement(stmt);
        if (setup !== undefined && setup !== null && typeof setup !== 'string') call(setup, []);
        return new PyFloat(secondsOf(callee, number === undefined ? 1_000_000 : sizeOf(number)));
      },
      'repeat(stmt?, setup?, timer?, repeat?, number?, globals?)': repeatTiming,
      'default_timer()': () => new PyFloat(runtime().now() / 1000),
    },
  });

export const gcModule = (): PyModule =>
  defineModule({
    name: 'gc',
    functions: {
      'collect(generation?)': () => (runtime().lifetimes === null ? 0 : lifetimes().collect()),
      'enable()': () => null,
      'disable()': () => null,
      'isenabled()': () => true,
      'get_count()': () => new PyTuple([0, 0, 0]),
      'freeze()': () => null,
    },
    refused: '*',
  });

/** `types.SimpleNamespace`. */
class PyNamespace extends PyObject {}
const namespaceType: PyType = defineType<PyNamespace>({
  name: 'SimpleNamespace',
  module: 'types',
  class: PyNamespace,
  create: (type, args, keywords) => {
    if (args.length > 0) raiseTypeError('no positional arguments expected');
    const made = new PyNamespace();
    if (!type.isNative) made.cls = type;
    for (const [name, value] of keywords ?? []) setAttribute(made, name, value);
    return made;
  },
  constants: { __subclassable__: true },
  attributes: { __dict__: (self) => namespaceOf(self) },
  compare: equalityAmong(PyNamespace, (a, b) => repr(namespaceOf(a)) === repr(namespaceOf(b))),
  repr: (self) => {
    const name = self.cls?.name ?? 'namespace';
    const parts = [...(self.attributes ?? [])].map(([key, value]) => `${key}=${repr(value)}`);
    return `${name}(${parts.join(', ')})`;
  },
});

const namespaceOf = (self: PyNamespace): Value => call(dictType, [], new Map(self.attributes ?? []));

const python2Types = {
  IntType: intType,
  FloatType: floatType,
  BooleanType: boolType,
  ListType: listType,
  TupleType: tupleType,
  DictType: dictType,
  StringType: strType,
};

/** `types.new_class` and `prepare_class` are refused; `type(name, bases, dict)` does the same. */
export const typesModule = (): PyModule =>
  defineModule({
    name: 'types',
    only: {
      python2: Object.keys(python2Types),
      python3: [
        'SimpleNamespace',
        'MappingProxyType',
        'GenericAlias',
        'UnionType',
        'EllipsisType',
        'DynamicClassAttribute',
      ],
    },
    values: {
      ...python2Types,
      FunctionType: functionType,
      LambdaType: functionType,
      MethodType: methodType,
      BuiltinFunctionType: builtinFunctionType,
      BuiltinMethodType: builtinFunctionType,
      GeneratorType: generatorType,
      ModuleType: moduleType,
      NoneType: noneType,
      EllipsisType: typeOf(Ellipsis),
      NotImplementedType: typeOf(NotImplemented),
      MappingProxyType: mappingProxyType,
      SimpleNamespace: namespaceType,
      GenericAlias: genericAliasType,
      UnionType: unionType,
      DynamicClassAttribute: propertyType,
    },
    functions: {
      'new_class(name, bases?, kwds?, exec_body?)': (name: Value, bases?: Value) =>
        createClass(typeType, {
          name: str(name),
          bases: bases instanceof PyTuple ? bases.items : [],
          namespace: new Map(),
          keywords: new Map(),
        }),
    },
    refused: '*',
  });
