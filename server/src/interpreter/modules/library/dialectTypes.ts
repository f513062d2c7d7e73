/** The Python types of variables, tensor types and functions: each library has its own, with its own module names. */
import { CompiledFunction } from '../../../graph/compiledFunction.ts';
import type { LibraryName } from '../../../graph/dialects.ts';
import { Constant, SharedVariable, Variable } from '../../../graph/variable.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import type { PyType } from '../../values.ts';
import { compiledFunctionType } from './functionModule.ts';
import { PyUntil, untilType } from './scanModule.ts';
import { sharedVariableType } from './sharedVariables.ts';
import { createTensorType, TensorTypeObject, tensorTypeType } from './tensorTypeObject.ts';
import { constantType, variableType } from './variableTypes.ts';

interface LibraryTypes {
  readonly variable: PyType;
  readonly constant: PyType;
  readonly shared: PyType;
  /** Shared variables made from numbers. */
  readonly scalarShared: PyType;
  readonly tensorType: PyType;
  readonly compiled: PyType;
}

/** Modules of variables and of functions. */
const modules: Readonly<Record<LibraryName, readonly [variables: string, functions: string]>> = {
  theano: ['tensor.var', 'compile.function_module'],
  aesara: ['tensor.var', 'compile.function.types'],
  pytensor: ['tensor.variable', 'compile.executor'],
};

function typesFor(library: LibraryName): LibraryTypes {
  const make = (base: PyType, name: string, module: string): PyType =>
    defineType({ name, module: `${library}.${module}`, bases: [base] });
  const [variables, functions] = modules[library];
  const shared = make(sharedVariableType, 'TensorSharedVariable', 'tensor.sharedvar');
  return {
    variable: make(variableType, 'TensorVariable', variables),
    constant: make(constantType, 'TensorConstant', variables),
    shared,
    scalarShared:
      library === 'pytensor' ? shared : make(sharedVariableType, 'ScalarSharedVariable', 'tensor.sharedvar'),
    tensorType: defineType({
      name: 'TensorType',
      module: `${library}.tensor.type`,
      bases: [tensorTypeType],
      create: createTensorType(library),
    }),
    compiled: make(compiledFunctionType, 'Function', functions),
  };
}

/** The types of each library. */
export const libraryTypes: Readonly<Record<LibraryName, LibraryTypes>> = {
  theano: typesFor('theano'),
  aesara: typesFor('aesara'),
  pytensor: typesFor('pytensor'),
};

const typesOf = (value: Variable | TensorTypeObject | CompiledFunction): LibraryTypes =>
  libraryTypes[value.context.dialect.library];

chooseTypeBy(Variable, (value) => typesOf(value).variable);
chooseTypeBy(Constant, (value) => typesOf(value).constant);
chooseTypeBy(SharedVariable, (value) => typesOf(value)[value.isScalar ? 'scalarShared' : 'shared']);
chooseTypeBy(TensorTypeObject, (value) => typesOf(value).tensorType);
const untilTypes: Readonly<Record<LibraryName, PyType>> = {
  theano: untilOf('theano.scan_module.scan_utils'),
  aesara: untilOf('aesara.scan.utils'),
  pytensor: untilOf('pytensor.scan.utils'),
};

function untilOf(module: string): PyType {
  return defineType({ name: 'until', module, bases: [untilType] });
}

chooseTypeBy(PyUntil, (value) => untilTypes[value.condition.context.dialect.library]);
chooseTypeBy(CompiledFunction, (value) => typesOf(value).compiled);
