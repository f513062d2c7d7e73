/** draw-outside-step: a step uses a draw that was made outside of it. */
import { t } from '../../base/l10n.ts';
import { has } from '../libraryVersions.ts';
import { quoted, related, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const drawOutsideStep: MistakeRule<'draw-outside-step'> = {
  level: 'information',
  summary:
    'A step uses a draw that was made outside of it: in Aesara and PyTensor all steps get the same numbers.',
  report({ span, version, draw, name, scan }) {
    // Theano draws anew in each step.
    if (!has(version, 'updatesOfStepOnly')) return null;
    return {
      span,
      message: t(
        '{0} is drawn once per call: all steps get the same numbers. (Theano draws anew in each step.) Draw in the step where each should get its own.',
        quoted(name),
      ),
      related: [related(draw, t('The draw.')), ...relatedScan(scan)],
    };
  },
};
