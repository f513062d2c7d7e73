/** `numpy.cast` of NumPy 1: for every type the function that makes arrays of it. */
import { defineType } from '../../pyType.ts';
import { builtin } from '../../signature.ts';
import { PyObject, type Value } from '../../values.ts';
import { arrayOf, castChecked } from './conversion.ts';
import { toDType } from './dtypeObjects.ts';

class CastTable extends PyObject {}

defineType<CastTable>({
  name: '_typedict',
  module: 'numpy.core.numerictypes',
  class: CastTable,
  getItem: (_self, key) => {
    const dtype = toDType(key);
    return builtin('<lambda>(x)', (value: Value) => castChecked(arrayOf(value), dtype));
  },
});

export const castTable = new CastTable();
