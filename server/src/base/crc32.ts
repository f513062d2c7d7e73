/** The checksum of zip archives and PNG pictures (ISO 3309), by a table of bytes. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of bytes that follow others of the checksum `start`. */
export function crc32(bytes: Uint8Array, start = 0): number {
  let rest = ~start;
  for (const byte of bytes) rest = (rest >>> 8) ^ table[(rest ^ byte) & 255]!;
  return ~rest >>> 0;
}
