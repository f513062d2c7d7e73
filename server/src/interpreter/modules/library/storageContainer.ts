/** `Container`: the place of one value, of a shared variable or of an input of a function. */
import { filterValue } from '../../../graph/inputValue.ts';
import type { TensorType } from '../../../graph/tensorType.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { exceptionType, raise } from '../../exceptions.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { PyList, type Value } from '../../values.ts';
import { givenValue } from './convert.ts';
import { TensorTypeObject } from './tensorTypeObject.ts';

interface Storage {
  readonly context: GraphContext;
  readonly type: TensorType;
  readonly name: string | null;
  readonly isStrict: boolean;
  readonly allowDowncast: boolean | null;
  /** null: nothing is there. */
  read(): NDArray | null;
  /** Without it the place can not be written. */
  readonly store?: (value: NDArray | null) => void;
}

export class PyContainer {
  readonly storage: Storage;
  constructor(storage: Storage) {
    this.storage = storage;
  }
}

/** Stores a value that fits; the library adds the name of the place to errors. */
export function storeIn({ storage }: PyContainer, value: Value): void {
  if (!storage.store)
    raise(exceptionType('Exception'), `Cannot set readonly storage: ${storage.name ?? 'None'}`);
  if (value === null) {
    storage.store(null);
    return;
  }
  try {
    storage.store(filterValue(storage.context, storage.type, givenValue(value), storage));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new EngineError(error.type, ...error.args, `Container name "${storage.name ?? 'None'}"`);
  }
}

const content = { get: (self: PyContainer): Value => self.storage.read(), set: storeIn };

/** `theano.gof.Container`. */
export const containerType = defineType<PyContainer>({
  name: 'Container',
  module: 'theano.gof.link',
  class: PyContainer,
  attributes: {
    value: content,
    data: content,
    storage: (self) => new PyList([self.storage.read()]),
    name: (self) => self.storage.name,
    type: (self) => new TensorTypeObject(self.storage.context, self.storage.type),
    readonly: (self) => self.storage.store === undefined,
    strict: (self) => self.storage.isStrict,
    allow_downcast: (self) => self.storage.allowDowncast,
  },
  repr: (self) => `<${repr(self.storage.read())}>`,
  str: (self) => `<${str(self.storage.read())}>`,
});
