/**
 * The differences between the libraries in what they take, and refuse, that programs give them by mistake, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface MistakeDialect {
  /** What stands behind the first length of `x.reshape(2, 3)`: the number of axes, or too much. */
  readonly reshapeRest: 'ndim' | 'refused';
  /** A single length beside a number of axes. */
  readonly singleLength: 'refused' | 'vector';
  /** Whether a new shape is compared with the number of elements where that is known. */
  readonly reshapeKnows: 'nothing' | 'elements';
  /** Another number of lengths, `{0}`, than of axes, `{1}`. */
  readonly reshapeCount: string;
  /** Steps of 0 of a range. */
  readonly rangeOfNoStep: string;
  /** An axis that is named twice. */
  readonly repeatedAxes: 'once' | 'refused';
  /** What `specify_shape` says: it checks lengths, or the type knows them, too. */
  readonly specifiedShapes: 'checked' | 'typed';
  /** The exception for an axis of `argmax` that is not there. */
  readonly positionAxis: 'ValueError' | 'AxisError';
  /** Its text: `{0}` is the axis, `{1}` the number of axes. */
  readonly positionAxisText: string;
  /** `stack` of a variable instead of a list. */
  readonly stackOfVariable: 'taken' | 'refused';
  /** What Python's ranges become. */
  readonly ranges: 'constant' | 'refused' | 'op';
  /** What lists of constants become. */
  readonly listsOfConstants: 'stacked' | 'constant';
  /** Lists that NumPy makes arrays of objects from: no tensor, or of a type that tensors do not have. */
  readonly listsOfObjects: 'noTensor' | 'noType';
  /** How the type of texts is named: by its bits or as NumPy writes it. */
  readonly listsOfTexts: 'bits' | 'letters';
  /** Names as keys of `eval`. */
  readonly evaluatedNames: 'refused' | 'taken';
  /** Several numbers of steps, of the type `{0}`. */
  readonly manyCounts: string;
}

const theano: MistakeDialect = {
  reshapeRest: 'ndim',
  singleLength: 'refused',
  reshapeKnows: 'nothing',
  reshapeCount: 'shape argument to Reshape.perform has incorrect length: {0}, should be {1}',
  rangeOfNoStep: 'division by zero',
  repeatedAxes: 'once',
  specifiedShapes: 'checked',
  positionAxis: 'ValueError',
  positionAxisText: 'Computation needs a valid axis number for {1}-D tensor. Got {0}',
  stackOfVariable: 'taken',
  ranges: 'constant',
  listsOfConstants: 'stacked',
  listsOfObjects: 'noTensor',
  listsOfTexts: 'letters',
  evaluatedNames: 'refused',
  manyCounts: "('TensorType could not be cast to have 0 dimensions', {0})",
};

const aesara: MistakeDialect = {
  ...theano,
  singleLength: 'vector',
  repeatedAxes: 'refused',
  specifiedShapes: 'typed',
  ranges: 'refused',
  listsOfConstants: 'constant',
  listsOfObjects: 'noType',
  listsOfTexts: 'bits',
  manyCounts: 'Tensor of type {0} could not be cast to have 0 dimensions',
};

const pytensor: MistakeDialect = {
  ...aesara,
  reshapeRest: 'refused',
  reshapeKnows: 'elements',
  reshapeCount: 'Shape argument to Reshape has incorrect length: {0}, should be {1}',
  rangeOfNoStep: 'float division by zero',
  positionAxis: 'AxisError',
  positionAxisText: 'axis {0} is out of bounds for array of dimension {1}',
  stackOfVariable: 'refused',
  ranges: 'op',
  listsOfTexts: 'letters',
  evaluatedNames: 'taken',
};

export const mistakeDialects: PerLibrary<MistakeDialect> = { theano, aesara, pytensor };
