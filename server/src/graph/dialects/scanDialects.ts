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
  /** What is refused where a state has another type than its initial value; older texts have a slip of the pen. */
  readonly stateWord: 'varialbe' | 'variable';
  /** How the buffer of a state prints: the initial rows written into empty memory. */
  readonly stateBufferText: string;
  /** How the rows of a state after the initial ones print. */
  readonly stateRowsText: string;
  /** How the op that takes the last row prints. */
  readonly lastRowText: string;
  /** How a loop prints; `{0}` is its name. */
  readonly scanOpText: string;
  /** The same for one that ends with a condition. */
  readonly whileOpText: string;
  /** What the type of a state after a step is to that before: the same, or one that fits. */
  readonly stateTypes: 'same' | 'compatible';
  /** How room for a number of steps that is a float is refused. */
  readonly floatStepsRoom: string;
  /** How a number of steps that is no whole number is refused where an output needs it; `{0}` is the number. */
  readonly unfitSteps: string;
  /** A tensor as n_steps: refused by the room for a state, there after a cast to int64, or at once. */
  readonly severalSteps: 'allocRefuses' | 'castRefuses' | 'refused';
  /** Whether a single row is known to be one, or that is forgotten. */
  readonly newRows: 'forgotten' | 'known';
  /** A step that needs what it does not get; `{0}` is the place or the variable. */
  readonly missingInStep: string;
  /** What that names: where it is needed, or the variable. */
  readonly missingInStepNames: 'place' | 'variable';
  /** A strict step that reads shared variables which it does not get: `{0}` is the first, `{1}` all of them. */
  readonly missingInStrict: string;
  /** How an array that is no variable is refused where the number of steps is symbolic. */
  readonly rawArraySteps: string;
  /** The type of a constant number of steps. */
  readonly constantSteps: 'smallest' | 'int64';
  /** Whether room for more rows asks for the shape of the rows once, or for each axis. */
  readonly roomShapes: 'perAxis' | 'once';
  /** A sequence with less rows than steps: `{0}` is its number, `{1}` its shape, `{2}` the steps. */
  readonly shortSequence: string;
  /** A tap that is no integer. */
  readonly noWholeTap: string;
  /** Where the op of a loop has its settings: in attributes of its own, or in its `info`. */
  readonly scanSettings: 'attributes' | 'info';
  /** What `scan_checkpoints` does with `padding=True`. */
  readonly checkpointPadding: 'refused' | 'pads';
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
  stateWord: 'varialbe',
  stateBufferText: 'IncSubtensor{Set;:int64:}.0',
  stateRowsText: 'Subtensor{int64::}.0',
  lastRowText: 'Subtensor{int64}',
  scanOpText: 'for{cpu,{0}}',
  whileOpText: 'do_while{cpu,{0}}',
  stateTypes: 'same',
  floatStepsRoom:
    'Shape arguments to Alloc must be integers, but argument 0 is not for apply node: Elemwise{add,no_inplace}.0',
  unfitSteps: 'For output %s you need to provide a scalar int !',
  severalSteps: 'allocRefuses',
  newRows: 'forgotten',
  missingInStep:
    "{0} was not provided and not given a value. Use the Theano flag exception_verbosity='high', for more information on this error.",
  missingInStepNames: 'place',
  missingInStrict: 'ScanOp is missing an input: {0}',
  rawArraySteps: 'slice indices must be integers or None or have an __index__ method',
  constantSteps: 'smallest',
  roomShapes: 'perAxis',
  shortSequence: 'Sequence is shorter then the required number of steps : (n_steps, seq, seq.shape):',
  noWholeTap: 'index must be integers',
  scanSettings: 'attributes',
  checkpointPadding: 'refused',
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
  stateTypes: 'compatible',
  floatStepsRoom: 'Shapes must be scalar integers; got Elemwise{add,no_inplace}.0',
  unfitSteps: 'A scalar int is required for output {0}',
  severalSteps: 'castRefuses',
  missingInStep: 'OpFromGraph is missing an input: {0}',
  missingInStepNames: 'variable',
  missingInStrict: 'Scan is missing inputs: [{1}]',
  shortSequence: "Sequence {0} has shape {1} but the Scan's required number of steps is {2}",
  noWholeTap: 'Expected an integer',
  scanSettings: 'info',
  checkpointPadding: 'pads',
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
  stateWord: 'variable',
  stateBufferText: 'SetSubtensor{:stop}.0',
  stateRowsText: 'Subtensor{start:}.0',
  lastRowText: 'Subtensor{i}',
  scanOpText: 'Scan{{0}, while_loop=False, inplace=none}',
  whileOpText: 'Scan{{0}, while_loop=True, inplace=none}',
  severalSteps: 'refused',
  newRows: 'known',
  missingInStep: 'NominalGraph is missing an input: {0}',
  missingInStrict:
    "Inner graph implicitly depends on shared variable {0}. Provide it explicitly in the 'inputs' list.",
  rawArraySteps:
    'TensorVariable cannot be converted to Python integer. Call `.astype(int)` for the symbolic equivalent.',
  constantSteps: 'int64',
  roomShapes: 'once',
  noWholeTap: 'basic indices must be integers',
};

export const scanDialects: PerLibrary<ScanDialect> = { theano, aesara, pytensor };
