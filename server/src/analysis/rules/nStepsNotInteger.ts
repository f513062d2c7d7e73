/** n-steps-not-integer: `n_steps` is a float. */
import { t } from '../../base/l10n.ts';
import { has, libraryNames, versionText } from '../libraryVersions.ts';
import { counted, quoted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const nStepsNotInteger: MistakeRule<'n-steps-not-integer'> = {
  level: 'error',
  summary: 'n_steps is a float, which the library refuses or cuts to an integer.',
  report({ span, version, text }) {
    const isCut = has(version, 'floatSteps') && Number.isFinite(Number(text));
    if (!isCut) {
      const message = t(
        '{0} refuses the float {1} as a number of steps. Write an integer, or cast it to int64.',
        libraryNames[version.library],
        quoted(text),
      );
      return { span, message, related: [] };
    }
    // 3.0 steps are 3 steps.
    if (Number.isInteger(Number(text))) return null;
    const message = t(
      '{0} cuts {1} to {2} silently. Write an integer.',
      versionText(version),
      quoted(text),
      counted(Math.trunc(Number(text)), 'steps'),
    );
    return { span, message, related: [], level: 'warning' };
  },
};
