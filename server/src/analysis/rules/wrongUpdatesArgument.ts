/** wrong-updates-argument: updates where `function` does not take them as updates. */
import type { LibraryVersion } from '../analysisContext.ts';
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
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
    'The third argument of `function` is `mode`, so this raises AttributeError. Name it: `updates=...`.',
  givens: () =>
    'No shared variable changes: `givens` replaces what the function reads and stores nothing. Use `updates=`.',
  wholeResult: ({ version }) =>
    `This is all that scan returns, outputs included, and ${libraryNames[version.library]} raises TypeError. ` +
    'Unpack it, `outputs, updates = ...`, and pass `updates`.',
  listOfUpdates: ({ version }) =>
    `\`function\` does not take a list of updates: ${refusal(version)}. ` +
    `Merge them: ${has(version, 'plainUpdates') ? '`{**first, **second}`' : '`first + second`'}.`,
  onePair: ({ version }) =>
    `\`function\` does not take a single pair: ${refusal(version)}. ` +
    'Write `{variable: value}` or `[(variable, value)]`.',
};

const refusal = ({ library }: LibraryVersion): string =>
  `${libraryNames[library]} raises ${library === 'theano' ? 'ValueError' : 'TypeError'}`;
