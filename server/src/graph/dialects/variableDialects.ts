/**
 * The differences between the libraries in what programs do with variables and constants as Python objects, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface VariableDialect {
  /** `bool(x)` of a variable: True for a bare variable, or always refused. */
  readonly boolOfVariable: 'bareIsTrue' | 'refused';
  /** A Python or NumPy bool in an expression. */
  readonly boolConstants: 'AsTensorError' | 'TypeError';
  /** Whether equal small numbers are one constant. */
  readonly smallConstants: 'shared' | 'separate';
  /** What an array of one element is as a constant: a copy, or the element that it has. */
  readonly arrayConstants: 'copy' | 'element';
  /** Whether it is said why a value is no constant. */
  readonly noConstantText: 'reason' | 'none';
  /** Functions for constants: one, or one for scalars and one for what lies below. */
  readonly constantFunctions: 'one' | 'two';
  /** The length of what is no vector: `{0}` is the variable, `{1}` its type. */
  readonly noVector: string;
  /** A vector whose length is not known: `{0}` is its text, `{1}` that of `debugprint`. */
  readonly unknownLength: string;
  /** The exception for a variable that is no tensor. */
  readonly noTensorType: 'AsTensorError' | 'TypeError';
  /** Its text; `{0}` is the class of the type. */
  readonly noTensorTypeText: string;
  /** The exception for a value that is no tensor. */
  readonly noTensor: 'AsTensorError' | 'NotImplementedError';
  /** Its text: `{0}` is the value, `{1}` its `repr`. */
  readonly noTensorText: string;
  /** Whether variables and functions have `dprint`. */
  readonly variableMethods: 'plain' | 'printing';
  /** The module of constants between brackets. */
  readonly numberHome: 'gof.graph' | 'scalar.basic';
  /** The module of variables without a type of tensors. */
  readonly placeholderHome: string;
  /** Errors of an operator that Python tells as unsupported operands, with blanks between them. */
  readonly forgivenErrors: string;
  /** Iteration over what is no vector. */
  readonly noIteration: string;
  /** Assignment to a part of a variable. */
  readonly noAssignment: string;
  /** Whose words refuse a variable where Python wants a number. */
  readonly numberRefusal: 'python' | 'own';
  /** Whether variables have `mT`. */
  readonly matrixTranspose: 'absent' | 'present';
  /** What the operator `@` does. */
  readonly matmulOperator: 'absent' | 'dot' | 'matmul';
  /** The `repr` of a constant: its text, or class, type and value. */
  readonly constantRepr: 'text' | 'parts';
  /** What may be the test value of a variable. */
  readonly tagValues: 'any' | 'fitting';
  /** The attribute `size` of a number. */
  readonly sizeOfNumber: 'int' | 'constant';
  /** A type of elements `{0}` that is none. */
  readonly wrongDType: string;
  /** The signature of `tensor`. */
  readonly tensorSignature: string;
  /** What `tensor` takes for a shape: which lengths are 1, that or lengths, or lengths. */
  readonly tensorShape: 'pattern' | 'patternOrLengths' | 'lengths';
  /** Whether the module of tensors has numbers of NumPy and `newaxis`. */
  readonly numpyNames: 'absent' | 'present';
  /** What names a type of elements: the names of types only, or all that NumPy takes. */
  readonly namesOfTypes: 'own' | 'numpy';
  /** What `constant` takes: numbers and arrays of them, or all that becomes a tensor. */
  readonly constantValues: 'numbers' | 'tensors';
}

const theano: VariableDialect = {
  boolOfVariable: 'bareIsTrue',
  boolConstants: 'AsTensorError',
  smallConstants: 'shared',
  arrayConstants: 'copy',
  noConstantText: 'reason',
  constantFunctions: 'one',
  noVector: "argument must be symbolic vector, got '{0}'",
  unknownLength: 'length not known: {1}',
  noTensorType: 'AsTensorError',
  noTensorTypeText: 'Variable type field must be a TensorType.',
  noTensor: 'AsTensorError',
  noTensorText: 'Cannot convert {0} to TensorType',
  variableMethods: 'plain',
  numberHome: 'gof.graph',
  placeholderHome: 'theano.gof.graph',
  forgivenErrors: 'AsTensorError',
  noIteration:
    'TensorType does not support iteration. Maybe you are using builtin.sum instead of theano.tensor.sum? (Maybe .max?)',
  noAssignment: "'TensorVariable' object does not support item assignment",
  numberRefusal: 'python',
  matrixTranspose: 'absent',
  matmulOperator: 'absent',
  constantRepr: 'text',
  tagValues: 'any',
  sizeOfNumber: 'int',
  wrongDType: 'Unsupported dtype for TensorType: {0}',
  tensorSignature: 'tensor(dtype?, broadcastable?, name?)',
  tensorShape: 'pattern',
  numpyNames: 'absent',
  namesOfTypes: 'own',
  constantValues: 'numbers',
};

const aesara: VariableDialect = {
  ...theano,
  boolConstants: 'TypeError',
  smallConstants: 'separate',
  arrayConstants: 'element',
  noConstantText: 'none',
  noVector: 'Argument must be a vector; got {1}',
  unknownLength: 'Length of {0} cannot be determined',
  noTensorType: 'TypeError',
  noTensorTypeText: "Tensor type field must be a TensorType; found <class '{0}'>.",
  noTensor: 'NotImplementedError',
  noTensorText: 'Cannot convert {1} to a tensor variable.',
  numberHome: 'scalar.basic',
  placeholderHome: 'aesara.graph.basic',
  forgivenErrors: 'AsTensorError TypeError',
  noIteration:
    'TensorType does not support iteration. Maybe you are using builtins.sum instead of aesara.tensor.math.sum? (Maybe .max?)',
  matmulOperator: 'dot',
  tagValues: 'fitting',
  sizeOfNumber: 'constant',
  wrongDType: 'Invalid dtype: {0}',
  tensorSignature: 'tensor(dtype?, shape?, *, name?, broadcastable?)',
  tensorShape: 'patternOrLengths',
  namesOfTypes: 'numpy',
  constantValues: 'tensors',
};

const pytensor: VariableDialect = {
  ...aesara,
  boolOfVariable: 'refused',
  constantFunctions: 'two',
  variableMethods: 'printing',
  placeholderHome: 'pytensor.graph.basic',
  noIteration:
    'TensorType does not support iteration.\n\tDid you try to unpack a Variable or used a function that expects a list?\n',
  noAssignment:
    'TensorVariable does not support item assignment. Use the output of `x[idx].set` or `x[idx].inc` instead.',
  numberRefusal: 'own',
  matrixTranspose: 'present',
  matmulOperator: 'matmul',
  constantRepr: 'parts',
  tagValues: 'any',
  tensorSignature: 'tensor(name?, dtype?, shape?)',
  tensorShape: 'lengths',
  numpyNames: 'present',
};

export const variableDialects: PerLibrary<VariableDialect> = { theano, aesara, pytensor };
