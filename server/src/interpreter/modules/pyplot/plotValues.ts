/** Values of programs as what plots are made of: numbers, categories, colours and format strings. */
import { NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import type { PlotNumber } from '../../plotData.ts';
import { iterate, toArray } from '../../protocols/iteration.ts';
import { quote, repr } from '../../protocols/text.ts';
import { runtime } from '../../runtime.ts';
import { PyList, PyTuple, PyUnicode, type Value } from '../../values.ts';
import { getArrayItem } from '../numpy/arrayIndex.ts';
import { numbersOf } from '../numpy/arrayMath.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';

/** A number that JSON can say. */
export const plotNumber = (value: number): PlotNumber => (Number.isFinite(value) ? value : null);

/** An array of numbers from whatever a program plots: a number is an array of one. */
export function numbers(value: Value): NDArray {
  const isListed =
    value instanceof NDArray ||
    value instanceof NumpyScalar ||
    value instanceof PyList ||
    value instanceof PyTuple;
  if (isListed || typeof value === 'number' || typeof value === 'boolean') return arrayOf(value);
  return canIterate(value) ? arrayOf(new PyList(toArray(value))) : arrayOf(value);
}

const canIterate = (value: Value): boolean => {
  if (value === null || typeof value !== 'object') return false;
  try {
    iterate(value);
    return true;
  } catch {
    return false;
  }
};

/** The elements of an array as scalars of NumPy. */
export function scalarsOf(array: NDArray): Value[] {
  const flat = reshape(array, [array.size]);
  return Array.from({ length: flat.size }, (_, index) => getArrayItem(flat, index));
}

/** The numbers of an array, in C order. */
export const flatNumbers = (value: Value): number[] => numbersOf(numbers(value));

const textOf = (value: Value): string | null =>
  typeof value === 'string' ? value : value instanceof PyUnicode ? value.value : null;

/** True for a text and for a list of texts. */
export const holdsTexts = (value: Value): boolean =>
  textOf(value) !== null ||
  ((value instanceof PyList || value instanceof PyTuple) &&
    value.items.length > 0 &&
    textOf(value.items[0]!) !== null);

/** Places on an axis; texts are categories, counted as they come. */
export function places(value: Value, categories: string[]): number[] {
  const items = value instanceof PyList || value instanceof PyTuple ? value.items : null;
  const single = textOf(value);
  const texts = single === null ? items?.map(textOf) : [single];
  if (texts === undefined || texts.length === 0 || texts.includes(null)) return flatNumbers(value);
  return texts.map((text) => {
    const known = categories.indexOf(text!);
    return known >= 0 ? known : categories.push(text!) - 1;
  });
}

/** Something to read on a plot. */
export function caption(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  return (textOf(value) ?? repr(value)).slice(0, 500);
}

/** A colour as the program wrote it; '' for none. */
export function colorText(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  const text = textOf(value);
  if (text !== null) return text.slice(0, 50);
  const parts = value instanceof PyTuple || value instanceof PyList ? flatNumbers(value) : [];
  return parts.length === 3 || parts.length === 4 ? `(${parts.join(', ')})` : '';
}

export interface LineStyle {
  readonly color: string;
  readonly line: string;
  readonly marker: string;
}

const lineStyles = ['--', '-.', '-', ':'];
const markers = '.,ov^<>12348spP*hH+xXDd|_';
const colors = 'bgrcmykw';

/** The format string of `plot`: `r--`, `o`, `C1:`. Raises ValueError as matplotlib does. */
export function parseFormat(format: string): LineStyle {
  const style = { color: '', line: '', marker: '' };
  const namesColor = /^(?:[a-z]{3,}|#[\da-f]{3,8})$/i.test(format) && !lineStyles.includes(format);
  if (namesColor) return { ...style, color: format, line: '-' };
  for (let rest = format; rest !== ''; ) {
    const line = lineStyles.find((each) => rest.startsWith(each));
    const cycle = /^C\d/.exec(rest)?.[0];
    const [first] = rest;
    if (line !== undefined) style.line = line;
    else if (cycle !== undefined) style.color = cycle;
    else if (colors.includes(first!) && style.color === '') style.color = first!;
    else if (markers.includes(first!)) style.marker = first!;
    else
      raiseValueError(
        `${quote(format)} is not a valid format string (unrecognized character ${quote(first!)})`,
      );
    rest = rest.slice((line ?? cycle ?? first!).length);
  }
  if (style.line === '' && style.marker === '') style.line = '-';
  return style;
}

const lineNames: Readonly<Record<string, string>> = {
  solid: '-',
  dashed: '--',
  dashdot: '-.',
  dotted: ':',
  None: '',
  none: '',
  ' ': '',
};

/** A style from keywords, over that of a format string. */
export function styleOf(keywords: ReadonlyMap<string, Value>, format: LineStyle): LineStyle {
  const given = (...names: string[]): Value | undefined =>
    names.map((name) => keywords.get(name)).find((value) => value !== undefined);
  const line = given('linestyle', 'ls');
  const marker = given('marker');
  const lineText = line === undefined ? format.line : caption(line);
  return {
    color: colorText(given('color', 'c')) || format.color,
    line: Object.hasOwn(lineNames, lineText) ? lineNames[lineText]! : lineText,
    marker: marker === undefined ? format.marker : caption(marker),
  };
}

/** Calls a function of NumPy, for what matplotlib leaves to it. */
export function numpyFunction(name: string): Value {
  return runtime().importModule('numpy').namespace.get(name) ?? notSupported(`numpy.${name}`);
}
