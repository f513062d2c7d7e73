/**
 * The members of a zip archive, stored or deflated, as `.npz` files are (PKWARE's APPNOTE). No encryption, and no archives of
 * more than 4 GB. The directory at the end says what there is; a member is read when it is asked for.
 */
import { crc32 } from './crc32.ts';
import { InflateError, inflate } from './inflate.ts';

/** The archive is not one, or broken. */
export class ZipError extends Error {
  override name = 'ZipError';
}

export interface ZipMember {
  readonly name: string;
  /** As the directory says; nothing larger is made. */
  readonly byteLength: number;
  readonly packedLength: number;
  readonly method: number;
  readonly headerOffset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;

/** Bytes that may stand behind the end mark. */
const longestComment = 65_535;

const word = (data: Uint8Array, at: number): number => data[at]! | (data[at + 1]! << 8);
const longWord = (data: Uint8Array, at: number): number => word(data, at) + word(data, at + 2) * 65536;

/** What the archive holds. Throws {@link ZipError}. */
export function zipMembers(data: Uint8Array): readonly ZipMember[] {
  let end = data.length - 22;
  const first = Math.max(0, end - longestComment);
  while (end >= first && longWord(data, end) !== endMark) end--;
  if (end < first) throw new ZipError('File is not a zip file');
  const count = word(data, end + 10);
  const members: ZipMember[] = [];
  for (let index = 0, at = longWord(data, end + 16); index < count; index++) {
    if (at + 46 > data.length || longWord(data, at) !== entryMark)
      throw new ZipError('Bad magic number for central directory');
    const nameLength = word(data, at + 28);
    const nameBytes = data.subarray(at + 46, at + 46 + nameLength);
    members.push({
      name: String.fromCharCode(...nameBytes),
      method: word(data, at + 10),
      packedLength: longWord(data, at + 20),
      byteLength: longWord(data, at + 24),
      headerOffset: longWord(data, at + 42),
    });
    at += 46 + nameLength + word(data, at + 30) + word(data, at + 32);
  }
  return members;
}

/** The bytes of a member. Calls `turn` now and then. Throws {@link ZipError}. */
export function readZipMember(data: Uint8Array, member: ZipMember, turn: () => void): Uint8Array {
  const { headerOffset, method, packedLength, byteLength } = member;
  if (headerOffset + 30 > data.length || longWord(data, headerOffset) !== headerMark)
    throw new ZipError('Bad magic number for file header');
  const begin = headerOffset + 30 + word(data, headerOffset + 26) + word(data, headerOffset + 28);
  const packed = data.subarray(begin, begin + packedLength);
  if (method === 0) return packed.slice(0, byteLength);
  if (method !== 8) throw new ZipError('That compression method is not supported');
  try {
    return inflate(packed, byteLength, turn);
  } catch (error) {
    if (error instanceof InflateError) throw new ZipError(error.message);
    throw error;
  }
}

/** A member that is written as it is. */
export interface StoredMember {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Numbers of two and four bytes, low byte first. */
const shorts = (...values: number[]): number[] =>
  values.flatMap((value) => [value & 255, (value >> 8) & 255]);
const longs = (...values: number[]): number[] =>
  values.flatMap((value) => shorts(value & 0xffff, value >>> 16));

/** 1 January 1980, the first day that an archive can tell. */
const firstDay = 33;

/** An archive of members that are not packed, with the headers that Python's `zipfile` writes for data of any length. */
export function zipStored(members: readonly StoredMember[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: number[] = [];
  let offset = 0;
  for (const { name, data } of members) {
    const nameBytes = Array.from(name, (character) => character.charCodeAt(0));
    const checksum = crc32(data);
    const about = [...shorts(0, 0, 0, firstDay), ...longs(checksum)];
    const wide = [...shorts(1, 16), ...longs(data.length, 0, data.length, 0)];
    const header = [
      ...longs(headerMark),
      ...shorts(45),
      ...about,
      ...longs(0xffffffff, 0xffffffff),
      ...shorts(nameBytes.length, wide.length),
      ...nameBytes,
      ...wide,
    ];
    directory.push(
      ...longs(entryMark),
      ...shorts(0x032d, 45),
      ...about,
      ...longs(data.length, data.length),
      ...shorts(nameBytes.length, 0, 0, 0, 0),
      ...longs(0o600 << 16, offset),
      ...nameBytes,
    );
    parts.push(Uint8Array.from(header), data);
    offset += header.length + data.length;
  }
  const end = [
    ...longs(endMark),
    ...shorts(0, 0, members.length, members.length),
    ...longs(directory.length, offset),
    ...shorts(0),
  ];
  return joined([...parts, Uint8Array.from(directory), Uint8Array.from(end)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
