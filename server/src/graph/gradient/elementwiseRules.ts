/** Gradients of elementwise ops, casts and of ops that only change types or axes. */
import { isComplex, isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import type { Dialect } from '../dialects.ts';
import { dimShuffle, dimShuffleEntry, rebroadcast, rebroadcastEntry } from '../ops/dimShuffle.ts';
import { castEntry, elemwiseEntry } from '../ops/elemwise.ts';
import { reduced } from '../ops/math.ts';
import type { ScalarOpName } from '../ops/scalarOps.ts';
import { specifyShapeEntry } from '../ops/specifyShape.ts';
import { type Apply, Variable } from '../variable.ts';
import { notImplementedGradient, ruleFor, undefinedGradient } from './gradientRule.ts';
import { scalarGradients } from './scalarGradients.ts';
import { zerosInFloatX, zerosLike } from './zeros.ts';

/** The gradient of an operand that was repeated along some axes: the sum over them. */
export function unbroadcastGradient(input: Variable, output: Variable, gradient: Variable): Variable {
  const axis = [...input.type.shape.keys()].filter(
    (at) => input.type.shape[at] === 1 && output.type.shape[at] !== 1,
  );
  if (axis.length === 0) return gradient;
  return reduced('sum', gradient, { axis, keepsAxes: true, dtype: null });
}

/** The libraries refuse every gradient through complex numbers, in these words. */
function complexGradient(made: Apply): EngineError {
  const { entry, params } = made.op;
  const name = entry.print(params, made.inputs[0].context.dialect, 0, made);
  return new EngineError(
    'TypeError',
    `${name}.grad illegally  returned an integer-valued variable. (Input index 0, dtype complex128)`,
  );
}

/** Where the library has the op without a gradient. */
function missingGradient(scalar: ScalarOpName, dialect: Dialect): EngineError {
  if (scalar === 'tri_gamma') return new EngineError('NotImplementedError', '');
  if (scalar === 'ultra_fast_sigmoid') {
    const home = `${dialect.library}.tensor.nnet.sigm`;
    return new EngineError(
      'MethodNotDefined',
      `('grad', <class '${home}.UltraFastScalarSigmoid'>, 'UltraFastScalarSigmoid')`,
    );
  }
  const name = classNames[scalar] ?? scalar;
  const { gradientMethod, scalarGradientHome } = dialect;
  return new EngineError(
    'MethodNotDefined',
    `('${gradientMethod}', <class '${scalarGradientHome}.${name}'>, '${name}')`,
  );
}

const classNames: Readonly<Partial<Record<ScalarOpName, string>>> = {
  gammainc: 'GammaInc',
  gammaincc: 'GammaIncC',
  gammau: 'GammaU',
  gammal: 'GammaL',
  chi2sf: 'Chi2SF',
};

/** The scalars inside of an elementwise op have no names. */
const nameless = (made: Apply): Apply => ({
  ...made,
  inputs: made.inputs.map(({ context, type }) => new Variable(context, type)),
});

export const elementwiseRules = {
  elemwise: ruleFor(elemwiseEntry, {
    // The first operand of `second` only gives its shape.
    connections: ({ scalar }, made) => made.inputs.map((_input, index) => [scalar !== 'second' || index > 0]),
    differentiate({ scalar }, made, [gradient]) {
      const {
        inputs,
        outputs: [output],
      } = made;
      const rule = scalarGradients[scalar];
      const isAsked = output.context.dialect.integerOps === 'asked' || !isDiscrete(output.dtype);
      if (rule === 'zeroInFloatX') return inputs.map(isAsked ? zerosInFloatX : zerosLike);
      if (rule === 'zero' || isDiscrete(output.dtype)) return inputs.map(zerosLike);
      if (rule === 'complex' || [output, ...inputs].some(({ dtype }) => isComplex(dtype)))
        throw complexGradient(made);
      const { undifferentiated } = output.context.dialect;
      if (rule === 'missing' || undifferentiated.split(' ').includes(scalar))
        throw missingGradient(scalar, output.context.dialect);
      return rule({ gradient: gradient!, operands: inputs, output }).map((term, index) => {
        const input = inputs[index];
        if (term === 'undefined') return undefinedGradient(nameless(made), index, scalar, '');
        if (term === 'not implemented') return notImplementedGradient(nameless(made), index, scalar);
        return unbroadcastGradient(input, output, term);
      });
    },
  }),
  cast: ruleFor(castEntry, {
    differentiate: (_, { inputs: [input], outputs: [output] }, [gradient]) => [
      // The gradient stays in the type of the output.
      isDiscrete(output.dtype) ? zerosInFloatX(input) : gradient!,
    ],
  }),
  dimShuffle: ruleFor(dimShuffleEntry, {
    differentiate({ order }, { inputs: [input] }, [gradient]) {
      if (isDiscrete(input.dtype)) return [zerosLike(input)];
      return [
        dimShuffle(
          gradient!,
          [...input.type.shape.keys()].map((axis) => positionOf(order, axis)),
        ),
      ];
    },
  }),
  specifyShape: ruleFor(specifyShapeEntry, {
    differentiate: (_, { inputs: [input, ...lengths] }, [gradient]) => [
      rebroadcast(gradient!, input.type.shape),
      ...lengths.map(() => null),
    ],
  }),
  rebroadcast: ruleFor(rebroadcastEntry, {
    differentiate: (_, { inputs: [input] }, [gradient]) => [rebroadcast(gradient!, input.type.shape)],
  }),
};

/** An axis that was dropped comes back with length 1. */
function positionOf(order: readonly (number | 'x')[], axis: number): number | 'x' {
  const at = order.indexOf(axis);
  return at < 0 ? 'x' : at;
}
