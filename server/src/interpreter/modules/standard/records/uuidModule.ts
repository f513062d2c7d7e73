/** `uuid`: UUIDs as RFC 4122 has them. Random ones come from the machine's entropy; nothing is known of network cards. */
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { hash } from '../../../protocols/hashing.ts';
import { indexOf } from '../../../protocols/items.ts';
import { str } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { utf8 } from '../../../utf8.ts';
import {
  int,
  type Keywords,
  NotImplemented,
  PyBytes,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { digests } from '../binary/digests.ts';
import { PySystemRandom, randomBits } from '../randomSource.ts';

class PyUuid extends PyObject {
  readonly number: bigint;
  constructor(number: bigint) {
    super();
    this.number = number;
  }

  get hex(): string {
    return this.number.toString(16).padStart(32, '0');
  }

  get version(): number | null {
    return this.isOfRfc ? Number((this.number >> 76n) & 15n) : null;
  }

  get isOfRfc(): boolean {
    return ((this.number >> 62n) & 3n) === 2n;
  }

  /** A field of so many bits above so many others. */
  bits(count: bigint, shift: bigint): Value {
    return int((this.number >> shift) & ((1n << count) - 1n));
  }
}

const parts = ['hex', 'bytes', 'bytes_le', 'fields', 'int', 'version'];

const numberOfBytes = (bytes: Uint8Array): bigint =>
  [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

const bytesOfNumber = (number: bigint): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_, index) => Number((number >> BigInt(8 * (15 - index))) & 255n));

const fieldBits = [32n, 16n, 16n, 8n, 8n, 48n];

function ofBytes(given: Value, name: string): Uint8Array {
  if (!(given instanceof PyBytes) || given.data.length !== 16) {
    raiseValueError(`${name} is not a 16-char string`);
  }
  return given.data;
}

/** The first three fields with their bytes turned round. */
function littleEndian(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = [bytes.slice(0, 4), bytes.slice(4, 6), bytes.slice(6, 8)].map((part) => part.reverse());
  return Uint8Array.from([...a!, ...b!, ...c!, ...bytes.slice(8)]);
}

function numberOf(given: ReadonlyMap<string, Value>): bigint {
  const hex = given.get('hex') ?? null;
  if (hex !== null) {
    const digits = str(hex)
      .replace('urn:', '')
      .replace('uuid:', '')
      .replace(/^[{}]+|[{}]+$/g, '')
      .replaceAll('-', '');
    if (digits.length !== 32) raiseValueError('badly formed hexadecimal UUID string');
    if (!/^[\da-f]+$/i.test(digits)) raiseValueError(`invalid literal for int() with base 16: '${digits}'`);
    return BigInt(`0x${digits}`);
  }
  const bytes = given.get('bytes') ?? null;
  if (bytes !== null) return numberOfBytes(ofBytes(bytes, 'bytes'));
  const little = given.get('bytes_le') ?? null;
  if (little !== null) return numberOfBytes(littleEndian(ofBytes(little, 'bytes_le')));
  const fields = given.get('fields') ?? null;
  if (fields instanceof PyTuple) {
    if (fields.items.length !== 6) raiseValueError('fields is not a 6-tuple');
    return fields.items.reduce<bigint>(
      (sum, field, index) => (sum << fieldBits[index]!) + BigInt(indexOf(field)),
      0n,
    );
  }
  const number = BigInt(indexOf(given.get('int') ?? 0));
  if (number < 0n || number >= 1n << 128n) raiseValueError('int is out of range (need a 128-bit value)');
  return number;
}

/** Sets the bits that say which kind of UUID it is. */
function withVersion(number: bigint, version: bigint): bigint {
  const mask = (0xfn << 76n) | (3n << 62n);
  return (number & ~mask) | (version << 76n) | (2n << 62n);
}

function create(_type: PyType, args: readonly Value[], keywords: Keywords): PyUuid {
  const given = new Map<string, Value>(keywords ?? []);
  for (const [index, value] of args.entries()) given.set(parts[index]!, value);
  const known = [...given].filter(([name, value]) => parts.slice(0, 5).includes(name) && value !== null);
  if (known.length !== 1) {
    raiseTypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given');
  }
  const number = numberOf(given);
  const version = given.get('version') ?? null;
  if (version === null) return new PyUuid(number);
  const wanted = BigInt(indexOf(version));
  if (wanted < 1n || wanted > 5n) raiseValueError('illegal version number');
  return new PyUuid(withVersion(number, wanted));
}

const dashed = (self: PyUuid): string =>
  self.hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const variant = (self: PyUuid): string => {
  const bits = Number((self.number >> 61n) & 7n);
  if (bits < 4) return 'reserved for NCS compatibility';
  if (bits < 6) return 'specified in RFC 4122';
  return bits === 6 ? 'reserved for Microsoft compatibility' : 'reserved for future definition';
};

const uuidType: PyType = defineType<PyUuid>({
  name: 'UUID',
  module: 'uuid',
  class: PyUuid,
  create,
  attributes: {
    int: (self) => int(self.number),
    hex: (self) => self.hex,
    bytes: (self) => new PyBytes(bytesOfNumber(self.number)),
    bytes_le: (self) => new PyBytes(littleEndian(bytesOfNumber(self.number))),
    urn: (self) => `urn:uuid:${dashed(self)}`,
    version: (self) => self.version,
    variant,
    time_low: (self) => self.bits(32n, 96n),
    time_mid: (self) => self.bits(16n, 80n),
    time_hi_version: (self) => self.bits(16n, 64n),
    clock_seq_hi_variant: (self) => self.bits(8n, 56n),
    clock_seq_low: (self) => self.bits(8n, 48n),
    clock_seq: (self) => self.bits(14n, 48n),
    node: (self) => self.bits(48n, 0n),
    time: (self) =>
      int(
        ((self.number >> 64n) & 0xfffn) * (1n << 48n) +
          ((self.number >> 80n) & 0xffffn) * (1n << 32n) +
          (self.number >> 96n),
      ),
    fields: (self) =>
      new PyTuple([
        self.bits(32n, 96n),
        self.bits(16n, 80n),
        self.bits(16n, 64n),
        self.bits(8n, 56n),
        self.bits(8n, 48n),
        self.bits(48n, 0n),
      ]),
  },
  compare: (self, operator, other) => {
    if (!(other instanceof PyUuid)) return NotImplemented;
    const [a, b] = [self.number, other.number];
    switch (operator) {
      case '==':
        return a === b;
      case '!=':
        return a !== b;
      case '<':
        return a < b;
      case '<=':
        return a <= b;
      case '>':
        return a > b;
      case '>=':
        return a >= b;
    }
  },
  hash: (self) => hash(int(self.number)),
  int: (self) => int(self.number),
  str: dashed,
  repr: (self) => `UUID('${dashed(self)}')`,
});

/** A UUID of a name within a namespace: the first bytes of a digest. */
function named(namespace: Value, name: Value, [algorithm, version]: readonly [string, bigint]): PyUuid {
  if (!(namespace instanceof PyUuid)) return raiseTypeError('the namespace must be a UUID');
  const text = name instanceof PyBytes ? name.data : utf8(str(name));
  const data = Uint8Array.from([...bytesOfNumber(namespace.number), ...text]);
  const digest = digests.get(algorithm)!.digest(data).slice(0, 16);
  return new PyUuid(withVersion(numberOfBytes(digest), version));
}

const randomNumber = (): bigint => BigInt(randomBits(new PySystemRandom(), 128));

/** Of the clock and of random bits in the place of a network card. */
function ofTime(): PyUuid {
  const time = BigInt(Math.round(runtime().wallClock() * 10000)) + 0x01b21dd213814000n;
  const high =
    ((time & 0xffffffffn) << 96n) | (((time >> 32n) & 0xffffn) << 80n) | (((time >> 48n) & 0xfffn) << 64n);
  return new PyUuid(withVersion(high | (randomNumber() & ((1n << 62n) - 1n)), 1n));
}

const wellKnown = (low: string): PyUuid => new PyUuid(BigInt(`0x${low}9dad11d180b400c04fd430c8`));

export const uuidModule = (): PyModule =>
  defineModule({
    name: 'uuid',
    values: {
      UUID: uuidType,
      NAMESPACE_DNS: wellKnown('6ba7b810'),
      NAMESPACE_URL: wellKnown('6ba7b811'),
      NAMESPACE_OID: wellKnown('6ba7b812'),
      NAMESPACE_X500: wellKnown('6ba7b814'),
      RFC_4122: 'specified in RFC 4122',
    },
    functions: {
      'uuid1(node?, clock_seq?)': ofTime,
      'uuid3(namespace, name)': (namespace: Value, name: Value) => named(namespace, name, ['md5', 3n]),
      'uuid4()': () => new PyUuid(withVersion(randomNumber(), 4n)),
      'uuid5(namespace, name)': (namespace: Value, name: Value) => named(namespace, name, ['sha1', 5n]),
      'getnode()': () => notSupported('uuid.getnode()'),
    },
    refused: '*',
  });
