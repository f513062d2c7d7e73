/**
 * Arrays as NumPy expressions that make them again, element for element: `np.array([[1.0, np.nan]], dtype='float64')`. The name
 * `np` has to be there.
 */
import { t } from '../../base/l10n.ts';
import { Complex } from '../../tensor/complex.ts';
import { type DType, type Element, isFloat, isText } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { isRecord } from '../../tensor/recordElement.ts';
import { scalarText } from '../../tensor/text.ts';
import { isTime } from '../../tensor/timeElement.ts';
import type { AnswerRule } from './evidence.ts';
import { findValue } from './findValue.ts';

const longestText = 10 * 1024 * 1024;
/** An element takes at least a digit, a comma and a blank. */
const shortestElement = 3;
const checkEvery = 16_384;

const tooLong = () => t('The value is too large: as text it would be longer than {0} MB.', 10);

export const numpyTextAnswer: AnswerRule<'numpyText'> = ({ ref }, evidence) => {
  const found = findValue(ref, evidence);
  if (found === null) return null;
  if (found.isRandomState) return refused(t('A random state has no expression in NumPy.'));
  return numpyText(found.array, () => evidence.host.checkpoint());
};

const refused = (reason: string) => ({ text: '', refused: reason });

/** The expression, or why there is none. */
export function numpyText(
  array: NDArray,
  checkpoint: () => void,
  longest = longestText,
): { readonly text: string; readonly refused: string | null } {
  const { dtype, shape, size } = array;
  if (isRecord(dtype) || isTime(dtype) || isText(dtype))
    return refused(t('Arrays of the type {0} are not written as expressions.', String(dtype)));
  if (size === 0) return { text: `np.zeros(${tuple(shape)}, dtype='${dtype}')`, refused: null };
  if (size * shortestElement > longest) return refused(tooLong());
  const writer = new Writer(array, checkpoint, longest);
  const lists = writer.lists();
  return lists === null
    ? refused(tooLong())
    : { text: `np.array(${lists}, dtype='${dtype}')`, refused: null };
}

const tuple = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

class Writer {
  readonly #array: NDArray;
  readonly #elements: ArrayLike<Element>;
  readonly #checkpoint: () => void;
  readonly #longest: number;
  #position = 0;
  #length = 0;

  constructor(array: NDArray, checkpoint: () => void, longest: number) {
    this.#array = array;
    this.#elements = array.elements();
    this.#checkpoint = checkpoint;
    this.#longest = longest;
  }

  /** Nested lists; null when they are too long. */
  lists(): string | null {
    const text = this.#list(0);
    return this.#length > this.#longest ? null : text;
  }

  #list(axis: number): string {
    const { shape } = this.#array;
    if (axis === shape.length) return this.#element();
    const parts: string[] = [];
    for (let i = 0; i < shape[axis] && this.#length <= this.#longest; i++) parts.push(this.#list(axis + 1));
    // Under each other, as NumPy prints them.
    const gap = axis === shape.length - 1 ? ' ' : `\n${' '.repeat('np.array('.length + axis + 1)}`;
    this.#length += parts.length * (gap.length + 1) + 2;
    return `[${parts.join(`,${gap}`)}]`;
  }

  #element(): string {
    if (this.#position % checkEvery === 0) this.#checkpoint();
    const text = elementText(this.#array.dtype, this.#elements[this.#position++]);
    this.#length += text.length;
    return text;
  }
}

function elementText(dtype: DType, element: Element): string {
  if (element instanceof Complex) return complexText(dtype, element);
  return isFloat(dtype) ? floatText(dtype, Number(element)) : plainText(dtype, element);
}

function floatText(dtype: DType, value: number): string {
  if (Number.isFinite(value)) return plainText(dtype, value);
  if (Number.isNaN(value)) return 'np.nan';
  return value > 0 ? 'np.inf' : '-np.inf';
}

/** Python adds the parts of `1+2j`, which loses signs of zeros and does not know infinities; `complex` takes them as they are. */
function complexText(dtype: DType, { re, im }: Complex): string {
  const part = dtype === 'complex64' ? 'float32' : 'float64';
  return `complex(${floatText(part, re)}, ${floatText(part, im)})`;
}

const plainText = (dtype: DType, element: Element): string => scalarText(dtype, element, 2);
