/**
 * Text as an element of an array, as NumPy's types `<U1`, `<U2`, … hold it: at most so many characters; in `|S1`, `|S2`, … the
 * characters are bytes. An element is one immutable value; arithmetic that does not know text throws instead of giving a number.
 */
import { ElementArray } from './elementArray.ts';
import { notSupported } from './engineError.ts';

/** The type of texts of up to so many characters; 0: as many as the texts need. */
export type TextDType = `<U${number}` | BytesDType;

/** The type of strings of up to so many bytes. */
export type BytesDType = `|S${number}`;

export class Text {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  /** JavaScript's operators and `Number` ask for this: nothing may take a text for a number. */
  [Symbol.toPrimitive](): never {
    throw notSupported('this function of arrays of text');
  }

  valueOf(): never {
    throw notSupported('this function of arrays of text');
  }
}

const emptyText = new Text('');

export class TextArray extends ElementArray<Text> {
  constructor(length: number, bytesPerElement = 4) {
    super(length, bytesPerElement, emptyText);
  }

  protected override make(length: number): TextArray {
    return new TextArray(length, this.BYTES_PER_ELEMENT);
  }
}

export const textDType = (length: number): TextDType => `<U${length}`;
export const bytesDType = (length: number): BytesDType => `|S${length}`;

export const isBytes = (dtype: string): dtype is BytesDType => dtype.startsWith('|S');

/** The type of texts of the same kind and of another length. */
export const withTextLength = (dtype: TextDType, length: number): TextDType =>
  isBytes(dtype) ? bytesDType(length) : textDType(length);

/** How many characters a type holds. */
export const textLength = (dtype: TextDType): number => Number(dtype.slice(2));

const surrogates = /[\ud800-\udfff]/;

/** Characters as Python counts them. */
export const characterCount = (text: string): number =>
  surrogates.test(text) ? Array.from(text).length : text.length;

/** The first characters of a text. */
export function cutText(text: Text, length: number): Text {
  if (text.value.length <= length || length === 0) return text;
  return new Text(Array.from(text.value).slice(0, length).join(''));
}

/** The order of texts: character by character. */
export function compareTexts(a: Text, b: Text): number {
  if (a.value === b.value) return 0;
  if (!surrogates.test(a.value) && !surrogates.test(b.value)) return a.value < b.value ? -1 : 1;
  const [x, y] = [Array.from(a.value), Array.from(b.value)];
  const at = x.findIndex((character, i) => character !== y[i]);
  return at < 0 ? -1 : (x[at]!.codePointAt(0) ?? 0) - (y[at]?.codePointAt(0) ?? -1);
}
