/** All detectors of a call of scan, and those that look at all scans at the end. */
import type { Machine } from '../machine.ts';
import { checkDraws } from './explicitDraws.ts';
import { tellFinalGenerators } from './finalGenerators.ts';
import { tellFunctionsWithout } from './functionsWithout.ts';
import { checkLateBinding } from './lateBinding.ts';
import { checkMissingInputs } from './missingInputs.ts';
import { notePair, tellPairs } from './pairs.ts';
import { noteReturnForm, tellReturnUpdates } from './returnUpdates.ts';
import type { ScanInput } from './scanInput.ts';
import { checkKeywords } from './scanKeywords.ts';
import { checkOutputsInfo, checkStepArity } from './stepArity.ts';
import { checkStepCount } from './stepCounts.ts';
import { checkWholeReturn } from './stepReturn.ts';
import { checkStrict } from './strictScans.ts';

/** After the step of a scan has been followed. */
export function observeScan(machine: Machine, call: ScanInput): void {
  checkKeywords(machine, call.record);
  checkStepArity(machine, call);
  checkOutputsInfo(machine, call);
  checkWholeReturn(machine, call);
  checkStrict(machine, call);
  checkMissingInputs(machine, call);
  checkStepCount(machine, call);
  checkDraws(machine, call);
  checkLateBinding(machine, call);
  notePair(machine, call);
  noteReturnForm(call);
}

/** When everything has been followed. */
export function observeAtEnd(machine: Machine): void {
  const records = machine.scans.filter((one) => one.wasEvaluated && one.scope.module === machine.main);
  tellPairs(machine, records);
  tellReturnUpdates(machine, records);
  tellFunctionsWithout(machine, records);
  tellFinalGenerators(machine, records);
}
