/**
 * The members of a zip archive, stored or deflated, as `.npz` files are (PKWARE's APPNOTE). No encryption, and no archives of
 * more than 4 GB. The directory at the end says what there is; a member is read when it is asked for.
 */
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

const word = (data: Uint8Array, at: number): number => data[at]! | (data[at + 1]! << 8);
const longWord = (data: Uint8Array, at: number): number => word(data, at) + word(data, at + 2) * 65536;

/** What the archive holds. Throws {@link ZipError}. */
export function zipMembers(data: Uint8Array): readonly ZipMember[] {
  let end = data.length - 22;
  while (end >= 0 && longWord(data, end) !== endMark) end--;
  if (end < 0) throw new ZipError('File is not a zip file');
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
