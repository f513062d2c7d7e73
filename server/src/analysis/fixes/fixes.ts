/**
 * Table of fixes by rule. A mistake that is not in it has no fix: what would be right depends on what was meant, and the
 * message of its rule says what to look at.
 */
import { t } from '../../base/l10n.ts';
import type { Mistake, MistakeKind, MistakeOf } from '../mistakes.ts';
import type { Finding } from '../rules/findings.ts';
import { symbolicDecision } from './controlFlow.ts';
import { fixesForCall, fixesForScan } from './droppedUpdates.ts';
import { type Change, type Fix, type FixContext, fixOf, type Outcome, refuse, unsafe } from './fix.ts';
import { noneForOutputs, typedInitialValue, unbroadcastInitialValue } from './initialValues.ts';
import { setSubtensor } from './itemAssignment.ts';
import { inListOfOne, listStrictVariables, passMissingInput } from './nonSequences.ts';
import { bindAndPass } from './passUpdates.ts';
import { type Program, programOf } from './program.ts';
import { passFinalGenerator, returnNextGenerator } from './randomDraws.ts';
import { dropSecondTarget, outputsAlone, unpackResult } from './returnUpdates.ts';
import { arrayForList, bindEarly, castUpdate, integerSteps, tapsAsList } from './smallFixes.ts';
import { constantForValue, pairAsUpdate, parsableReturn, scanAt } from './stepReturns.ts';
import { supportedMerge, updatesAsArgument } from './updatesArgument.ts';
import { isPlainDict } from './updatesForms.ts';

/** The fixes for a finding in the file of the context, the preferred one first. Never throws, whatever the finding says. */
export function fixesFor(finding: Finding, context: FixContext): readonly Fix[] {
  const { subject } = finding;
  if (subject === null) return [];
  const program = programOf(context);
  switch (subject.kind) {
    case 'scan':
      return fixesForScan(program, subject.scan);
    case 'droppedCall':
      return fixesForCall(program, subject.call);
    case 'mistake':
      return fixesForMistake(program, subject.mistake);
  }
}

interface MistakeFix<K extends MistakeKind> {
  /** Forms of the mistake that this is about; absent where it is about all. */
  readonly isAbout?: (mistake: MistakeOf<K>) => boolean;
  title(mistake: MistakeOf<K>): string;
  change(program: Program, mistake: MistakeOf<K>): Outcome<Change>;
}

const never = (reason: () => string) => (): Outcome<Change> => refuse(reason());

const mistakeFixes: { readonly [K in MistakeKind]?: MistakeFix<K> } = {
  'repeated-random-draw': {
    title: ({ generator }) =>
      generator === ''
        ? t('Draw from a `RandomStream`')
        : t('Return the next generator: `{{0}: …}`', generator),
    change: returnNextGenerator,
  },
  'colliding-updates': {
    title: ({ name }) => t('Let one scan update `{0}`', name),
    change: never(() =>
      t('Both begin with its old value: let one scan do both, or give each a variable of its own.'),
    ),
  },
  'updates-not-in-this-function': {
    title: () => t('Pass the updates to this function too'),
    change: (program, { scan: span, span: place }) => {
      const scan = scanAt(program, span);
      const call = program.callAt(span);
      const use = scan?.functions.find((one) => one.span.start <= place.start && one.span.end >= place.end);
      if (scan === null || call === null || use === undefined)
        return refuse(t('The function is not understood.'));
      const change = bindAndPass(program, call, {
        functions: [use],
        isPlain: isPlainDict(scan.version, call),
      });
      // Looking without changing is often what is wanted.
      return 'refusal' in change ? change : { ...change, isSafe: false };
    },
  },
  'wrong-updates-argument': { title: ({ form }) => argumentTitles[form](), change: updatesAsArgument },
  'pair-is-two-outputs': {
    title: ({ name }) => t('Return an update: `{{0}: …}`', name),
    change: pairAsUpdate,
  },
  'unparsable-step-return': { title: ({ form }) => returnTitles[form](), change: parsableReturn },
  'step-returns-python-value': {
    title: () => t('Make it a constant of the library'),
    change: constantForValue,
  },
  'outputs-info-arity': { title: () => t('Add `None` for the other outputs'), change: noneForOutputs },
  'state-dtype': {
    title: () => t('Give the initial value the dtype of the result'),
    change: typedInitialValue,
  },
  'update-dtype': { title: ({ name }) => t('Cast to the dtype of `{0}`', name), change: castUpdate },
  'static-length-one-init': {
    title: ({ axis }) => t('Make axis {0} of the initial value of any length', axis),
    change: unbroadcastInitialValue,
  },
  'n-steps-not-integer': { title: () => t('Make the number of steps an integer'), change: integerSteps },
  taps: {
    isAbout: ({ form }) => form === 'tupleOfMinusOne',
    title: () => t('Write the taps as a list'),
    change: tapsAsList,
  },
  'python-control-flow-on-symbolic': {
    title: ({ form }) =>
      form === 'and' || form === 'or' || form === 'not' ? t('Use the symbolic operation') : t('Use `switch`'),
    change: symbolicDecision,
  },
  'runs-once-in-step': {
    title: ({ what }) => (what === 'print' ? t('Print in every step') : t('Do it in every step')),
    change: (_program, { what }) => refuse(onceReasons[what]()),
  },
  'item-assignment': {
    title: ({ isIncrement }) => t('Use `{0}`', isIncrement ? 'inc_subtensor' : 'set_subtensor'),
    change: setSubtensor,
  },
  'strict-missing': {
    title: ({ names }) => t('Add {0} to `non_sequences`', names.map((name) => `\`${name}\``).join(', ')),
    change: listStrictVariables,
  },
  'strict-needs-list': { title: () => t('Put it into a list'), change: inListOfOne },
  'missing-input-in-updates': {
    title: ({ name }) => t('Pass `{0}` to the step', name),
    change: passMissingInput,
  },
  'not-unpacked': { title: () => t('Unpack outputs and updates'), change: unpackResult },
  'unpacked-without-updates': { title: () => t('Unpack the outputs only'), change: dropSecondTarget },
  'return-updates-deprecated': {
    title: () => t('Take the outputs only: `return_updates=False`'),
    change: outputsAlone,
  },
  'return-updates-false-with-updates': {
    title: () => t('Carry the state in `outputs_info`'),
    change: never(() => t('Which states the step needs, and in which order, has to be decided by hand.')),
  },
  'forgotten-final-rng': {
    title: ({ generator }) => t('Pass the last generator: `updates={{0}: …}`', generator),
    change: passFinalGenerator,
  },
  'merge-not-supported-by-version': { title: () => t('Merge as this version can'), change: supportedMerge },
  'unknown-scan-argument': {
    title: ({ nearest }) => t('Write `{0}`', nearest ?? ''),
    isAbout: ({ nearest }) => nearest !== null,
    change: (_, { span, nearest }) => unsafe({ ...span, newText: nearest ?? '' }),
  },
  'list-as-sequence': {
    title: ({ isCut }) => (isCut ? t('Make it a constant') : t('Make it an array')),
    change: arrayForList,
  },
  'late-binding-step': {
    title: ({ name }) => t('Bind `{0}` now: `{1}={2}`', name, name, name),
    change: bindEarly,
  },
};

const argumentTitles = {
  thirdPositional: () => t('Name the argument `updates`'),
  givens: () => t('Pass them as `updates`'),
  wholeResult: () => t('Pass the second item, the updates'),
  listOfUpdates: () => t('Merge the updates'),
  onePair: () => t('Put the pair into a list'),
} as const;

const returnTitles = {
  flatWithUntil: () => t('Put the outputs into a list'),
  flatWithUpdates: () => t('Put the outputs into a list'),
  updatesFirst: () => t('Return the outputs first'),
  untilAlone: () => t('Return something with the condition'),
  untilNotLast: () => t('Return the condition last'),
  nestedLists: () => t('Return one list of outputs'),
  outputsAsUpdates: () => t('Return the updates as a dict'),
} as const;

const onceReasons = {
  print: () => t('Wrap the variable in the `Print` op of the library and use what it returns.'),
  set_value: () => t('Return the new value as an update of the step: `{variable: value}`.'),
  get_value: () => t('Use the variable itself: its value is then read in every call.'),
} as const;

function fixesForMistake(program: Program, mistake: Mistake): readonly Fix[] {
  // Each fix takes the mistakes of its own kind.
  const fix = mistakeFixes[mistake.kind] as MistakeFix<never> | undefined;
  if (fix === undefined || fix.isAbout?.(mistake as never) === false) return [];
  return [fixOf(fix.title(mistake as never), fix.change(program, mistake as never))];
}
