/** Reading and replacing parts. */
import { t } from '../../../base/l10n.ts';
import type { IncSubtensorParams, SubtensorParams } from '../../../graph/ops/subtensor.ts';
import { add32, type Expression, i32, op } from '../../loopIr/ir.ts';
import { converted } from '../conversion.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { pendingPrimitive } from '../pendingPrimitive.ts';
import { freshBuffer, type Rule, type RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, type Value } from '../values.ts';
import { forEachPicked, type Part, padded, partOf, partShape } from './indexedParts.ts';

export const subtensorRule: Rule = (context, [input, ...bounds], { pattern }: SubtensorParams) => {
  const { builder } = context;
  const part = partOf(builder, materialize(builder, input), { pattern, bounds });
  const taken = part.picks.length === 0 ? part.window : picked(context, part);
  return [elementCountOf(taken) === 1 ? asScalar(builder, taken) : taken];
};

/** The rows that index arrays mean, one behind another. */
function picked({ builder }: RuleContext, part: Part): BufferValue {
  const target = freshBuffer(builder, { dtype: part.window.dtype, shape: partShape(part) });
  forEachPicked(builder, part, (row, counter) => {
    fill(builder, rowOfPicked(builder, target, { part, counter }), row);
  });
  return target;
}

/** What belongs to one combination of indices, in an array of the shape of the whole part. */
function rowOfPicked(
  builder: RuleContext['builder'],
  whole: BufferValue,
  { part, counter }: { part: Part; counter: Expression },
): BufferValue {
  const { position, pickedShape } = part;
  const end = position + pickedShape.length;
  // The axes of the arrays have no gaps between them, or there is only one, or all repeat.
  const lengths = whole.shape.slice(position, end);
  const stride = lengths.every((length) => length === 1) ? 0 : whole.strides[end - 1];
  return {
    kind: 'buffer',
    dtype: whole.dtype,
    shape: whole.shape.toSpliced(position, pickedShape.length),
    strides: whole.strides.toSpliced(position, pickedShape.length),
    base: builder.bind(add32(whole.base, op('i32.mul', counter, i32(stride))), 'p'),
  };
}

export const incSubtensorRule: Rule = (context, [input, value, ...bounds], params: IncSubtensorParams) => {
  const { builder } = context;
  const result = context.isInPlace && input.kind === 'buffer' ? input : copied(context, input);
  const part = partOf(builder, result, { pattern: params.pattern, bounds });
  if (part.picks.length === 0) write(context, part.window, { params, value });
  else replacePicked(context, part, { params, value });
  return [elementCountOf(result) === 1 ? asScalar(builder, result) : result];
};

/** The elements once more, where the result belongs. */
function copied({ builder, target }: RuleContext, input: Value): BufferValue {
  const fits = target?.dtype === input.dtype && elementCountOf(target) === elementCountOf(input);
  const copy = fits ? target : freshBuffer(builder, input);
  fill(builder, copy, input);
  return copy;
}

function write(
  { builder }: RuleContext,
  part: BufferValue,
  { params, value }: { params: IncSubtensorParams; value: Value },
): void {
  const lead = part.shape.length - value.shape.length;
  if (lead < 0 || value.shape.some((n, axis) => n !== 1 && n !== part.shape[lead + axis]))
    throw unsupported(t('a value that does not fit its part'));
  const own = padded(value.kind === 'lazy' ? materialize(builder, value) : value, part.shape.length);
  if (params.mode === 'set') fill(builder, part, converted(own, part.dtype));
  else {
    const type = params.mode === 'inc' ? wider(part, own) : part.dtype;
    fill(
      builder,
      part,
      converted(
        pendingPrimitive('add', [converted(part, type), converted(own, type)], part.shape),
        part.dtype,
      ),
    );
  }
}

/** The type in which NumPy adds; only equal types are met in practice. */
function wider(part: BufferValue, value: Value): BufferValue['dtype'] {
  if (part.dtype !== value.dtype) throw unsupported(t('a sum of two types'));
  return part.dtype;
}

function replacePicked(
  context: RuleContext,
  part: Part,
  { params, value }: { params: IncSubtensorParams; value: Value },
): void {
  const { builder } = context;
  const shape = partShape(part);
  const lead = shape.length - value.shape.length;
  if (lead < 0 || value.shape.some((n, axis) => n !== 1 && n !== shape[lead + axis]))
    throw unsupported(t('a value that does not fit its part'));
  const own = padded(value.kind === 'lazy' ? materialize(builder, value) : value, shape.length);
  if (own.kind === 'scalar') {
    forEachPicked(builder, part, (row) => {
      write(context, row, { params, value: { ...own, shape: row.shape.map(() => 1) } });
    });
    return;
  }
  const { position, pickedShape } = part;
  const repeats = own.shape.slice(position, position + pickedShape.length).every((length) => length === 1);
  const source =
    repeats || pickedShape.length === 1 ? materialize(builder, own) : spread(context, own, shape);
  forEachPicked(builder, part, (row, counter) => {
    write(context, row, { params, value: rowOfPicked(builder, source, { part, counter }) });
  });
}

function spread({ builder }: RuleContext, value: Value, shape: readonly number[]): BufferValue {
  const target = freshBuffer(builder, { dtype: value.dtype, shape });
  fill(builder, target, value);
  return target;
}
