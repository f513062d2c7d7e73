/** merge-not-supported-by-version: updates are merged in a way that this library or this Python does not know. */
import { t } from '../../base/l10n.ts';
import { versionText } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const mergeNotSupportedByVersion: MistakeRule<'merge-not-supported-by-version'> = {
  level: 'error',
  summary: 'Updates are merged in a way that this version of the library, or this Python, does not support.',
  report: (mistake) => ({ span: mistake.span, message: words[mistake.form](mistake), related: [] }),
};

type Merge = MistakeOf<'merge-not-supported-by-version'>;

const words: Readonly<Record<Merge['form'], (mistake: Merge) => string>> = {
  plus: ({ version, operands }) =>
    sentences(
      t('`+` raises TypeError: in {0} the updates of a scan are a plain dict.', versionText(version)),
      t('Write {0}.', quoted(joined(operands))),
    ),
  keysOnly: ({ operands }) =>
    t(
      'This adds only the variables, not their new values, and `function` refuses that. Add {0}.',
      quoted(`${operands.at(-1) ?? 'updates'}.items()`),
    ),
  itemsPlus: ({ operands }) =>
    sentences(
      t('In Python 3 `+` does not join two `items()`: TypeError.'),
      t(
        'Write {0}.',
        quoted(
          namesOf(operands)
            .map((name) => `list(${name})`)
            .join(' + '),
        ),
      ),
    ),
};

/** One operand: `updates += …`. */
const joined = (operands: readonly string[]): string =>
  operands.length === 1
    ? `${operands[0]}.update(...)`
    : `{${namesOf(operands)
        .map((name) => `**${name}`)
        .join(', ')}}`;

const namesOf = (operands: readonly string[]): readonly string[] =>
  operands.length === 0 ? ['first', 'second'] : operands;
