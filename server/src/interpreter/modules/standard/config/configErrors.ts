/** The errors of `configparser`, in CPython's words. */
import { defineException, PythonException } from '../../../exceptions.ts';
import { setAttribute } from '../../../protocols/attributes.ts';
import { repr, str } from '../../../protocols/text.ts';
import { fillType } from '../../../pyType.ts';
import { list, PyExceptionValue, type PyType, tuple, type Value } from '../../../values.ts';

const messages = new WeakMap<PyExceptionValue, string>();

const messageOf = (self: PyExceptionValue): string =>
  messages.get(self) ?? (self.args.length > 0 ? str(self.args[0]!) : '');

const errorClass = (name: string, base?: PyType): PyType => defineException(name, 'configparser', base);

export const configError = fillType<PyExceptionValue>(errorClass('Error'), {
  name: 'Error',
  attributes: { message: messageOf },
  str: messageOf,
  repr: messageOf,
});

const noSection = errorClass('NoSectionError', configError);
const noOption = errorClass('NoOptionError', configError);
const duplicateSection = errorClass('DuplicateSectionError', configError);
const duplicateOption = errorClass('DuplicateOptionError', configError);
const interpolation = errorClass('InterpolationError', configError);
const missingOption = errorClass('InterpolationMissingOptionError', interpolation);
const badSyntax = errorClass('InterpolationSyntaxError', interpolation);
const tooDeep = errorClass('InterpolationDepthError', interpolation);
const parsing = errorClass('ParsingError', configError);
const noHeader = errorClass('MissingSectionHeaderError', parsing);

export const configErrors: readonly PyType[] = [
  configError,
  noSection,
  noOption,
  duplicateSection,
  duplicateOption,
  interpolation,
  missingOption,
  badSyntax,
  tooDeep,
  parsing,
  noHeader,
];

export const absenceErrors: readonly PyType[] = [noSection, noOption];

function fail(type: PyType, message: string, fields: Readonly<Record<string, Value>>): never {
  const value = new PyExceptionValue(type, Object.values(fields));
  messages.set(value, message);
  for (const [name, each] of Object.entries(fields)) if (name !== 'message') setAttribute(value, name, each);
  throw new PythonException(value);
}

/** Where something was read; null for what the program set. */
export interface ConfigPlace {
  readonly source: string;
  readonly line: number | null;
}

const placed = (place: ConfigPlace | null, otherwise: string, what: string): string => {
  if (place === null) return `${otherwise} `;
  const line = place.line === null ? '' : ` [line ${String(place.line).padStart(2)}]`;
  return `While reading from ${repr(place.source)}${line}: ${what} `;
};

export const failNoSection = (section: Value): never =>
  fail(noSection, `No section: ${repr(section)}`, { section });

export const failNoOption = (option: Value, section: Value): never =>
  fail(noOption, `No option ${repr(option)} in section: ${repr(section)}`, { option, section });

export const failDuplicateSection = (section: string, place: ConfigPlace | null): never =>
  fail(duplicateSection, `${placed(place, 'Section', 'section')}${repr(section)} already exists`, {
    section,
    source: place?.source ?? null,
    lineno: place?.line ?? null,
  });

export const failDuplicateOption = (section: string, option: string, place: ConfigPlace): never =>
  fail(
    duplicateOption,
    `${placed(place, 'Option', 'option')}${repr(option)} in section ${repr(section)} already exists`,
    { section, option, source: place.source, lineno: place.line },
  );

/** What is being substituted. */
export interface Substitution {
  readonly option: string;
  readonly section: string;
  readonly raw: string;
}

export const failSyntax = ({ option, section }: Substitution, message: string): never =>
  fail(badSyntax, message, { option, section, message });

export const failMissing = ({ option, section, raw }: Substitution, reference: string): never =>
  fail(
    missingOption,
    `Bad value substitution: option ${repr(option)} in section ${repr(section)} contains an interpolation key ${repr(reference)} which is not a valid option name. Raw value: ${repr(raw)}`,
    { option, section, rawval: raw, reference },
  );

export const failDepth = ({ option, section, raw }: Substitution): never =>
  fail(
    tooDeep,
    `Recursion limit exceeded in value substitution: option ${repr(option)} in section ${repr(section)} contains an interpolation key which cannot be substituted in 10 steps. Raw value: ${repr(raw)}`,
    { option, section, rawval: raw },
  );

export const failNoHeader = (source: string, lineno: number, line: string): never =>
  fail(noHeader, `File contains no section headers.\nfile: ${repr(source)}, line: ${lineno}\n${repr(line)}`, {
    filename: source,
    lineno,
    line,
  });

/** Lines that are neither a section nor an option. */
export function failParsing(source: string, lines: readonly { line: number; text: string }[]): never {
  const told = lines.map(({ line, text }) => `\n\t[line ${String(line).padStart(2)}]: ${repr(text)}`);
  const value = new PyExceptionValue(parsing, [source]);
  messages.set(value, `Source contains parsing errors: ${repr(source)}${told.join('')}`);
  setAttribute(value, 'source', source);
  setAttribute(value, 'errors', list(lines.map(({ line, text }) => tuple(line, repr(text)))));
  throw new PythonException(value);
}
