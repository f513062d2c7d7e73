/** `array.flat`: the elements in C order, for reading, writing and iterating. */
import { assign, NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { defineType } from '../../pyType.ts';
import { PyObject, type Value } from '../../values.ts';
import { getArrayItem, setArrayItem } from './arrayIndex.ts';
import { NumpyScalar } from './numpyScalar.ts';

/** A view of all elements of an array. */
export class FlatView extends PyObject {
  readonly array: NDArray;
  constructor(array: NDArray) {
    super();
    this.array = array;
  }

  get vector(): NDArray {
    return reshape(this.array, [this.array.size]);
  }
}

defineType<FlatView>({
  name: 'flatiter',
  module: 'numpy',
  class: FlatView,
  length: (self) => self.array.size,
  iterate: (self) => {
    let position = 0;
    const { array } = self;
    return () => (position < array.size ? new NumpyScalar(array.dtype, array.at(position++)) : undefined);
  },
  getItem: (self, index) => {
    const found: Value = getArrayItem(self.vector, index);
    return found instanceof NDArray ? found.copy() : found;
  },
  setItem: (self, index, value) => {
    const changed = self.vector.copy();
    setArrayItem(changed, index, value);
    assign(self.array, reshape(changed, self.array.shape));
  },
  methods: {
    'copy()': (self: FlatView) => self.vector.copy(),
    '__array__(dtype?)': (self: FlatView) => self.vector.copy(),
  },
  attributes: { base: (self) => self.array },
});

/** `array.flat = values`: as often as needed. */
export function fillFlat(array: NDArray, values: NDArray): void {
  const source = reshape(values, [values.size]);
  if (source.size === 0) return;
  const changed = array.copy();
  for (let i = 0; i < changed.size; i++) changed.storage[i] = source.at(i % source.size) as never;
  assign(array, changed);
}
