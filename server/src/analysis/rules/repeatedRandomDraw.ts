/** repeated-random-draw: a draw in a step whose generator never moves on. */
import { t } from '../../base/l10n.ts';
import { has } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, relatedScan, sentences } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const repeatedRandomDraw: MistakeRule<'repeated-random-draw'> = {
  level: 'warning',
  summary:
    'A random draw in a step whose generator never moves on: every step and every call gives the same numbers.',
  report(mistake) {
    const { span, cause, generator, scan } = mistake;
    const why =
      cause === 'noGenerator'
        ? t('it makes a generator of its own, which nothing moves on')
        : t('the step does not return the generator that comes after {0}', quoted(generator));
    return {
      span,
      message: sentences(t('Every step and every call gets the same draw: {0}.', why), remedy(mistake)),
      related: relatedScan(scan),
    };
  },
};

function remedy({ version, generator, nextName }: MistakeOf<'repeated-random-draw'>): string {
  const next = nextName ?? 'next_rng';
  if (!has(version, 'generatorStates')) {
    if (generator === '') return t('Draw from `{0}`.', `${version.library}.tensor.random.RandomStream`);
    return t('Return `{{0}: {1}}` as updates, and pass those of the scan to the function.', generator, next);
  }
  if (generator === '')
    return t('Carry a generator in `outputs_info`, draw from it, and return the next one from the step.');
  const isNamed = nextName !== null || !has(version, 'generatorMethods');
  if (isNamed) return t('Carry `{0}` in `outputs_info` and return `{1}` from the step.', generator, next);
  const draw = `\`${next}, x = ${generator}.normal(...)\``;
  return t('Write {0}, carry `{1}` in `outputs_info` and return `{2}` from the step.', draw, generator, next);
}
