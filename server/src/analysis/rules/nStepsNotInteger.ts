/** n-steps-not-integer: `n_steps` is a float. */
import { has, libraryNames, versionText } from '../libraryVersions.ts';
import { counted, quoted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const nStepsNotInteger: MistakeRule<'n-steps-not-integer'> = {
  level: 'error',
  summary: 'n_steps is a float, which the library refuses or cuts to an integer.',
  report({ span, version, text }) {
    const isCut = has(version, 'floatSteps') && Number.isFinite(Number(text));
    if (!isCut) {
      const message = `${libraryNames[version.library]} refuses the float ${quoted(text)} as a number of steps. Write an integer, or cast it to int64.`;
      return { span, message, related: [] };
    }
    // 3.0 steps are 3 steps.
    if (Number.isInteger(Number(text))) return null;
    const message = `${versionText(version)} cuts ${quoted(text)} to ${counted(Math.trunc(Number(text)), 'step')} silently. Write an integer.`;
    return { span, message, related: [], level: 'warning' };
  },
};
