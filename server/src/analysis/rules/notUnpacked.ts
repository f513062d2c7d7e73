/** not-unpacked: the pair that scan returns is used as if it were the outputs. */
import { t } from '../../base/l10n.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const notUnpacked: MistakeRule<'not-unpacked'> = {
  level: 'error',
  summary: 'The pair of outputs and updates that scan returns is used as if it were the outputs.',
  report({ span, use, name, scan }) {
    const level = use === 'item' ? ({ level: 'warning' } as const) : {};
    return {
      span,
      message: sentences(
        name === null
          ? t('This is the pair of outputs and updates: {0}.', effects[use]())
          : t('{0} is the pair of outputs and updates: {1}.', quoted(name), effects[use]()),
        t('Unpack it: `{0}, updates = ...`.', name ?? 'outputs'),
      ),
      related: relatedScan(scan),
      ...level,
    };
  },
};

const effects: Readonly<Record<MistakeOf<'not-unpacked'>['use'], () => string>> = {
  operand: () => t('it is no operand of symbolic expressions, so this raises an error'),
  item: () => t('this takes one of the two, not a step'),
  function: () => t('a function can not have it as output and raises TypeError'),
  attribute: () => t('a tuple has no such attribute, so this raises AttributeError'),
};
