/** python-control-flow-on-symbolic: Python decides on a symbolic variable, once, while the graph is built. */
import { t } from '../../base/l10n.ts';
import { has, libraryNames } from '../libraryVersions.ts';
import type { MistakeOf } from '../mistakes.ts';
import type { Library } from '../terms.ts';
import { relatedScan, sentences, theirWords } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const pythonControlFlowOnSymbolic: MistakeRule<'python-control-flow-on-symbolic'> = {
  level: 'error',
  summary: 'Python decides on a symbolic variable, once, while the graph is built.',
  report(mistake) {
    const { span, form, version, comparison, effect, scan } = mistake;
    const level = effect === 'raises' ? {} : ({ level: 'warning' } as const);
    const message = sentences(consequence(mistake), remedies[form](version.library, comparison));
    return { span, message, related: relatedScan(scan), ...level };
  },
};

type ControlFlow = MistakeOf<'python-control-flow-on-symbolic'>;

function consequence({ version, comparison, effect }: ControlFlow): string {
  if (effect === 'raises') {
    const words = has(version, 'refusesTruthOfVariables')
      ? theirWords('cannot be converted to Python boolean')
      : theirWords('Variables do not support boolean operations');
    return t('{0} raises TypeError here ("{1}").', libraryNames[version.library], words);
  }
  const result = effect === 'alwaysTrue' ? 'True' : 'False';
  const why =
    comparison === '==' || comparison === '!='
      ? t('`{0}` compares the variables and not their values', comparison)
      : t('it says that there is a variable and nothing of its value');
  return t('This is always {0}, decided once while the graph is built: {1}.', result, why);
}

type Words = (library: Library, comparison: ControlFlow['comparison']) => string;

/** What Python's comparisons of values are called in the libraries. */
const conditions = { '==': 'eq(a, b)', '!=': 'neq(a, b)' } as const;

const chooseWords: Words = (library, comparison) => {
  const isEquality = comparison === '==' || comparison === '!=';
  const condition = isEquality ? `${library}.tensor.${conditions[comparison]}` : 'condition';
  return t('Use {0}.', `\`${library}.tensor.switch(${condition}, this, that)\``);
};

const logicWords =
  (name: string): Words =>
  (library) =>
    t(
      'Use {0} on comparisons such as {1}.',
      `\`${library}.tensor.${name}\``,
      `\`${library}.tensor.eq(a, b)\``,
    );

const remedies: Readonly<Record<ControlFlow['form'], Words>> = {
  if: chooseWords,
  conditional: chooseWords,
  while: () => t('Scan is the loop: return `until(condition)` to end it.'),
  and: logicWords('and_'),
  or: logicWords('or_'),
  not: logicWords('invert'),
  assert: (library) =>
    t('Use `Assert` of `{0}`.', library === 'theano' ? 'theano.tensor.opt' : `${library}.raise_op`),
};
