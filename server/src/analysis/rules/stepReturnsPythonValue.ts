/** step-returns-python-value: a way through the step that returns no variable. */
import { libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import { relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stepReturnsPythonValue: MistakeRule<'step-returns-python-value'> = {
  level: 'error',
  summary: 'The step returns a plain Python value, or nothing, where scan wants variables.',
  report: ({ span, version, value, scan }) => ({
    span,
    message:
      `Scan raises ValueError: the step returns ${values[value]}, and a return value may only be made of ` +
      `${libraryNames[version.library]} variables. ${remedy(value, version.library)}`,
    related: relatedScan(scan),
  }),
};

type Value = MistakeOf<'step-returns-python-value'>['value'];

const values: Readonly<Record<Value, string>> = {
  none: '`None`',
  nothing: 'nothing on one way through it',
  number: 'a number',
  text: 'a string',
  array: 'a NumPy array',
};

function remedy(value: Value, library: Library): string {
  if (value === 'number' || value === 'array') return `Wrap it: \`${library}.tensor.constant(...)\`.`;
  return value === 'text' ? 'Leave it out.' : 'Return the outputs or the updates.';
}
