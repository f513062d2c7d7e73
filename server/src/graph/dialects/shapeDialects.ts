/**
 * The differences between the libraries in ops that cut, join, move and repeat, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface ShapeDialect {
  /** Where a join has its axis: as its first input, or as a setting of the op. */
  readonly joinAxis: 'input' | 'setting';
  /** What is known of the shape of a matrix that is made from a diagonal. */
  readonly diagonalShapes: 'unknown' | 'known';
  /** Of what `diag` takes the diagonal: of all tensors with two axes or more, or of matrices. */
  readonly diagonalRanks: 'all' | 'matrices';
  /** `diag` of something else. */
  readonly noDiagonal: string;
  /** Who refuses the diagonal of less than two axes: the op, or the check of its axes. */
  readonly extractedRanks: 'op' | 'axes';
  /** Whether an axis may be dropped whose length is not known. */
  readonly droppedLengths: 'known' | 'any';
  /** An axis that may not be dropped: `{0}` is which axes have one row, `{1}` the wanted order, `{2}` the axis, `{3}` its length. */
  readonly droppedAxis: string;
  /** The op that says what is known of lengths. */
  readonly lengthOp: 'Rebroadcast' | 'SpecifyShape';
  /** Dropping or moving no axes: an application of its own, or the variable itself. */
  readonly emptyShuffle: 'application' | 'variable';
  /** A stack of a single number: a vector that is made, or an axis that is added. */
  readonly stackOfOne: 'made' | 'added';
  /** Whether `unravel_index` forgets the order that it is given. */
  readonly unravelOrder: 'forgotten' | 'kept';
  /** How that op prints: `{0}` is the number of axes, `{1}` the order. */
  readonly unravelText: string;
  /** Which axes are named where patches with padding do not fit: each, or the first one twice. */
  readonly paddedPatches: 'each' | 'firstTwice';
  /** What the op behind `nonzero` gives: a matrix, or a vector per axis. */
  readonly nonzeroGives: 'matrix' | 'vectors';
  /** Whose words refuse another number of elements. */
  readonly reshapeRefusal: 'own' | 'numpy';
  /** How lengths of new tensors are looked at: type and axes in words of the op, or by a cast. */
  readonly allocLengths: 'inWords' | 'byCast';
  /** Joined tensors of several numbers of axes: `{0}`. */
  readonly joinRanks: string;
  /** Joined numbers. */
  readonly joinedScalars: string;
  /** Whose words refuse an axis of a join. */
  readonly joinAxisCheck: 'own' | 'numpy';
  /** The words for one that is too small: `{0}` is the axis, `{1}` the number of axes. */
  readonly joinAxisTooSmall: string;
  /** The words for one that is too large. */
  readonly joinAxisTooLarge: string;
  /** Lengths of parts that are no integers; `{0}` is their type. */
  readonly splitType: string;
  /** Another number of lengths than of parts: `{0}` and `{1}`. */
  readonly splitCount: string;
  /** Lengths of parts whose sum `{0}` is not the length `{1}`. */
  readonly splitSum: string;
  /** A negative length of a part. */
  readonly splitNegative: string;
  /** The signature of `split`. */
  readonly splitSignature: string;
  /** The op of repetitions. */
  readonly repeatOpName: 'RepeatOp' | 'Repeat';
  /** Whether constant counts of repetitions keep their type. */
  readonly repeatCounts: 'kept' | 'int64';
  /** Where `take` looks at its mode: always, or only along an axis. */
  readonly takeModes: 'always' | 'alongAxis';
  /** What `compress` takes for a condition. */
  readonly compressCondition: 'variable' | 'tensor';
  /** Counts of `tile` that are no integers; `{0}` says more where they are a list. */
  readonly tileCounts: string;
  /** What `broadcast_arrays` gives. */
  readonly broadcastArrays: 'tuple' | 'list';
  /** The types of the branches of `ifelse`. */
  readonly branchTypes: 'same' | 'any';
  /** A condition of `ifelse` with axes. */
  readonly wrongCondition: string;
  /** Branches of `{0}` and `{1}` variables. */
  readonly branchCounts: string;
  /** Whether there is `x[…].set(y)` and `.inc(y)`. */
  readonly partMethods: 'absent' | 'present';
  /** The exception for a stack of nothing. */
  readonly emptyStack: 'Exception' | 'ValueError';
  /** Its text. */
  readonly emptyStackText: string;
  /** Evenly spaced numbers: between numbers only, or with all that NumPy takes. */
  readonly spacing: 'plain' | 'numpy';
  /** A grid of a single slice. */
  readonly gridOfSlice: 'refused' | 'range';
  /** The exception for an axis of `unique` that is not there. */
  readonly uniqueAxis: 'RuntimeError' | 'ValueError' | 'AxisError';
  /** Its text: `{0}` is the axis, `{1}` the number of axes. */
  readonly uniqueAxisText: string;
  /** An axis of `dimshuffle` that is no integer: `{0}`, and its type `{1}`. */
  readonly noAxisOfOrder: string;
}

const theano: ShapeDialect = {
  joinAxis: 'input',
  diagonalShapes: 'unknown',
  diagonalRanks: 'all',
  noDiagonal: 'Input must has v.ndim >= 1.',
  extractedRanks: 'op',
  droppedLengths: 'known',
  droppedAxis: "('You cannot drop a non-broadcastable dimension.', ({0}, {1}))",
  lengthOp: 'Rebroadcast',
  emptyShuffle: 'application',
  stackOfOne: 'made',
  unravelOrder: 'forgotten',
  unravelText: "UnravelIndex{ndim={0}, order='{1}'}",
  paddedPatches: 'each',
  nonzeroGives: 'matrix',
  reshapeRefusal: 'own',
  allocLengths: 'inWords',
  joinRanks: 'Join() can only join tensors with the same number of dimensions.',
  joinedScalars: 'Join cannot handle arguments of dimension 0. For joining scalar values, see @stack',
  joinAxisCheck: 'own',
  joinAxisTooSmall: 'Join axis {0} out of bounds [0, {1})',
  joinAxisTooLarge: 'Join argument "axis" is out of range (given input dimensions)',
  splitType: "('splits must have type tensor.lvector', {0})",
  splitCount: "('In Split.perform(), len(splits) != len_splits.', ({0}, {1}))",
  splitSum: 'The splits sum to {0}, expected {1}',
  splitNegative: 'Split: you tried to make an ndarray with a negative number of elements.',
  splitSignature: 'split(x, splits_size, n_splits, axis?)',
  repeatOpName: 'RepeatOp',
  repeatCounts: 'kept',
  takeModes: 'always',
  compressCondition: 'variable',
  tileCounts: 'elements of reps must be {0}integer dtype',
  broadcastArrays: 'tuple',
  branchTypes: 'same',
  wrongCondition:
    'Condition given to the op has to be a scalar with 0 standing for False, anything else for True',
  branchCounts:
    'The number of values on the `then` branch should have the same number of variables as the `else` branch : (variables on `then` {0}, variables on `else` {1})',
  partMethods: 'absent',
  emptyStack: 'Exception',
  emptyStackText:
    'tensors is empty. You should at least provide one tensor to theano.tensor.stack(tensors, axis).',
  spacing: 'plain',
  gridOfSlice: 'refused',
  uniqueAxis: 'RuntimeError',
  uniqueAxisText: 'Unique axis `{0}` is outside of input ndim = {1}.',
  noAxisOfOrder: "DimShuffle indices must be python ints. Got: '%s' of type '%s'.",
};

const aesara: ShapeDialect = {
  ...theano,
  noDiagonal: 'Number of dimensions of `v` must be greater than one.',
  droppedAxis: 'Cannot drop a non-broadcastable dimension: {0}, {1}',
  lengthOp: 'SpecifyShape',
  unravelOrder: 'kept',
  unravelText: "UnravelIndex{order='{1}'}",
  paddedPatches: 'firstTwice',
  nonzeroGives: 'vectors',
  reshapeRefusal: 'numpy',
  allocLengths: 'byCast',
  joinRanks: 'Only tensors with the same number of dimensions can be joined',
  joinedScalars: 'Join cannot handle arguments of dimension 0. Use `stack` to join scalar values.',
  joinAxisTooSmall: 'Axis value {0} is out of range for the given input dimensions',
  joinAxisTooLarge: 'Axis value {0} is out of range for the given input dimensions',
  splitType: '`splits` parameter must be tensors of integer type',
  splitCount: 'Length of `splits` is not equal to `len_splits`',
  splitSum: 'The splits sum to {0}; expected {1}',
  splitNegative: 'Attempted to make an array with a negative number of elements',
  repeatOpName: 'Repeat',
  repeatCounts: 'int64',
  takeModes: 'alongAxis',
  compressCondition: 'tensor',
  branchTypes: 'any',
  wrongCondition: 'The condition argument must be a truthy scalar value',
  branchCounts:
    'The number of values on the `then` branch must match the `else` branch: got {0} for `then`, and {1} for `else`.',
  emptyStack: 'ValueError',
  emptyStackText: 'No tensor arguments provided',
  gridOfSlice: 'range',
  uniqueAxis: 'ValueError',
  uniqueAxisText: 'Unique axis {0} is outside of input ndim = {1}',
  noAxisOfOrder: 'DimShuffle indices must be Python ints; got {0} of type {1}.',
};

const pytensor: ShapeDialect = {
  ...aesara,
  joinAxis: 'setting',
  diagonalShapes: 'known',
  diagonalRanks: 'matrices',
  noDiagonal: 'Input must be 1- or 2-d.',
  extractedRanks: 'axes',
  droppedLengths: 'any',
  droppedAxis: 'You cannot drop a non-broadcastable dimension: axis {2} has length {3}',
  emptyShuffle: 'variable',
  stackOfOne: 'added',
  paddedPatches: 'each',
  joinRanks: 'Only tensors with the same number of dimensions can be joined. Input ndims were: [{0}]',
  joinedScalars:
    'Join cannot handle scalar arguments of dimension 0. Use `stack` to join scalar values or promote the scalars to vectors.',
  joinAxisCheck: 'numpy',
  splitCount: 'Length of splits is not equal to n_splits',
  splitSum: 'Split sizes sum to {0}; expected {1}',
  splitNegative: 'Split sizes cannot be negative',
  splitSignature: 'split(x, splits_size, *, n_splits?, axis?)',
  tileCounts: 'All reps entries shoud be scalar integers',
  broadcastArrays: 'list',
  partMethods: 'present',
  emptyStackText: 'No tensor arguments provided.',
  spacing: 'numpy',
  uniqueAxis: 'AxisError',
  uniqueAxisText: 'axis {0} is out of bounds for array of dimension {1}',
};

export const shapeDialects: PerLibrary<ShapeDialect> = { theano, aesara, pytensor };
