/** `theano.tensor.nnet` and the softmaxes of `tensor.special`, bound to Python. */

import { integerConstant } from '../../../graph/constants.ts';
import {
  type Normalization,
  normalizationAxes,
  normalized,
  normalizedInTest,
  normalizedInTraining,
} from '../../../graph/ops/batchNormalization.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { reduced } from '../../../graph/ops/math.ts';
import {
  biasedLoss,
  binaryCrossEntropy,
  categoricalCrossEntropy,
  elu,
  floatConstant,
  hardSigmoid,
  hierarchicalSoftmax,
  relu,
  selu,
  softmaxWithBias,
  zeroBias,
} from '../../../graph/ops/nnetMath.ts';
import { categoricalLoss, rowSoftmax, softmax } from '../../../graph/ops/softmax.ts';
import { confusionMatrix } from '../../../graph/ops/statistics.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { raiseValueError } from '../../exceptions.ts';
import { asDouble } from '../../protocols/numbers.ts';
import { asText } from '../../types/textValues.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, axesArgument, integerArgument } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

/** All functions of `nnet` by signature. */
export const nnetFunctions = (context: GraphContext): Functions => ({
  ...activationFunctions(context),
  ...softmaxFunctions(context),
  ...lossFunctions(context),
  ...normalizationFunctions(context),
});

function activationFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const isZero = (value: Missing): boolean =>
    value === undefined || value === 0 || (value instanceof PyFloat && value.value === 0);
  return {
    'sigmoid(x)': (x) => elemwise('sigmoid', tensor(x)),
    'softplus(x)': (x) => elemwise('softplus', tensor(x)),
    'softsign(x)': (x) => elemwise('softsign', tensor(x)),
    'ultra_fast_sigmoid(x)': (x) => elemwise('ultra_fast_sigmoid', tensor(x)),
    'hard_sigmoid(x)': (x) => hardSigmoid(tensor(x)),
    'relu(x, alpha?)': (x, alpha) => relu(tensor(x), isZero(alpha) ? null : tensor(alpha)),
    'elu(x, alpha?)': (x, alpha) =>
      elu(tensor(x), alpha === undefined ? integerConstant(context, 1) : tensor(alpha)),
    'selu(x)': (x) => selu(tensor(x)),
  };
}

/** They work on rows, or along an axis. */
export function softmaxFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const { softmaxAlong } = context.dialect;
  if (softmaxAlong === 'rows') {
    return {
      'softmax(c)': (c) => {
        const input = tensor(c);
        if (input.type.shape.at(-1) === 1) {
          context.warn(
            'UserWarning',
            'The softmax is applied on a dimension of shape 1, which does not have a semantic meaning.',
          );
        }
        return rowSoftmax(input, 'probability');
      },
      'logsoftmax(c)': (c) => rowSoftmax(tensor(c), 'logarithm'),
      'softmax_op(c)': (c) => rowSoftmax(tensor(c), 'probability'),
      'logsoftmax_op(c)': (c) => rowSoftmax(tensor(c), 'logarithm'),
      'softmax_graph(c)': (c) => writtenSoftmax(tensor(c)),
    };
  }
  const along =
    (gives: 'probability' | 'logarithm', name: string) =>
    (c: Missing, axis: Missing): Variable => {
      const input = tensor(c);
      if (softmaxAlong === 'last') warnOfSoftmax(input, axis, name);
      const usual = softmaxAlong === 'last' ? [-1] : null;
      const given = axis === undefined ? usual : axesArgument(axis);
      const axes =
        softmaxAlong === 'all' ? (given?.map((one) => (one < 0 ? one + input.ndim : one)) ?? null) : given;
      return softmax(input, axes, gives);
    };
  const probability = along('probability', 'Softmax');
  const logarithm = along('logarithm', 'logsoftmax');
  return {
    'softmax(c, axis?)': probability,
    'log_softmax(c, axis?)': logarithm,
    'logsoftmax(c, axis?)': logarithm,
    'softmax_legacy(c)': (c) => softmax(tensor(c), [-1]),
  };
}

function warnOfSoftmax({ context, ndim }: Variable, axis: Missing, name: string): void {
  if (axis === undefined) {
    context.warn(
      'FutureWarning',
      `${name} now accepts an axis argument. For backwards-compatibility it defaults to -1 when not specified, but in the future the default will be \`None\`.\nTo suppress this warning specify axis explicitly.`,
    );
  }
  if (ndim === 1) context.warn('UserWarning', 'Softmax no longer converts a vector to a row matrix.');
}

/** exp(c) / exp(c).sum(), as it is written. */
function writtenSoftmax(input: Variable): Variable {
  const powers = elemwise('exp', input);
  const options = { axis: [-1], keepsAxes: true, dtype: null };
  return elemwise('true_div', powers, reduced('sum', elemwise('exp', input), options));
}

function lossFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const withGreatest = ([loss, probabilities]: readonly Variable[]): PyTuple => {
    const options = { axis: [-1], keepsAxes: false, dtype: null };
    const ends = (['max', 'argmax'] as const).map((name) => reduced(name, probabilities!, options));
    return new PyTuple([loss!, probabilities!, ...ends]);
  };
  const firstTwo = ([loss, probabilities]: readonly Variable[]): PyList =>
    new PyList([loss!, probabilities!]);
  return {
    'binary_crossentropy(output, target)': (o, t) => binaryCrossEntropy(tensor(o), tensor(t)),
    'sigmoid_binary_crossentropy(output, target)': (o, t) =>
      elemwise('sigmoid_binary_crossentropy', tensor(o), tensor(t)),
    'categorical_crossentropy(coding_dist, true_dist)': (c, t) =>
      categoricalCrossEntropy(tensor(c), tensor(t)),
    'crossentropy_categorical_1hot(coding_dist, true_one_of_n)': (c, t) =>
      categoricalLoss(tensor(c), tensor(t)),
    'confusion_matrix(actual, pred)': (actual, predicted) =>
      new PyList([...confusionMatrix(tensor(actual), tensor(predicted))]),
    'softmax_with_bias(x, b)': (x, b) => softmaxWithBias(tensor(x), tensor(b)),
    'crossentropy_softmax_argmax_1hot_with_bias(x, b, y_idx)': (x, b, y) =>
      new PyList([...biasedLoss(tensor(x), tensor(b), tensor(y))]),
    'crossentropy_softmax_1hot_with_bias(x, b, y_idx)': (x, b, y) =>
      firstTwo(biasedLoss(tensor(x), tensor(b), tensor(y))),
    'crossentropy_softmax_1hot(x, y_idx)': (x, y) =>
      firstTwo(biasedLoss(tensor(x), zeroBias(tensor(x)), tensor(y))),
    'crossentropy_softmax_max_and_argmax_1hot_with_bias(x, b, y_idx)': (x, b, y) =>
      withGreatest(biasedLoss(tensor(x), tensor(b), tensor(y))),
    'crossentropy_softmax_max_and_argmax_1hot(x, y_idx)': (x, y) =>
      withGreatest(biasedLoss(tensor(x), zeroBias(tensor(x)), tensor(y))),
    'h_softmax(x, batch_size, n_outputs, n_classes, n_outputs_per_class, W1, b1, W2, b2, target?)': (
      ...given
    ) => {
      const [x, batchSize, outputCount, classCount, perClass, w1, b1, w2, b2] = given.slice(0, 9).map(tensor);
      const target = given[9] === undefined || given[9] === null ? null : tensor(given[9]);
      return hierarchicalSoftmax({
        x: x!,
        batchSize: batchSize!,
        outputCount: outputCount!,
        classCount: classCount!,
        perClass: perClass!,
        weights: [w1!, w2!],
        biases: [b1!, b2!],
        target,
      });
    },
  };
}

function normalizationFunctions(context: GraphContext): Functions {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
  const normalization = (
    [inputs, gamma, beta]: readonly Missing[],
    axes: Missing,
    epsilon: Missing,
  ): Normalization => ({
    inputs: tensor(inputs),
    gamma: tensor(gamma),
    beta: tensor(beta),
    axes: normalizationAxes(axesChoice(axes), tensor(inputs).ndim),
    epsilon: epsilon === undefined ? 1e-4 : (asDouble(epsilon) ?? 1e-4),
  });
  return {
    'batch_normalization(inputs, gamma, beta, mean, std, mode?)': (x, ...rest) => {
      const [gamma, beta, mean, std] = rest.slice(0, 4).map(tensor);
      const name = rest[4] === undefined ? 'low_mem' : asText(rest[4]);
      if (name !== 'low_mem' && name !== 'high_mem')
        return raiseValueError('mode must be either "low_mem", "high_mem"');
      return normalized(tensor(x), { gamma: gamma!, beta: beta!, mean: mean!, std: std! });
    },
    'batch_normalization_train(inputs, gamma, beta, axes?, epsilon?, running_average_factor?, running_mean?, running_var?)':
      (...given) => {
        const [axes, epsilon, factor, mean, variance] = given.slice(3);
        if (isGiven(mean) !== isGiven(variance))
          return raiseValueError('running_mean and running_var must either both be given or both be None');
        const running =
          isGiven(mean) && isGiven(variance)
            ? {
                factor: factor === undefined ? floatConstant(context, 0.1) : tensor(factor),
                mean: tensor(mean),
                variance: tensor(variance),
              }
            : null;
        return new PyTuple([...normalizedInTraining(normalization(given, axes, epsilon), running)]);
      },
    'batch_normalization_test(inputs, gamma, beta, mean, var, axes?, epsilon?)': (...given) => {
      const [mean, variance, axes, epsilon] = given.slice(3);
      const averages = { mean: tensor(mean), variance: tensor(variance) };
      return normalizedInTest(normalization(given, axes, epsilon), averages);
    },
  };
}

function axesChoice(axes: Missing): 'per-activation' | 'spatial' | readonly number[] {
  const text = axes === undefined ? 'per-activation' : asText(axes);
  if (text === 'per-activation' || text === 'spatial') return text;
  if (axes instanceof PyList || axes instanceof PyTuple)
    return axes.items.map((axis) => integerArgument(axis, 'axes'));
  return raiseValueError(`('invalid axes: %s', '${text ?? ''}')`);
}
