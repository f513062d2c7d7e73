/** unknown-scan-argument: a keyword that scan, or the view of it that is called, does not have in this release. */
import { t } from '../../base/l10n.ts';
import { versionText } from '../libraryVersions.ts';
import { sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const unknownScanArgument: MistakeRule<'unknown-scan-argument'> = {
  level: 'error',
  summary: 'A call of scan has a keyword that scan does not know.',
  report({ span, name, nearest, version, function: called }) {
    const refusal = t(
      '`{0}` of {1} has no argument `{2}` and raises TypeError.',
      called,
      versionText(version),
      name,
    );
    const message = nearest === null ? refusal : sentences(refusal, t('Is `{0}` meant?', nearest));
    return { span, message, related: [] };
  },
};
