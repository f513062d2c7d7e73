/** Deflated data: what comes out is what went in, and the bytes are those of zlib (taken from CPython's `zlib.compress`). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate } from '../../../server/src/base/deflate.ts';
import { inflateAll } from '../../../server/src/base/inflate.ts';

const nothing = (): void => undefined;
const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('bytes come back whole, whatever they are', () => {
  const repetitive = fc
    .tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(200), fc.uint8Array({ maxLength: 400 }))
    .map(([part, times, rest]) => Uint8Array.from([...new Array(times).fill([...part]).flat(), ...rest]));
  fc.assert(
    fc.property(repetitive, fc.constantFrom(...levels), (data, level) => {
      const packed = deflate(data, level, nothing);
      const { bytes, end } = inflateAll(packed, { turn: nothing, grow: nothing });
      expect(hex(bytes)).toBe(hex(data));
      expect(end).toBe(packed.length);
    }),
    { numRuns: 60 },
  );
});

test('the bytes are those of zlib', () => {
  const text = new TextEncoder().encode('she sells sea shells by the sea shore '.repeat(3));
  expect(hex(deflate(text, 1, nothing))).toBe(
    '2bce4855284ecdc9290692890ac519606652a54209581c24925f045441455500',
  );
  expect(hex(deflate(text, 6, nothing))).toBe(
    '2bce4855284ecdc9290692890ac519606652a54209581c24925f940a12a79a2a00',
  );
  expect(hex(deflate(text, 9, nothing))).toBe(
    '2bce4855284ecdc9290692890ac519606652a54209581c24925f940a12a79a2a00',
  );
  const long = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251);
  expect(levels.map((level) => deflate(long, level, nothing).length)).toEqual([
    863, 863, 863, 587, 587, 587, 587, 587, 587,
  ]);
  expect(hex(deflate(new Uint8Array(0), 6, nothing))).toBe('0300');
});
