/**
 * Table of tensor operations by name, for functions of the libraries and for methods of variables alike (of a method the
 * first parameter is its receiver). What is not here has an unknown type. Checked against Theano 1.0.5, Aesara 2.9.4 and
 * PyTensor 3.0.7; where they differ the row says only what they share.
 */
import {
  allocRule,
  arangeRule,
  constantRule,
  eyeRule,
  fullRule,
  tensorRule,
  zerosRule,
} from './constructors.ts';
import { bothDTypes, floatXDType, mapDType } from './dtypePairs.ts';
import { argumentOf, type Operation, ofFirst, operandOf, type Rule, tableOf } from './operationCall.ts';
import {
  alongAxis,
  batchedDotRule,
  castRule,
  diagRule,
  dotRule,
  elementwise,
  elementwiseType,
  fillRule,
  ifelseRule,
  likeRule,
  matrixRule,
  normRule,
  outerRule,
  reduction,
  reluRule,
  sameType,
  softmaxRule,
  solveRule,
  sumDType,
  switchRule,
  tensordotRule,
} from './operationRules.ts';
import {
  concatenateRule,
  dimshuffleRule,
  expandRule,
  flattenRule,
  joinRule,
  markedAxes,
  padded,
  patternRule,
  reordered,
  repeatRule,
  reshapeRule,
  specifyShapeRule,
  squeezeRule,
  stackRule,
  swapaxesRule,
  tileRule,
  transposeRule,
} from './shapeOperations.ts';
import { axes, surely } from './shapes.ts';
import { dtypeArgument } from './tensorArguments.ts';
import { unknownTensor } from './tensorRules.ts';
import { ndimOf } from './terms.ts';
import { ownerOf } from './valueNotes.ts';

/** `categorical_crossentropy(predictions, targets)`: one number per row. */
const crossentropyRule: Rule = ofFirst((type) => {
  const ndim = ndimOf(type);
  return {
    dtype: elementwiseType('toFloat', [type]).dtype,
    shape: ndim === null || ndim < 1 ? null : axes(ndim - 1),
  };
});

const binaryCrossentropyRule: Rule = (call) => {
  const [output, target] = [operandOf(call, 0), operandOf(call, 1)];
  return output === null || target === null ? unknownTensor : elementwiseType('toFloat', [output, target]);
};

/** `set_subtensor(x[…], y)`: the type of `x`. */
const subtensorRule: Rule = ({ values: [part] }) =>
  (part === undefined ? null : ownerOf(part)) ?? unknownTensor;

const shapeRule: Rule = ofFirst((type) => {
  const count = ndimOf(type);
  return { dtype: bothDTypes('int64'), shape: [count === null ? null : surely(count)] };
});

const traceRule: Rule = ofFirst((type) => ({
  dtype: mapDType(type.dtype, sumDType),
  shape: ndimOf(type) === 2 ? axes(0) : null,
}));

const oneHotRule: Rule = (call) => ({
  dtype: dtypeArgument(argumentOf(call, 'dtype')) ?? floatXDType,
  shape: axes(2),
});

const toFloat = elementwise('toFloat');
const same = elementwise('same');
const bool = elementwise('bool');

export const operations: ReadonlyMap<string, Operation> = tableOf([
  // Elementwise.
  ['add sub mul mod int_div floor_div pow power maximum minimum clip', '*', same],
  ['neg abs abs_ sqr square sgn sign round round_half_to_even round_half_away_from_zero', '*', same],
  ['exp exp2 expm1 log log2 log10 log1p sqrt reciprocal inv', 'x', toFloat],
  ['sin cos tan sinh cosh tanh arcsin arccos arctan arcsinh arccosh arctanh deg2rad rad2deg', 'x', toFloat],
  ['floor ceil trunc erf erfc erfinv gamma gammaln psi digamma', 'x', toFloat],
  ['sigmoid expit softplus hard_sigmoid ultra_fast_sigmoid softsign', 'x', toFloat],
  ['logaddexp arctan2', 'x y', toFloat],
  ['true_div', 'x y', elementwise('divide')],
  ['eq neq lt le gt ge isnan isinf isclose', '*', bool],
  ['and_ or_ xor bitwise_and bitwise_or bitwise_xor invert bitwise_not', '*', elementwise('bits')],
  ['relu', 'x alpha', reluRule],
  ['elu', 'x', toFloat],
  ['switch where', 'condition ift iff', switchRule],
  ['ifelse', 'condition then_branch else_branch', ifelseRule],
  ['fill second', 'template value', fillRule],
  ['cast astype', 'x dtype', castRule],
  ['zeros_like ones_like', 'x dtype opt', likeRule],
  ['copy identity tensor_copy disconnected_grad zero_grad stop_gradient', 'x', sameType],
  ['grad_clip', 'x lower_bound upper_bound', sameType],
  ['grad_scale', 'x multiplier', sameType],
  ['identity_like tril triu', 'x k', sameType],
  ['batch_normalization', 'inputs gamma beta mean std mode', sameType],
  ['softmax log_softmax logsoftmax', 'x axis', softmaxRule],
  ['categorical_crossentropy', 'x y', crossentropyRule],
  ['binary_crossentropy', 'x y', binaryCrossentropyRule],
  // Reductions.
  ['sum prod', 'x axis dtype keepdims acc_dtype', reduction('sum')],
  ['mean', 'x axis dtype keepdims acc_dtype', reduction('mean')],
  ['max min', 'x axis keepdims', reduction('same')],
  ['argmax argmin', 'x axis keepdims', reduction('int64')],
  ['all any', 'x axis keepdims', reduction('bool')],
  ['std var', 'x axis ddof keepdims corrected', reduction('mean')],
  ['logsumexp', 'x axis keepdims', reduction('toFloat')],
  ['norm', 'x L axis keepdims', normRule],
  ['allclose', 'a b rtol atol equal_nan', () => ({ dtype: bothDTypes('bool'), shape: axes(0) })],
  ['cumsum cumprod', 'x axis', alongAxis('same', 'all')],
  ['sort', 'x axis kind order', alongAxis('same', 'last')],
  ['argsort', 'x axis kind order', alongAxis('int64', 'last')],
  // Products and linear algebra.
  ['dot', 'x y', dotRule],
  ['outer', 'x y', outerRule],
  ['batched_dot', 'x y', batchedDotRule],
  ['tensordot', 'a b axes', tensordotRule],
  ['matrix_inverse inv_matrix pinv cholesky', 'x', matrixRule(2)],
  ['det', 'x', matrixRule(0)],
  ['solve', 'a b', solveRule],
  ['trace', 'x', traceRule],
  ['diag', 'x k', diagRule],
  // Moving elements.
  ['dimshuffle', '*', dimshuffleRule],
  ['transpose', 'x axes', transposeRule],
  ['swapaxes', 'x axis1 axis2', swapaxesRule],
  ['moveaxis', 'x source destination', reordered],
  ['roll', 'x shift axis', reordered],
  ['reshape', 'x newshape ndim', reshapeRule],
  ['flatten', 'x ndim outdim', flattenRule],
  ['ravel', 'x', flattenRule],
  ['squeeze', 'x axis', squeezeRule],
  ['unbroadcast', '*', markedAxes('any')],
  ['addbroadcast', '*', markedAxes(1)],
  ['patternbroadcast', 'x broadcastable', patternRule],
  ['specify_shape', 'x shape', specifyShapeRule],
  ['shape_padleft', 'x n_ones', padded('left')],
  ['shape_padright', 'x n_ones', padded('right')],
  ['shape_padaxis expand_dims', 'x axis', expandRule],
  ['concatenate', 'tensor_list axis', concatenateRule],
  ['join', '*', joinRule],
  ['stack', 'tensors axis', stackRule],
  ['repeat', 'x repeats axis', repeatRule],
  ['tile', 'x reps ndim', tileRule],
  ['set_subtensor inc_subtensor set inc', 'x y inplace tolerate_inplace_aliasing', subtensorRule],
  ['to_one_hot', 'y nb_class dtype', oneHotRule],
  // Making tensors.
  ['tensor', 'name pattern dtype broadcastable shape', tensorRule],
  ['zeros ones empty', 'shape dtype', zerosRule],
  ['full', 'shape fill_value dtype', fullRule],
  ['alloc', '*', allocRule],
  ['eye', 'n m k dtype', eyeRule],
  ['arange', 'start stop step dtype', arangeRule],
  ['constant', 'x name ndim dtype', constantRule],
  ['as_tensor_variable as_tensor', 'x name ndim dtype', constantRule],
  ['shape', 'x', shapeRule],
]);

/** Methods of which the parameters are others than those of the function of the same name. */
export const methodOperations: ReadonlyMap<string, Operation> = tableOf([
  ['transpose', '*', transposeRule],
  ['reshape', 'x shape ndim', reshapeRule],
  ['type', 'x name', ofFirst(({ dtype, shape }) => ({ dtype, shape }))],
  ['fill', 'x value', fillRule],
]);
