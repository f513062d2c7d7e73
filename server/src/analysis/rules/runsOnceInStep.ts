/** runs-once-in-step: a call in a step that people expect in every step runs once, while the graph is built. */
import { t } from '../../base/l10n.ts';
import type { MistakeOf } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import { relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const runsOnceInStep: MistakeRule<'runs-once-in-step'> = {
  level: 'warning',
  summary: 'A print, set_value or get_value in a step runs once, while the graph is built.',
  report: ({ span, version, what, scan }) => ({
    span,
    message: words[what](version.library),
    related: relatedScan(scan),
    // Whoever prints in a step often wants to see just what is passed to it.
    ...(what === 'print' ? ({ level: 'hint' } as const) : {}),
  }),
};

const words: Readonly<Record<MistakeOf<'runs-once-in-step'>['what'], (library: Library) => string>> = {
  print: (library) =>
    t(
      'This prints once, while the graph is built. To see the values of each step use `{0}`.',
      `${library}.printing.Print('x')(x)`,
    ),
  set_value: () =>
    t(
      '`set_value` runs once, while the graph is built, and not in every step. Return `{variable: value}` as updates.',
    ),
  get_value: () =>
    t(
      '`get_value` reads once, while the graph is built: later changes are not seen. Use the variable itself.',
    ),
};
