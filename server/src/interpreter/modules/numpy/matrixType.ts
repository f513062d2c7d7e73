/**
 * `numpy.matrix`: arrays that always have two axes, whose `*` is the matrix product and `**` the matrix power. What keeps them matrices is
 * listed here: their operators and methods, the ufuncs, and the functions of `numpy` and `numpy.linalg` in `keptBy`. The rules are those of
 * `numpy/matrixlib/defmatrix.py`.
 */
import { assign, NDArray } from '../../../tensor/ndarray.ts';
import { reshape, transpose } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import {
  NotImplemented,
  PyBuiltin,
  PyFloat,
  PyList,
  PyTuple,
  type PyType,
  type Value,
} from '../../values.ts';
import { flag } from './arguments.ts';
import { getArrayItem } from './arrayIndex.ts';
import { ndarrayType } from './arrayType.ts';
import { arrayOf, castChecked } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { joiningFunctions } from './joining.ts';
import { solvingFunctions } from './linalg/solving.ts';
import { asMatrix, kept, keptLine, keptPlanes, Matrix, reductionNames } from './matrixClass.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { binaryOperators, compareElementwise, reflectedOperators, unaryOperators } from './operators.ts';
import { reprOfArray } from './printing.ts';
import { dotValues } from './products.ts';
import { operateUnary } from './ufuncs.ts';

// ------------------------------------------------------------------------------------------------------------ making

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** `1 2; 3 4`. */
function readMatrix(text: string): Value {
  const rows = text
    .replace(/[[\]]/g, '')
    .split(';')
    .map((row) => row.split(/[,\s]+/).filter((word) => word !== ''));
  if (rows.some((row) => row.length !== rows[0]!.length)) raiseValueError('Rows not the same size.');
  const read = (word: string): Value => {
    if (!number.test(word)) raiseValueError(`malformed node or string: ${word}`);
    return /[.eE]/.test(word) ? new PyFloat(Number(word)) : Number(word);
  };
  return new PyList(rows.map((row) => new PyList(row.map(read))));
}

function makeMatrix(value: Value, dtype?: Value, copy?: Value): Matrix {
  const text = asText(value);
  const found = arrayOf(text === null ? value : readMatrix(text), optionalDType(dtype));
  if (found.ndim > 2) raiseValueError('matrix must be 2-dimensional');
  return asMatrix(found === value && flag(copy, true) ? found.copy() : found);
}

function itemsOf(value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  return notSupported(`numpy.bmat of ${typeOf(value).name}`);
}

function blockMatrix(value: Value, names: ReadonlyMap<string, Value> | null): Matrix {
  if (value instanceof NDArray) return asMatrix(value.copy());
  const text = asText(value);
  const rows =
    text === null
      ? itemsOf(value).map((row) => (row instanceof NDArray ? row : itemsOf(row)))
      : text.split(';').map((row) =>
          row
            .split(/[,\s]+/)
            .filter(Boolean)
            .map((name) => namedBlock(name, names)),
        );
  const join = joiningFunctions['concatenate(arrays, axis?, out?, *, dtype?, casting?)'];
  const joined = (parts: readonly Value[], axis: number): Value => join(new PyList([...parts]), axis);
  if (rows.some((row) => row instanceof NDArray)) return asMatrix(joined(rows as Value[], 1) as NDArray);
  return asMatrix(
    joined(
      (rows as Value[][]).map((row) => joined(row, 1)),
      0,
    ) as NDArray,
  );
}

function namedBlock(name: string, names: ReadonlyMap<string, Value> | null): Value {
  return names?.get(name) ?? raiseTypeError(`name '${name}' is not defined`);
}

// --------------------------------------------------------------------------------------------------------- operators

type LinearFunction = (...args: Value[]) => Value;

const linear = solvingFunctions as unknown as Readonly<Record<string, LinearFunction>>;
const power = linear['matrix_power(a, n)']!;
const inverse = linear['inv(a)']!;
const pseudoInverse = linear['pinv(a, rcond?)']!;

const isArrayLike = (value: Value): boolean =>
  value instanceof NDArray || value instanceof PyList || value instanceof PyTuple;

function multiply(self: NDArray, other: Value): Value {
  if (!isArrayLike(other)) return keptPlanes(binaryOperators['*']!(self, other));
  return kept(dotValues(self, asMatrix(arrayOf(other))));
}

function multiplyReflected(self: NDArray, other: Value): Value {
  if (!isArrayLike(other)) return keptPlanes(reflectedOperators['*']!(self, other));
  return kept(dotValues(other, self));
}

type Operator = (self: NDArray, other: Value) => Value;

const keeping = (table: Readonly<Record<string, unknown>>): Record<string, Operator> =>
  Object.fromEntries(
    Object.entries(table).map(([operator, body]) => [
      operator,
      (self: NDArray, other: Value) => kept((body as Operator)(self, other)),
    ]),
  );

function multiplyInPlace(self: NDArray, other: Value): Value {
  const product = multiply(self, other);
  if (!(product instanceof NDArray)) return product;
  assign(self, castChecked(product, self.dtype));
  return self;
}

/** Rows and columns stay matrices: an index for the column alone gives a column. */
function item(self: NDArray, index: Value): Value {
  const found = getArrayItem(self, index);
  if (!(found instanceof NDArray) || found.ndim !== 1) return kept(found);
  const second = index instanceof PyTuple ? index.items[1] : undefined;
  const isColumn = typeof second === 'number' || second instanceof NumpyScalar;
  return asMatrix(isColumn ? reshape(found, [found.size, 1]) : found);
}

// -------------------------------------------------------------------------------------------------------------- type

const invert = (self: NDArray): Value =>
  kept(self.shape[0] === self.shape[1] ? inverse(self) : pseudoInverse(self));

const plain = (self: NDArray): NDArray => self.view(self.layout);
const flat = (self: NDArray): NDArray => reshape(plain(self), [self.size]);
const turned = (self: NDArray): Value => kept(transpose(self));
const adjoint = (self: NDArray): Value => kept(operateUnary('conjugate', transpose(self)));

export const matrixType: PyType = defineType<Matrix>({
  name: 'matrix',
  module: 'numpy',
  class: Matrix,
  bases: [ndarrayType],
  create: (_cls, args, keywords) =>
    makeMatrix(
      args[0] ??
        keywords?.get('data') ??
        raiseTypeError("matrix() missing 1 required positional argument: 'data'"),
      args[1] ?? keywords?.get('dtype'),
      args[2] ?? keywords?.get('copy'),
    ),
  attributes: { T: turned, H: adjoint, I: invert, A: plain, A1: flat },
  constants: { __array_priority__: new PyFloat(10) },
  methods: { 'getT()': turned, 'getH()': adjoint, 'getI()': invert, 'getA()': plain, 'getA1()': flat },
  binary: { ...keeping(binaryOperators), '*': multiply, '**': (self, other) => kept(power(self, other)) },
  reflected: {
    ...keeping(reflectedOperators),
    '*': multiplyReflected,
    '**': () => NotImplemented,
  },
  inPlace: { '*': multiplyInPlace, '**': (self, other) => kept(power(self, other)) },
  unary: {
    '-': (self) => kept(unaryOperators['-'](self)),
    '+': (self) => kept(unaryOperators['+'](self)),
    '~': (self) => kept(unaryOperators['~'](self)),
  },
  compare: (self, operator, other) => kept(compareElementwise(self, operator, other)),
  repr: (self) =>
    reprOfArray(self)
      .replace(/^array/, 'matrix')
      .replaceAll('\n ', '\n  '),
  abs: (self) => kept(operateUnary('absolute', self)),
  getItem: item,
  iterate: (self) => {
    let index = 0;
    return () => (index < self.shape[0]! ? item(self, index++) : undefined);
  },
  hash: null,
});

const keptMethods =
  'astype copy reshape ravel flatten transpose dot round clip cumsum cumprod diagonal squeeze repeat take conj conjugate swapaxes argsort __copy__ __deepcopy__'.split(
    ' ',
  );

/** Inherited methods whose results are matrices. */
function inherit(names: readonly string[], keep: (result: Value, axis: Value | undefined) => Value): void {
  for (const name of names) {
    const inherited = ndarrayType.namespace.get(name) as Value;
    const body = (args: readonly Value[], keywords: Parameters<PyBuiltin['call']>[1]): Value =>
      keep(call(inherited, args, keywords), args[1] ?? keywords?.get('axis'));
    matrixType.namespace.set(name, new PyBuiltin(name, body, { bindsSelf: true }));
  }
}

inherit(reductionNames, keptLine);
inherit(keptMethods, kept);
inherit(['trace'], (result) => (result instanceof NumpyScalar ? asMatrix(result.toArray()) : result));

/** Functions of the module. */
export const matrixMaking = {
  'asmatrix(data, dtype?)': (value: Value, dtype?: Value) => makeMatrix(value, dtype, false),
  'mat(data, dtype?)': (value: Value, dtype?: Value) => makeMatrix(value, dtype, false),
  'bmat(obj, ldict?, gdict?)': (value: Value) =>
    blockMatrix(value, callSite().frame?.globals ?? runtime().globals),
};
