/** unknown-scan-argument: a keyword that scan, or the view of it that is called, does not have in this release. */
import { versionText } from '../libraryVersions.ts';
import type { MistakeRule } from './rule.ts';

export const unknownScanArgument: MistakeRule<'unknown-scan-argument'> = {
  level: 'error',
  summary: 'A call of scan has a keyword that scan does not know.',
  report: ({ span, name, nearest, version, function: called }) => ({
    span,
    message:
      `\`${called}\` of ${versionText(version)} has no argument \`${name}\` and raises TypeError.` +
      (nearest === null ? '' : ` Is \`${nearest}\` meant?`),
    related: [],
  }),
};
