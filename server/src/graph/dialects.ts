/**
 * The differences between the libraries, a row per difference. Code asks for the row and never for the library's name.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */

export type LibraryName = 'theano' | 'aesara' | 'pytensor';

export interface Dialect {
  /** The name of the package, for import and messages. */
  readonly library: LibraryName;
  /** The library's name in prose: `Theano`. */
  readonly title: string;
  readonly version: string;
  /** The environment variable that holds its settings. */
  readonly flagsVariable: string;
  /** Where `until` lives, for messages. */
  readonly untilPath: string;
  /** NumPy's major version that this library runs on: decides how scalars print and promote. */
  readonly numpy: 1 | 2;
  /** How much of a shape a type knows: only lengths of 1 (Theano), or every length. */
  readonly staticShapes: 'broadcastOnly' | 'full';
  /** What ops that cut, join or pick know of the shape of what they give: all lengths, or only those of 1. */
  readonly partShapes: 'lengths' | 'onlyOnes';
  /** How the type of a tensor prints. */
  readonly typeText: 'theano' | 'aesara' | 'pytensor';
  /** How the result of an op prints: `Elemwise{add,no_inplace}.0` or `Add.0`. */
  readonly opText: 'classic' | 'pytensor';
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
  /** `function(outputs={...})` returns a dict. */
  readonly dictOutputs: boolean;
  /** `bool(x)` of a variable: True for a bare variable, or always refused. */
  readonly boolOfVariable: 'bareIsTrue' | 'refused';
  /** Whether errors of input conversion begin with "Bad input argument to …". */
  readonly badInputPrefix: boolean;
  /** How a call without a needed argument is refused. */
  readonly missingInput: string;
  /** A Python or NumPy bool in an expression. */
  readonly boolConstants: 'AsTensorError' | 'TypeError';
  /** Whether a loop carries the states of random generators in outputs_info. */
  readonly untracedStates: 'carried' | 'refused';
  /** What an op says of a gradient that it refuses. */
  readonly undefinedGradient: string;
  /** Why a loop refuses a gradient that needs an earlier state of a random generator. */
  readonly untracedGradient: string;
  /** How random ops are described: by numbers of axes, or by NumPy's signatures. */
  readonly randomOps: 'ranks' | 'signature';
  /** Whether a RandomState may be shared, as a Generator may. */
  readonly legacyGenerators: 'shared' | 'refused';
  /** A list given to `shared`: an opaque Generic variable, or refused. */
  readonly sharedList: 'generic' | 'refused';
  /** Elementwise ops whose gradient the library does not have, with blanks between them. */
  readonly undifferentiated: string;
}

const theano: Dialect = {
  library: 'theano',
  title: 'Theano',
  flagsVariable: 'THEANO_FLAGS',
  version: '1.0.5',
  untilPath: 'theano.scan_module.until',
  numpy: 1,
  staticShapes: 'broadcastOnly',
  partShapes: 'onlyOnes',
  typeText: 'theano',
  opText: 'classic',
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
  dictOutputs: true,
  boolOfVariable: 'bareIsTrue',
  badInputPrefix: true,
  missingInput: 'Missing required input',
  boolConstants: 'AsTensorError',
  undefinedGradient: 'mathematically undefined',
  untracedGradient: 'Depends on a shared variable',
  untracedStates: 'refused',
  randomOps: 'ranks',
  legacyGenerators: 'shared',
  sharedList: 'generic',
  undifferentiated: 'gammainc gammaincc tri_gamma',
};

const aesara: Dialect = {
  ...theano,
  library: 'aesara',
  title: 'Aesara',
  flagsVariable: 'AESARA_FLAGS',
  version: '2.9.4',
  untilPath: 'aesara.scan.utils.until',
  staticShapes: 'full',
  missingInitial: 'text',
  typeText: 'aesara',
  singleStepUpdates: 'dict',
  warnsAboutPlainDict: false,
  scanDefaultUpdates: 'createdInside',
  zeroSteps: 'empty',
  returnStepsKey: 'DeprecationWarning',
  explicitNoTaps: 'warned',
  ignoredUntil: 'silent',
  boolConstants: 'TypeError',
  undefinedGradient: 'not implemented',
  sharedList: 'refused',
  undifferentiated: 'tri_gamma',
};

const pytensor: Dialect = {
  ...aesara,
  library: 'pytensor',
  title: 'PyTensor',
  flagsVariable: 'PYTENSOR_FLAGS',
  version: '3.3.0',
  untilPath: 'pytensor.scan.utils.until',
  numpy: 2,
  partShapes: 'lengths',
  typeText: 'pytensor',
  opText: 'pytensor',
  scanUpdates: 'dict',
  hasReturnUpdates: true,
  minusOneStepIsOne: false,
  floatSteps: 'truncated',
  unknownOutputsInfoKeys: 'refused',
  missingInitial: 'text',
  tapsDiffer: 'All the taps must be different in `outputs_info`',
  returnStepsKey: 'unexpected',
  dictOutputs: false,
  boolOfVariable: 'refused',
  badInputPrefix: false,
  missingInput: 'Missing input',
  undifferentiated: 'none',
  undefinedGradient: 'undefined',
  untracedGradient: 'Depends on a untraced variable',
  untracedStates: 'carried',
  randomOps: 'signature',
  legacyGenerators: 'refused',
};

export const dialects: Readonly<Record<LibraryName, Dialect>> = { theano, aesara, pytensor };
