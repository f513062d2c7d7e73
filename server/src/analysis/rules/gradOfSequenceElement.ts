/** grad-of-sequence-element: the gradient of an element of a sequence, inside the step. */
import { t } from '../../base/l10n.ts';
import { relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const gradOfSequenceElement: MistakeRule<'grad-of-sequence-element'> = {
  level: 'error',
  summary:
    'The gradient of an element of a sequence is asked for inside the step, where it depends on nothing.',
  report: ({ span, version, scan }) => ({
    span,
    message: sentences(
      t(
        'This raises DisconnectedInputError: inside the step an element of a sequence is a new variable that depends on nothing.',
      ),
      t(
        'Scan over indices: {0}.',
        `\`scan(lambda i: ${version.library}.grad(y[i], x), ${version.library}.tensor.arange(y.shape[0]))\``,
      ),
    ),
    related: relatedScan(scan),
  }),
};
