/** grad-of-sequence-element: the gradient of an element of a sequence, inside the step. */
import { relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const gradOfSequenceElement: MistakeRule<'grad-of-sequence-element'> = {
  level: 'error',
  summary:
    'The gradient of an element of a sequence is asked for inside the step, where it depends on nothing.',
  report: ({ span, version, scan }) => ({
    span,
    message:
      'This raises DisconnectedInputError: inside the step an element of a sequence is a new variable that depends on nothing. ' +
      `Scan over indices: \`scan(lambda i: ${version.library}.grad(y[i], x), ${version.library}.tensor.arange(y.shape[0]))\`.`,
    related: relatedScan(scan),
  }),
};
