/** Table of rules about proven mistakes: one row per kind, whose name is the id of the rule. */
import type { MistakeKind } from '../mistakes.ts';
import { collidingUpdates } from './collidingUpdates.ts';
import { drawOutsideStep } from './drawOutsideStep.ts';
import { forgottenFinalRng } from './forgottenFinalRng.ts';
import { gradOfSequenceElement } from './gradOfSequenceElement.ts';
import { itemAssignment } from './itemAssignment.ts';
import { lateBindingStep } from './lateBindingStep.ts';
import { listAsSequence } from './listAsSequence.ts';
import { mergeNotSupportedByVersion } from './mergeNotSupportedByVersion.ts';
import { missingInputInUpdates } from './missingInputInUpdates.ts';
import { noNumberOfSteps } from './noNumberOfSteps.ts';
import { notUnpacked } from './notUnpacked.ts';
import { nStepsNotInteger } from './nStepsNotInteger.ts';
import { oneStepScanIgnores } from './oneStepScanIgnores.ts';
import { outputsInfoArity } from './outputsInfoArity.ts';
import { pairIsTwoOutputs } from './pairIsTwoOutputs.ts';
import { pythonControlFlowOnSymbolic } from './pythonControlFlowOnSymbolic.ts';
import { repeatedRandomDraw } from './repeatedRandomDraw.ts';
import { returnUpdatesDeprecated } from './returnUpdatesDeprecated.ts';
import { returnUpdatesFalseWithUpdates } from './returnUpdatesFalseWithUpdates.ts';
import type { MistakeRule } from './rule.ts';
import { runsOnceInStep } from './runsOnceInStep.ts';
import { stateDtype } from './stateDtype.ts';
import { stateNdim } from './stateNdim.ts';
import { staticLengthOneInit } from './staticLengthOneInit.ts';
import { stepArity } from './stepArity.ts';
import { stepReturnsPythonValue } from './stepReturnsPythonValue.ts';
import { strictMissing } from './strictMissing.ts';
import { strictNeedsList } from './strictNeedsList.ts';
import { taps } from './taps.ts';
import { tooManySteps } from './tooManySteps.ts';
import { unknownScanArgument } from './unknownScanArgument.ts';
import { unpackedWithoutUpdates } from './unpackedWithoutUpdates.ts';
import { unparsableStepReturn } from './unparsableStepReturn.ts';
import { updateDtype } from './updateDtype.ts';
import { updatesNotInThisFunction } from './updatesNotInThisFunction.ts';
import { wrongUpdatesArgument } from './wrongUpdatesArgument.ts';

export const mistakeRules: { readonly [K in MistakeKind]: MistakeRule<K> } = {
  'repeated-random-draw': repeatedRandomDraw,
  'colliding-updates': collidingUpdates,
  'updates-not-in-this-function': updatesNotInThisFunction,
  'wrong-updates-argument': wrongUpdatesArgument,
  'pair-is-two-outputs': pairIsTwoOutputs,
  'unparsable-step-return': unparsableStepReturn,
  'step-returns-python-value': stepReturnsPythonValue,
  'step-arity': stepArity,
  'outputs-info-arity': outputsInfoArity,
  'state-dtype': stateDtype,
  'update-dtype': updateDtype,
  'static-length-one-init': staticLengthOneInit,
  'state-ndim': stateNdim,
  'unknown-scan-argument': unknownScanArgument,
  'no-number-of-steps': noNumberOfSteps,
  'too-many-steps': tooManySteps,
  'n-steps-not-integer': nStepsNotInteger,
  taps: taps,
  'python-control-flow-on-symbolic': pythonControlFlowOnSymbolic,
  'runs-once-in-step': runsOnceInStep,
  'item-assignment': itemAssignment,
  'strict-missing': strictMissing,
  'strict-needs-list': strictNeedsList,
  'missing-input-in-updates': missingInputInUpdates,
  'not-unpacked': notUnpacked,
  'unpacked-without-updates': unpackedWithoutUpdates,
  'return-updates-deprecated': returnUpdatesDeprecated,
  'return-updates-false-with-updates': returnUpdatesFalseWithUpdates,
  'forgotten-final-rng': forgottenFinalRng,
  'merge-not-supported-by-version': mergeNotSupportedByVersion,
  'one-step-scan-ignores': oneStepScanIgnores,
  'list-as-sequence': listAsSequence,
  'draw-outside-step': drawOutsideStep,
  'grad-of-sequence-element': gradOfSequenceElement,
  'late-binding-step': lateBindingStep,
};
