/** return-updates-deprecated: PyTensor will not return updates any more. */
import { t } from '../../base/l10n.ts';
import { versionText } from '../libraryVersions.ts';
import { relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const returnUpdatesDeprecated: MistakeRule<'return-updates-deprecated'> = {
  level: 'information',
  summary: 'PyTensor warns that scan will not return updates any more: return_updates=False is the new form.',
  report: ({ span, version, isEmpty, scan }) => ({
    span,
    message: sentences(
      t('{0} warns here: scan will not return updates any more.', versionText(version)),
      isEmpty
        ? t('This one has none: pass `return_updates=False` and bind only the outputs.')
        : t(
            'Carry what changes in `outputs_info`, then pass `return_updates=False` and bind only the outputs.',
          ),
    ),
    related: span.start === scan.start ? [] : relatedScan(scan),
  }),
};
