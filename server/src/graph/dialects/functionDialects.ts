/**
 * The differences between the libraries in compiled functions, a row per difference: inputs, givens, updates, calls.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface FunctionDialect {
  /** `function(outputs={...})` returns a dict. */
  readonly dictOutputs: boolean;
  /** Whether errors of input conversion begin with "Bad input argument to …". */
  readonly badInputPrefix: boolean;
  /** How a call without a needed argument is refused. */
  readonly missingInput: string;
  /** What the refusal of an input that is given twice says of the effect. */
  readonly duplicateInputEffect: string;
  /** The function that makes a copy of a graph with replacements. */
  readonly cloneName: 'clone' | 'clone_replace';
  /** An output that is no input and has no owner; `{0}` is the variable. */
  readonly undeclaredInput: string;
  /** How an input that a function misses is named. */
  readonly missingInputName: string;
  /** What may be given by its name, in the words of the refusal. */
  readonly inputsByName: 'input or state' | 'input';
  /** A strict input of another type of elements: `{0}` is the type, `{1}` and `{2}` those of elements. */
  readonly otherDType: string;
  /** A strict input that is no array: `{0}` is the type, `{1}` that of the value. */
  readonly noArray: string;
  /** How a single number prints that would be stored for another: as an array does, or with all digits. */
  readonly storedNumber: 'asArray' | 'allDigits';
  /** A value with other lengths than its type: `{0}` is the shape of the type, `{1}` that of the value. */
  readonly unfitShape: string;
  /** Whether an update has the same type as its variable, or one that fits. */
  readonly updateTypes: 'same' | 'compatible';
  /** What to do about an update of another type. */
  readonly updateTypeAdvice: string | null;
  /** What updates may be: all that gives pairs, or a mapping or a list of pairs. */
  readonly updateForms: 'iterable' | 'pairs';
  /** The exception for other updates. */
  readonly wrongUpdates: 'ValueError' | 'TypeError';
  /** Its text. */
  readonly wrongUpdatesText: string;
  /** The attribute that a mode has to have. */
  readonly modeAttribute: 'optimizer' | 'function_maker';
  /** The exception for a mode with an unknown name. */
  readonly unknownMode: 'Exception' | 'ValueError';
  /** The exception for inputs that are no list. */
  readonly inputsNoList: 'Exception' | 'TypeError';
  /** Whether an input may have a value of its own. */
  readonly inputDefaults: 'allowed' | 'refused';
  /** The exception for an input that may be overwritten and not be borrowed. */
  readonly mutableWithoutBorrow: 'AssertionError' | 'ValueError';
  /** A key of givens that is no variable. */
  readonly wrongGiven: string;
  /** What refuses a value in givens that is no tensor: the conversion, or the check of its axes. */
  readonly opaqueGiven: 'conversion' | 'rank';
  /** How another value of no_default_updates is refused. */
  readonly wrongNoDefaults: string;
  /** What a copy of a function gives where the function gives a single value. */
  readonly copiedSingle: 'list' | 'single';
  /** Whether functions have `n_returned_outputs`. */
  readonly tellsReturnedCount: boolean;
  /** The name of a function: the given one, or else the place where it was made. */
  readonly functionNames: 'givenOrPlace' | 'given';
  /** The method of a dict that `eval` asks for first. */
  readonly evalAsks: 'keys' | 'items';
  /** None as an input: kept until an op meets it, or refused. */
  readonly noneInput: 'kept' | 'refused';
  /** Whether a test value that does not fit is refused with the name of its variable. */
  readonly testValueRefusal: 'explained' | 'plain';
  /** Whether `get_test_value` is there. */
  readonly hasTestValueFunction: boolean;
}

const theano: FunctionDialect = {
  dictOutputs: true,
  badInputPrefix: true,
  missingInput: 'Missing required input',
  duplicateInputEffect: '  This would result in values provided for it being ignored.',
  cloneName: 'clone',
  undeclaredInput: 'Undeclared input',
  missingInputName: '',
  inputsByName: 'input or state',
  otherDType: '{0} expected a ndarray object with dtype = {1} (got {2}).',
  noArray: '{0} expected a ndarray object.',
  storedNumber: 'asArray',
  unfitShape: 'Non-unit value on shape on a broadcastable dimension.',
  updateTypes: 'same',
  updateTypeAdvice:
    'If the difference is related to the broadcast pattern, you can call the tensor.unbroadcast(var, axis_to_unbroadcast[, ...]) function to remove broadcastable dimensions.',
  updateForms: 'iterable',
  wrongUpdates: 'ValueError',
  wrongUpdatesText:
    'The updates parameter must be an OrderedDict/dict or a list of lists/tuples with 2 elements',
  modeAttribute: 'optimizer',
  unknownMode: 'Exception',
  inputsNoList: 'Exception',
  inputDefaults: 'allowed',
  mutableWithoutBorrow: 'AssertionError',
  wrongGiven: 'given keys must be Variable',
  opaqueGiven: 'conversion',
  wrongNoDefaults: 'no_default_update should be either a boolean or a list',
  copiedSingle: 'list',
  tellsReturnedCount: true,
  functionNames: 'givenOrPlace',
  evalAsks: 'keys',
  noneInput: 'kept',
  testValueRefusal: 'explained',
  hasTestValueFunction: true,
};

const aesara: FunctionDialect = {
  ...theano,
  cloneName: 'clone_replace',
  undeclaredInput: 'Undeclared input: {0}',
  missingInputName: ' ({0})',
  otherDType: '{0} expected an ndarray with dtype={1} (got {2}).',
  noArray: '{0} expected an ndarray object (got {1}).',
  storedNumber: 'allDigits',
  unfitShape: "The type's shape ({0}) is not compatible with the data's ({1})",
  updateTypes: 'compatible',
  updateTypeAdvice:
    'If the difference is related to the broadcast pattern, you can call the tensor.shape.unbroadcast(var, axis_to_unbroadcast[, ...]) function to mask broadcastable dimensions.',
  updateForms: 'pairs',
  wrongUpdates: 'TypeError',
  wrongUpdatesText: 'The `updates` parameter must be an ordered mapping or a list of pairs',
  mutableWithoutBorrow: 'ValueError',
  wrongGiven: '`givens` keys must be Variables',
  opaqueGiven: 'rank',
  wrongNoDefaults: 'The `no_default_update` argument must be a boolean or list',
  copiedSingle: 'single',
  testValueRefusal: 'plain',
  hasTestValueFunction: false,
};

const pytensor: FunctionDialect = {
  ...aesara,
  dictOutputs: false,
  badInputPrefix: false,
  missingInput: 'Missing input',
  duplicateInputEffect: '',
  inputsByName: 'input',
  updateTypeAdvice: null,
  modeAttribute: 'function_maker',
  unknownMode: 'ValueError',
  inputsNoList: 'TypeError',
  inputDefaults: 'refused',
  tellsReturnedCount: false,
  functionNames: 'given',
  evalAsks: 'items',
  noneInput: 'refused',
};

export const functionDialects: PerLibrary<FunctionDialect> = { theano, aesara, pytensor };
