/** Python 2's `buffer`: a part of a byte string that is read where it is. Buffers of other values are refused. */
import { notSupported, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { compareText, holds } from '../protocols/comparison.ts';
import { sequenceIndex, sizeOf, sliceWindow, takeWindow } from '../protocols/items.ts';
import { iterateArray } from '../protocols/iteration.ts';
import { address } from '../protocols/text.ts';
import { defineType, typeOf } from '../pyType.ts';
import { NotImplemented, PyObject, PySlice, unboxed, type Value } from '../values.ts';

class PyBuffer extends PyObject {
  readonly bytes: string;
  constructor(bytes: string) {
    super();
    this.bytes = bytes;
  }
}

const bytesOf = (value: Value): string | null => {
  const plain = unboxed(value);
  if (plain instanceof PyBuffer) return plain.bytes;
  return typeof plain === 'string' ? plain : null;
};

export const bufferType = defineType<PyBuffer>({
  name: 'buffer',
  class: PyBuffer,
  create: (_type, args) => {
    const [source, offset = 0, size = -1] = args;
    if (source === undefined) raiseTypeError('buffer() takes at least 1 argument (0 given)');
    const bytes = bytesOf(source);
    if (bytes === null) {
      return typeof source === 'number'
        ? raiseTypeError('buffer object expected')
        : notSupported(`a buffer of ${typeOf(source).name}`);
    }
    const [from, count] = [sizeOf(offset), sizeOf(size)];
    if (from < 0) raiseValueError('offset must be zero or positive');
    if (count < -1) raiseValueError('size must be zero or positive');
    return new PyBuffer(count < 0 ? bytes.slice(from) : bytes.slice(from, from + count));
  },
  binary: {
    '+': (self, other) => {
      const bytes = bytesOf(other);
      return bytes === null ? NotImplemented : self.bytes + bytes;
    },
    '*': (self, times) => self.bytes.repeat(Math.max(0, sizeOf(times))),
  },
  compare: (self, operator, other) =>
    other instanceof PyBuffer ? holds(operator, compareText(self.bytes, other.bytes)) : NotImplemented,
  repr: (self) => `<read-only buffer for ${address(self)}, size -1, offset 0 at ${address(self)}>`,
  str: (self) => self.bytes,
  iterate: (self) => iterateArray([...self.bytes]),
  length: (self) => self.bytes.length,
  getItem: (self, index) => {
    if (!(index instanceof PySlice)) return self.bytes[sequenceIndex(index, self.bytes.length, 'string')]!;
    return takeWindow([...self.bytes], sliceWindow(index, self.bytes.length)).join('');
  },
});
bufferType.isFinal = true;
