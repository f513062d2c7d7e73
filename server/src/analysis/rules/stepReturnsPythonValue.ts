/** step-returns-python-value: a way through the step that returns no variable. */
import { t } from '../../base/l10n.ts';
import { libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import { relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stepReturnsPythonValue: MistakeRule<'step-returns-python-value'> = {
  level: 'error',
  summary: 'The step returns a plain Python value, or nothing, where scan wants variables.',
  report: ({ span, version, value, scan }) => ({
    span,
    message: sentences(
      t(
        'Scan raises ValueError: the step returns {0}, and a return value may only be made of {1} variables.',
        values[value](),
        libraryNames[version.library],
      ),
      remedy(value, version.library),
    ),
    related: relatedScan(scan),
  }),
};

type Value = MistakeOf<'step-returns-python-value'>['value'];

const values: Readonly<Record<Value, () => string>> = {
  none: () => '`None`',
  nothing: () => t('nothing on one way through it'),
  number: () => t('a number'),
  text: () => t('a string'),
  array: () => t('a NumPy array'),
};

function remedy(value: Value, library: Library): string {
  if (value === 'number' || value === 'array') return t('Wrap it: `{0}`.', `${library}.tensor.constant(...)`);
  return value === 'text' ? t('Leave it out.') : t('Return the outputs or the updates.');
}
