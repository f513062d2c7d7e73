/** repeated-random-draw: a draw in a step whose generator never moves on. */
import { has } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import { quoted, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const repeatedRandomDraw: MistakeRule<'repeated-random-draw'> = {
  level: 'warning',
  summary:
    'A random draw in a step whose generator never moves on: every step and every call gives the same numbers.',
  report(mistake) {
    const { span, cause, generator, scan } = mistake;
    const why =
      cause === 'noGenerator'
        ? 'it makes a generator of its own, which nothing moves on'
        : `the step does not return the generator that comes after ${quoted(generator)}`;
    return {
      span,
      message: `Every step and every call gets the same draw: ${why}. ${remedy(mistake)}`,
      related: relatedScan(scan),
    };
  },
};

function remedy({ version, generator, nextName }: MistakeOf<'repeated-random-draw'>): string {
  const next = nextName ?? 'next_rng';
  if (!has(version, 'generatorStates')) {
    if (generator === '') return `Draw from \`${version.library}.tensor.random.RandomStream\`.`;
    return `Return \`{${generator}: ${next}}\` as updates, and pass those of the scan to the function.`;
  }
  if (generator === '')
    return 'Carry a generator in `outputs_info`, draw from it, and return the next one from the step.';
  const carried = `arry \`${generator}\` in \`outputs_info\` and return \`${next}\` from the step.`;
  const isNamed = nextName !== null || !has(version, 'generatorMethods');
  return isNamed ? `C${carried}` : `Write \`${next}, x = ${generator}.normal(...)\`, c${carried}`;
}
