/** `csv`; records are parsed in `csvReader.ts`. */
import { PyDict } from '../../../containers.ts';
import { defineException, objectType, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { contains, isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { elements, iterate, toArray } from '../../../protocols/iteration.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { asText } from '../../../types/textValues.ts';
import {
  float,
  list,
  type Next,
  PyFloat,
  PyInstance,
  type PyModule,
  PyObject,
  type PyType,
  type Value,
} from '../../../values.ts';
import { CsvError, type CsvField, type CsvFormat, quoting, RecordParser } from './csvReader.ts';

const csvErrorType = defineException('Error', '_csv');

const guarded = <T>(body: () => T): T => {
  try {
    return body();
  } catch (error) {
    if (error instanceof CsvError) return raise(csvErrorType, error.message);
    throw error;
  }
};

// ------------------------------------------------------------------------------------------------------------ formats

const excel: Readonly<Record<string, Value>> = {
  delimiter: ',',
  quotechar: '"',
  escapechar: null,
  doublequote: true,
  skipinitialspace: false,
  lineterminator: '\r\n',
  quoting: quoting.minimal,
  strict: false,
};

/** A class of formats, as programs derive from it. */
function dialectClass(
  name: string,
  bases: readonly PyType[],
  values: Readonly<Record<string, Value>>,
): PyType {
  return defineType<PyInstance>({
    name,
    module: 'csv',
    bases,
    create: (cls) => new PyInstance(cls),
    constants: { __subclassable__: true, ...values },
  });
}

const dialectType = dialectClass('Dialect', [objectType], {});
const excelType = dialectClass('excel', [dialectType], excel);
const excelTabType = dialectClass('excel_tab', [excelType], { delimiter: '\t' });
const unixType = dialectClass('unix_dialect', [dialectType], {
  ...excel,
  quoting: quoting.all,
  lineterminator: '\n',
});

/** Formats by the names that programs use. */
type Dialects = Map<string, Value>;

function singleCharacter(name: string, value: Value): string | null {
  if (value === null) return null;
  const text = asText(value);
  if (text === null) {
    const may = name === 'delimiter' ? '' : ' or None';
    raiseTypeError(`"${name}" must be string${may}, not ${typeOf(value).name}`);
  }
  return [...text].length === 1 ? text : raiseTypeError(`"${name}" must be a 1-character string`);
}

/** The format of a call: a dialect, and single settings. */
function formatOf(dialects: Dialects, dialect: Value, settings: ReadonlyMap<string, Value>): CsvFormat {
  for (const name of settings.keys()) {
    if (!Object.hasOwn(excel, name))
      raiseTypeError(`'${name}' is an invalid keyword argument for this function`);
  }
  const name = asText(dialect);
  const base = name === null ? dialect : (dialects.get(name) ?? raise(csvErrorType, 'unknown dialect'));
  const given = (setting: string): Value => {
    const own = settings.get(setting);
    if (own !== undefined) return own;
    const inherited = base === null ? undefined : tryGetAttribute(base, setting);
    return inherited === undefined ? excel[setting]! : inherited;
  };
  const delimiter = singleCharacter('delimiter', given('delimiter'));
  if (delimiter === null) raiseTypeError('"delimiter" must be string, not NoneType');
  const quote = singleCharacter('quotechar', given('quotechar'));
  const rule = asInteger(given('quoting'));
  if (rule === undefined) raiseTypeError('"quoting" must be an integer');
  if (rule < 0 || rule > 5) raiseTypeError('bad "quoting" value');
  if (rule !== quoting.none && quote === null) raiseTypeError('quotechar must be set if quoting enabled');
  return {
    delimiter,
    quote,
    escapeMark: singleCharacter('escapechar', given('escapechar')),
    doublesQuotes: isTrue(given('doublequote')),
    skipsInitialSpace: isTrue(given('skipinitialspace')),
    lineTerminator: str(given('lineterminator')),
    quoting: Number(rule),
    isStrict: isTrue(given('strict')),
  };
}

class PyCsvFormat extends PyObject {
  readonly format: CsvFormat;
  constructor(format: CsvFormat) {
    super();
    this.format = format;
  }
}

defineType<PyCsvFormat>({
  name: 'Dialect',
  module: '_csv',
  class: PyCsvFormat,
  attributes: {
    delimiter: (self) => self.format.delimiter,
    quotechar: (self) => self.format.quote,
    escapechar: (self) => self.format.escapeMark,
    doublequote: (self) => self.format.doublesQuotes,
    skipinitialspace: (self) => self.format.skipsInitialSpace,
    lineterminator: (self) => self.format.lineTerminator,
    quoting: (self) => self.format.quoting,
    strict: (self) => self.format.isStrict,
  },
});

// ------------------------------------------------------------------------------------------------------------- reader

class PyCsvReader extends PyObject {
  lineNumber = 0;
  readonly format: CsvFormat;
  readonly source: Next;
  constructor(source: Next, format: CsvFormat) {
    super();
    this.source = source;
    this.format = format;
  }
}

const fieldValue = ({ text, isNumber }: CsvField): Value => (isNumber ? float(toFloat(text)) : text);

function nextRow(self: PyCsvReader): Value | undefined {
  return guarded(() => {
    const parser = new RecordParser(self.format);
    for (;;) {
      runtime().checkpoint();
      const line = self.source();
      if (line === undefined) {
        const rest = parser.finish();
        return rest === null ? undefined : list(rest.map(fieldValue));
      }
      const text = asText(line);
      if (text === null) {
        const { name } = typeOf(line);
        return raise(
          csvErrorType,
          `iterator should return strings, not ${name} (the file should be opened in text mode)`,
        );
      }
      self.lineNumber++;
      const fields = parser.addLine(text);
      if (fields !== null) return list(fields.map(fieldValue));
    }
  });
}

defineType<PyCsvReader>({
  name: 'reader',
  module: '_csv',
  class: PyCsvReader,
  attributes: { line_num: (self) => self.lineNumber, dialect: (self) => new PyCsvFormat(self.format) },
  iterate: (self) => () => nextRow(self),
  next: nextRow,
});

// ------------------------------------------------------------------------------------------------------------- writer

class PyCsvWriter extends PyObject {
  readonly write: Value;
  readonly format: CsvFormat;
  constructor(write: Value, format: CsvFormat) {
    super();
    this.write = write;
    this.format = format;
  }
}

/** One field, quoted and escaped as it must be. */
function writtenField(value: Value, format: CsvFormat, isOnly: 'alone' | 'one of many'): string {
  const isNumber = value instanceof PyFloat || asInteger(value) !== undefined;
  const text = value === null ? '' : str(value);
  const { quote, escapeMark, delimiter, doublesQuotes, lineTerminator } = format;
  const isText = asText(value) !== null;
  let isQuoted =
    format.quoting === quoting.all ||
    (format.quoting === quoting.nonNumeric && !isNumber) ||
    (format.quoting === quoting.strings && isText) ||
    (format.quoting === quoting.notNull && value !== null);
  let result = '';
  for (const character of text) {
    const isSpecial =
      character === delimiter ||
      character === escapeMark ||
      character === quote ||
      '\n\r'.includes(character) ||
      lineTerminator.includes(character);
    if (!isSpecial) {
      result += character;
      continue;
    }
    let mustEscape = format.quoting === quoting.none;
    if (!mustEscape) {
      if (character === quote) {
        if (doublesQuotes) result += quote;
        else mustEscape = true;
      } else if (character === escapeMark) mustEscape = true;
      if (!mustEscape) isQuoted = true;
    }
    if (mustEscape) {
      if (escapeMark === null) raise(csvErrorType, 'need to escape, but no escapechar set');
      result += escapeMark;
    }
    result += character;
  }
  if (text === '' && isOnly === 'alone') {
    if (format.quoting === quoting.none) {
      raise(csvErrorType, 'single empty field record must be quoted');
    }
    isQuoted = true;
  }
  return isQuoted ? `${quote}${result}${quote}` : result;
}

function writeRow(self: PyCsvWriter, row: Value): Value {
  const isIterable =
    tryGetAttribute(row, '__iter__') !== undefined || tryGetAttribute(row, '__getitem__') !== undefined;
  if (!isIterable) raise(csvErrorType, `iterable expected, not ${typeOf(row).name}`);
  const fields = toArray(row);
  const isOnly = fields.length === 1 ? 'alone' : 'one of many';
  const text = fields.map((field) => writtenField(field, self.format, isOnly)).join(self.format.delimiter);
  return call(self.write, [text + self.format.lineTerminator]);
}

defineType<PyCsvWriter>({
  name: 'writer',
  module: '_csv',
  class: PyCsvWriter,
  attributes: { dialect: (self) => new PyCsvFormat(self.format) },
  methods: {
    'writerow(row)': writeRow,
    'writerows(rows)': (self: PyCsvWriter, rows: Value) => {
      for (const row of elements(rows)) writeRow(self, row);
      return null;
    },
  },
});

// --------------------------------------------------------------------------------------------------------- with dicts

class PyDictReader extends PyObject {
  reader!: PyCsvReader;
  names: Value[] | null = null;
  restKey: Value = null;
  restValue: Value = null;
}

function namesOf(self: PyDictReader): Value[] | null {
  if (self.names === null) {
    const row = nextRow(self.reader);
    if (row !== undefined) self.names = toArray(row);
  }
  return self.names;
}

function nextDict(self: PyDictReader): Value | undefined {
  if (self.reader.lineNumber === 0) namesOf(self);
  let row = nextRow(self.reader);
  while (row !== undefined && toArray(row).length === 0) row = nextRow(self.reader);
  if (row === undefined) return undefined;
  const names = namesOf(self) ?? [];
  const fields = toArray(row);
  const dict = PyDict.from(names.slice(0, fields.length).map((name, index) => [name, fields[index]!]));
  if (fields.length > names.length) dict.table.set(self.restKey, list(fields.slice(names.length)));
  for (const name of names.slice(fields.length)) dict.table.set(name, self.restValue);
  return dict;
}

class PyDictWriter extends PyObject {
  writer!: PyCsvWriter;
  names: Value[] = [];
  restValue: Value = '';
  ignoresExtra = false;
}

function rowOf(self: PyDictWriter, given: Value): Value {
  const keys = toArray(call(getAttribute(given, 'keys'), []));
  const names = list(self.names);
  const unknown = self.ignoresExtra ? [] : keys.filter((key) => !contains(names, key));
  if (unknown.length > 0) {
    raiseValueError(`dict contains fields not in fieldnames: ${unknown.map(repr).join(', ')}`);
  }
  const get = getAttribute(given, 'get');
  return list(self.names.map((name) => call(get, [name, self.restValue])));
}

/** The arguments of a call by name. */
const bind = (names: readonly string[], args: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
  const settings = new Map(keywords);
  for (const [index, value] of args.entries()) settings.set(names[index] ?? '', value);
  const take = (name: string, missing: Value): Value => {
    const value = settings.get(name) ?? (settings.has(name) ? null : missing);
    settings.delete(name);
    return value;
  };
  return { take, settings };
};

function dictTypes(dialects: Dialects): Record<string, PyType> {
  const readerType = defineType<PyDictReader>({
    name: 'DictReader',
    module: 'csv',
    class: PyDictReader,
    create: (type) => {
      const made = new PyDictReader();
      if (type !== readerType) made.cls = type;
      return made;
    },
    initialize: (self, args, keywords) => {
      const names = ['f', 'fieldnames', 'restkey', 'restval', 'dialect'];
      const { take, settings } = bind(names, args, keywords ?? new Map());
      const source = iterate(take('f', null));
      const given = take('fieldnames', null);
      self.names = given === null ? null : toArray(given);
      self.restKey = take('restkey', null);
      self.restValue = take('restval', null);
      self.reader = new PyCsvReader(source, formatOf(dialects, take('dialect', 'excel'), settings));
    },
    constants: { __subclassable__: true },
    attributes: {
      fieldnames: {
        get: (self) => {
          const found = namesOf(self);
          return found === null ? null : list([...found]);
        },
        set: (self, given) => {
          self.names = toArray(given);
        },
      },
      line_num: (self) => self.reader.lineNumber,
      reader: (self) => self.reader,
    },
    iterate: (self) => () => nextDict(self),
    next: nextDict,
  });
  const writerType = defineType<PyDictWriter>({
    name: 'DictWriter',
    module: 'csv',
    class: PyDictWriter,
    create: (type) => {
      const made = new PyDictWriter();
      if (type !== writerType) made.cls = type;
      return made;
    },
    initialize: (self, args, keywords) => {
      const names = ['f', 'fieldnames', 'restval', 'extrasaction', 'dialect'];
      const { take, settings } = bind(names, args, keywords ?? new Map());
      const file = take('f', null);
      self.names = toArray(take('fieldnames', null));
      self.restValue = take('restval', '');
      const extra = str(take('extrasaction', 'raise'));
      if (!['raise', 'ignore'].includes(extra.toLowerCase())) {
        raiseValueError(`extrasaction (${extra}) must be 'raise' or 'ignore'`);
      }
      self.ignoresExtra = extra.toLowerCase() === 'ignore';
      self.writer = writerOf(dialects, file, take('dialect', 'excel'), settings);
    },
    constants: { __subclassable__: true },
    attributes: { fieldnames: (self) => list(self.names), writer: (self) => self.writer },
    methods: {
      'writeheader()': (self: PyDictWriter) => {
        const written = writeRow(self.writer, list(self.names));
        return pythonVersion() === 2 ? null : written;
      },
      'writerow(rowdict)': (self: PyDictWriter, row: Value) => writeRow(self.writer, rowOf(self, row)),
      'writerows(rowdicts)': (self: PyDictWriter, rows: Value) => {
        for (const row of elements(rows)) writeRow(self.writer, rowOf(self, row));
        return null;
      },
    },
  });
  return { DictReader: readerType, DictWriter: writerType };
}

// ------------------------------------------------------------------------------------------------------------- module

function writerOf(
  dialects: Dialects,
  file: Value,
  dialect: Value,
  settings: ReadonlyMap<string, Value>,
): PyCsvWriter {
  const write = tryGetAttribute(file, 'write');
  if (write === undefined) raiseTypeError('argument 1 must have a "write" method');
  return new PyCsvWriter(write, formatOf(dialects, dialect, settings));
}

export const csvModule = (): PyModule => {
  const dialects: Dialects = new Map<string, Value>([
    ['excel', excelType],
    ['excel-tab', excelTabType],
    ['unix', unixType],
  ]);
  let sizeLimit = 131072;
  return defineModule({
    name: 'csv',
    values: {
      Error: csvErrorType,
      Dialect: dialectType,
      excel: excelType,
      excel_tab: excelTabType,
      unix_dialect: unixType,
      QUOTE_MINIMAL: quoting.minimal,
      QUOTE_ALL: quoting.all,
      QUOTE_NONNUMERIC: quoting.nonNumeric,
      QUOTE_NONE: quoting.none,
      QUOTE_STRINGS: quoting.strings,
      QUOTE_NOTNULL: quoting.notNull,
      ...dictTypes(dialects),
    },
    functions: {
      'reader(iterable, dialect?, **settings)': (
        source: Value,
        dialect: Value | undefined,
        settings: Map<string, Value>,
      ) => new PyCsvReader(iterate(source), formatOf(dialects, dialect ?? 'excel', settings)),
      'writer(fileobj, dialect?, **settings)': (
        file: Value,
        dialect: Value | undefined,
        settings: Map<string, Value>,
      ) => writerOf(dialects, file, dialect ?? 'excel', settings),
      'register_dialect(name, dialect?, **settings)': (
        name: Value,
        dialect: Value | undefined,
        settings: Map<string, Value>,
      ) => {
        dialects.set(str(name), new PyCsvFormat(formatOf(dialects, dialect ?? 'excel', settings)));
        return null;
      },
      'unregister_dialect(name)': (name: Value) => {
        if (!dialects.delete(str(name))) raise(csvErrorType, 'unknown dialect');
        return null;
      },
      'get_dialect(name)': (name: Value) => new PyCsvFormat(formatOf(dialects, str(name), new Map())),
      'list_dialects()': () => list([...dialects.keys()]),
      'field_size_limit(limit?)': (limit?: Value) => {
        const before = sizeLimit;
        if (limit !== undefined) sizeLimit = sizeOf(limit);
        return before;
      },
    },
    refused: ['Sniffer'],
  });
};
