/** Reading and replacing parts whose bounds are known: index arithmetic, and for replacing a choice between the old and the new element. */
import { t } from '../../../base/l10n.ts';
import type { IncSubtensorParams, PatternItem, SubtensorParams } from '../../../graph/ops/subtensor.ts';
import { unsupported } from '../../lower/unsupported.ts';
import type { KernelContext, KernelRule } from './kernelContext.ts';
import {
  below,
  choose,
  fixedIndex,
  type Index,
  type KernelExpression,
  plus,
  scaled,
  shifted,
  sumOf,
} from './kernelIr.ts';
import { computedValue, type KernelValue, moved, repeated, windowValue } from './kernelValues.ts';

/** Which places of an axis are meant. */
interface Span {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  /** An axis that is gone. */
  readonly isPicked: boolean;
}

export const partRule: KernelRule = (_, [input, ...bounds], { pattern }: SubtensorParams) => {
  const spans = spansOf(input, pattern, bounds);
  const shape = spans.filter(({ isPicked }) => !isPicked).map(({ length }) => length);
  const { window } = input;
  if (window) {
    const offset = spans.reduce(
      (sum, { start }, axis) => shifted(sum, start * window.strides[axis]),
      window.offset,
    );
    const strides = spans.flatMap(({ step, isPicked }, axis) =>
      isPicked ? [] : [step * window.strides[axis]],
    );
    return [windowValue(input.dtype, shape, { ...window, offset, strides })];
  }
  return [moved(input, shape, (place) => placeInWhole(spans, place))];
};

function placeInWhole(spans: readonly Span[], place: readonly Index[]): Index[] {
  let next = 0;
  return spans.map(({ start, step, isPicked }) =>
    isPicked ? fixedIndex(start) : sumOf(fixedIndex(start), scaled(place[next++], step)),
  );
}

export const replacedPartRule: KernelRule = (
  { builder }: KernelContext,
  given,
  params: IncSubtensorParams,
) => {
  const [whole, value, ...bounds] = given.map((one, i) =>
    i < 2 && one.hasFolds ? builder.materialize(one) : one,
  );
  const spans = spansOf(whole, params.pattern, bounds);
  if (spans.some(({ step, length }) => step !== 1 && length !== 1))
    throw unsupported(t('no kernel for replacing every other element'));
  const shape = spans.filter(({ isPicked }) => !isPicked).map(({ length }) => length);
  const lead = shape.length - value.shape.length;
  if (lead < 0 || value.shape.some((n, axis) => n !== 1 && n !== shape[lead + axis]))
    throw unsupported(t('a value that does not fit its part'));
  if (value.dtype !== whole.dtype) throw unsupported(t('a part of another type'));
  const part = repeated(value, shape);
  return [
    computedValue(whole, [whole, value], (place) => {
      const old = whole.at(place);
      const own = part.at(
        place.flatMap((index, axis) => (spans[axis].isPicked ? [] : [shifted(index, -spans[axis].start)])),
      );
      return within(whole, { spans, place }, { old, inside: params.mode === 'set' ? own : plus(old, own) });
    }),
  ];
};

/** `inside` where all indices are in their spans. */
function within(
  { shape }: KernelValue,
  { spans, place }: { spans: readonly Span[]; place: readonly Index[] },
  { old, inside }: { old: KernelExpression; inside: KernelExpression },
): KernelExpression {
  return spans.reduce((chosen, { start, length }, axis) => {
    const ended =
      start + length < shape[axis] ? choose(below(place[axis], start + length), chosen, old) : chosen;
    return start > 0 ? choose(below(place[axis], start), old, ended) : ended;
  }, inside);
}

function spansOf(
  { shape }: KernelValue,
  pattern: readonly PatternItem[],
  bounds: readonly KernelValue[],
): Span[] {
  let next = 0;
  const bound = (has: boolean): number | null => {
    if (!has) return null;
    const { known } = bounds[next++];
    if (!known) throw unsupported(t('no kernel for an index that is computed'));
    return Number(known.at(0));
  };
  return shape.map((length, axis) => {
    const item = pattern[axis];
    if (item === undefined) return { start: 0, step: 1, length, isPicked: false };
    if (item.kind === 'array') throw unsupported(t('no kernel for indices in arrays'));
    if (item.kind === 'slice')
      return sliceOf(length, [bound(item.start), bound(item.stop), bound(item.step)]);
    const index = bound(true)!;
    const start = index < 0 ? index + length : index;
    if (start < 0 || start >= length) throw unsupported(t('an index out of bounds'));
    return { start, step: 1, length: 1, isPicked: true };
  });
}

/** Python's slices. */
function sliceOf(length: number, [from, to, by]: readonly (number | null)[]): Span {
  const step = by ?? 1;
  if (step === 0) throw unsupported(t('a slice without a step'));
  const clamp = (bound: number, low: number, high: number): number =>
    Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const start = from === null ? (step > 0 ? 0 : length - 1) : clamp(from, low, high);
  const stop = to === null ? (step > 0 ? length : -1) : clamp(to, low, high);
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count === 0) throw unsupported(t('an empty array'));
  return { start, step, length: count, isPicked: false };
}
