/** The loops that are written out give what the general ones give, on any elements. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DType, Element } from '../../../server/src/tensor/dtype.ts';
import { elementClass, mapElements } from '../../../server/src/tensor/elementwise.ts';
import { runFastLoop } from '../../../server/src/tensor/fastLoops.ts';
import { cast, fromValues, toElement } from '../../../server/src/tensor/ndarray.ts';
import { type PrimitiveName, primitiveFunction } from '../../../server/src/tensor/primitives.ts';

const elementsOf = (dtype: DType): fc.Arbitrary<Element> =>
  dtype === 'int64'
    ? fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    : dtype === 'bool'
      ? fc.integer({ min: 0, max: 1 })
      : fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY));

const arithmetic: readonly (readonly [PrimitiveName, DType, DType])[] = [
  ...(['add', 'sub', 'mul', 'div', 'max', 'min'] as const).flatMap((name) =>
    (['float64', 'float32'] as const).map((dtype) => [name, dtype, dtype] as const),
  ),
  ...(['add', 'sub', 'mul'] as const).map((name) => [name, 'int64', 'int64'] as const),
  ...(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const).flatMap((name) =>
    (['float64', 'float32', 'int64'] as const).map((dtype) => [name, dtype, 'bool'] as const),
  ),
  ...(['and', 'or'] as const).map((name) => [name, 'bool', 'bool'] as const),
];

describe('fast loops', () => {
  it.each(arithmetic)('%s of %s', (name, dtype, output) => {
    const element = elementsOf(dtype);
    fc.assert(
      fc.property(fc.array(fc.tuple(element, element), { maxLength: 9 }), fc.boolean(), (pairs, isOne) => {
        const a = fromValues(
          dtype,
          [pairs.length],
          pairs.map(([x]) => x),
        );
        const b = isOne
          ? fromValues(dtype, [1], [pairs[0]?.[1] ?? toElement(dtype, 1)])
          : fromValues(
              dtype,
              [pairs.length],
              pairs.map(([, y]) => y),
            );
        const general = mapElements(primitiveFunction(name, elementClass(dtype))!, [a, b], output);
        const fast = runFastLoop(name, [a, b], { dtype, output });
        expect(Array.from(fast!.elements() as ArrayLike<Element>)).toEqual(
          Array.from(general.elements() as ArrayLike<Element>),
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['float64', 'int64'],
    ['int64', 'float64'],
    ['float64', 'float32'],
    ['bool', 'int64'],
  ] as const)('casts from %s to %s element by element', (from, to) => {
    fc.assert(
      fc.property(fc.array(elementsOf(from), { maxLength: 9 }), (values) => {
        const array = fromValues(from, [values.length], values);
        const found = Array.from(cast(array, to).elements() as ArrayLike<Element>);
        const expected = Array.from(array.elements() as ArrayLike<Element>, (value) =>
          to === 'float32' ? Math.fround(Number(value)) : toElement(to, value),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
