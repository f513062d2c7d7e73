/** Elementwise ops and casts: computed where their elements are needed, in one loop with their neighbours. */
import { t } from '../../../base/l10n.ts';
import type { ElemwiseParams } from '../../../graph/ops/elemwise.ts';
import { scalarOps } from '../../../graph/ops/scalarOps.ts';
import type { ScalarExpression, ScalarOp } from '../../../graph/ops/scalarRules.ts';
import type { DType } from '../../../tensor/dtype.ts';
import type { Shape } from '../../../tensor/shape.ts';
import { type Expression, i32, i64, op } from '../../loopIr/ir.ts';
import { broadcastShape } from '../broadcastShape.ts';
import type { Builder } from '../builder.ts';
import { expressionBytes } from '../byteVectors.ts';
import { converted } from '../conversion.ts';
import { asScalar, materialize } from '../elementLoops.ts';
import { type CodeDType, codeType, convert, isFloatType, isSignedType, literalOf } from '../elementTypes.ts';
import { isTruth, scalarCode } from '../scalarCode.ts';
import type { Rule, RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type ByteCode, elementCountOf, type LazyValue, type PackCode, type Value } from '../values.ts';
import { expressionPack, gainsByPacks, innerType } from '../vectorCode.ts';

export const elemwiseRule: Rule = (context, inputs, params: ElemwiseParams) => {
  const row: ScalarOp = scalarOps[params.scalar];
  const dtypes = context.apply.inputs.map(({ dtype }) => dtype);
  const types = row.types(dtypes, params.floatX);
  const compute = codeType(types.compute);
  const shape = broadcastShape(
    context.apply,
    inputs.map((input) => input.shape),
  );
  const made = elementCode(params, compute, codeType(types.output));
  const operandTypes = inputs.map((_, i): CodeDType => (row.tested?.includes(i) ? 'bool' : compute));
  return [computed(context, inputs, { ...made, shape, operandTypes })];
};

interface Computation {
  readonly dtype: CodeDType;
  readonly shape: Shape;
  /** What the operands are converted to. */
  readonly operandTypes: readonly CodeDType[];
  readonly element: LazyValue['element'];
  readonly packs: PackCode | null;
  readonly bytes: ByteCode | null;
}

/** A pending computation; a single element is computed at once. */
export function computed(
  { builder }: RuleContext,
  inputs: readonly Value[],
  computation: Computation,
): Value {
  const { operandTypes, ...rest } = computation;
  const { shape } = rest;
  const operands = inputs.map((input, i) => spread(builder, converted(input, operandTypes[i]), shape));
  const lazy: LazyValue = { kind: 'lazy', ...rest, operands };
  return elementCountOf(lazy) === 1 ? asScalar(builder, lazy) : lazy;
}

/** Pending operands that repeat are written down first, lest they be computed again and again. */
function spread(builder: Builder, value: Value, shape: Shape): Value {
  const repeats = value.kind === 'lazy' && elementCountOf(value) < elementCountOf({ shape });
  return repeats ? materialize(builder, value) : value;
}

const boolInvert: ScalarExpression = {
  kind: 'call',
  primitive: 'logicalNot',
  args: [{ kind: 'operand', index: 0 }],
};

/** What an elementwise op does to one element, and to several side by side. */
function elementCode(
  { scalar }: ElemwiseParams,
  compute: CodeDType,
  output: CodeDType,
): Pick<Computation, 'dtype' | 'element' | 'packs' | 'bytes'> {
  const expression = scalar === 'invert' && compute === 'bool' ? boolInvert : scalarOps[scalar].expression;
  if (isFloatType(compute) && (scalar === 'and_' || scalar === 'or_' || scalar === 'xor'))
    throw unsupported(t('bits of floats'));
  const checksExponent = scalar === 'pow' && !isFloatType(compute) && isSignedType(compute);
  return {
    dtype: output,
    element: (builder, operands) => {
      if (checksExponent) {
        const [, exponent] = operands;
        const zero = exponent.type === 'i64' ? i64(0n) : i32(0);
        builder.bailOutIf(op(`${exponent.type}.lt_s`, exponent, zero));
      }
      return expressionCode(builder, expression, { operands, compute, output });
    },
    packs: checksExponent ? null : packsOf(expression, compute, output),
    bytes: checksExponent ? null : expressionBytes(expression, { compute, output }),
  };
}

const packsOf = (expression: ScalarExpression, compute: CodeDType, output: CodeDType): PackCode => ({
  compute: (builder, operands) => expressionPack(builder, expression, { operands, compute, output }),
  gains: gainsByPacks(expression, compute),
});

interface Elements {
  readonly operands: readonly Expression[];
  readonly compute: CodeDType;
  readonly output: CodeDType;
}

/** The scalar expression on single elements. The reference computes float32 expressions of several steps in double precision. */
function expressionCode(builder: Builder, expression: ScalarExpression, elements: Elements): Expression {
  const { operands, compute, output } = elements;
  const within = innerType(expression, compute);
  const given =
    within === compute
      ? operands
      : operands.map((operand) =>
          operand.type === 'f32' ? builder.bind(convert(operand, 'float32', 'float64'), 'd') : operand,
        );
  const walk = (part: ScalarExpression): { code: Expression; isTruth: boolean } => {
    switch (part.kind) {
      case 'operand':
        return { code: given[part.index], isTruth: false };
      case 'literal':
        return { code: literalOf(within, part.value), isTruth: false };
      case 'call': {
        const args = part.args.map((arg, i) => {
          const made = walk(arg);
          const isCondition = part.primitive === 'select' && i === 0;
          const code = made.isTruth && !isCondition ? convert(made.code, 'bool', within) : made.code;
          return builder.bind(code, 'e');
        });
        return { code: scalarCode(part.primitive, args, within), isTruth: isTruth(part.primitive) };
      }
    }
  };
  const made = walk(expression);
  if (made.isTruth) return output === 'bool' ? made.code : convert(made.code, 'bool', output);
  return convert(builder.bind(made.code, 'e'), within, output);
}

export const castRule: Rule = (context, [input], { dtype }: { readonly dtype: DType }) => {
  const wanted = codeType(dtype);
  const value = converted(input, wanted);
  if (elementCountOf(value) !== 1) return [value];
  const { builder } = context;
  return [asScalar(builder, value)];
};
