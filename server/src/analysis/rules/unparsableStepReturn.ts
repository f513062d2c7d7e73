/** unparsable-step-return: a return value that scan can not take apart. */
import type { MistakeOf } from '../mistakes.ts';
import { raises, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const unparsableStepReturn: MistakeRule<'unparsable-step-return'> = {
  level: 'error',
  summary: 'The step returns outputs, updates and until in a form that scan can not take apart.',
  report: ({ span, form, scan }) => ({
    span,
    message: `Scan ${refusals[form] ?? cannotParse}. ${remedies[form]}`,
    related: relatedScan(scan),
  }),
};

const cannotParse = raises('ValueError', 'Scan cannot parse the return value of your lambda expression');

type Form = MistakeOf<'unparsable-step-return'>['form'];

const refusals: Partial<Record<Form, string>> = {
  updatesFirst: raises(
    'ValueError',
    'you have to always return first the outputs (if any), afterwards the updates',
  ),
  outputsAsUpdates:
    'raises TypeError: two outputs beside two pairs are read as two updates, and the first is of no shared variable',
};

const remedies: Readonly<Record<Form, string>> = {
  flatWithUntil: 'Put the outputs into one list: `return [a, b], until(...)`.',
  flatWithUpdates: 'Put the outputs into one list: `return [a, b], {...}`.',
  updatesFirst: 'Return the outputs first: `return outputs, updates`.',
  untilAlone: 'Return outputs with it: `return outputs, until(...)`.',
  untilNotLast: 'Return `until` last: `return outputs, updates, until(...)`.',
  nestedLists: 'Return one flat list of outputs.',
  outputsAsUpdates: 'Return the updates as a dict: `return [a, b], {...}`.',
};
