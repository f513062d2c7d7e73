/**
 * `np.savetxt`, `np.save` and `np.savez` to what a program holds open: `io.StringIO`, `io.BytesIO`, `sys.stdout`. A name of a file
 * is refused, since nothing is written to the disk.
 */
import { zipStored } from '../../../base/zipArchive.ts';
import { bytesOf } from '../../../tensor/bytes.ts';
import { byteSize, isComplex, isText } from '../../../tensor/dtype.ts';
import { componentOf, type NDArray } from '../../../tensor/ndarray.ts';
import { npyHeader } from '../../../tensor/npy.ts';
import { permute, transpose } from '../../../tensor/shaping.ts';
import { codeOf } from '../../../tensor/typeCodes.ts';
import {
  exceptionType,
  isException,
  notSupported,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { formatPercent } from '../../protocols/percentFormat.ts';
import { str } from '../../protocols/text.ts';
import { runtime, turn } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../../values.ts';
import type { Given } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { NumpyScalar } from './numpyScalar.ts';

/** The method of an open file that writes. */
function writerOf(file: Value, name: string): Value {
  if (tryGetAttribute(file, 'write') === undefined) notSupported(`${name} to a file of the disk`);
  return getAttribute(file, 'write');
}

// ------------------------------------------------------------------------------------------------------------- savetxt

/** Writes text, to a file of bytes as Latin 1. */
function textWriter(file: Value): (text: string) => void {
  const write = writerOf(file, 'numpy.savetxt');
  let takesBytes = false;
  const asBytes = (text: string): PyBytes =>
    new PyBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  return (text) => {
    if (takesBytes) {
      call(write, [asBytes(text)]);
      return;
    }
    try {
      call(write, [text]);
    } catch (error) {
      if (!isException(error, 'TypeError')) throw error;
      takesBytes = true;
      call(write, [asBytes(text)]);
    }
  };
}

const wrongCount = (format: string): never =>
  raiseValueError(`fmt has wrong number of % formats:  ${format}`);

/** The format of a whole row. */
function rowFormat(
  given: Value | undefined,
  columns: number,
  options: { delimiter: string; isComplex: boolean },
): string {
  const { delimiter } = options;
  if (given instanceof PyList || given instanceof PyTuple) {
    if (given.items.length !== columns)
      raise(exceptionType('AttributeError'), `fmt has wrong shape.  ${str(given)}`);
    return given.items.map((each) => asText(each) ?? str(each)).join(delimiter);
  }
  const format =
    given === undefined ? '%.18e' : (asText(given) ?? raiseValueError(`invalid fmt: ${str(given)}`));
  const count = format.split('%').length - 1;
  if (count === 1) {
    const one = options.isComplex ? ` (${format}+${format}j)` : format;
    return new Array<string>(columns).fill(one).join(delimiter);
  }
  return count === (options.isComplex ? 2 * columns : columns) ? format : wrongCount(format);
}

/** The numbers of a row as the format takes them. */
function rowsOf(array: NDArray): (row: number) => Value[] {
  const columns = array.shape[1]!;
  const parts = isComplex(array.dtype) ? [componentOf(array, 're'), componentOf(array, 'im')] : [array];
  const read = parts.map((part) => part.copy());
  return (row) =>
    Array.from({ length: columns }, (_, column) =>
      read.map((part) => new NumpyScalar(part.dtype, part.at(row * columns + column)) as Value),
    ).flat();
}

function written(format: string, row: Value[], array: NDArray): string {
  try {
    return formatPercent(format, new PyTuple(row));
  } catch (error) {
    if (!isException(error, 'TypeError')) throw error;
    return raiseTypeError(
      `Mismatch between array dtype ('${array.dtype}') and format specifier ('${format}')`,
    );
  }
}

function saveText(file: Value, value: Value, ...given: Given): Value {
  const [fmt, delimiter, newline, header, footer, comments] = given;
  const textOr = (text: Value | undefined, missing: string): string =>
    text === undefined ? missing : (asText(text) ?? str(text));
  const write = textWriter(file);
  const whole = arrayOf(value);
  if (whole.ndim === 0 || whole.ndim > 2)
    raiseValueError(`Expected 1D or 2D array, got ${whole.ndim}D array instead`);
  const array =
    whole.ndim === 1
      ? transpose(
          whole.view({ ...whole.layout, shape: [1, whole.size], strides: [0, whole.layout.strides[0]!] }),
        )
      : whole;
  const end = textOr(newline, '\n');
  const mark = textOr(comments, '# ');
  const format = rowFormat(fmt, array.shape[1]!, {
    delimiter: textOr(delimiter, ' '),
    isComplex: isComplex(array.dtype),
  });
  const comment = (text: Value | undefined): void => {
    const lines = textOr(text, '');
    if (lines !== '') write(mark + lines.replaceAll('\n', `\n${mark}`) + end);
  };
  comment(header);
  const rowAt = rowsOf(array);
  for (let row = 0; row < array.shape[0]!; row++) {
    turn();
    const line = written(format, rowAt(row), array) + end;
    write(isComplex(array.dtype) ? line.replaceAll('+-', '-') : line);
  }
  comment(footer);
  return null;
}

// ---------------------------------------------------------------------------------------------------------------- save

/** An array as the bytes of a `.npy` file. */
function npyBytes(array: NDArray): Uint8Array {
  if (isText(array.dtype)) notSupported('saving arrays of text');
  runtime().allocate(2 * array.size * byteSize(array.dtype) + 128);
  const turned = permute(array, [...array.shape.keys()].reverse());
  const isFortranOrder = !array.isContiguous && turned.isContiguous;
  const header = npyHeader({ descr: codeOf(array.dtype), isFortranOrder, shape: array.shape });
  const data = bytesOf(isFortranOrder ? turned : array);
  const bytes = new Uint8Array(header.length + data.length);
  bytes.set(header);
  bytes.set(data, header.length);
  return bytes;
}

function save(file: Value, value: Value): Value {
  const write = writerOf(file, 'numpy.save');
  call(write, [new PyBytes(npyBytes(arrayOf(value)))]);
  return null;
}

function saveArchive(file: Value, values: readonly Value[], named: ReadonlyMap<string, Value>): Value {
  const write = writerOf(file, 'numpy.savez');
  const members = new Map(named);
  members.delete('allow_pickle');
  for (const [i, value] of values.entries()) {
    if (members.has(`arr_${i}`)) raiseValueError(`Cannot use un-named variables and keyword arr_${i}`);
    members.set(`arr_${i}`, value);
  }
  const stored = Array.from(members, ([name, value]) => ({
    name: `${name}.npy`,
    data: npyBytes(arrayOf(value)),
  }));
  call(write, [new PyBytes(zipStored(stored))]);
  return null;
}

/** Functions of the module. */
export const savingFunctions = {
  'savetxt(fname, X, fmt?, delimiter?, newline?, header?, footer?, comments?, encoding?)': saveText,
  'save(file, arr, allow_pickle?, fix_imports?)': save,
  'savez(file, *args, **kwds)': saveArchive,
};
