/** wrong-updates-argument: updates where `function` does not take them as updates. */
import { t } from '../../base/l10n.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const wrongUpdatesArgument: MistakeRule<'wrong-updates-argument'> = {
  level: 'error',
  summary: 'Updates are given to a function where it does not take them, or in a form that it refuses.',
  report(mistake) {
    const message = words[mistake.form](mistake);
    // `givens` takes the updates for what the function should read: nothing is refused.
    const level = mistake.form === 'givens' ? ({ level: 'warning' } as const) : {};
    return { span: mistake.span, message, related: [], ...level };
  },
};

type Wrong = MistakeOf<'wrong-updates-argument'>;

const words: Readonly<Record<Wrong['form'], (mistake: Wrong) => string>> = {
  thirdPositional: () =>
    t('The third argument of `function` is `mode`, so this raises AttributeError. Name it: `updates=...`.'),
  givens: () =>
    t(
      'No shared variable changes: `givens` replaces what the function reads and stores nothing. Use `updates=`.',
    ),
  wholeResult: ({ version }) =>
    t(
      'This is all that scan returns, outputs included, and {0} raises TypeError. Unpack it, `outputs, updates = ...`, and pass `updates`.',
      libraryNames[version.library],
    ),
  listOfUpdates: ({ version }) =>
    sentences(
      t('`function` does not take a list of updates: {0}.', refusal(version)),
      t('Merge them: `{0}`.', has(version, 'plainUpdates') ? '{**first, **second}' : 'first + second'),
    ),
  onePair: ({ version }) =>
    sentences(
      t('`function` does not take a single pair: {0}.', refusal(version)),
      t('Write `{variable: value}` or `[(variable, value)]`.'),
    ),
};

const refusal = ({ library }: LibraryVersion): string =>
  t('{0} raises {1}', libraryNames[library], library === 'theano' ? 'ValueError' : 'TypeError');
