/**
 * Pixels as a PNG, not compressed: deflate's stored blocks, for pictures inside of an SVG. The format is that of the PNG specification,
 * third edition; checksums are CRC-32 and Adler-32 (RFC 1950).
 */
const signature = [137, 80, 78, 71, 13, 10, 26, 10];
const longestBlock = 65_535;

/** `pixels`: red, green, blue, opacity of each place, row by row. */
export function pngBytes(width: number, height: number, pixels: Uint8ClampedArray): Uint8Array {
  const header = [...bytesOf(width), ...bytesOf(height), 8, 6, 0, 0, 0];
  const rows = new Uint8Array(height * (4 * width + 1));
  for (let row = 0; row < height; row++) {
    // Each row begins with its filter, 0 for none.
    rows.set(pixels.subarray(row * 4 * width, (row + 1) * 4 * width), row * (4 * width + 1) + 1);
  }
  return joined([
    new Uint8Array(signature),
    chunk('IHDR', new Uint8Array(header)),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  for (let start = 0; start < data.length || start === 0; start += longestBlock) {
    const block = data.subarray(start, start + longestBlock);
    const isLast = start + longestBlock >= data.length;
    const { length } = block;
    parts.push(
      new Uint8Array([isLast ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]),
      block,
    );
  }
  return joined([...parts, new Uint8Array(bytesOf(adler32(data)))]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
  return joined([new Uint8Array(bytesOf(data.length)), named, new Uint8Array(bytesOf(crc32(named)))]);
}

/** Most significant first. */
const bytesOf = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

function adler32(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
