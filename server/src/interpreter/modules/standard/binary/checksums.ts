/** The checksums of `zlib` and `binascii` (RFC 1950, RFC 1952). */
import { nextRemainder } from '../../../../base/crc32.ts';
import { indexOf } from '../../../protocols/items.ts';
import { turn } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';
import { bytesOf } from './bufferArguments.ts';

export function crcOf(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  for (const byte of bytes) {
    crc = nextRemainder(crc, byte);
    turn();
  }
  return ~crc >>> 0;
}

export function adlerOf(bytes: Uint8Array, start = 1): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
    turn();
  }
  return b * 65536 + a;
}

const unsigned = (value: Value | undefined, otherwise: number): number =>
  value === undefined ? otherwise : Number(BigInt.asUintN(32, BigInt(indexOf(value))));

export const crc32 = (data: Value, start?: Value): number => crcOf(bytesOf(data), unsigned(start, 0));
export const adler32 = (data: Value, start?: Value): number => adlerOf(bytesOf(data), unsigned(start, 1));
