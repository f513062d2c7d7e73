/** forgotten-final-rng: a generator is carried through a scan, and its last state goes nowhere. */
import { isUnwanted, quoted, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const forgottenFinalRng: MistakeRule<'forgotten-final-rng'> = {
  level: 'warning',
  summary: 'The last state of a generator that a scan carries reaches no function, so calls repeat draws.',
  report: ({ span, generator, finalName, functions }) => ({
    span,
    message:
      `Every call returns the same draws: the last state of ${quoted(generator)} reaches no function. ` +
      (finalName === null || isUnwanted(finalName)
        ? `Keep it and pass it: \`updates={${generator}: final_rng}\`.`
        : `Pass it: \`updates={${generator}: ${finalName}}\`.`),
    related: functions.map((use) => related(use, 'This function uses the draws without the last state.')),
  }),
};
