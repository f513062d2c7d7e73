import { describe, expect, it } from 'vitest';
import { toElement } from '../../../server/src/tensor/ndarray.ts';
import { arrayRepr, arrayText, scalarRepr, scalarText } from '../../../server/src/tensor/text.ts';
import { element, readRecorded, recordedArray } from './recorded.ts';

describe.each([1, 2] as const)('the text of NumPy %i', (numpy) => {
  const recorded = readRecorded(numpy);

  it.each(recorded.arrays.map((entry, index) => [index, entry] as const))(
    'array %i',
    (_, [dtype, shape, values, str, repr]) => {
      const array = recordedArray(dtype, shape, values);
      expect(arrayText(array, numpy)).toBe(str);
      expect(arrayRepr(array, numpy)).toBe(repr);
    },
  );

  it.each(recorded.scalars)('scalar %s %s', (dtype, value, str, repr) => {
    const scalar = toElement(dtype, element(value));
    expect(scalarText(dtype, scalar, numpy)).toBe(str);
    expect(scalarRepr(dtype, scalar, numpy)).toBe(repr);
  });
});
