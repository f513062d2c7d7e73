/** taps: taps that scan refuses or reads otherwise. */
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, raises } from './phrases.ts';
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
    `Only the list \`[-1]\` means the previous state: with ${quoted(text)} scan takes the first row of the initial value, ` +
    'or raises IndexError where that is a scalar. Write `[-1]`.',
  notNegative: ({ text }) =>
    `Scan ${raises('ValueError', 'All the tap values must be smaller than 0.')}: ${quoted(text)} asks for a state that is not computed yet.`,
  repeated: ({ text }) =>
    `Scan ${raises('ValueError', 'All the taps must be different in `outputs_info`')}. Write each tap of ${quoted(text)} once.`,
  noInitial: () =>
    'Taps without `initial`: scan raises ValueError. Give the states before the first step as `initial`.',
  unexpectedKey: ({ text, version }) =>
    has(version, 'refusesUnknownKeys')
      ? `Scan ${raises('ValueError', 'These keys were unexpected in Scan outputs_info')}: ${quoted(text)}. ${knownKeys}`
      : `${libraryNames[version.library]} ignores the key ${quoted(text)} silently. ${knownKeys}`,
};

const knownKeys = 'An entry has `initial` and `taps`.';
