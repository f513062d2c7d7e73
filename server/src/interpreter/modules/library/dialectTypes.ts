/** The Python types of variables, tensor types and functions: each library has its own, with its own module names. */

import { CompiledFunction } from '../../../graph/compiledFunction.ts';
import { dialects, type LibraryName, type PerLibrary } from '../../../graph/dialects.ts';
import { stateType } from '../../../graph/random/generatorState.ts';
import type { GeneratorKind } from '../../../graph/tensorType.ts';
import { Constant, SharedVariable, Variable } from '../../../graph/variable.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import type { PyType } from '../../values.ts';
import { compiledFunctionType } from './functionObject.ts';
import { contextOf } from './libraryContext.ts';
import { variableType } from './plainVariable.ts';
import { printingMethods } from './printingModule.ts';
import { generatorMethodsType } from './random/generatorMethods.ts';
import { sharedGeneratorType } from './random/sharedGeneratorType.ts';
import { PyUntil, untilType } from './scanModule.ts';
import { sharedVariableType } from './sharedVariables.ts';
import { createTensorType, TensorTypeObject, tensorTypeType } from './tensorTypeObject.ts';
import { constantType, refusals, tensorOperatorsType } from './variableTypes.ts';

interface LibraryTypes {
  readonly variable: PyType;
  readonly constant: PyType;
  /** Indices between brackets. */
  readonly number: PyType;
  readonly numberConstant: PyType;
  readonly shared: PyType;
  /** Shared variables made from numbers. */
  readonly scalarShared: PyType;
  readonly tensorType: PyType;
  readonly compiled: PyType;
  /** States of random generators. */
  readonly generator: PyType;
  /** The types of such variables, and what they have in common. */
  readonly randomType: PyType;
  readonly generatorType: Readonly<Record<GeneratorKind, PyType>>;
  readonly sharedGenerator: Readonly<Record<GeneratorKind, PyType>>;
}

/** Modules of variables and of functions. */
const modules: PerLibrary<readonly [variables: string, functions: string]> = {
  theano: ['tensor.var', 'compile.function_module'],
  aesara: ['tensor.var', 'compile.function.types'],
  pytensor: ['tensor.variable', 'compile.executor'],
};

function typesFor(library: LibraryName): LibraryTypes {
  const dialect = dialects[library];
  const methods = dialect.variableMethods === 'printing' ? printingMethods : {};
  const make = (bases: readonly PyType[], name: string, module: string): PyType =>
    defineType({ name, module: `${library}.${module}`, bases, methods });
  const makeTensor = (bases: readonly PyType[], name: string, module: string): PyType =>
    dialect.numberRefusal === 'own'
      ? defineType({
          ...refusals,
          name,
          module: `${library}.${module}`,
          bases,
          methods: { ...methods, ...refusals.methods },
        })
      : make(bases, name, module);
  const [variables, functions] = modules[library];
  const tensor = [tensorOperatorsType, variableType];
  const tensorShared = [tensorOperatorsType, sharedVariableType];
  const shared = makeTensor(tensorShared, 'TensorSharedVariable', 'tensor.sharedvar');
  const generators = dialect.generatorHome;
  const hasMethods = dialect.generatorVariables === 'ownMethods';
  const generator = hasMethods
    ? make([generatorMethodsType, variableType], 'RandomGeneratorVariable', generators)
    : variableType;
  const randomType = make([tensorTypeType], 'RandomType', 'tensor.random.type');
  return {
    variable: makeTensor(tensor, 'TensorVariable', variables),
    constant: makeTensor([constantType], 'TensorConstant', variables),
    number: make([variableType], 'ScalarVariable', dialect.numberHome),
    numberConstant: make([constantType], 'ScalarConstant', dialect.numberHome),
    shared,
    scalarShared:
      dialect.sharedNumbers === 'ownClass'
        ? make(tensorShared, 'ScalarSharedVariable', 'tensor.sharedvar')
        : shared,
    tensorType: defineType({
      name: 'TensorType',
      module: `${library}.tensor.type`,
      bases: [tensorTypeType],
      create: createTensorType(library),
    }),
    compiled: make([compiledFunctionType], 'Function', functions),
    generator,
    randomType,
    generatorType: {
      RandomState: stateTypeOf(library, randomType, 'RandomState'),
      Generator: stateTypeOf(library, randomType, 'Generator'),
    },
    sharedGenerator: {
      RandomState: make([sharedGeneratorType], 'RandomStateSharedVariable', dialect.sharedStateHome),
      Generator: make(
        hasMethods ? [sharedGeneratorType, generator] : [sharedGeneratorType],
        'RandomGeneratorSharedVariable',
        generators,
      ),
    },
  };
}

const stateTypeOf = (library: LibraryName, base: PyType, kind: GeneratorKind): PyType =>
  defineType<TensorTypeObject>({
    name: { RandomState: 'RandomStateType', Generator: 'RandomGeneratorType' }[kind],
    module: dialects[library].stateTypeHome,
    bases: [base],
    create: () => new TensorTypeObject(contextOf(library), stateType(kind)),
  });

/** The types of each library. */
export const libraryTypes: PerLibrary<LibraryTypes> = {
  theano: typesFor('theano'),
  aesara: typesFor('aesara'),
  pytensor: typesFor('pytensor'),
};

const typesOf = (value: Variable | TensorTypeObject | CompiledFunction): LibraryTypes =>
  libraryTypes[value.context.dialect.library];

chooseTypeBy(
  Variable,
  (value) =>
    typesOf(value)[
      value.type.isNumber ? 'number' : value.type.generator === undefined ? 'variable' : 'generator'
    ],
);
chooseTypeBy(Constant, (value) => typesOf(value)[value.type.isNumber ? 'numberConstant' : 'constant']);
chooseTypeBy(SharedVariable, (value) => {
  const types = typesOf(value);
  const { generator } = value.type;
  if (generator !== undefined) return types.sharedGenerator[generator];
  return types[value.isScalar ? 'scalarShared' : 'shared'];
});
chooseTypeBy(TensorTypeObject, (value) => {
  const { generator } = value.type;
  return generator === undefined ? typesOf(value).tensorType : typesOf(value).generatorType[generator];
});
const untilTypes: PerLibrary<PyType> = {
  theano: untilOf('theano.scan_module.scan_utils'),
  aesara: untilOf('aesara.scan.utils'),
  pytensor: untilOf('pytensor.scan.utils'),
};

function untilOf(module: string): PyType {
  return defineType({ name: 'until', module, bases: [untilType] });
}

chooseTypeBy(PyUntil, (value) => untilTypes[value.condition.context.dialect.library]);
chooseTypeBy(CompiledFunction, (value) => typesOf(value).compiled);
