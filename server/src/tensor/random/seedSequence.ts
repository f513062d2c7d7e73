/**
 * NumPy's SeedSequence: any amount of entropy becomes a pool of four words, from which the states of generators are drawn
 * (M. O'Neill, "Developing a seed_seq alternative", 2015; NEP 19). Children differ by their spawn key.
 */

const poolLength = 4;

/** A multiplier that changes at each use. */
class Hash {
  #constant: number;
  readonly #multiplier: number;

  constructor(start: number, multiplier: number) {
    this.#constant = start;
    this.#multiplier = multiplier;
  }

  mix(value: number): number {
    const first = value ^ this.#constant;
    this.#constant = Math.imul(this.#constant, this.#multiplier);
    const second = Math.imul(first, this.#constant);
    return (second ^ (second >>> 16)) >>> 0;
  }
}

function mixPair(x: number, y: number): number {
  const result = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
  return (result ^ (result >>> 16)) >>> 0;
}

/** An integer as words of 32 bits, the least significant first; one word for 0. */
export function wordsOfInteger(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length > 0 ? words : [0];
}

function poolOf(entropy: readonly number[]): number[] {
  const hash = new Hash(0x43b0d7e5, 0x931e8875);
  const pool = Array.from({ length: poolLength }, (_, i) => hash.mix(entropy[i] ?? 0));
  for (let from = 0; from < poolLength; from++) {
    for (let to = 0; to < poolLength; to++)
      if (from !== to) pool[to] = mixPair(pool[to], hash.mix(pool[from]));
  }
  for (const word of entropy.slice(poolLength)) {
    for (let to = 0; to < poolLength; to++) pool[to] = mixPair(pool[to], hash.mix(word));
  }
  return pool;
}

export class SeedSequence {
  readonly entropy: readonly bigint[];
  readonly spawnKey: readonly bigint[];
  childCount = 0;
  readonly #pool: number[];

  constructor(entropy: readonly bigint[], spawnKey: readonly bigint[] = []) {
    this.entropy = entropy;
    this.spawnKey = spawnKey;
    const own = entropy.flatMap(wordsOfInteger);
    if (spawnKey.length > 0) while (own.length < poolLength) own.push(0);
    this.#pool = poolOf([...own, ...spawnKey.flatMap(wordsOfInteger)]);
  }

  get pool(): readonly number[] {
    return this.#pool;
  }

  /** Words of 32 bits for the state of a generator. */
  generateWords(count: number): Uint32Array {
    const hash = new Hash(0x8b51f9dd, 0x58f38ded);
    return Uint32Array.from({ length: count }, (_, i) => hash.mix(this.#pool[i % poolLength]));
  }

  /** The same as words of 64 bits. */
  generateLongs(count: number): BigUint64Array {
    const words = this.generateWords(count * 2);
    return BigUint64Array.from(
      { length: count },
      (_, i) => (BigInt(words[2 * i + 1]) << 32n) | BigInt(words[2 * i]),
    );
  }

  /** Sequences that are independent of this one and of each other. */
  spawn(count: number): SeedSequence[] {
    const children = Array.from(
      { length: count },
      (_, i) => new SeedSequence(this.entropy, [...this.spawnKey, BigInt(this.childCount + i)]),
    );
    this.childCount += count;
    return children;
  }
}
