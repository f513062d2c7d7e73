/**
 * Random draws inside of loops: the usual distributions of the usual generators from states in memory, bit for bit the numbers of the
 * reference backend; the others call out.
 */
import { t } from '../../../base/l10n.ts';
import type { DrawMethodName } from '../../../graph/random/drawMethods.ts';
import type { DrawParams } from '../../../graph/random/drawOp.ts';
import { algorithmNumber } from '../../../graph/random/generatorState.ts';
import type { MrgUniformParams } from '../../../graph/random/mrgOps.ts';
import type { GeneratorKind } from '../../../graph/tensorType.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import { drawScales } from '../../../tensor/random/mrg31k3p.ts';
import { add32, call, type Expression, f64, type IrFunction, i32, i64, op, set } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, fill } from '../elementLoops.ts';
import { codeType, convert, loadElement, storeElement } from '../elementTypes.ts';
import { twisterBytes, twisterDouble } from '../random/mersenneTwister.ts';
import { mrgDraw, streamBytes } from '../random/mrg31k3p.ts';
import {
  inversionExponential,
  polarNormal,
  zigguratExponential,
  zigguratNormal,
} from '../random/normalNumbers.ts';
import { pcgDouble } from '../random/pcg64.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { elementCountOf, type Value } from '../values.ts';
import { callOutRule } from './callOutRule.ts';
import { knownNumbers } from './shapeRules.ts';

/** The algorithm that a kind of generator has unless somebody chose another one, and its functions of the state. */
interface GeneratorCode {
  readonly algorithm: number;
  /** Words of a state. */
  readonly length: number;
  readonly uniform: () => IrFunction;
  readonly normal: () => IrFunction;
  readonly exponential: () => IrFunction;
}

const wordBytes = byteSize('uint32');

const generators: Readonly<Record<GeneratorKind, GeneratorCode>> = {
  RandomState: {
    algorithm: algorithmNumber('MT19937'),
    length: 1 + twisterBytes / wordBytes + 3,
    uniform: twisterDouble,
    normal: polarNormal,
    exponential: inversionExponential,
  },
  Generator: {
    algorithm: algorithmNumber('PCG64'),
    length: 1 + 8 + 2,
    uniform: pcgDouble,
    normal: zigguratNormal,
    exponential: zigguratExponential,
  },
};

/** A distribution with parameters of one element: what must hold of them, and one number. */
interface DistributionCode {
  readonly parameterCount: number;
  /** Not 0 where the reference would refuse the parameters, or might. */
  readonly isRare: (parameters: readonly Expression[]) => Expression;
  readonly source: 'uniform' | 'normal' | 'exponential';
  readonly draw: (drawn: Expression, parameters: readonly Expression[], builder: Builder) => Expression;
}

const isNegative = (x: Expression): Expression => op('i64.lt_s', op('i64.reinterpret_f64', x), i64(0n));
const isNotFinite = (x: Expression): Expression =>
  op('i32.eqz', op('f64.lt', op('f64.abs', x), f64(Number.POSITIVE_INFINITY)));

const distributions: Partial<Record<DrawMethodName, DistributionCode>> = {
  uniform: {
    parameterCount: 2,
    isRare: ([low, high]) => isNotFinite(op('f64.sub', high, low)),
    source: 'uniform',
    draw: (drawn, [low, high]) => op('f64.add', low, op('f64.mul', op('f64.sub', high, low), drawn)),
  },
  normal: {
    parameterCount: 2,
    isRare: ([, scale]) => isNegative(scale),
    source: 'normal',
    draw: (drawn, [mean, deviation]) => op('f64.add', mean, op('f64.mul', deviation, drawn)),
  },
  exponential: {
    parameterCount: 1,
    isRare: ([scale]) => isNegative(scale),
    source: 'exponential',
    draw: (drawn, [scale]) => op('f64.mul', scale, drawn),
  },
};

export const drawRule: Rule = (context, inputs, params: DrawParams) => {
  const { builder } = context;
  const [state, size, ...rest] = inputs;
  const distribution = distributions[params.method];
  const generator = generators[params.generator];
  const given = rest.slice(params.skipped);
  const fits =
    distribution?.parameterCount === given.length &&
    state.shape[0] === generator.length &&
    given.every((parameter) => elementCountOf(parameter) === 1);
  if (!fits) return callOutRule(context, inputs, params as never);
  const shape = shapeOfDraw(size, given);
  const isAsSaid = shape.length === context.apply.outputs[1].ndim && shape.every((length) => length >= 0);
  if (!isAsSaid) return callOutRule(context, inputs, params as never);
  const next = freshBuffer(builder, state);
  fill(builder, next, state);
  builder.bailOutIf(op('i32.ne', loadElement('uint32', next.base), i32(generator.algorithm)));
  const parameters = given.map((parameter) => {
    const { expression, dtype } = asScalar(builder, parameter);
    return builder.bind(convert(expression, dtype, 'float64'), 'd');
  });
  builder.bailOutIf(distribution.isRare(parameters));
  const words = builder.bind(add32(next.base, i32(wordBytes)), 'p');
  const dtype = codeType(params.dtype);
  const one = (): Expression => {
    const drawn = builder.bind(call(generator[distribution.source](), words), 'd');
    return builder.bind(
      convert(builder.bind(distribution.draw(drawn, parameters, builder), 'd'), 'float64', dtype),
      'd',
    );
  };
  if (elementCountOf({ shape }) === 1) return [next, { kind: 'scalar', dtype, shape, expression: one() }];
  const target = freshBuffer(builder, { dtype, shape });
  builder.loop({ count: elementCountOf(target) }, (i) => {
    const address = add32(target.base, op('i32.mul', i, i32(byteSize(dtype))));
    builder.emit(storeElement(dtype, one(), { address }));
  });
  return [next, target];
};

/** The size that is asked for, or that of the parameters. */
function shapeOfDraw(size: Value, parameters: readonly Value[]): readonly number[] {
  if (size.shape[0] !== 0) return knownNumbers(size, t('a size'));
  return parameters.reduce<readonly number[]>((a, { shape }) => (shape.length > a.length ? shape : a), []);
}

/** Uniform numbers of MRG31k3p: one of each stream in turn. */
export const mrgUniformRule: Rule = ({ builder }, [states, size], params: MrgUniformParams) => {
  const shape = knownNumbers(size, t('a size'));
  const isSaid = shape.length === params.ndim && shape.every((length) => length >= 0);
  if (!isSaid || states.shape[0] === 0) throw unsupported(t('a size that the library refuses'));
  const dtype = codeType(params.dtype);
  const next = freshBuffer(builder, states);
  fill(builder, next, states);
  const draw = (state: Expression): Expression => {
    const drawn = op('f64.convert_i32_s', call(mrgDraw(), state));
    const scale = drawScales[dtype === 'float32' ? 'float32' : 'float64'];
    return convert(builder.bind(op('f64.mul', drawn, f64(scale)), 'd'), 'float64', dtype);
  };
  if (elementCountOf({ shape }) === 1) {
    return [next, { kind: 'scalar', dtype, shape, expression: builder.bind(draw(next.base), 'd') }];
  }
  const target = freshBuffer(builder, { dtype, shape });
  const stream = builder.local('i32', 'stream');
  builder.emit(set(stream, i32(0)));
  builder.loop({ count: elementCountOf(target) }, (i) => {
    const address = add32(target.base, op('i32.mul', i, i32(byteSize(dtype))));
    builder.emit(storeElement(dtype, draw(add32(next.base, stream)), { address }));
    const after = builder.bind(add32(stream, i32(streamBytes)), 'next');
    const isLast = op('i32.eq', after, i32(states.shape[0] * streamBytes));
    builder.emit(set(stream, op('select', i32(0), after, isLast)));
  });
  return [next, target];
};
