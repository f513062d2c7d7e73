/**
 * The classes from which programs derive ops of their own, and `as_op`, which makes an op of a function. Theano 1.0.5, `gof/op.py` and
 * `compile/ops.py`; Aesara 2.9.4 and PyTensor 3.0.7, `graph/op.py`, `graph/utils.py` and `compile/ops.py`.
 */

import { fillText } from '../../../graph/dialects/fillText.ts';
import { type Dialect, dialects, type LibraryName } from '../../../graph/dialects.ts';
import { isSubtype } from '../../../graph/tensorType.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { equality } from '../../equality.ts';
import {
  exceptionType,
  notSupported,
  objectType,
  raise,
  raiseAssertionError,
  raiseAttributeError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { equals, isTrue } from '../../protocols/comparison.ts';
import { hash, identityOf } from '../../protocols/hashing.ts';
import { getItem, setItem } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defaultRepr, repr, str } from '../../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import {
  type Keywords,
  NotImplemented,
  PyInstance,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { field, setField } from '../standard/libraryClass.ts';
import { contextOf } from './libraryContext.ts';
import { appliedProgramOp, nodeOf } from './programOps.ts';
import { TensorTypeObject } from './tensorTypeObject.ts';

/** The classes that the others derive from: programs may derive from them, too. */
export const programOpBases: ReadonlySet<string> = new Set([
  'PureOp',
  'Op',
  'COp',
  'ExternalCOp',
  'OpenMPOp',
]);

/** One of {@link programOpBases} as a library has it. */
export function programOpClass(
  library: LibraryName,
  name: string,
  { module, bases }: { readonly module: string; readonly bases: readonly PyType[] },
): PyType {
  // The root has what all of them have.
  if (bases.length > 0) return defineType({ name, module, bases });
  const dialect = dialects[library];
  return defineType<PyObject>({
    name,
    module,
    bases: [objectType],
    create: (cls) => new PyInstance(cls),
    constants: {
      __subclassable__: true,
      default_output: null,
      ...(dialect.emptyOpTypes ? { itypes: null, otypes: null } : {}),
    },
    methods: {
      'make_node(*inputs)': (self: PyObject, inputs: Value[]) => makeNode(library, self, inputs),
      'perform(node, inputs, output_storage, params?)': (self: PyObject) =>
        notSupported(`${typeOf(self).name}, an op without perform: code in C does not run`),
      'do_constant_folding(*args)': () => true,
      ...gradientMethods(library, dialect),
    },
    call: (self, inputs, keywords) => applied(dialect, self, inputs, keywords),
    compare: (self, operator, other) => {
      if (operator !== '==' && operator !== '!=') return NotImplemented;
      const isEqual = operator === '!=' ? equals(self, other) : hasSameProperties(self, other);
      return operator === '==' ? isEqual : !isEqual;
    },
    hash: (self) => {
      const properties = propertiesOf(self);
      return properties === null
        ? identityOf(self)
        : hash(new PyTuple([typeOf(self), ...properties.values()]));
    },
    str: (self) => textOf(dialect, self),
    repr: dialect.opRepr === 'call' ? callText : defaultRepr,
  });
}

const callMethod = (self: Value, name: string, ...args: Value[]): Value =>
  call(getAttribute(self, name), args);

const rootOf = (library: LibraryName, type: PyType): PyType =>
  type.mro.findLast((each) => each.module.startsWith(`${library}.`))!;

const isOverridden = (self: PyObject, name: string, library: LibraryName): boolean => {
  const type = typeOf(self);
  return lookupInType(type, name) !== lookupInType(rootOf(library, type), name);
};

const refuse = (...message: string[]): never => raise(exceptionType('NotImplementedError'), ...message);

/** What an op inherits for its derivatives: a way from each name to the one that it defines, else a refusal. */
function gradientMethods(
  library: LibraryName,
  { opGradient, opPullback, noOpPushforward }: Dialect,
): Readonly<Record<string, NativeBody>> {
  return {
    'L_op(inputs, outputs, output_grads)': (self: PyObject, inputs: Value, outputs: Value, given: Value) =>
      opPullback && isOverridden(self, 'pullback', library)
        ? callMethod(self, 'pullback', inputs, outputs, given)
        : callMethod(self, 'grad', inputs, given),
    'R_op(inputs, eval_points)': (self: PyObject) =>
      refuse(fillText(noOpPushforward, str(self), typeOf(self).name)),
    ...(opGradient === 'absent'
      ? {}
      : {
          'grad(inputs, output_grads)': (self: PyObject) =>
            refuse(...(opGradient === 'named' ? [`grad not implemented for Op ${str(self)}`] : [])),
        }),
    ...(opPullback ? { 'pullback(inputs, outputs, cotangents)': pullbackOf(library) } : {}),
  };
}

const pullbackOf =
  (library: LibraryName): NativeBody =>
  (self: PyObject, inputs: Value, outputs: Value, given: Value) => {
    if (!isOverridden(self, 'L_op', library) && !isOverridden(self, 'grad', library))
      return refuse(`pullback not implemented for ${str(self)}`);
    contextOf(library).warn(
      'FutureWarning',
      `${typeOf(self).name} should implement \`pullback\` instead of \`L_op\`/\`grad\`. Direct \`L_op\`/\`grad\` implementations are deprecated and will stop being called in a future version.`,
    );
    return callMethod(self, 'L_op', inputs, outputs, given);
  };

/** The values that `__props__` names; null where a class names none. */
function propertiesOf(self: PyObject): ReadonlyMap<string, Value> | null {
  const names = lookupInType(typeOf(self), '__props__');
  if (names === undefined || names === null) return null;
  if (!(names instanceof PyTuple)) return raiseTypeError('__props__ has to be a tuple');
  return new Map(names.items.map((name) => [str(name), getAttribute(self, str(name))]));
}

function hasSameProperties(self: PyObject, other: Value): boolean {
  if (self === other) return true;
  const mine = propertiesOf(self);
  if (mine === null || typeOf(self) !== typeOf(other)) return false;
  const theirs = propertiesOf(other as PyObject)!;
  return [...mine].every(([name, value]) => equals(value, theirs.get(name)!));
}

/** The op as graphs print it. */
function textOf({ plainOpText }: Dialect, self: PyObject): string {
  const properties = propertiesOf(self);
  const { name } = typeOf(self);
  if (properties === null) return plainOpText === 'object' ? defaultRepr(self) : name;
  if (properties.size === 0) return name;
  return `${name}{${[...properties].map(([key, value]) => `${key}=${repr(value)}`).join(', ')}}`;
}

/** `op(*inputs)`. */
function applied(
  { opsNameOutputs }: Dialect,
  self: PyObject,
  inputs: readonly Value[],
  keywords: Keywords,
): Value {
  const given = new Map(keywords ?? []);
  const isList = isTrue(given.get('return_list') ?? false);
  given.delete('return_list');
  const name = opsNameOutputs ? (given.get('name') ?? null) : null;
  if (opsNameOutputs) given.delete('name');
  const { apply } = nodeOf(self, call(getAttribute(self, 'make_node'), inputs, given));
  apply.outputs[0]!.context.trial?.run(apply);
  const chosen = getAttribute(self, 'default_output');
  const outputs = new PyList([...apply.outputs]);
  const only = apply.outputs.length === 1 ? apply.outputs[0]! : null;
  const output = chosen === null ? only : (getItem(outputs, chosen) as Variable);
  if (name !== null) nameOutputs(apply.outputs, output, str(name));
  if (isList) return chosen === null ? outputs : new PyList([output]);
  return output ?? outputs;
}

function nameOutputs(outputs: readonly Variable[], output: Variable | null, name: string): void {
  if (output !== null) output.name = name;
  else
    outputs.forEach((each, i) => {
      each.name = `${name}_${i}`;
    });
}

/** `make_node` of an op that says `itypes` and `otypes`. */
function makeNode(library: LibraryName, self: PyObject, inputs: readonly Value[]): Value {
  const [itypes, otypes] = ['itypes', 'otypes'].map((name) => tryGetAttribute(self, name) ?? null);
  const context = contextOf(library);
  if (itypes === null || otypes === null) return refuse(dialects[library].noOpTypes);
  const wanted = toArray(itypes!).map((type) => (type as TensorTypeObject).type);
  if (inputs.length !== wanted.length)
    return raiseValueError(`We expected ${wanted.length} inputs but got ${inputs.length}.`);
  const variables = inputs.map((input) => {
    if (input instanceof Variable) return input;
    return raiseAttributeError(`'${typeOf(input).name}' object has no attribute 'type'`);
  });
  if (!variables.every(({ type }, i) => isSubtype(type, wanted[i]!)))
    return refuseInputs(context, self, { variables, itypes: itypes! });
  const outputs = new PyList(toArray(otypes!).map((type) => call(type, [])));
  return appliedProgramOp(context, self, [new PyList(variables), outputs]);
}

function refuseInputs(
  { dialect }: GraphContext,
  self: PyObject,
  { variables, itypes }: { readonly variables: readonly Variable[]; readonly itypes: Value },
): never {
  if (dialect.wrongOpInputs === 'lists') {
    const given = new PyList(variables.map((variable) => getAttribute(variable, 'type')));
    return raiseTypeError(`We expected inputs of types '${str(itypes)}' but got types '${str(given)}' `);
  }
  const lines = toArray(itypes).flatMap((wanted, i) => {
    const given = getAttribute(variables[i]!, 'type');
    const place = `Input ${i + 1}/${variables.length}`;
    return equals(wanted, given) ? [] : [`${place}: Expected ${str(wanted)}, got ${str(given)}`];
  });
  return raiseTypeError(`Invalid input types for Op ${str(self)}:\n${lines.join('\n')}`);
}

/** PyTensor's `repr` of an op. */
const callText = (self: PyObject): string => {
  const properties = [...(propertiesOf(self) ?? [])].map(([name, value]) => `${name}=${str(value)}`);
  return `${typeOf(self).name}(${properties.join(',')})`;
};

/** `ViewOp`: gives its input. Programs derive from it to change nothing but the gradient that flows back. */
export function viewOpClass(library: LibraryName, module: string, base: PyType): PyType {
  const passOn = (_: PyObject, ...args: Value[]): Value => args.at(-1)!;
  return defineType<PyObject>({
    name: 'ViewOp',
    module,
    bases: [base],
    constants: { __props__: new PyTuple([]) },
    methods: {
      'make_node(x)': (self: PyObject, x: Value) => {
        const output = call(getAttribute(x, 'type'), []);
        return appliedProgramOp(contextOf(library), self, [new PyList([x]), new PyList([output])]);
      },
      'perform(node, inp, out)': (_: PyObject, _node: Value, inputs: Value, outputs: Value) => {
        setItem(getItem(outputs, 0), 0, getItem(inputs, 0));
        return null;
      },
      ...(dialects[library].opPullback
        ? { 'pullback(inputs, outputs, cotangents)': passOn }
        : { 'grad(args, g_outs)': passOn }),
    },
  });
}

/** The function behind an op that `as_op` made. */
const functionOf = (self: PyObject): Value => field(self, '_FromFunctionOp__fn');

/** `FromFunctionOp`. */
export function functionOpClass(module: string, base: PyType): PyType {
  return defineType<PyObject>({
    name: 'FromFunctionOp',
    module,
    bases: [base],
    initialize: (self, [fn, itypes, otypes, shapes]) => {
      setField(self, '_FromFunctionOp__fn', fn!);
      setField(self, 'itypes', itypes!);
      setField(self, 'otypes', otypes!);
      if (shapes !== null) setField(self, 'infer_shape', shapes!);
    },
    methods: {
      'perform(node, inputs, outputs)': (self: PyObject, _node: Value, inputs: Value, outputs: Value) => {
        const found = call(functionOf(self), toArray(inputs));
        const results = found instanceof PyList || found instanceof PyTuple ? found.items : [found];
        const cells = toArray(outputs);
        if (results.length !== cells.length) return raiseAssertionError();
        for (const [i, result] of results.entries()) setItem(cells[i]!, 0, result);
        return null;
      },
    },
    compare: equality(
      (self, other) =>
        other instanceof PyObject &&
        typeOf(other) === typeOf(self) &&
        equals(functionOf(self), functionOf(other)),
    ),
    hash: (self) => hash(functionOf(self)),
    str: (self) => `FromFunctionOp{${str(getAttribute(functionOf(self), '__name__'))}}`,
  });
}

/** `as_op(itypes, otypes)`, which PyTensor calls `wrap_py` now. `functionOp` is the library's {@link functionOpClass}. */
export const functionOpMakers = (
  context: GraphContext,
  functionOp: () => PyType,
): Readonly<Record<string, NativeBody>> => {
  const decorator = (itypes: Value, otypes: Value, shapes: Value | undefined): Value => {
    const [inputs, outputs] = [typeList(context, 'itypes', itypes), typeList(context, 'otypes', otypes)];
    if (shapes !== undefined && shapes !== null && !isCallable(shapes))
      return raiseTypeError('infer_shape needs to be a callable');
    return builtin('make_op(fn)', (fn: Value) => call(functionOp(), [fn, inputs, outputs, shapes ?? null]));
  };
  return {
    'as_op(itypes, otypes, infer_shape?)': (itypes: Value, otypes: Value, shapes: Value | undefined) => {
      if (context.dialect.hasWrapPy)
        context.warn(
          'FutureWarning',
          'pytensor.as_op is deprecated and will be removed in a future release. Please use pytensor.wrap_py instead.',
        );
      return decorator(itypes, otypes, shapes);
    },
    'wrap_py(itypes, otypes, infer_shape?)': decorator,
  };
};

function typeList({ dialect }: GraphContext, name: string, given: Value): PyList {
  const items = given instanceof PyList || given instanceof PyTuple ? [...given.items] : [given];
  if (items.every((item) => item instanceof TensorTypeObject)) return new PyList(items);
  return raiseTypeError(`${name} has to be a list of ${dialect.title} types`);
}
