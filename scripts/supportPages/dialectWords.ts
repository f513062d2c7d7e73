/**
 * The differences between the libraries that programs meet, in words: rows of `graph/dialects.ts`. Not here are those that only change
 * the words of an error or how a graph prints.
 */
import type { Dialect } from '../../server/src/graph/dialects.ts';
import { code } from './markdown.ts';

/** What the row is about, and what its values mean. Texts without words are messages and shown as they are. */
export interface DialectRow<Row> {
  readonly about: string;
  readonly words?: Row extends boolean
    ? { readonly true: string; readonly false: string }
    : Row extends string | number
      ? string extends Row
        ? never
        : Readonly<Record<Row, string>>
      : never;
}

type DialectWords = { readonly [Key in keyof Dialect]?: DialectRow<Dialect[Key]> };

const yesOrNo = { true: 'yes', false: 'no' } as const;

export const dialectWords = {
  library: { about: 'Package', words: { theano: '`theano`', aesara: '`aesara`', pytensor: '`pytensor`' } },
  title: { about: 'Name' },
  version: { about: 'Version that is followed' },
  flagsVariable: { about: 'Environment variable with its settings' },
  untilPath: { about: 'Where `until` lives, in messages' },
  numpy: { about: 'NumPy', words: { 1: '1.24', 2: '2.4' } },
  staticShapes: {
    about: 'What a type knows of a shape',
    words: { broadcastOnly: 'which lengths are 1', full: 'every known length' },
  },
  partShapes: {
    about: 'What slices, joins and picked elements know of their shape',
    words: { lengths: 'every known length', onlyOnes: 'which lengths are 1' },
  },
  typeText: {
    about: 'How a type prints',
    words: {
      pattern: '`TensorType(float64, vector)`',
      lengths: '`TensorType(float64, (None,))`',
      ranks: '`Vector(float64, shape=(?,))`',
    },
  },
  opText: {
    about: 'How a result of an op prints',
    words: { classic: '`Elemwise{add,no_inplace}.0`', plain: '`Add.0`' },
  },
  scanUpdates: {
    about: 'What `scan` returns as updates',
    words: { OrderedUpdates: 'an `OrderedUpdates`', dict: 'a `dict`' },
  },
  singleStepUpdates: {
    about: 'The same for a literal single step',
    words: { OrderedDict: 'an `OrderedDict`', dict: 'a `dict`' },
  },
  warnsAboutPlainDict: { about: 'A plain dict of two or more updates is warned about', words: yesOrNo },
  scanDefaultUpdates: {
    about: 'Which `default_update`s a scan takes over',
    words: {
      reached: 'of every shared variable that the step reaches',
      createdInside: 'of those made inside the step',
    },
  },
  hasReturnUpdates: { about: '`return_updates` exists', words: yesOrNo },
  zeroSteps: { about: 'A scan of no steps', words: { refused: 'raises', empty: 'gives zero rows' } },
  minusOneStepIsOne: { about: 'A literal `n_steps=-1` counts as one step', words: yesOrNo },
  floatSteps: {
    about: 'A Python float as `n_steps`',
    words: { refused: 'raises', truncated: 'is cut to an integer' },
  },
  unknownOutputsInfoKeys: {
    about: 'Unknown keys in a dict of `outputs_info`',
    words: { ignored: 'are ignored', refused: 'raise' },
  },
  missingInitial: {
    about: 'Taps without an initial state: the entry is',
    words: { argument: 'a second argument of the error', text: 'in the text of the error' },
  },
  tapsDiffer: { about: 'A tap that occurs twice' },
  returnStepsKey: {
    about: '`return_steps` in a dict of `outputs_info`',
    words: {
      ValueError: '`ValueError`',
      DeprecationWarning: '`DeprecationWarning`',
      unexpected: 'an unknown key',
    },
  },
  explicitNoTaps: {
    about: '`taps=None` with an initial state',
    words: { logged: 'is logged', warned: 'is warned about' },
  },
  ignoredUntil: {
    about: 'A condition that a single step ignores',
    words: { logged: 'is logged', silent: 'is not mentioned' },
  },
  dictOutputs: { about: '`function(outputs={…})` returns a dict', words: yesOrNo },
  boolOfVariable: {
    about: '`bool(x)` of a variable',
    words: { bareIsTrue: '`True`, unless it is a comparison', refused: 'raises' },
  },
  badInputPrefix: { about: 'Wrong inputs are refused with "Bad input argument to …"', words: yesOrNo },
  missingInput: { about: 'A call without a needed input' },
  boolConstants: {
    about: 'A Python or NumPy bool in an expression',
    words: { AsTensorError: '`AsTensorError`', TypeError: '`TypeError`' },
  },
  untracedStates: {
    about: 'A random generator in `outputs_info`',
    words: { carried: 'is carried; its last state is the output', refused: 'raises' },
  },
  untracedGradient: { about: 'A gradient of a loop that needs an earlier random state' },
  undefinedGradient: { about: 'A gradient that an op refuses is' },
  randomOps: {
    about: 'How random ops are described',
    words: { ranks: 'by numbers of axes', signature: "by NumPy's signatures" },
  },
  legacyGenerators: {
    about: 'A `RandomState` given to `shared`',
    words: { shared: 'becomes a shared variable', refused: 'raises' },
  },
  undifferentiated: { about: 'Elementwise ops without a gradient' },
} satisfies DialectWords;

/** The value of a row in words. */
export function wordsOf(key: keyof typeof dialectWords, dialect: Dialect): string {
  const value = String(dialect[key]);
  const row: Pick<DialectRow<never>, 'about'> & { readonly words?: Readonly<Record<string, string>> } =
    dialectWords[key];
  const { words } = row;
  if (words) return words[value]!;
  return key === 'title' || key === 'version' ? value : code(value);
}
