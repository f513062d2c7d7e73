/** SHA-512 (FIPS 180-4), with which Python turns texts into seeds. The constants are roots of the first primes. */

const mask = (1n << 64n) - 1n;

/** The integer part of the n-th root of `value`, by Newton's method. */
function integerRoot(value: bigint, n: bigint): bigint {
  let x = 1n << BigInt(Math.ceil(value.toString(2).length / Number(n)) + 1);
  for (;;) {
    const next = ((n - 1n) * x + value / x ** (n - 1n)) / n;
    if (next >= x) return x;
    x = next;
  }
}

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

interface Constants {
  readonly start: readonly bigint[];
  readonly rounds: readonly bigint[];
}

let made: Constants | null = null;

function constants(): Constants {
  if (made) return made;
  const all = primes(80);
  made = {
    start: all.slice(0, 8).map((prime) => integerRoot(prime << 128n, 2n) & mask),
    rounds: all.map((prime) => integerRoot(prime << 192n, 3n) & mask),
  };
  return made;
}

const rotate = (x: bigint, count: bigint): bigint => ((x >> count) | (x << (64n - count))) & mask;

function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 17) / 128) * 128;
  const block = new Uint8Array(length);
  block.set(message);
  block[message.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setBigUint64(length - 8, BigInt(message.length) * 8n);
  return view;
}

function schedule(block: DataView, offset: number): bigint[] {
  const words = Array.from({ length: 16 }, (_, i) => block.getBigUint64(offset + i * 8));
  for (let i = 16; i < 80; i++) {
    const [a, b] = [words[i - 15], words[i - 2]];
    const first = rotate(a, 1n) ^ rotate(a, 8n) ^ (a >> 7n);
    const second = rotate(b, 19n) ^ rotate(b, 61n) ^ (b >> 6n);
    words.push((words[i - 16] + first + words[i - 7] + second) & mask);
  }
  return words;
}

/** The digest: 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const { start, rounds } = constants();
  const block = padded(message);
  let state = [...start];
  for (let offset = 0; offset < block.byteLength; offset += 128) {
    const words = schedule(block, offset);
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i++) {
      const big = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
      const first = h + big + ((e & f) ^ (~e & mask & g)) + rounds[i] + words[i];
      const small = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
      const second = small + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & mask, c, b, a, (first + second) & mask];
    }
    const next = [a, b, c, d, e, f, g, h];
    state = state.map((word, i) => (word + next[i]) & mask);
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (const [i, word] of state.entries()) digest.setBigUint64(i * 8, word);
  return new Uint8Array(digest.buffer);
}
