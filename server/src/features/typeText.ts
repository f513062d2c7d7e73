/** Types, taps and meanings of parameters in words. */

import type { StepParameterFact } from '../analysis/facts.ts';
import type { AxisLength, FloatX, TensorFact } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import { codeSpan } from './markdown.ts';

const axesNames: readonly (() => string)[] = [() => t('scalar'), () => t('vector'), () => t('matrix')];

/** `float64 matrix (·, 3)`: dtype, number of axes, and the lengths where one is known; '' where nothing is. */
export function typeText(type: TensorFact, floatX: FloatX): string {
  const dtype = type.dtype[floatX];
  const { shape } = type;
  const axes = shape === null ? null : (axesNames[shape.length]?.() ?? t('{0}-D tensor', shape.length));
  const lengths = shape?.some((length) => typeof length === 'number') === true ? shapeText(shape) : null;
  return [dtype, axes, lengths].filter((part) => part !== null).join(' ');
}

/** What a parameter of the step is; '' where nothing is known. */
export function parameterType({ type, isGenerator }: StepParameterFact, floatX: FloatX): string {
  if (isGenerator) return t('generator');
  return type === null ? '' : typeText(type, floatX);
}

/** `(2, ·)`, as Python writes it. */
export function shapeText(shape: readonly (AxisLength | string)[]): string {
  const axes = shape.map((length) => (length === null || length === 'any' ? '·' : String(length)));
  return axes.length === 1 ? `(${axes[0]},)` : `(${axes.join(', ')})`;
}

/** `t`, `t−1`, `t+2`. */
export const tapText = (tap: number): string => (tap === 0 ? 't' : tap < 0 ? `t−${-tap}` : `t+${tap}`);

/** What scan passes for one parameter of the step, without its type. */
export function parameterMeaning(parameter: StepParameterFact): string {
  const source = codeSpan(parameter.source);
  const tap = parameter.tap === null ? '' : tapText(parameter.tap);
  switch (parameter.role) {
    case 'sequence':
      return t('sequence {0} at {1}', `${parameter.index}${source === '' ? '' : ` ${source}`}`, tap);
    case 'state':
      return t(
        'output {0} at {1}, starting with {2}',
        parameter.index,
        tap,
        source || t('its initial value'),
      );
    case 'nonSequence':
      return t('{0}, the same in every step', source || t('non-sequence {0}', parameter.index));
  }
}
