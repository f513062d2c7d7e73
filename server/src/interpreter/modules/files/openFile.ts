/** `open`: its modes, encodings and errors. Only reading is possible; everything else is refused by name. */
import { decodeBytes, unitByteLength } from '../../encodings.ts';
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import type { Value } from '../../values.ts';
import { isProblem } from '../../workspace.ts';
import { absolutePath, pathText, raiseFileProblem, statPath, workspace } from './fileErrors.ts';
import { PyBinaryFile, PyTextFile } from './fileObjects.ts';
import { type Newline, TextReader } from './textReader.ts';

/** The bytes of a file, which count against the memory of the program. Raises OSError. */
export function readFile(name: Value, path: string): Uint8Array {
  const stat = statPath(path);
  if (isProblem(stat)) return raiseFileProblem(stat, name);
  if (stat.kind === 'folder') return raiseFileProblem('isFolder', name);
  runtime().allocate(stat.byteLength);
  const files = workspace();
  const bytes = files.read(absolutePath(path, files));
  return isProblem(bytes) ? raiseFileProblem(bytes, name) : bytes;
}

interface TextOptions {
  readonly encoding: string | null;
  readonly errors: string | null;
  readonly newline: Newline;
  readonly givesUnicode?: boolean;
}

/** A file as text. */
export function openText(name: Value, mode: string, options: TextOptions): PyTextFile {
  const { newline, givesUnicode = false } = options;
  // Without an encoding Python 2 reads bytes.
  const encoding = options.encoding ?? (pythonVersion() === 2 ? 'latin-1' : 'UTF-8');
  const errors = options.errors ?? 'strict';
  const bytes = readFile(name, pathText(name));
  runtime().allocate(bytes.length * 2);
  const reader = new TextReader(decodeBytes(bytes, encoding, errors), {
    newline,
    unitBytes: unitByteLength(encoding),
  });
  return new PyTextFile({ name, mode }, { reader, encoding, errors, bytes, givesUnicode });
}

/** `open` and `io.open`. */
export function openFile(
  file: Value,
  mode?: Value,
  ...[, encoding, errors, newline]: (Value | undefined)[]
): Value {
  const wanted = mode === undefined ? 'r' : mode;
  if (typeof wanted !== 'string') {
    return raiseTypeError(`open() argument 'mode' must be str, not ${typeOf(wanted).name}`);
  }
  const { isBinary, isUniversal } = readMode(wanted);
  if (typeof file === 'number') return notSupported('open() of a number');
  const name = file;
  const path = pathText(file);
  const isGiven = (option: Value | undefined) => option !== undefined && option !== null;
  if (pythonVersion() === 2) {
    return openText(name, wanted, { encoding: null, errors: null, newline: isUniversal ? null : '\n' });
  }
  if (isBinary) {
    if (isGiven(encoding)) raiseValueError("binary mode doesn't take an encoding argument");
    if (isGiven(errors)) raiseValueError("binary mode doesn't take an errors argument");
    if (isGiven(newline)) raiseValueError("binary mode doesn't take a newline argument");
    return new PyBinaryFile(name, wanted, readFile(name, path));
  }
  return openText(name, wanted, {
    encoding: textOption(encoding, 'encoding'),
    errors: textOption(errors, 'errors'),
    newline: newlineOf(newline),
  });
}

function textOption(value: Value | undefined, name: string): string | null {
  if (value === undefined || value === null || typeof value === 'string') return value ?? null;
  return raiseTypeError(`open() argument '${name}' must be str or None, not ${typeOf(value).name}`);
}

function newlineOf(value: Value | undefined): Newline {
  if (value === undefined || value === null) return null;
  if (value === '' || value === '\n' || value === '\r' || value === '\r\n') return value;
  return raiseValueError(`illegal newline value: ${repr(value)}`);
}

/** Raises ValueError for a mode that Python does not know, and refuses all that write. */
export function readMode(mode: string): { readonly isBinary: boolean; readonly isUniversal: boolean } {
  const letters = new Set(mode);
  const isKnown = letters.size === mode.length && [...letters].every((letter) => 'rwxabtU+'.includes(letter));
  if (!isKnown || (letters.has('U') && pythonVersion() === 3)) raiseValueError(`invalid mode: '${mode}'`);
  if (letters.has('b') && letters.has('t')) raiseValueError("can't have text and binary mode at once");
  const kinds = [...'rwxa'].filter((letter) => letters.has(letter));
  if (kinds.length !== 1 && !letters.has('U')) {
    const rule = 'ust have exactly one of create/read/write/append mode';
    raiseValueError(kinds.length === 0 ? `M${rule} and at most one plus` : `m${rule}`);
  }
  if (kinds.some((kind) => kind !== 'r') || letters.has('+')) {
    return notSupported(`ScanLens writes no files, so open() with mode '${mode}' is refused`);
  }
  return { isBinary: letters.has('b'), isUniversal: letters.has('U') };
}

/** `codecs.open`: without an encoding it is binary, with one no line break is translated. */
export function openWithCodec(name: Value, mode?: Value, encoding?: Value, errors?: Value): Value {
  const wanted = typeof mode === 'string' ? mode : 'r';
  readMode(wanted);
  const chosen = textOption(encoding, 'encoding');
  if (chosen === null) return openFile(name, wanted);
  if (!/^[\w-]+$/.test(chosen)) raise(exceptionType('LookupError'), `unknown encoding: ${chosen}`);
  return openText(name, wanted, {
    encoding: chosen,
    errors: textOption(errors, 'errors'),
    newline: '\n',
    givesUnicode: pythonVersion() === 2,
  });
}
