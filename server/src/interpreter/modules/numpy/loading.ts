/** `np.load` and `np.fromfile`: arrays from files of the workspace, never pickles. */
import { readZipMember, ZipError, type ZipMember, zipMembers } from '../../../base/zipArchive.ts';
import { fromBytes } from '../../../tensor/bytes.ts';
import { byteSize, type DType } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { isNpy, readNpyHeader } from '../../../tensor/npy.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { permute, reshape } from '../../../tensor/shaping.ts';
import { exceptionType, notSupported, raise, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { quote, repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { runtime, turn } from '../../runtime.ts';
import { PyList, PyObject, PyTuple, type Value } from '../../values.ts';
import { pathText } from '../files/fileErrors.ts';
import { PyBinaryFile, PyTextFile } from '../files/fileObjects.ts';
import { readFile } from '../files/openFile.ts';
import { PyBytesIO } from '../standard/streams/memoryBytes.ts';
import { type Given, integerOf, isMissing } from './arguments.ts';
import { numpyVersion } from './conversion.ts';
import { dtypeOfText, toDType } from './dtypeObjects.ts';

/** The bytes of a file by its name, or of one that is open. */
function bytesOf(file: Value): Uint8Array {
  if (file instanceof PyBinaryFile) return file.bytes.subarray(file.position);
  if (file instanceof PyBytesIO) return file.buffer.slice(file.position, file.length);
  if (file instanceof PyTextFile) return notSupported('numpy.load of a file that is open as text');
  return readFile(file, pathText(file));
}

interface LoadOptions {
  readonly allowsPickle: boolean;
}

/** The array of a `.npy` file. */
function arrayOfNpy(bytes: Uint8Array, { allowsPickle }: LoadOptions): NDArray {
  const header = readNpyHeader(bytes) ?? raiseValueError('Cannot parse header of this file');
  const { descr, shape, isFortranOrder, dataOffset } = header;
  if (descr === '|O') {
    if (allowsPickle) notSupported('pickled arrays');
    raiseValueError('Object arrays cannot be loaded when allow_pickle=False');
  }
  if (descr.startsWith('[')) notSupported('structured dtypes');
  const dtype = dtypeOfText(descr);
  const size = byteSize(dtype);
  const data = bytes.subarray(dataOffset, dataOffset + elementCount(shape) * size);
  if (data.length < elementCount(shape) * size) {
    const missing = `cannot reshape array of size ${Math.floor(data.length / size)} into shape`;
    raiseValueError(`${missing} ${repr(new PyTuple(shape))}`);
  }
  runtime().allocate(data.length);
  const flat = fromBytes(dtype, data);
  if (!isFortranOrder) return reshape(flat, shape);
  return permute(reshape(flat, [...shape].reverse()), [...shape.keys()].reverse());
}

/** How many bytes an array takes with its header. */
function npyLength(bytes: Uint8Array): number {
  const header = readNpyHeader(bytes)!;
  return header.dataOffset + elementCount(header.shape) * byteSize(dtypeOfText(header.descr));
}

/** What `np.load` gives for a `.npz` file: its arrays are read when they are asked for. */
class PyNpzFile extends PyObject {
  readonly name: Value;
  readonly bytes: Uint8Array;
  readonly members: ReadonlyMap<string, ZipMember>;
  readonly options: LoadOptions;
  constructor(name: Value, bytes: Uint8Array, options: LoadOptions) {
    super();
    this.name = name;
    this.bytes = bytes;
    this.options = options;
    const members = inArchive(() => zipMembers(bytes));
    this.members = new Map(members.map((member) => [member.name.replace(/\.npy$/, ''), member]));
  }

  array(key: Value): Value {
    const name = typeof key === 'string' ? key : repr(key);
    const member = this.members.get(name) ?? this.members.get(name.replace(/\.npy$/, ''));
    if (member === undefined) return raise(exceptionType('KeyError'), `${name} is not a file in the archive`);
    runtime().allocate(member.byteLength);
    const bytes = inArchive(() => readZipMember(this.bytes, member, turn));
    return isNpy(bytes)
      ? arrayOfNpy(bytes, this.options)
      : notSupported('members of archives that are no arrays');
  }

  get keys(): string[] {
    return [...this.members.keys()];
  }
}

function inArchive<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZipError) return raiseValueError(error.message);
    throw error;
  }
}

const nextOf = (values: Iterable<Value>): (() => Value | undefined) => {
  const iterator = values[Symbol.iterator]();
  return () => iterator.next().value;
};

defineType<PyNpzFile>({
  name: 'NpzFile',
  module: 'numpy.lib.npyio',
  class: PyNpzFile,
  attributes: { files: (self) => new PyList(self.keys) },
  methods: {
    'keys()': (self: PyNpzFile) => new PyList(self.keys),
    'values()': (self: PyNpzFile) => new PyList(self.keys.map((key) => self.array(key))),
    'items()': (self: PyNpzFile) => new PyList(self.keys.map((key) => new PyTuple([key, self.array(key)]))),
    'get(key, default?)': (self: PyNpzFile, key: Value, otherwise?: Value) =>
      self.keys.includes(key as string) ? self.array(key) : (otherwise ?? null),
    'close()': () => null,
  },
  getItem: (self, key) => self.array(key),
  contains: (self, key) => self.keys.includes(key as string),
  iterate: (self) => nextOf(self.keys),
  length: (self) => self.members.size,
  enter: (self) => self,
  exit: () => null,
  repr: (self) => {
    if (numpyVersion() === 1) return '<numpy.lib.npyio.NpzFile object>';
    const shown = self.keys.slice(0, 5).join(', ') + (self.keys.length > 5 ? '...' : '');
    return `NpzFile ${quote(typeof self.name === 'string' ? self.name : 'object')} with keys: ${shown}`;
  },
});

function load(file: Value, ...[mode, allowPickle]: Given): Value {
  if (!isMissing(mode)) return notSupported('numpy.load of a part of a file (mmap_mode)');
  const options = { allowsPickle: !isMissing(allowPickle) && isTrue(allowPickle) };
  const bytes = bytesOf(file);
  if (isNpy(bytes)) {
    const array = arrayOfNpy(bytes, options);
    if (file instanceof PyBytesIO) file.position += npyLength(bytes);
    return array;
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return new PyNpzFile(file, bytes, options);
  if (bytes.length === 0 && numpyVersion() === 2) raise(exceptionType('EOFError'), 'No data left in file');
  if (options.allowsPickle) return notSupported('pickles');
  return raiseValueError(
    numpyVersion() === 1
      ? 'Cannot load file containing pickled data when allow_pickle=False'
      : 'This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.',
  );
}

function fromFile(file: Value, ...[dtype, count, separator, offset]: Given): NDArray {
  if (!isMissing(separator) && separator !== '') return notSupported('numpy.fromfile of text');
  const type: DType = isMissing(dtype) ? 'float64' : toDType(dtype);
  const start = isMissing(offset) ? 0 : integerOf(offset);
  const bytes = bytesOf(file).subarray(start);
  const whole = Math.floor(bytes.length / byteSize(type));
  const wanted = isMissing(count) || integerOf(count) < 0 ? whole : Math.min(integerOf(count), whole);
  runtime().allocate(wanted * byteSize(type));
  return fromBytes(type, bytes.subarray(0, wanted * byteSize(type)));
}

/** Functions of the module. */
export const loadingFunctions = {
  'load(file, mmap_mode?, allow_pickle?, fix_imports?, encoding?, *, max_header_size?)': load,
  'fromfile(file, dtype?, count?, sep?, offset?)': fromFile,
};
