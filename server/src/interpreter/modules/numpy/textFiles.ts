/** `np.loadtxt` and `np.genfromtxt`: tables of numbers from text, after NumPy's `npyio`. */
import { type DType, isComplex, isInteger, isText, kindOf } from '../../../tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { fieldsOf, isRecord, recordType } from '../../../tensor/recordElement.ts';
import { reshape, transpose } from '../../../tensor/shaping.ts';
import { characterCount, textDType } from '../../../tensor/textElement.ts';
import { PyDict } from '../../containers.ts';
import { decodeBytes } from '../../encodings.ts';
import {
  asPythonException,
  exceptionType,
  isException,
  notSupported,
  raise,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { quote } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { runtime, turn } from '../../runtime.ts';
import { parseInteger, toFloat, toInteger } from '../../types/numberTypes.ts';
import { PyBytes, PyFloat, PyList, PyTuple, PyUnicode, type Value } from '../../values.ts';
import { pathText } from '../files/fileErrors.ts';
import { readFile } from '../files/openFile.ts';
import { type Given, integerOf, isMissing } from './arguments.ts';
import { arrayOf, elementOf, numpyVersion } from './conversion.ts';
import { toDType } from './dtypeObjects.ts';
import { warn } from './warnings.ts';

// --------------------------------------------------------------------------------------------------------------- lines

interface Source {
  readonly lines: readonly string[];
  /** As warnings name it. */
  readonly shown: string;
}

const textOf = (value: Value): string | null => {
  if (typeof value === 'string') return value;
  if (value instanceof PyUnicode) return value.value;
  return value instanceof PyBytes ? decodeBytes(value.data, 'latin-1') : null;
};

/** The lines of a file by its name, of an open file, or of anything that gives lines. */
function linesOf(source: Value, encoding: Value | undefined): Source {
  const name = textOf(source) ?? tryPath(source);
  if (name === null) {
    const lines = toArray(source).map((line) => textOf(line) ?? raiseTypeError('expected lines of text'));
    return { lines: lines.map((line) => line.replace(/[\r\n]+$/, '')), shown: `<${typeOf(source).name}>` };
  }
  if (/\.(gz|bz2|xz)$/.test(name)) notSupported('compressed text files');
  const bytes = readTable(name);
  runtime().allocate(bytes.length * 4);
  const given = encoding === undefined ? null : textOf(encoding);
  const text = decodeBytes(bytes, given === null || given === 'bytes' ? 'latin-1' : given);
  const lines = text.split(/\r\n|[\r\n]/);
  if (lines.at(-1) === '') lines.pop();
  return { lines, shown: name };
}

/** NumPy says its own sentence of a file that is not there. */
function readTable(name: string): Uint8Array {
  try {
    return readFile(name, name);
  } catch (error) {
    const missing = asPythonException(error)?.value;
    if (missing?.args[0] !== 2) throw error;
    const type = runtime().python === 3 ? 'FileNotFoundError' : 'OSError';
    return raise(exceptionType(type), `${name} not found.`);
  }
}

const tryPath = (value: Value): string | null => {
  try {
    return pathText(value);
  } catch (error) {
    if (isException(error, 'TypeError')) return null;
    throw error;
  }
};

/** The marks after which a line is a comment. */
function commentMarks(comments: Value | undefined): readonly string[] {
  if (comments === null) return [];
  if (comments === undefined) return ['#'];
  const one = textOf(comments);
  return one === null ? toArray(comments).map((each) => textOf(each) ?? '#') : [one];
}

function withoutComment(line: string, marks: readonly string[]): string {
  let end = line.length;
  for (const mark of marks) {
    const at = line.indexOf(mark);
    if (at >= 0 && at < end) end = at;
  }
  return line.slice(0, end);
}

function splitLine(line: string, delimiter: string | null): string[] {
  if (delimiter !== null) return line.split(delimiter).map((part) => part.trim());
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
}

function delimiterOf(value: Value | undefined): string | null {
  if (isMissing(value)) return null;
  return textOf(value) ?? notSupported('columns of fixed width');
}

/** Columns by number; null: all. */
function columnsOf(value: Value | undefined): number[] | null {
  if (isMissing(value)) return null;
  const isListed = value instanceof PyList || value instanceof PyTuple || typeof value === 'object';
  return (isListed ? toArray(value) : [value]).map(integerOf);
}

// --------------------------------------------------------------------------------------------------------------- cells

/** The type of a column: that of its field where the rows are records. */
const typeAt = (dtype: DType, k: number): DType =>
  isRecord(dtype) ? ((fieldsOf(dtype)[k]?.dtype ?? 'float64') as DType) : dtype;

/** A cell as an element, or null where it is none. */
function tryCell(text: string, dtype: DType): Value | null {
  if (text.includes('_') && !isText(dtype)) return null;
  if (isText(dtype)) return text;
  try {
    if (kindOf(dtype) === 'bool') return parseInteger(text, 10, text) !== 0;
    return isInteger(dtype) ? parseInteger(text, 10, text) : new PyFloat(toFloat(text));
  } catch (error) {
    if (isException(error, 'ValueError')) return null;
    throw error;
  }
}

function tableArray(dtype: DType, rows: readonly (readonly Value[])[], columnCount: number): NDArray {
  runtime().allocate(rows.length * columnCount * 8);
  if (isRecord(dtype)) return arrayOf(new PyList(rows.map((row) => new PyTuple(row))), dtype);
  const values = rows.flatMap((row) => row.map((value) => elementOf(value, dtype)));
  return fromValues(dtype, [rows.length, columnCount], values);
}

const squeezed = (array: NDArray): NDArray =>
  reshape(
    array,
    array.shape.filter((length) => length !== 1),
  );

/** The least number of axes, and whether columns come first. */
function shaped(array: NDArray, least: number, unpack: Value | undefined): NDArray {
  let result = array.ndim > least ? squeezed(array) : array;
  if (result.ndim < least) {
    if (least === 1) result = reshape(result, [result.size]);
    else result = reshape(result, [result.size, 1]);
  }
  return !isMissing(unpack) && isTrue(unpack) ? transpose(result) : result;
}

// ------------------------------------------------------------------------------------------------------------- loadtxt

function loadText(source: Value, ...given: Given): NDArray {
  const [type, comments, delimiter, converters, skipped, used, unpack, least, encoding, limit] = given;
  const dtype = isMissing(type) ? 'float64' : toDType(type);
  if (isComplex(dtype)) notSupported('complex numbers in text files');
  const { lines, shown } = linesOf(source, encoding);
  const marks = commentMarks(comments);
  const separator = delimiterOf(delimiter);
  const most = isMissing(limit) ? Number.POSITIVE_INFINITY : integerOf(limit);
  const columns = columnsOf(used);
  const convert = converterOf(converters);
  const rows: Value[][] = [];
  let width: number | null = null;
  for (const line of lines.slice(isMissing(skipped) ? 0 : integerOf(skipped))) {
    turn();
    const words = withoutComment(line, marks);
    if (words.trim() === '') continue;
    if (rows.length >= most) break;
    const cells = splitLine(words, separator);
    if (columns === null && width !== null && cells.length !== width)
      raiseWidths(width, cells.length, rows.length);
    width ??= cells.length;
    const chosen = columns?.map((column) => columnAt(column, cells.length, rows.length)) ?? [...cells.keys()];
    rows.push(
      chosen.map(
        (column, k) =>
          convert(column, cells[column]!) ?? cellOf(cells[column]!, typeAt(dtype, k), [rows.length, column]),
      ),
    );
  }
  const columnCount = rows[0]?.length ?? 0;
  if (rows.length === 0) warn('UserWarning', `loadtxt: input contained no data: "${shown}"`);
  const array = rows.length === 0 ? fromValues(dtype, [0], []) : tableArray(dtype, rows, columnCount);
  return shaped(array, isMissing(least) ? 0 : integerOf(least), unpack);
}

const raiseWidths = (width: number, found: number, row: number): never =>
  raiseValueError(
    `the number of columns changed from ${width} to ${found} at row ${row + 1}; use \`usecols\` to select a subset and avoid this error`,
  );

function columnAt(column: number, count: number, row: number): number {
  const at = column < 0 ? column + count : column;
  if (at >= 0 && at < count) return at;
  return raiseValueError(`invalid column index ${column} at row ${row + 1} with ${count} columns`);
}

function cellOf(text: string, dtype: DType, [row, column]: readonly [number, number]): Value {
  const value = tryCell(text, dtype);
  if (value !== null) return value;
  const asFloat = isInteger(dtype) && numpyVersion() === 1 ? tryCell(text, 'float64') : null;
  if (asFloat instanceof PyFloat) {
    warn('DeprecationWarning', 'loadtxt(): Parsing an integer via a float is deprecated.');
    return toInteger(asFloat);
  }
  return raiseValueError(
    `could not convert string ${quote(text)} to ${dtype} at row ${row}, column ${column + 1}.`,
  );
}

type Convert = (column: number, text: string) => Value | undefined;

/** `converters`: one for all columns, or a dict by column. NumPy 1 gives them bytes. */
function converterOf(converters: Value | undefined): Convert {
  if (isMissing(converters)) return () => undefined;
  if (numpyVersion() === 1) return notSupported('converters of loadtxt in NumPy 1');
  if (!(converters instanceof PyDict)) return (_, text) => call(converters, [text]);
  return (column, text) => {
    const callee = converters.table.get(column);
    return callee === undefined ? undefined : call(callee, [text]);
  };
}

// ---------------------------------------------------------------------------------------------------------- genfromtxt

function generalText(source: Value, ...given: Given): NDArray {
  const [
    type,
    comments,
    delimiter,
    head,
    foot,
    converters,
    missing,
    filling,
    used,
    names,
    ,
    ,
    ,
    ,
    ,
    ,
    unpack,
  ] = given;
  const [limit, encoding, least] = given.slice(20);
  if (!isMissing(converters) || !isMissing(missing)) notSupported('converters of genfromtxt');
  const { lines, shown } = linesOf(source, encoding);
  const separator = delimiterOf(delimiter);
  const columns = columnsOf(used);
  const skipped = isMissing(head) ? 0 : integerOf(head);
  const marks = commentMarks(comments);
  const named = namesOf(lines, names, { marks, separator, skipped, columns });
  const rows = tableRows(lines, { marks, separator, skipped: named.skipped, columns });
  const kept = rows.slice(0, rows.length - (isMissing(foot) ? 0 : integerOf(foot)));
  const wanted = isMissing(limit) ? kept : kept.slice(0, integerOf(limit));
  if (wanted.length === 0) warn('UserWarning', `genfromtxt: Empty input file: "${shown}"`);
  const cells = wanted.map((row) => row.cells);
  const wantedType = type === null ? null : type === undefined ? 'float64' : toDType(type);
  const dtype = rowType(cells, wantedType, named.names, encoding);
  if (isComplex(dtype)) notSupported('complex numbers in text files');
  const absent = isMissing(filling) ? (isInteger(dtype) ? -1 : new PyFloat(Number.NaN)) : filling;
  if (filling instanceof PyDict || filling instanceof PyList) notSupported('filling_values by column');
  const values = cells.map((row) =>
    row.map(
      (cell, k) =>
        generalCell(cell, typeAt(dtype, k)) ?? (isRecord(dtype) ? absentAs(typeAt(dtype, k)) : absent),
    ),
  );
  const array =
    values.length === 0 ? fromValues(dtype, [0], []) : tableArray(dtype, values, values[0]!.length);
  return shaped(squeezed(array), isMissing(least) ? 0 : integerOf(least), unpack);
}

function generalCell(text: string, dtype: DType): Value | null {
  if (kindOf(dtype) === 'bool') return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
  return text === '' ? null : tryCell(text, dtype);
}

interface TableOptions {
  readonly marks: readonly string[];
  readonly separator: string | null;
  readonly skipped: number;
  readonly columns: readonly number[] | null;
}

/** Rows of equal length; raises one ValueError about all others. */
function tableRows(lines: readonly string[], options: TableOptions): { readonly cells: string[] }[] {
  const rows: { cells: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    turn();
    const words = withoutComment(line, options.marks);
    if (index < options.skipped || words.trim() === '') continue;
    rows.push({ cells: splitLine(words, options.separator), line: index + 1 });
  }
  const width = rows[0]?.cells.length ?? 0;
  const { columns } = options;
  const wrong = columns === null ? rows.filter(({ cells }) => cells.length !== width) : [];
  if (wrong.length > 0) {
    const found = wrong.map(
      ({ cells, line }) => `    Line #${line} (got ${cells.length} columns instead of ${width})`,
    );
    raiseValueError(`Some errors were detected !\n${found.join('\n')}`);
  }
  if (columns === null) return rows;
  return rows.map(({ cells }) => ({
    cells: columns.map((column) => cells[column < 0 ? column + cells.length : column] ?? ''),
  }));
}

const absentAs = (dtype: DType): Value =>
  isText(dtype) ? '' : kindOf(dtype) === 'bool' ? false : isInteger(dtype) ? -1 : new PyFloat(Number.NaN);

/** The names of the columns, from the first line where `names` is true; and the lines before the rows. */
function namesOf(
  lines: readonly string[],
  names: Value | undefined,
  { marks, separator, skipped, columns }: TableOptions,
): { readonly names: string[] | null; readonly skipped: number } {
  if (isMissing(names) || names === false) return { names: null, skipped };
  const text = textOf(names);
  if (names !== true) {
    const listed = text === null ? toArray(names).map((name) => textOf(name) ?? '') : text.split(',');
    return { names: listed.map(fieldName), skipped };
  }
  const at = lines.findIndex((line, index) => index >= skipped && line.trim() !== '');
  if (at < 0) return { names: null, skipped };
  const mark = marks.find((each) => lines[at]!.trimStart().startsWith(each));
  const line =
    mark === undefined ? withoutComment(lines[at]!, marks) : lines[at]!.trimStart().slice(mark.length);
  const all = splitLine(line, separator).map(fieldName);
  return { names: columns === null ? all : columns.map((column) => all.at(column) ?? ''), skipped: at + 1 };
}

/** Without what NumPy takes out of names. */
function fieldName(text: string): string {
  const name = text
    .trim()
    .replace(/[~!@#$%^&*()\-=+~\\|\]}[{';: /?.>,<]/g, (each) => (each === ' ' ? '_' : ''));
  return name === '' ? notSupported('columns without a name') : name;
}

/** The type of the rows: records where columns have names or differ. */
function rowType(
  cells: readonly (readonly string[])[],
  given: DType | null,
  names: readonly string[] | null,
  encoding: Value | undefined,
): DType {
  if (given !== null && (names === null || isRecord(given))) {
    if (names !== null) notSupported('names beside a structured dtype');
    return given;
  }
  const count = cells[0]?.length ?? 0;
  const types = Array.from(
    { length: count },
    (_, k) =>
      given ??
      columnType(
        cells.map((row) => row[k] ?? ''),
        encoding,
      ),
  );
  if (names === null && new Set(types).size <= 1) return types[0] ?? 'float64';
  if (names !== null && names.length !== count) notSupported('another number of names than of columns');
  return recordType(types.map((dtype, k) => ({ name: names?.[k] ?? `f${k}`, dtype })));
}

function columnType(cells: readonly string[], encoding: Value | undefined): DType {
  if (cells.every((cell) => /^(true|false)$/i.test(cell))) return 'bool';
  if (cells.every((cell) => cell === '' || tryCell(cell, 'int64') !== null)) return 'int64';
  if (cells.every((cell) => cell === '' || tryCell(cell, 'float64') !== null)) return 'float64';
  if (numpyVersion() === 1 && isMissing(encoding)) return notSupported('columns of bytes');
  return textDType(cells.reduce((most, cell) => Math.max(most, characterCount(cell)), 1));
}

/** Functions of the module. */
export const textFileFunctions = {
  'loadtxt(fname, dtype?, comments?, delimiter?, converters?, skiprows?, usecols?, unpack?, ndmin?, encoding?, max_rows?, *, quotechar?, like?)':
    loadText,
  'genfromtxt(fname, dtype?, comments?, delimiter?, skip_header?, skip_footer?, converters?, missing_values?, filling_values?, usecols?, names?, excludelist?, deletechars?, replace_space?, autostrip?, case_sensitive?, defaultfmt?, unpack?, usemask?, loose?, invalid_raise?, max_rows?, encoding?, *, ndmin?, like?)':
    generalText,
};
