/** Gradients of products of stacks of matrices and of functions of matrices. */
import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { dimShuffle, rebroadcast } from '../ops/dimShuffle.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { matrixFunctionEntry } from '../ops/matrixFunction.ts';
import type { MatrixFunctionName } from '../ops/matrixFunctions.ts';
import { batchedDot, batchedDotEntry, matmulEntry, matrixTransposed, multiplied } from '../ops/products.ts';
import type { Variable } from '../variable.ts';
import { unbroadcastGradient } from './elementwiseRules.ts';
import { ruleFor } from './gradientRule.ts';
import { matrixGradients, newGradients } from './matrixGradients.ts';
import { gradientType, zerosLike } from './zeros.ts';

/** The sum over batch axes along which an operand was repeated. */
const unrepeated = (input: Variable, term: Variable): Variable =>
  castTo(unbroadcastGradient(input, term, term), gradientType(input));

/** Theano's cases of `BatchedDot`: matrices at the same place, or vectors. */
function batchedGradients(a: Variable, b: Variable, g: Variable): readonly [Variable, Variable] {
  const turned = (x: Variable): Variable => dimShuffle(x, [0, 2, 1]);
  if (a.ndim === 2 && b.ndim === 2) {
    const column = dimShuffle(g, [0, 'x']);
    return [elemwise('mul', column, b), elemwise('mul', column, a)];
  }
  if (a.ndim === 2) {
    const outer = elemwise('mul', dimShuffle(a, [0, 1, 'x']), dimShuffle(g, [0, 'x', 1]));
    return [batchedDot(g, turned(b)), outer];
  }
  if (b.ndim === 2) {
    const outer = elemwise('mul', dimShuffle(g, [0, 1, 'x']), dimShuffle(b, [0, 'x', 1]));
    return [outer, batchedDot(turned(a), g)];
  }
  return [batchedDot(g, turned(b)), batchedDot(turned(a), g)];
}

/** The classes of Theano's ops that have no gradient. */
const classNames: Readonly<Partial<Record<MatrixFunctionName, string>>> = {
  leastSquares: 'lstsq',
  qr: 'QRFull',
  qrTriangle: 'QRIncomplete',
  svd: 'SVD',
  singularValues: 'SVD',
  eig: 'Eig',
};

export const matrixRules = {
  matmul: ruleFor(matmulEntry, {
    differentiate(_, { inputs, outputs: [output] }, [gradient]) {
      const [a, b] = inputs;
      if (isDiscrete(output.dtype)) return inputs.map(zerosLike);
      if (a.context.dialect.matmulGradient === 'missing') throw new EngineError('NotImplementedError', '');
      return [
        unrepeated(a, multiplied(gradient!, matrixTransposed(b))),
        unrepeated(b, multiplied(matrixTransposed(a), gradient!)),
      ];
    },
  }),
  batchedDot: ruleFor(batchedDotEntry, {
    differentiate(_, { inputs, outputs: [output] }, [gradient]) {
      const [a, b] = inputs;
      if (isDiscrete(output.dtype)) return inputs.map(zerosLike);
      return batchedGradients(a, b, gradient!).map((term, index) =>
        rebroadcast(
          castTo(term, gradientType(inputs[index])),
          inputs[index].type.shape.map((length) => (length === 1 ? 1 : undefined)),
        ),
      );
    },
  }),
  matrixFunction: ruleFor(matrixFunctionEntry, {
    differentiate({ name, options, cores }, { inputs, outputs }, gradients) {
      const { dialect } = inputs[0].context;
      const rule = matrixGradients[name];
      if (rule === 'missing' || (newGradients.has(name) && dialect.newMatrixGradients === 'missing')) {
        throw dialect.missingMatrixGradient === 'AttributeError'
          ? new EngineError('AttributeError', `'${classNames[name] ?? name}' object has no attribute 'grad'`)
          : new EngineError('NotImplementedError', '');
      }
      const terms = rule({ options, cores, operands: inputs, outputs, gradients });
      return terms.map((term, index) =>
        isDiscrete(inputs[index].dtype) ? zerosLike(inputs[index]) : unrepeated(inputs[index], term),
      );
    },
  }),
};
