/** Inflating is compared with zlib; broken data and data that says too little end in one kind of error. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InflateError, inflate } from '../../../server/src/base/inflate.ts';

/** Bytes with and without repetitions. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 }))
    .map(([part, times]) =>
      Uint8Array.from({ length: part.length * times }, (_, i) => part[i % part.length]!),
    ),
);
const levels = fc.constantFrom(0, 1, 6, 9);
const nothing = () => undefined;

it('gives what was deflated', () => {
  fc.assert(
    fc.property(contents, levels, (bytes, level) => {
      const packed = deflateRawSync(bytes, { level });
      expect(Buffer.compare(inflate(packed, bytes.length, nothing), bytes)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

it('ends in an InflateError or in bytes, whatever it is given, and never makes more than it was told', () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 0, max: 500 }), fc.nat(255), (bytes, at, change) => {
      const packed = Uint8Array.from(deflateRawSync(bytes));
      packed[at % packed.length]! ^= change;
      try {
        expect(inflate(packed, bytes.length, nothing)).toHaveLength(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(InflateError);
      }
    }),
    { numRuns: 100 },
  );
});

it('refuses data that is larger than it says', () => {
  const bomb = deflateRawSync(new Uint8Array(100_000));
  expect(() => inflate(bomb, 1000, nothing)).toThrow('there is more data than it says');
});
