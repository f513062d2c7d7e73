/** The checksum of zip archives and PNG pictures (ISO 3309), by a table of bytes. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The remainder after one more byte; a checksum is the complement of the remainder. */
export const nextRemainder = (rest: number, byte: number): number =>
  (rest >>> 8) ^ table[(rest ^ byte) & 255]!;

/** The checksum of bytes. */
export function crc32(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) rest = nextRemainder(rest, byte);
  return ~rest >>> 0;
}
