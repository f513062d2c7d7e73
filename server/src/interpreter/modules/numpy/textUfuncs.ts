/** The few functions that NumPy has for arrays of text: comparisons, and since its version 2 joining by `+`. */
import { type DType, isInteger, isText } from '../../../tensor/dtype.ts';
import { mapElements, unsupportedTypes } from '../../../tensor/elementwise.ts';
import { full, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import {
  compareTexts,
  isBytes,
  Text,
  type TextDType,
  textLength,
  withTextLength,
} from '../../../tensor/textElement.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { pythonVersion } from '../../runtime.ts';
import { numpyVersion } from './conversion.ts';
import { raiseNoLoop } from './numpyErrors.ts';
import { commonType, type Operand, operandArray } from './promotion.ts';

const tests: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['equal', (order) => order === 0],
  ['not_equal', (order) => order !== 0],
  ['less', (order) => order < 0],
  ['less_equal', (order) => order <= 0],
  ['greater', (order) => order > 0],
  ['greater_equal', (order) => order >= 0],
]);

const unknown = new Set(
  'isnan isinf isfinite signbit sqrt exp log sin cos true_divide floor_divide remainder power bitwise_and bitwise_or bitwise_xor invert'.split(
    ' ',
  ),
);

const repeatsNeedOut =
  "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to multiply strings without specifying 'out'.";

/** True when an array of text takes part. */
export const haveTexts = (operands: readonly Operand[]): boolean =>
  operands.some((operand) => operand.kind === 'array' && isText(operand.array.dtype));

/** The function `name` of operands of which one is an array of text at least. */
export function computeTexts(name: string, operands: readonly Operand[]): NDArray {
  if (unknown.has(name)) throw unsupportedTypes(name === 'true_divide' ? 'divide' : name);
  if (operands.length !== 2) return notSupported(`numpy.${name} of arrays of text`);
  const arrays = operands.map((operand) =>
    operand.kind === 'array' ? operand.array : operandArray(operand, commonType([operand])),
  ) as [NDArray, NDArray];
  const types = arrays.map((array) => array.dtype) as [DType, DType];
  const test = tests.get(name);
  const areAlike = pythonVersion() === 2 || isBytes(types[0]) === isBytes(types[1]);
  if (types.every(isText) && areAlike) {
    if (test)
      return mapElements((a, b) => (test(compareTexts(a as Text, b as Text)) ? 1 : 0), arrays, 'bool');
    if (name === 'add' && numpyVersion() === 2) return joined(arrays, types as [TextDType, TextDType]);
  } else if (name === 'equal' || name === 'not_equal') {
    if (numpyVersion() === 1) return notSupported('comparing arrays of text with those of other types');
    return full('bool', broadcastShapes(arrays.map((array) => array.shape)), name === 'equal' ? 0 : 1);
  }
  if (name === 'multiply' && numpyVersion() === 2 && types.some((type) => isInteger(type)))
    raiseTypeError(repeatsNeedOut);
  return raiseNoLoop(name, `(${types.map((type) => `dtype('${type}')`).join(', ')})`);
}

const joined = (arrays: readonly NDArray[], [a, b]: readonly [TextDType, TextDType]): NDArray =>
  mapElements(
    (x, y) => new Text((x as Text).value + (y as Text).value),
    arrays,
    withTextLength(a, textLength(a) + textLength(b)),
  );
