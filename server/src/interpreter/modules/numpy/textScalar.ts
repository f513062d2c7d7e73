/** `numpy.str_`: an element of an array of text. It is a `str` with a repr of its own. */
import { characterCount, Text, textDType } from '../../../tensor/textElement.ts';
import { call } from '../../protocols/calls.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { strType } from '../../types/strType.ts';
import { asText } from '../../types/textValues.ts';
import { PyBoxed, PyTuple, type Value } from '../../values.ts';
import { dtypeObject } from './dtypeObjects.ts';

const plain = (self: Value): string => asText(self) ?? '';

export const textType = defineType<PyBoxed>({
  name: 'numpy.str_',
  module: 'numpy',
  bases: [strType],
  create: (_cls, args, keywords) => textScalar(plain(call(strType, args, keywords))),
  attributes: {
    dtype: (self) => dtypeObject(typeOfText(plain(self))),
    shape: () => new PyTuple([]),
    ndim: () => 0,
    size: () => 1,
    itemsize: (self) => 4 * characterCount(plain(self)),
    nbytes: (self) => 4 * characterCount(plain(self)),
  },
  methods: {
    'item()': (self: Value) => plain(self),
    'tolist()': (self: Value) => plain(self),
  },
  repr: (self) => (runtime().numpy === 1 ? repr(plain(self)) : `np.str_(${repr(plain(self))})`),
  str: plain,
});

/** The type of one text on its own. */
export const typeOfText = (text: string): ReturnType<typeof textDType> =>
  textDType(Math.max(1, characterCount(text)));

/** An element as a program sees it. */
export const textScalar = (text: string): PyBoxed => new PyBoxed(textType, text);

export const textElement = (text: string): Text => new Text(text);
