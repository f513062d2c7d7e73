/**
 * Table of fixes by rule. A mistake that is not in it has no fix: what would be right depends on what was meant, and the
 * message of its rule says what to look at.
 */
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

const never = (reason: string) => (): Outcome<Change> => refuse(reason);

const mistakeFixes: { readonly [K in MistakeKind]?: MistakeFix<K> } = {
  'repeated-random-draw': {
    title: ({ generator }) => `Return the next generator: \`{${generator}: …}\``,
    change: returnNextGenerator,
  },
  'colliding-updates': {
    title: ({ name }) => `Let one scan update \`${name}\``,
    change: never('Both begin with its old value: let one scan do both, or give each a variable of its own.'),
  },
  'updates-not-in-this-function': {
    title: () => 'Pass the updates to this function too',
    change: (program, { scan: span, span: place }) => {
      const scan = scanAt(program, span);
      const call = program.callAt(span);
      const use = scan?.functions.find((one) => one.span.start <= place.start && one.span.end >= place.end);
      if (scan === null || call === null || use === undefined)
        return refuse('The function is not understood.');
      const change = bindAndPass(program, call, {
        functions: [use],
        isPlain: isPlainDict(scan.version, call),
      });
      // Looking without changing is often what is wanted.
      return 'refusal' in change ? change : { ...change, isSafe: false };
    },
  },
  'wrong-updates-argument': { title: ({ form }) => argumentTitles[form], change: updatesAsArgument },
  'pair-is-two-outputs': {
    title: ({ name }) => `Return an update: \`{${name}: …}\``,
    change: pairAsUpdate,
  },
  'unparsable-step-return': { title: ({ form }) => returnTitles[form], change: parsableReturn },
  'step-returns-python-value': { title: () => 'Make it a constant of the library', change: constantForValue },
  'outputs-info-arity': { title: () => 'Add `None` for the other outputs', change: noneForOutputs },
  'state-dtype': { title: () => 'Give the initial value the dtype of the result', change: typedInitialValue },
  'update-dtype': { title: ({ name }) => `Cast to the dtype of \`${name}\``, change: castUpdate },
  'static-length-one-init': {
    title: ({ axis }) => `Make axis ${axis} of the initial value of any length`,
    change: unbroadcastInitialValue,
  },
  'n-steps-not-integer': { title: () => 'Make the number of steps an integer', change: integerSteps },
  taps: {
    isAbout: ({ form }) => form === 'tupleOfMinusOne',
    title: () => 'Write the taps as a list',
    change: tapsAsList,
  },
  'python-control-flow-on-symbolic': {
    title: ({ form }) =>
      form === 'and' || form === 'or' || form === 'not' ? 'Use the symbolic operation' : 'Use `switch`',
    change: symbolicDecision,
  },
  'runs-once-in-step': {
    title: ({ what }) => (what === 'print' ? 'Print in every step' : 'Do it in every step'),
    change: (_program, { what }) => refuse(onceReasons[what]),
  },
  'item-assignment': {
    title: ({ isIncrement }) => `Use \`${isIncrement ? 'inc_subtensor' : 'set_subtensor'}\``,
    change: setSubtensor,
  },
  'strict-missing': {
    title: ({ names }) => `Add ${names.map((name) => `\`${name}\``).join(', ')} to \`non_sequences\``,
    change: listStrictVariables,
  },
  'strict-needs-list': { title: () => 'Put it into a list', change: inListOfOne },
  'missing-input-in-updates': {
    title: ({ name }) => `Pass \`${name}\` to the step`,
    change: passMissingInput,
  },
  'not-unpacked': { title: () => 'Unpack outputs and updates', change: unpackResult },
  'unpacked-without-updates': { title: () => 'Unpack the outputs only', change: dropSecondTarget },
  'return-updates-deprecated': {
    title: () => 'Take the outputs only: `return_updates=False`',
    change: outputsAlone,
  },
  'return-updates-false-with-updates': {
    title: () => 'Carry the state in `outputs_info`',
    change: never('Which states the step needs, and in which order, has to be decided by hand.'),
  },
  'forgotten-final-rng': {
    title: ({ generator }) => `Pass the last generator: \`updates={${generator}: …}\``,
    change: passFinalGenerator,
  },
  'merge-not-supported-by-version': { title: () => 'Merge as this version can', change: supportedMerge },
  'unknown-scan-argument': {
    title: ({ nearest }) => `Write \`${nearest ?? ''}\``,
    isAbout: ({ nearest }) => nearest !== null,
    change: (_, { span, nearest }) => unsafe({ ...span, newText: nearest ?? '' }),
  },
  'list-as-sequence': { title: () => 'Make it an array', change: arrayForList },
  'late-binding-step': {
    title: ({ name }) => `Bind \`${name}\` now: \`${name}=${name}\``,
    change: bindEarly,
  },
};

const argumentTitles = {
  thirdPositional: 'Name the argument `updates`',
  givens: 'Pass them as `updates`',
  wholeResult: 'Pass the second item, the updates',
  listOfUpdates: 'Merge the updates',
  onePair: 'Put the pair into a list',
} as const;

const returnTitles = {
  flatWithUntil: 'Put the outputs into a list',
  flatWithUpdates: 'Put the outputs into a list',
  updatesFirst: 'Return the outputs first',
  untilAlone: 'Return something with the condition',
  untilNotLast: 'Return the condition last',
  nestedLists: 'Return one list of outputs',
  outputsAsUpdates: 'Return the updates as a dict',
} as const;

const onceReasons = {
  print: 'Wrap the variable in the `Print` op of the library and use what it returns.',
  set_value: 'Return the new value as an update of the step: `{variable: value}`.',
  get_value: 'Use the variable itself: its value is then read in every call.',
} as const;

function fixesForMistake(program: Program, mistake: Mistake): readonly Fix[] {
  // Each fix takes the mistakes of its own kind.
  const fix = mistakeFixes[mistake.kind] as MistakeFix<never> | undefined;
  if (fix === undefined || fix.isAbout?.(mistake as never) === false) return [];
  return [fixOf(fix.title(mistake as never), fix.change(program, mistake as never))];
}
