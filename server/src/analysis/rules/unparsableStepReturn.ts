/** unparsable-step-return: a return value that scan can not take apart. */
import { t } from '../../base/l10n.ts';
import type { MistakeOf } from '../mistakes.ts';
import { relatedScan, scanRaises, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const unparsableStepReturn: MistakeRule<'unparsable-step-return'> = {
  level: 'error',
  summary: 'The step returns outputs, updates and until in a form that scan can not take apart.',
  report: ({ span, form, scan }) => ({
    span,
    message: sentences((refusals[form] ?? cannotParse)(), remedies[form]()),
    related: relatedScan(scan),
  }),
};

const cannotParse = (): string =>
  scanRaises('ValueError', 'Scan cannot parse the return value of your lambda expression');

type Form = MistakeOf<'unparsable-step-return'>['form'];

const refusals: Partial<Record<Form, () => string>> = {
  updatesFirst: () =>
    scanRaises('ValueError', 'you have to always return first the outputs (if any), afterwards the updates'),
  outputsAsUpdates: () =>
    t(
      'Scan raises TypeError: two outputs beside two pairs are read as two updates, and the first is of no shared variable.',
    ),
};

const remedies: Readonly<Record<Form, () => string>> = {
  flatWithUntil: () => t('Put the outputs into one list: `return [a, b], until(...)`.'),
  flatWithUpdates: () => t('Put the outputs into one list: `return [a, b], {...}`.'),
  updatesFirst: () => t('Return the outputs first: `return outputs, updates`.'),
  untilAlone: () => t('Return outputs with it: `return outputs, until(...)`.'),
  untilNotLast: () => t('Return `until` last: `return outputs, updates, until(...)`.'),
  nestedLists: () => t('Return one flat list of outputs.'),
  outputsAsUpdates: () => t('Return the updates as a dict: `return [a, b], {...}`.'),
};
