/**
 * Elements of arrays of text: `numpy.str_` is a `str` and `numpy.bytes_` a `bytes` with a repr of its own. In Python 2 they are
 * `numpy.unicode_`, a `unicode`, and `numpy.string_`, a `str`.
 */
import type { DType } from '../../../tensor/dtype.ts';
import {
  bytesDType,
  characterCount,
  isBytes,
  Text,
  type TextDType,
  textDType,
} from '../../../tensor/textElement.ts';
import { bytesOfString, decodeAscii, stringOfBytes } from '../../byteTexts.ts';
import { call } from '../../protocols/calls.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { encodeToBytes } from '../../textEncoding.ts';
import { bytesType } from '../../types/bytesType.ts';
import { strType, unicodeType } from '../../types/strType.ts';
import { asText } from '../../types/textValues.ts';
import { PyBoxed, PyBytes, PyTuple, type PyType, PyUnicode, unboxed, type Value } from '../../values.ts';
import { dtypeObject, scalarTypeOf, textScalarTypes } from './dtypeObjects.ts';

/** A text or a string of bytes, each byte a character. */
interface KnownText {
  readonly text: string;
  readonly isBytes: boolean;
}

/** What an array takes for a text; null for other values. */
export function knownText(value: Value): KnownText | null {
  if (value instanceof PyBytes)
    return pythonVersion() === 3 ? { text: stringOfBytes(value.data), isBytes: true } : null;
  const text = asText(value);
  return text === null
    ? null
    : { text, isBytes: pythonVersion() === 2 && typeof unboxed(value) === 'string' };
}

/** The characters in an array of the type: what is no ASCII does not go from one kind to the other. */
export function charactersIn(dtype: TextDType, { text, isBytes: areBytes }: KnownText): string {
  if (isBytes(dtype))
    return (areBytes ? text : stringOfBytes(encodeToBytes(text, 'ascii'))).replace(/\0+$/, '');
  return areBytes ? decodeAscii(text) : text;
}

/** The type of one text on its own. */
export const typeOfText = ({ text, isBytes: areBytes }: KnownText): TextDType =>
  areBytes ? bytesDType(Math.max(1, text.length)) : textDType(Math.max(1, characterCount(text)));

/** An element as a Python text: `item()`. */
export function pythonText(dtype: DType, { value }: Text): Value {
  if (pythonVersion() === 2) return isBytes(dtype) ? value : new PyUnicode(value);
  return isBytes(dtype) ? new PyBytes(bytesOfString(value)) : value;
}

/** An element as a program sees it. */
export function textScalar(dtype: DType, element: Text): PyBoxed | PyBytes {
  const plain = pythonText(dtype, element);
  if (plain instanceof PyBytes) {
    plain.cls = bytesScalarType;
    return plain;
  }
  return new PyBoxed(scalarTypeOf(dtype), plain);
}

const plainOf = (self: Value): Value => (self instanceof PyBytes ? new PyBytes(self.data) : unboxed(self));

const lengthInBytes = (self: Value): number => {
  const { text, isBytes: areBytes } = knownText(self)!;
  return areBytes ? text.length : 4 * characterCount(text);
};

const typeOf = (self: Value): TextDType => typeOfText(knownText(self) ?? { text: '', isBytes: false });

function scalarClass(name: string, base: PyType): PyType {
  const type = defineType<PyBoxed>({
    name,
    module: 'numpy',
    bases: [base],
    create: (_cls, args, keywords) => {
      const { text, isBytes: areBytes } = knownText(call(base, args, keywords))!;
      return textScalar(areBytes ? bytesDType(0) : textDType(0), new Text(text));
    },
    attributes: {
      dtype: (self) => dtypeObject(typeOf(self)),
      shape: () => new PyTuple([]),
      ndim: () => 0,
      size: () => 1,
      itemsize: lengthInBytes,
      nbytes: lengthInBytes,
    },
    methods: {
      'item()': plainOf,
      'tolist()': plainOf,
    },
    repr: (self) => (runtime().numpy === 1 ? repr(plainOf(self)) : `np.${name}(${repr(plainOf(self))})`),
    str: (self) => str(plainOf(self)),
  });
  type.name = `numpy.${name}`;
  return type;
}

export const textType = scalarClass('str_', strType);
export const bytesScalarType = scalarClass('bytes_', bytesType);
textScalarTypes.set(textDType(0), { 2: scalarClass('unicode_', unicodeType), 3: textType });
textScalarTypes.set(bytesDType(0), { 2: scalarClass('string_', strType), 3: bytesScalarType });

/** The classes by the names that the module gives them. */
export function textTypes(numpy: 1 | 2): Record<string, PyType> {
  const bytes = scalarTypeOf(bytesDType(0));
  const unicode = scalarTypeOf(textDType(0));
  const names = { str_: pythonVersion() === 2 ? bytes : unicode, bytes_: bytes };
  return numpy === 1 ? { ...names, string_: bytes, unicode_: unicode } : names;
}
