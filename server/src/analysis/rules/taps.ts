/** taps: taps that scan refuses or reads otherwise. */
import { t } from '../../base/l10n.ts';
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, scanRaises, sentences, theirWords } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const taps: MistakeRule<'taps'> = {
  level: 'error',
  summary: 'Taps or keys of an entry of outputs_info that scan refuses, ignores or reads otherwise.',
  report(mistake) {
    const { span, form, version } = mistake;
    const isSilent =
      form === 'tupleOfMinusOne' || (form === 'unexpectedKey' && !has(version, 'refusesUnknownKeys'));
    const level = isSilent ? ({ level: 'warning' } as const) : {};
    return { span, message: words[form](mistake), related: [], ...level };
  },
};

type Taps = MistakeOf<'taps'>;

const words: Readonly<Record<Taps['form'], (mistake: Taps) => string>> = {
  tupleOfMinusOne: ({ text }) =>
    t(
      'Only the list `[-1]` means the previous state: with {0} scan takes the first row of the initial value, or raises IndexError where that is a scalar. Write `[-1]`.',
      quoted(text),
    ),
  notNegative: ({ text }) =>
    t(
      'Scan raises {0}: {1} asks for a state that is not computed yet.',
      theirWords('ValueError ("All the tap values must be smaller than 0.")'),
      quoted(text),
    ),
  repeated: ({ text }) =>
    sentences(
      scanRaises('ValueError', 'All the taps must be different in `outputs_info`'),
      t('Write each tap of {0} once.', quoted(text)),
    ),
  noInitial: () =>
    t('Taps without `initial`: scan raises ValueError. Give the states before the first step as `initial`.'),
  unexpectedKey: ({ text, version }) =>
    has(version, 'refusesUnknownKeys')
      ? sentences(
          t(
            'Scan raises {0}: {1}.',
            theirWords('ValueError ("These keys were unexpected in Scan outputs_info")'),
            quoted(text),
          ),
          knownKeys(),
        )
      : sentences(
          t('{0} ignores the key {1} silently.', libraryNames[version.library], quoted(text)),
          knownKeys(),
        ),
};

const knownKeys = (): string => t('An entry has `initial` and `taps`.');
