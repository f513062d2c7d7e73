/** Elementwise functions of `theano.tensor` and of PyTensor's `special`, by the names that the libraries have for them. */
import { floatValue, integerConstant } from '../../../graph/constants.ts';
import {
  allClose,
  beta,
  ceilDivision,
  checkedRemainder,
  chosenBy,
  factorial,
  floatTest,
  folded,
  isClose,
  isFiniteElement,
  isInfinity,
  logAddExp,
  logBeta,
  logit,
  nanToNumber,
  pochhammer,
  type Tolerance,
} from '../../../graph/ops/elementwiseMath.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { reduced, stacked } from '../../../graph/ops/math.ts';
import type { ScalarOpName } from '../../../graph/ops/scalarOps.ts';
import { covariance, median } from '../../../graph/ops/statistics.ts';
import { Constant, type GraphContext, type Variable } from '../../../graph/variable.ts';
import { isComplex } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, axesArgument, integerArgument } from './convert.ts';
import type { Functions } from './functions.ts';
import { roundOf } from './tensorMethods.ts';

type Missing = Value | undefined;

/** Ops of one operand, and what else the libraries call them. */
const unaryNames: readonly (readonly [op: ScalarOpName, ...names: string[]])[] = [
  ['exp', 'exp'],
  ['exp2', 'exp2'],
  ['expm1', 'expm1'],
  ['log', 'log'],
  ['log2', 'log2'],
  ['log10', 'log10'],
  ['log1p', 'log1p'],
  ['log1mexp', 'log1mexp'],
  ['sqrt', 'sqrt'],
  ['sqr', 'sqr', 'square'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['arcsin', 'arcsin'],
  ['arccos', 'arccos'],
  ['arctan', 'arctan'],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['tanh', 'tanh'],
  ['arcsinh', 'arcsinh'],
  ['arccosh', 'arccosh'],
  ['arctanh', 'arctanh'],
  ['deg2rad', 'deg2rad'],
  ['rad2deg', 'rad2deg'],
  ['neg', 'neg'],
  ['abs_', 'abs', 'abs_'],
  ['sgn', 'sgn', 'sign'],
  ['invert', 'invert', 'bitwise_not', 'logical_not'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['trunc', 'trunc'],
  ['round_half_to_even', 'round_half_to_even'],
  ['round_half_away_from_zero', 'round_half_away_from_zero'],
  ['inv', 'inv', 'reciprocal'],
  ['sigmoid', 'sigmoid', 'expit'],
  ['softplus', 'softplus', 'log1pexp'],
  ['identity', 'identity', 'tensor_copy'],
  ['real', 'real'],
  ['imag', 'imag'],
  ['angle', 'angle'],
  ['erf', 'erf'],
  ['erfc', 'erfc'],
  ['erfcx', 'erfcx'],
  ['erfinv', 'erfinv'],
  ['erfcinv', 'erfcinv'],
  ['gamma', 'gamma'],
  ['gammaln', 'gammaln'],
  ['psi', 'psi', 'digamma'],
  ['tri_gamma', 'tri_gamma'],
  ['j0', 'j0'],
  ['j1', 'j1'],
  ['i0', 'i0'],
  ['i1', 'i1'],
];

const binaryNames: readonly (readonly [op: ScalarOpName, signature: string, ...names: string[]])[] = [
  ['sub', '(x, y)', 'sub', 'subtract'],
  ['true_div', '(x, y)', 'true_div', 'true_divide', 'divide'],
  ['int_div', '(x, y)', 'int_div', 'floor_div', 'floor_divide'],
  ['mod', '(x, y)', 'mod'],
  ['pow', '(x, y)', 'pow', 'power'],
  ['maximum', '(x, y)', 'maximum'],
  ['minimum', '(x, y)', 'minimum'],
  ['eq', '(x, y)', 'eq', 'equal'],
  ['neq', '(x, y)', 'neq', 'not_equal'],
  ['lt', '(x, y)', 'lt', 'less'],
  ['le', '(x, y)', 'le', 'less_equal'],
  ['gt', '(x, y)', 'gt', 'greater'],
  ['ge', '(x, y)', 'ge', 'greater_equal'],
  ['and_', '(x, y)', 'and_', 'bitwise_and'],
  ['or_', '(x, y)', 'or_', 'bitwise_or'],
  ['xor', '(x, y)', 'xor', 'bitwise_xor'],
  ['arctan2', '(x, y)', 'arctan2'],
  ['second', '(a, b)', 'second', 'fill'],
  ['complex', '(real, imag)', 'complex'],
  ['complex_from_polar', '(abs, angle)', 'complex_from_polar'],
  ['gammainc', '(k, x)', 'gammainc'],
  ['gammaincc', '(k, x)', 'gammaincc'],
  ['gammaincinv', '(k, x)', 'gammaincinv'],
  ['gammainccinv', '(k, x)', 'gammainccinv'],
  ['gammau', '(k, x)', 'gammau'],
  ['gammal', '(k, x)', 'gammal'],
  ['owens_t', '(h, a)', 'owens_t'],
  ['polygamma', '(n, x)', 'polygamma'],
  ['jv', '(v, x)', 'jv'],
  ['ive', '(v, x)', 'ive'],
];

/** Functions of one, two and more operands that are one op each. */
function plainFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const functions: Record<string, (...args: Missing[]) => Value> = {};
  for (const [op, ...names] of unaryNames) {
    for (const name of names) functions[`${name}(a)`] = (x) => elemwise(op, tensor(x));
  }
  for (const [op, signature, ...names] of binaryNames) {
    for (const name of names) functions[name + signature] = (x, y) => elemwise(op, tensor(x), tensor(y));
  }
  for (const name of ['add', 'mul', 'multiply'] as const) {
    functions[`${name}(*operands)`] = (operands) =>
      folded(name === 'add' ? 'add' : 'mul', atLeastOne(name, operands).map(tensor));
  }
  return functions;
}

function atLeastOne(name: string, operands: Missing): readonly Value[] {
  const given = operands as unknown as readonly Value[];
  return given.length > 0 ? given : raiseTypeError(`${name}() takes at least one operand`);
}

/** `add` and `mul` take any number of operands; all others are here with their signatures. */
export const elementwiseFunctions = (context: GraphContext): Functions => ({
  ...plainFunctions(context),
  ...testFunctions(context),
  ...composedFunctions(context),
});

function toleranceOf(context: GraphContext, [relative, absolute, nan]: readonly Missing[]): Tolerance {
  const number = (value: Missing, usual: number): Variable =>
    value === undefined ? new Constant(context, floatValue(context, usual)) : asVariable(context, value);
  return {
    relative: number(relative, 1e-5),
    absolute: number(absolute, 1e-8),
    nanIsEqual: nan !== undefined && isTrue(nan),
  };
}

/** The libraries subtract what they were given: Python refuses that of two lists. */
function checkSubtraction(a: Value, b: Value): void {
  const isList = (value: Value): boolean => value instanceof PyList || value instanceof PyTuple;
  if (isList(a) && isList(b)) binaryFunctions['-'](a, b);
}

function testFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  return {
    'isnan(a)': (x) => floatTest('isnan', tensor(x)),
    'isinf(a)': (x) => floatTest('isinf', tensor(x)),
    'isnan_(a)': (x) => elemwise('isnan', tensor(x)),
    'isinf_(a)': (x) => elemwise('isinf', tensor(x)),
    'isfinite(a)': (x) => isFiniteElement(tensor(x)),
    'isposinf(x)': (x) => isInfinity(tensor(x), Number.POSITIVE_INFINITY),
    'isneginf(x)': (x) => isInfinity(tensor(x), Number.NEGATIVE_INFINITY),
    'isclose(a, b, rtol?, atol?, equal_nan?)': (a, b, ...rest) => {
      checkSubtraction(a!, b!);
      return isClose(tensor(a), tensor(b), toleranceOf(context, rest));
    },
    'allclose(a, b, rtol?, atol?, equal_nan?)': (a, b, ...rest) => {
      checkSubtraction(a!, b!);
      return allClose(tensor(a), tensor(b), toleranceOf(context, rest));
    },
  };
}

function composedFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const optional = (value: Missing): Variable | null =>
    value === undefined || value === null ? null : tensor(value);
  const composesOldOnes = context.dialect.olderSpecialFunctions === 'composed';
  return {
    'iround(a, mode?)': (x, mode) => castTo(roundOf(tensor(x), mode), 'int64'),
    'divmod(x, y)': (x, y) =>
      new PyTuple([elemwise('int_div', tensor(x), tensor(y)), checkedRemainder(tensor(x), tensor(y))]),
    'mod_check(x, y)': (x, y) => checkedRemainder(tensor(x), tensor(y)),
    'ceil_intdiv(a, b)': (a, b) => ceilDivision(tensor(a), tensor(b)),
    'conj(z)': (z) => conjugate(tensor(z)),
    'conjugate(x)': (z) => conjugate(tensor(z)),
    'largest(*args)': (args) => extreme('max', atLeastOne('largest', args).map(tensor)),
    'smallest(*args)': (args) => extreme('min', atLeastOne('smallest', args).map(tensor)),
    'logaddexp(*xs)': (xs) => logAddExp(atLeastOne('logaddexp', xs).map(tensor)),
    'logsumexp(x, axis?, keepdims?)': (x, axis, keepdims) => {
      const options = {
        axis: axesArgument(axis),
        keepsAxes: keepdims !== undefined && isTrue(keepdims),
        dtype: null,
      };
      return elemwise('log', reduced('sum', elemwise('exp', tensor(x)), options));
    },
    'nan_to_num(x, nan?, posinf?, neginf?)': (x, nan, highest, lowest) =>
      nanToNumber(tensor(x), {
        nan: optional(nan) ?? new Constant(context, floatValue(context, 0)),
        highest: optional(highest),
        lowest: optional(lowest),
      }),
    'betainc(a, b, x)': (a, b, x) => elemwise('betainc', tensor(a), tensor(b), tensor(x)),
    'betaincinv(a, b, x)': (a, b, x) => elemwise('betaincinv', tensor(a), tensor(b), tensor(x)),
    'iv(v, x)': (v, x) => {
      if (!composesOldOnes) return elemwise('iv', tensor(v), tensor(x));
      const argument = tensor(x);
      return elemwise(
        'mul',
        elemwise('ive', tensor(v), argument),
        elemwise('exp', elemwise('abs_', argument)),
      );
    },
    'chi2sf(x, k)': (x, k) => {
      if (!composesOldOnes) return elemwise('chi2sf', tensor(x), tensor(k));
      const half = (value: Variable): Variable => elemwise('true_div', value, integerConstant(context, 2));
      return elemwise('gammaincc', half(tensor(k)), half(tensor(x)));
    },
  };
}

const conjugate = (input: Variable): Variable =>
  isComplex(input.dtype) || input.context.dialect.realConjugate === 'applied'
    ? elemwise('conj', input)
    : input;

function extreme(name: 'max' | 'min', operands: readonly Variable[]): Variable {
  const [a, b] = operands;
  if (operands.length === 2) return chosenBy(name === 'max' ? 'gt' : 'lt', a!, b!);
  const result = reduced(name, stacked(operands, 0), { axis: [0], keepsAxes: false, dtype: null });
  if (name === 'max') result.name = result.context.dialect.maximumName ?? result.name;
  return result;
}

/** Covariances and medians. */
export const statisticsFunctions = (context: GraphContext): Functions => ({
  'cov(m, y?, rowvar?, bias?, ddof?, fweights?, aweights?)': (m, ...rest) => {
    const [other, rowvar, bias, ddof, ...weights] = rest;
    for (const [i, name] of ['fweights', 'aweights'].entries()) {
      if (weights[i] !== undefined && weights[i] !== null)
        throw new EngineError('NotImplementedError', `${name} are not implemented`);
    }
    const isBiased = bias !== undefined && isTrue(bias);
    return covariance(asVariable(context, m!), {
      other: other === undefined || other === null ? null : asVariable(context, other),
      areRows: rowvar === undefined || isTrue(rowvar),
      ddof: ddof === undefined || ddof === null ? (isBiased ? 0 : 1) : integerArgument(ddof, 'ddof'),
    });
  },
  'median(x, axis?)': (x, axis) => median(asVariable(context, x!), axesArgument(axis)),
});

/** PyTensor's and Aesara's `tensor.special`, without the softmaxes. */
export function specialFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  return {
    'logit(x)': (x) => logit(tensor(x)),
    'factorial(n)': (n) => factorial(tensor(n)),
    'poch(z, m)': (z, m) => pochhammer(tensor(z), tensor(m)),
    'beta(a, b)': (a, b) => beta(tensor(a), tensor(b)),
    'betaln(a, b)': (a, b) => logBeta(tensor(a), tensor(b)),
    ...zeroLogarithms(context),
    'xlogy(x, y)': (x, y) => elemwise('xlogy', tensor(x), tensor(y)),
    'xlog1py(x, y)': (x, y) => elemwise('xlog1py', tensor(x), tensor(y)),
  };
}

/** `tensor.xlogx`: an op, or another name for `special.xlogy`, with a warning. */
function zeroLogarithms(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const isReplaced = context.dialect.oldLogarithms === 'deprecated';
  const replaced = (name: string, use: string): void => {
    if (isReplaced)
      context.warn(
        'FutureWarning',
        `pytensor.tensor.xlogx.${name} is deprecated. Use pytensor.tensor.special.${use} instead.`,
      );
  };
  return {
    'xlogx(x)': (given) => {
      replaced('xlogx', 'xlogy(x, x)');
      const x = tensor(given);
      return isReplaced ? elemwise('xlogy', x, x) : elemwise('xlogx', x);
    },
    'xlogy0(x, y)': (x, y) => {
      replaced('xlogy0', 'xlogy(x, y)');
      return elemwise(isReplaced ? 'xlogy' : 'xlogy0', tensor(x), tensor(y));
    },
  };
}
