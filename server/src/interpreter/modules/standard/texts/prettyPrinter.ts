/** The layout of `pprint`. The algorithm is that of CPython 3.12's `pprint.PrettyPrinter`. */
import { PyDict, PyFrozenSet, PySet } from '../../../containers.ts';
import { notSupported } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue, richCompare } from '../../../protocols/comparison.ts';
import { formatInteger, parseFormatSpec } from '../../../protocols/formatting.ts';
import { identityOf } from '../../../protocols/hashing.ts';
import { textLength } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { lookupInType, typeOf } from '../../../pyType.ts';
import { dictType } from '../../../types/dictType.ts';
import { listType, tupleType } from '../../../types/sequenceTypes.ts';
import { frozenSetType, setType } from '../../../types/setType.ts';
import { PyBuiltin, PyBytes, PyList, PyTuple, type PyType, type Value } from '../../../values.ts';
import { shortName } from '../collections/orderedDict.ts';

/** How to print. */
export interface PrettyOptions {
  readonly indent: number;
  readonly width: number;
  readonly depth: number | null;
  readonly isCompact: boolean;
  readonly sortsDicts: boolean;
  readonly underscoresNumbers: boolean;
}

/** Where a value stands: columns before it, columns that must stay free after it, how deep. */
interface Place {
  readonly indent: number;
  readonly allowance: number;
  readonly level: number;
}

type Pair = readonly [Value, Value];

const pairsOf = (dict: PyDict): Pair[] => [...dict.table.entries()].map(({ key, value }) => [key, value]);

/** Sorts also what does not compare: then by the name of the type. */
function isLess(a: Value, b: Value): boolean {
  try {
    return isTrue(richCompare('<', a, b));
  } catch {
    const [x, y] = [typeOf(a).name, typeOf(b).name];
    return x === y ? identityOf(a as object) < identityOf(b as object) : x < y;
  }
}

const inOrder = (a: Value, b: Value): number => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0);

/** Whether a value is shown as `base` shows its own: same `__repr__`. */
const showsLike = (value: Value, base: PyType): boolean =>
  lookupInType(typeOf(value), '__repr__') === lookupInType(base, '__repr__');

/** The class of `collections` whose `__repr__` a value has; null for others. */
function collectionOf(value: Value): string | null {
  const { mro } = typeOf(value);
  const own = mro.find((each) => each.namespace.has('__repr__'));
  return own?.module === 'collections' ? shortName(own) : null;
}

export class PrettyPrinter {
  readonly #options: PrettyOptions;
  readonly #open = new Set<Value>();
  #isReadable = true;
  #isRecursive = false;

  constructor(options: PrettyOptions) {
    this.#options = options;
  }

  get isReadable(): boolean {
    return this.#isReadable && !this.#isRecursive;
  }

  get isRecursive(): boolean {
    return this.#isRecursive;
  }

  format(value: Value): string {
    return this.#format(value, { indent: 0, allowance: 0, level: 0 });
  }

  #format(value: Value, place: Place): string {
    if (this.#open.has(value) && typeof value === 'object' && value !== null) return this.#recursion(value);
    const text = this.#oneLine(value, place.level);
    if (textLength(text) <= this.#options.width - place.indent - place.allowance) return text;
    const isScalar = typeof value !== 'object' || value === null;
    if (isScalar) return typeof value === 'string' ? this.#text(value, place) : text;
    this.#open.add(value);
    const laidOut = this.#manyLines(value, { ...place, level: place.level + 1 });
    this.#open.delete(value);
    return laidOut ?? text;
  }

  #recursion(value: object): string {
    this.#isRecursive = true;
    this.#isReadable = false;
    return `<Recursion on ${typeOf(value).name} with id=${identityOf(value)}>`;
  }

  /** null for what has no layout of its own. */
  #manyLines(value: object, place: Place): string | null {
    const collection = collectionOf(value);
    if (collection !== null) return this.#collection(collection, value, place);
    if (value instanceof PyDict) return showsLike(value, dictType) ? this.#dict(value, place) : null;
    if (value instanceof PyList && showsLike(value, listType)) {
      return `[${this.#items(value.items, { ...place, allowance: place.allowance + 1 })}]`;
    }
    if (value instanceof PyTuple && showsLike(value, tupleType)) return this.#tuple(value, place);
    if (value instanceof PySet && showsLike(value, setType)) return this.#set(value, place);
    if (value instanceof PyFrozenSet && showsLike(value, frozenSetType)) return this.#set(value, place);
    if (value instanceof PyBytes) return this.#bytes(value, place);
    return this.#dataclass(value, place);
  }

  #spaces(): string {
    return ' '.repeat(Math.max(0, this.#options.indent - 1));
  }

  #dict(dict: PyDict, place: Place): string {
    const items = this.#dictItems(this.#sorted(pairsOf(dict)), {
      ...place,
      allowance: place.allowance + 1,
    });
    return `{${this.#spaces()}${items}}`;
  }

  #sorted(pairs: Pair[]): Pair[] {
    if (!this.#options.sortsDicts) return pairs;
    return pairs.sort((a, b) => inOrder(a[0], b[0]) || inOrder(a[1], b[1]));
  }

  #dictItems(pairs: readonly Pair[], place: Place): string {
    const indent = place.indent + this.#options.indent;
    const parts = pairs.map(([key, value], index) => {
      const name = this.#oneLine(key, place.level);
      const allowance = index === pairs.length - 1 ? place.allowance : 1;
      return `${name}: ${this.#format(value, { ...place, indent: indent + textLength(name) + 2, allowance })}`;
    });
    return parts.join(`,\n${' '.repeat(indent)}`);
  }

  #tuple(value: PyTuple, place: Place): string {
    const end = value.items.length === 1 ? ',)' : ')';
    return `(${this.#items(value.items, { ...place, allowance: place.allowance + end.length })}${end}`;
  }

  #set(value: PySet | PyFrozenSet, place: Place): string {
    const type = typeOf(value);
    const [open, close] = type === setType ? ['{', '}'] : [`${type.name}({`, '})'];
    const indent = place.indent + (type === setType ? 0 : type.name.length + 1);
    const items = toArray(value).sort(inOrder);
    const inner = this.#items(items, { ...place, indent, allowance: place.allowance + close.length });
    return open + inner + close;
  }

  #items(items: readonly Value[], place: Place): string {
    const indent = place.indent + this.#options.indent;
    const newLine = `,\n${' '.repeat(indent)}`;
    let result = this.#spaces();
    let delimiter = '';
    let most = this.#options.width - indent + 1;
    let room = most;
    for (const [index, item] of items.entries()) {
      const isLast = index === items.length - 1;
      if (isLast) {
        most -= place.allowance;
        room -= place.allowance;
      }
      if (this.#options.isCompact) {
        const text = this.#oneLine(item, place.level);
        const width = textLength(text) + 2;
        if (room < width) {
          room = most;
          if (delimiter !== '') delimiter = newLine;
        }
        if (room >= width) {
          room -= width;
          result += delimiter + text;
          delimiter = ', ';
          continue;
        }
      }
      const allowance = isLast ? place.allowance : 1;
      result += delimiter + this.#format(item, { ...place, indent, allowance });
      delimiter = newLine;
    }
    return result;
  }

  /** A text in pieces that fit, cut at spaces. */
  #text(text: string, place: Place): string {
    if (text === '') return repr(text);
    const isOutermost = place.level === 0;
    const indent = place.indent + (isOutermost ? 1 : 0);
    const allowance = place.allowance + (isOutermost ? 1 : 0);
    const most = this.#options.width - indent;
    const lines = toArray(call(getAttribute(text, 'splitlines'), [true])).map(str);
    const chunks = lines.flatMap((line, index) => {
      const isLast = index === lines.length - 1;
      const whole = repr(line);
      if (textLength(whole) <= most - (isLast ? allowance : 0)) return [whole];
      return cutAtSpaces(line, { most, allowance: isLast ? allowance : 0 });
    });
    if (chunks.length === 1) return chunks[0]!;
    const joined = chunks.join(`\n${' '.repeat(indent)}`);
    return isOutermost ? `(${joined})` : joined;
  }

  #bytes(value: PyBytes, place: Place): string {
    if (value.data.length <= 4) return repr(value);
    const isOutermost = place.level === 1;
    const indent = place.indent + (isOutermost ? 1 : 0);
    const allowance = place.allowance + (isOutermost ? 1 : 0);
    const chunks: string[] = [];
    let width = this.#options.width - indent;
    let current: number[] = [];
    const last = Math.floor(value.data.length / 4) * 4;
    const shown = (bytes: readonly number[]): string => repr(new PyBytes(Uint8Array.from(bytes)));
    for (let at = 0; at < value.data.length; at += 4) {
      const part = [...value.data.slice(at, at + 4)];
      if (at === last) width -= allowance;
      if (shown([...current, ...part]).length > width) {
        if (current.length > 0) chunks.push(shown(current));
        current = part;
      } else current = [...current, ...part];
    }
    if (current.length > 0) chunks.push(shown(current));
    const joined = chunks.join(`\n${' '.repeat(indent)}`);
    return isOutermost ? `(${joined})` : joined;
  }

  #collection(collection: string, value: object, place: Place): string | null {
    const name = shortName(typeOf(value));
    const indent = place.indent + name.length + 1;
    if (isTrue(value) === false) return repr(value);
    switch (collection) {
      case 'OrderedDict': {
        const pairs = new PyList(pairsOf(value as PyDict).map((pair) => new PyTuple(pair)));
        return `${name}(${this.#format(pairs, { ...place, indent, allowance: place.allowance + 1 })})`;
      }
      case 'defaultdict': {
        const factory = this.#oneLine(getAttribute(value, 'default_factory'), place.level);
        const inner = this.#dict(value as PyDict, { ...place, indent, allowance: place.allowance + 1 });
        return `${name}(${factory},\n${' '.repeat(indent)}${inner})`;
      }
      case 'Counter': {
        const counts = toArray(call(getAttribute(value, 'most_common'), []));
        const pairs = counts.map((each) => (each as PyTuple).items as unknown as Pair);
        const inner = this.#dictItems(pairs, { ...place, indent, allowance: place.allowance + 2 });
        return `${name}({${this.#spaces()}${inner}})`;
      }
      case 'deque': {
        const most = getAttribute(value, 'maxlen');
        const allowance = most === null ? place.allowance + 2 : 2;
        const inner = this.#items(toArray(value), { ...place, indent, allowance });
        return most === null
          ? `${name}([${inner}])`
          : `${name}([${inner}],\n${' '.repeat(indent)}maxlen=${this.#oneLine(most, place.level)})`;
      }
      case 'ChainMap':
      case 'UserDict':
      case 'UserList':
      case 'UserString':
        return notSupported(`pprint of a long ${collection}`);
    }
    return null;
  }

  /** A dataclass whose `__repr__` is the generated one. */
  #dataclass(value: object, place: Place): string | null {
    const type = typeOf(value);
    const fields = lookupInType(type, '__dataclass_fields__');
    if (!(fields instanceof PyDict) || !(lookupInType(type, '__repr__') instanceof PyBuiltin)) return null;
    const shown = pairsOf(fields).filter(([, field]) => isTrue(getAttribute(field, 'repr')));
    const indent = place.indent + type.name.length + 1;
    const parts = shown.map(([key], index) => {
      const name = key as string;
      const item = getAttribute(value, name);
      const allowance = index === shown.length - 1 ? place.allowance : 1;
      if (this.#open.has(item) && typeof item === 'object' && item !== null) return `${name}=...`;
      return `${name}=${this.#format(item, { ...place, indent: indent + name.length + 1, allowance })}`;
    });
    return `${type.name}(${parts.join(`,\n${' '.repeat(indent)}`)})`;
  }

  /** The text on one line, with what is too deep left out. */
  #oneLine(value: Value, level: number): string {
    const { underscoresNumbers } = this.#options;
    if (underscoresNumbers && (typeof value === 'number' || typeof value === 'bigint')) {
      return formatInteger(value, parseFormatSpec('_d', value), value);
    }
    if (value instanceof PyDict && showsLike(value, dictType)) {
      return this.#nested(value, level, {
        brackets: ['{', '}'],
        parts: () =>
          this.#sorted(pairsOf(value)).map(
            ([key, item]) => `${this.#oneLine(key, level + 1)}: ${this.#oneLine(item, level + 1)}`,
          ),
      });
    }
    const isList = value instanceof PyList && showsLike(value, listType);
    if (isList || (value instanceof PyTuple && showsLike(value, tupleType))) {
      const { items } = value as PyList | PyTuple;
      const close = isList ? ']' : items.length === 1 ? ',)' : ')';
      return this.#nested(value as object, level, {
        brackets: [isList ? '[' : '(', close],
        parts: () => items.map((item) => this.#oneLine(item, level + 1)),
      });
    }
    const text = repr(value);
    if (text === '' || text.startsWith('<')) this.#isReadable = false;
    return text;
  }

  #nested(
    value: object,
    level: number,
    shape: { readonly brackets: readonly [string, string]; parts(): string[] },
  ): string {
    const [open, close] = shape.brackets;
    if (!isTrue(value)) return open + close;
    const { depth } = this.#options;
    if (depth !== null && level >= depth) {
      this.#isReadable = false;
      return `${open}...${close}`;
    }
    if (this.#open.has(value)) return this.#recursion(value);
    this.#open.add(value);
    const parts = shape.parts();
    this.#open.delete(value);
    return open + parts.join(', ') + close;
  }
}

/** The pieces of one line of a text, each as a literal that fits. */
function cutAtSpaces(line: string, room: { most: number; allowance: number }): string[] {
  const parts = line.match(/\S*\s*/gu)!.filter((part) => part !== '');
  const chunks: string[] = [];
  let current = '';
  for (const [index, part] of parts.entries()) {
    const most = index === parts.length - 1 ? room.most - room.allowance : room.most;
    if (textLength(repr(current + part)) > most) {
      if (current !== '') chunks.push(repr(current));
      current = part;
    } else current += part;
  }
  if (current !== '') chunks.push(repr(current));
  return chunks;
}
