/**
 * The differences between the libraries in scan, a row per difference: arguments, updates, taps, and what a loop checks.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ScanDialect {
  /** Where `until` lives, for messages. */
  readonly untilPath: string;
  /** What `scan` returns as updates. */
  readonly scanUpdates: 'OrderedUpdates' | 'dict';
  /** What `scan` with a literal single step returns as updates. */
  readonly singleStepUpdates: 'OrderedDict' | 'dict';
  /** Whether a plain dict of two or more updates is warned about. */
  readonly warnsAboutPlainDict: boolean;
  /** Which `default_update`s a scan takes over. */
  readonly scanDefaultUpdates: 'reached' | 'createdInside';
  /** Whether `return_updates` exists and what its default says. */
  readonly hasReturnUpdates: boolean;
  /** A scan of no steps: refused, or zero rows. */
  readonly zeroSteps: 'refused' | 'empty';
  /** A literal n_steps=-1 counts as one step. */
  readonly minusOneStepIsOne: boolean;
  /** A Python float as n_steps is refused, or cut to an integer. */
  readonly floatSteps: 'refused' | 'truncated';
  /** Unknown keys in a dict of outputs_info. */
  readonly unknownOutputsInfoKeys: 'ignored' | 'refused';
  /** Taps without an initial state: the entry is a second argument of the error, or part of its text. */
  readonly missingInitial: 'argument' | 'text';
  /** The refusal of a tap that occurs twice. */
  readonly tapsDiffer: string;
  /** `return_steps` in a dict of outputs_info. */
  readonly returnStepsKey: 'ValueError' | 'DeprecationWarning' | 'unexpected';
  /** How an explicit `taps=None` with an initial state is reported. */
  readonly explicitNoTaps: 'logged' | 'warned';
  /** Whether an ignored condition in a single step is reported. */
  readonly ignoredUntil: 'logged' | 'silent';
  /** Whether a loop carries the states of random generators in outputs_info. */
  readonly untracedStates: 'carried' | 'refused';
}

const theano: ScanDialect = {
  untilPath: 'theano.scan_module.until',
  scanUpdates: 'OrderedUpdates',
  singleStepUpdates: 'OrderedDict',
  warnsAboutPlainDict: true,
  scanDefaultUpdates: 'reached',
  hasReturnUpdates: false,
  zeroSteps: 'refused',
  minusOneStepIsOne: true,
  floatSteps: 'refused',
  unknownOutputsInfoKeys: 'ignored',
  missingInitial: 'argument',
  tapsDiffer: 'All the taps must be different in  `outputs_info`',
  returnStepsKey: 'ValueError',
  explicitNoTaps: 'logged',
  ignoredUntil: 'logged',
  untracedStates: 'refused',
};

const aesara: ScanDialect = {
  ...theano,
  untilPath: 'aesara.scan.utils.until',
  singleStepUpdates: 'dict',
  warnsAboutPlainDict: false,
  scanDefaultUpdates: 'createdInside',
  zeroSteps: 'empty',
  missingInitial: 'text',
  returnStepsKey: 'DeprecationWarning',
  explicitNoTaps: 'warned',
  ignoredUntil: 'silent',
};

const pytensor: ScanDialect = {
  ...aesara,
  untilPath: 'pytensor.scan.utils.until',
  scanUpdates: 'dict',
  hasReturnUpdates: true,
  minusOneStepIsOne: false,
  floatSteps: 'truncated',
  unknownOutputsInfoKeys: 'refused',
  tapsDiffer: 'All the taps must be different in `outputs_info`',
  returnStepsKey: 'unexpected',
  untracedStates: 'carried',
};

export const scanDialects: PerLibrary<ScanDialect> = { theano, aesara, pytensor };
