/** The checksums of `zlib` and `binascii` (RFC 1950, RFC 1952). */
import { indexOf } from '../../../protocols/items.ts';
import { turn } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';
import { bytesOf } from './bufferArguments.ts';

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let i = 0; i < 8; i++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crcOf(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  for (const byte of bytes) {
    crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
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
