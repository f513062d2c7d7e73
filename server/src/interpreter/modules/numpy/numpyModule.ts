/**
 * The module `numpy` as a program imports it. Which NumPy it is (1.24 or 2.4) comes from the options. Names that NumPy has
 * and ScanLens does not are refused when they are used; other names raise AttributeError with NumPy's advice.
 */
import { type DType, isDType, promoteAll } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseAttributeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { InterpreterOptions, ModuleFactory } from '../../options.ts';
import { primitiveTypes } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { PyBuiltin, PyFloat, PyTuple, PyType, type Value } from '../../values.ts';
import { axisOf, isMissing } from './arguments.ts';
import { memoryFunctions } from './arrayMemory.ts';
import { ndarrayType } from './arrayType.ts';
import { binaryFunctions } from './binary.ts';
import { businessDayFunctions } from './businessDays.ts';
import { calculusFunctions } from './calculus.ts';
import { castTable } from './castTable.ts';
import { charModule } from './charModule.ts';
import { complexFunctions } from './complexParts.ts';
import { arrayOf } from './conversion.ts';
import { creationFunctions } from './creation.ts';
import { dtypeObject, dtypeType, scalarTypeOf, scalarTypes, toDType } from './dtypeObjects.ts';
import { einsumFunctions } from './einsum.ts';
import { fftModule } from './fftModule.ts';
import { finfoType } from './floatInfo.ts';
import { reduceForeign } from './foreignReductions.ts';
import { alongFunctions, functionObjectValues } from './functionObjects.ts';
import { gridFunctions, gridValues } from './grids.ts';
import { joiningFunctions } from './joining.ts';
import { linalgModule } from './linalg/linalgModule.ts';
import { loadingFunctions } from './loading.ts';
import { logicFunctions } from './logic.ts';
import { shapeFunctions, shapeMethods } from './manipulation.ts';
import { matrixFunctions } from './matrices.ts';
import { keepMatrices } from './matrixClass.ts';
import { matrixMaking, matrixType } from './matrixType.ts';
import { nanFunctions } from './nanFunctions.ts';
import { numpyExceptions } from './numpyErrors.ts';
import { numpyNames, removedIn2 } from './numpyNames.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { answerForObjects } from './objectArguments.ts';
import { orderFunctions, orderMethods } from './ordering.ts';
import { paddingFunctions } from './padding.ts';
import { polynomialModule } from './polynomial/polynomialModule.ts';
import { poly1dType, polynomialFunctions } from './polynomials.ts';
import { printFunctions, printOptionsType, setPrintOptions } from './printing.ts';
import { productFunctions } from './products.ts';
import { commonType, operandOf } from './promotion.ts';
import { quantileFunctions } from './quantiles.ts';
import { randomModule } from './random/randomModule.ts';
import { rangeFunctions } from './ranges.ts';
import { voidType } from './recordTypes.ts';
import { diagonalSum, pointToPoint, reductions } from './reductions.ts';
import { savingFunctions } from './saving.ts';
import { abstractScalarTypes, nameBooleanType } from './scalarTypes.ts';
import { selectionFunctions } from './selection.ts';
import { setFunctions } from './sets.ts';
import { statisticsFunctions } from './statistics.ts';
import { libModule } from './strideTricks.ts';
import { testingModule } from './testingModule.ts';
import { textFileFunctions } from './textFiles.ts';
import { textTypes } from './textScalar.ts';
import { timeFunctions, timeTypes } from './timeTypes.ts';
import { typeFunctions } from './typeFunctions.ts';
import { errstateType, getErrors, iinfoType, setErrors } from './typeInfo.ts';
import { ufuncs, ufuncType } from './ufuncObjects.ts';

type ArrayMethod = (array: NDArray, ...args: never[]) => Value;

/** Methods as functions: `sum(axis?)` becomes `sum(a, axis?)`. */
function asFunctions(methods: Readonly<Record<string, ArrayMethod>>): Record<string, NativeBody> {
  return Object.fromEntries(
    Object.entries(methods).map(([signature, body]) => {
      const open = signature.indexOf('(') + 1;
      const rest = signature.slice(open);
      const withArray = `${signature.slice(0, open)}a${rest === ')' ? '' : ', '}${rest}`;
      return [
        withArray,
        (value: Value, ...args: never[]) => {
          const own = reduceForeign(signature, value, args);
          return own === undefined ? body(arrayOf(value), ...args) : own;
        },
      ];
    }),
  );
}

const clip = orderMethods['clip(min?, max?, out?)'];

const otherFunctions: Readonly<Record<string, NativeBody>> = {
  'clip(a, a_min?, a_max?, out?)': (value: Value, low?: Value, high?: Value, out?: Value) =>
    clip(arrayOf(value), low, high, out),
  'shape(a)': (value: Value) => new PyTuple([...arrayOf(value).shape]),
  'ndim(a)': (value: Value) => arrayOf(value).ndim,
  'size(a, axis?)': (value: Value, axis?: Value) => {
    const array = arrayOf(value);
    return isMissing(axis) ? elementCount(array.shape) : array.shape[axisOf(axis, array.ndim)]!;
  },
  'result_type(*args)': (values: Value[]) => dtypeObject(resultType(values)),
  'promote_types(type1, type2)': (a: Value, b: Value) => dtypeObject(promoteAll([toDType(a), toDType(b)])),
  'isscalar(element)': (value: Value) =>
    value instanceof NumpyScalar ||
    value instanceof PyFloat ||
    ['number', 'bigint', 'boolean', 'string'].includes(typeof value),
  'issubdtype(arg1, arg2)': (a: Value, b: Value) => isSubDType(a, b),
  'geterr()': getErrors,
};

function resultType(values: readonly Value[]): DType {
  const operands = values.map((value) =>
    value instanceof PyType || typeof value === 'string' || !operandOf(value)
      ? ({ kind: 'array', array: reshape(arrayOf(0, toDType(value)), [1]) } as const)
      : operandOf(value)!,
  );
  return commonType(operands);
}

function isSubDType(a: Value, b: Value): boolean {
  const type =
    a instanceof PyType && Object.values(abstractScalarTypes).includes(a) ? a : scalarTypeOf(toDType(a));
  const wanted =
    b instanceof PyType && Object.values(abstractScalarTypes).includes(b) ? b : scalarTypeOf(toDType(b));
  return type.mro.includes(wanted);
}

const constants: Readonly<Record<string, Value>> = {
  pi: new PyFloat(Math.PI),
  e: new PyFloat(Math.E),
  euler_gamma: new PyFloat(0.5772156649015329),
  inf: new PyFloat(Number.POSITIVE_INFINITY),
  nan: new PyFloat(Number.NaN),
  newaxis: null,
  little_endian: true,
};

const oldConstants: Readonly<Record<string, Value>> = {
  Inf: constants['inf']!,
  Infinity: constants['inf']!,
  infty: constants['inf']!,
  PINF: constants['inf']!,
  NINF: new PyFloat(Number.NEGATIVE_INFINITY),
  NaN: constants['nan']!,
  NAN: constants['nan']!,
  PZERO: new PyFloat(0),
  NZERO: new PyFloat(-0),
  cast: castTable,
};

const typeNames: Readonly<Record<string, DType>> = {
  bool_: 'bool',
  intc: 'int32',
  intp: 'int64',
  int_: 'int64',
  longlong: 'int64',
  byte: 'int8',
  short: 'int16',
  uint: 'uint64',
  uintp: 'uint64',
  uintc: 'uint32',
  ubyte: 'uint8',
  ushort: 'uint16',
  ulonglong: 'uint64',
  double: 'float64',
  single: 'float32',
  half: 'float16',
};

function scalarTypeValues(numpy: 1 | 2): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [dtype, type] of scalarTypes) if (dtype !== 'bool' || numpy === 2) values[dtype] = type;
  const names = {
    ...typeNames,
    ...(numpy === 1 ? { float_: 'float64', bool8: 'bool' } : { long: 'int64', ulong: 'uint64' }),
  };
  for (const [name, dtype] of Object.entries(names)) values[name] = scalarTypes.get(dtype as DType)!;
  return values;
}

/** Other names of functions of the module. */
const aliases = { amax: 'max', amin: 'min', around: 'round', row_stack: 'vstack' } as const;
const oldAliases = {
  round_: 'round',
  product: 'prod',
  cumproduct: 'cumprod',
  alltrue: 'all',
  sometrue: 'any',
} as const;
const newAliases = {
  concat: 'concatenate',
  permute_dims: 'transpose',
  pow: 'power',
  acos: 'arccos',
  asin: 'arcsin',
  atan: 'arctan',
  atan2: 'arctan2',
  acosh: 'arccosh',
  asinh: 'arcsinh',
  atanh: 'arctanh',
  bitwise_invert: 'invert',
  bitwise_left_shift: 'left_shift',
  bitwise_right_shift: 'right_shift',
} as const;

function addAliases(namespace: Map<string, Value>, numpy: 1 | 2): void {
  const all = { ...aliases, ...(numpy === 1 ? oldAliases : newAliases) };
  for (const [alias, name] of Object.entries(all))
    if (numpy === 1 || alias !== 'row_stack') namespace.set(alias, namespace.get(name)!);
}

/** Python's own types were names of NumPy until 1.24. */
const builtinAliases = new Set(['float', 'int', 'bool', 'object', 'complex', 'str', 'long', 'unicode']);
const preciseTypes: Readonly<Record<string, string>> = {
  float: 'np.float64',
  bool: 'np.bool_',
  complex: 'np.complex128',
  object: '',
  str: 'np.str_',
};

function builtinAliasMessage(name: string): string {
  const isPlain = name === 'object';
  const advice =
    name === 'int'
      ? 'When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current use, check the release note link for additional information.'
      : isPlain
        ? ''
        : `If you specifically wanted the numpy scalar type, use \`${preciseTypes[name] ?? 'np.int64'}\` here.`;
  return `module 'numpy' has no attribute '${name}'.\n\`np.${name}\` was a deprecated alias for the builtin \`${name}\`. To avoid this error in existing code, use \`${name}\` by itself. Doing this will not modify any behavior and is safe. ${advice}\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations`;
}

/** What a name that is not in the namespace means. */
function missingName(name: string, options: InterpreterOptions): Value | undefined {
  if (options.python === 2) {
    const old = { float: primitiveTypes.float, int: primitiveTypes.int, bool: primitiveTypes.bool }[name];
    if (old) return old;
  }
  const isBoolOf2 = options.numpy === 2 && name === 'bool';
  if (builtinAliases.has(name) && !isBoolOf2 && !(options.numpy === 2 && name === 'long'))
    raiseAttributeError(builtinAliasMessage(name));
  if (options.numpy === 2 && Object.hasOwn(removedIn2, name))
    raiseAttributeError(`\`np.${name}\` was removed in the NumPy 2.0 release. ${removedIn2[name]}`);
  if (numpyNames(options.numpy).has(name)) notSupported(`numpy.${name}`);
  return undefined;
}

const functions: Readonly<Record<string, NativeBody>> = answerForObjects(
  keepMatrices({
    ...asFunctions(reductions as Readonly<Record<string, ArrayMethod>>),
    ...asFunctions(diagonalSum as Readonly<Record<string, ArrayMethod>>),
    ...asFunctions(pointToPoint as Readonly<Record<string, ArrayMethod>>),
    ...asFunctions(shapeMethods as Readonly<Record<string, ArrayMethod>>),
    ...asFunctions(orderMethods as Readonly<Record<string, ArrayMethod>>),
    ...creationFunctions,
    ...rangeFunctions,
    ...matrixFunctions,
    ...gridFunctions,
    ...shapeFunctions,
    ...joiningFunctions,
    ...orderFunctions,
    ...productFunctions,
    ...einsumFunctions,
    ...selectionFunctions,
    ...setFunctions,
    ...logicFunctions,
    ...quantileFunctions,
    ...statisticsFunctions,
    ...nanFunctions,
    ...calculusFunctions,
    ...paddingFunctions,
    ...binaryFunctions,
    ...alongFunctions,
    ...polynomialFunctions,
    ...memoryFunctions,
    ...timeFunctions,
    ...businessDayFunctions,
    ...loadingFunctions,
    ...savingFunctions,
    ...textFileFunctions,
    ...typeFunctions,
    ...printFunctions,
    ...complexFunctions,
    ...matrixMaking,
    ...otherFunctions,
  }),
);

/** Makes the module. */
export const numpyModule: ModuleFactory = (options) => {
  const { numpy } = options;
  nameBooleanType(numpy);
  const { axisError } = numpyExceptions(numpy);
  const exceptions = defineModule({
    name: 'numpy.exceptions',
    values: { AxisError: numpyExceptions(2).axisError, ComplexWarning: numpyExceptions(2).complexWarning },
    refused: '*',
  });
  const module = defineModule({
    name: 'numpy',
    values: {
      ...constants,
      ...(numpy === 1
        ? { ...oldConstants, AxisError: axisError, ComplexWarning: numpyExceptions(1).complexWarning }
        : {}),
      ...scalarTypeValues(numpy),
      ...abstractScalarTypes,
      True_: new NumpyScalar('bool', 1),
      False_: new NumpyScalar('bool', 0),
      ...textTypes(numpy),
      ...timeTypes,
      void: voidType,
      ndarray: ndarrayType,
      matrix: matrixType,
      dtype: dtypeType,
      ufunc: ufuncType,
      finfo: finfoType,
      iinfo: iinfoType,
      errstate: errstateType,
      printoptions: printOptionsType,
      __version__: numpy === 2 ? '2.4.6' : '1.24.2',
      ...Object.fromEntries(ufuncs),
      ...gridValues,
      ...functionObjectValues,
      poly1d: poly1dType,
    },
    functions,
    submodules: {
      testing: testingModule(),
      char: charModule('numpy.char'),
      ...(numpy === 2 ? { strings: charModule('numpy.strings') } : {}),
      fft: fftModule(),
      lib: libModule(),
      linalg: linalgModule(numpy),
      polynomial: polynomialModule(),
      random: randomModule(),
      ...(numpy === 2 ? { exceptions } : {}),
    },
  });
  module.namespace.set('seterr', new PyBuiltin('seterr', (_args, keywords) => setErrors(keywords)));
  module.namespace.set('set_printoptions', new PyBuiltin('set_printoptions', setPrintOptions));
  addAliases(module.namespace, numpy);
  for (const name of module.namespace.keys())
    if (!name.startsWith('__') && !numpyNames(numpy).has(name) && !isDType(name))
      module.namespace.delete(name);
  module.missing = (name) => missingName(name, options);
  return module;
};
