/**
 * The parser of regular expressions: Python's syntax with its error messages and positions. The grammar and the order of
 * its checks are those of CPython 3.12's `re._parser`.
 */
import { escapeInSet, escapeOutside } from './escapes.ts';
import { parseInlineFlags } from './inlineFlags.ts';
import { PatternReader, quoted } from './patternReader.ts';
import {
  flag,
  type Node,
  type Pattern,
  type PatternSource,
  RegexError,
  type RepeatMode,
  type SetItem,
  unbounded,
  type Width,
  widthOf,
} from './syntaxTree.ts';

/** Parses a pattern; raises {@link RegexError}. */
export function parsePattern(source: PatternSource, flags: number): Pattern {
  return new PatternParser(source, flags).parse();
}

const whitespace = ' \t\n\r\v\f';
const specialCharacters = '.[{()*+?^$|';

/** Where a sequence stands. */
interface Context {
  readonly isVerbose: boolean;
  readonly isNested: boolean;
}

interface GroupHead {
  readonly start: number;
  readonly name: string | null;
  readonly variety: 'capturing' | 'plain' | 'atomic';
  readonly addFlags: number;
  readonly removeFlags: number;
}

class PatternParser {
  readonly #source: PatternSource;
  readonly #reader: PatternReader;
  #flags: number;
  readonly #groupNames = new Map<string, number>();
  readonly #groupWidths: (Width | null)[] = [null];
  /** Numbers of conditions and where they are written. */
  readonly #conditions = new Map<number, number>();
  #lookBehindGroups: number | null = null;

  constructor(source: PatternSource, flags: number) {
    this.#source = source;
    this.#flags = flags;
    this.#reader = new PatternReader(source.text, source);
  }

  parse(): Pattern {
    const tree = this.#alternatives({
      isVerbose: (this.#flags & flag.verbose) !== 0,
      isNested: false,
    });
    const flags = this.#checkFlags();
    if (this.#reader.next !== null) throw this.#reader.error('unbalanced parenthesis');
    for (const [group, position] of this.#conditions) {
      if (group >= this.#groupWidths.length) {
        throw new RegexError(`invalid group reference ${group}`, position);
      }
    }
    return {
      tree,
      flags,
      groupCount: this.#groupWidths.length - 1,
      groupNames: this.#groupNames,
      groupWidths: this.#groupWidths,
    };
  }

  #checkFlags(): number {
    const flags = this.#flags;
    const fail = (message: string): never => {
      throw new RegexError(message, null, 'ValueError');
    };
    if (this.#source.python === 2) return flags;
    if (this.#source.isText) {
      if (flags & flag.locale) fail('cannot use LOCALE flag with a str pattern');
      if (flags & flag.ascii && flags & flag.unicode) fail('ASCII and UNICODE flags are incompatible');
      return flags & flag.ascii ? flags : flags | flag.unicode;
    }
    if (flags & flag.unicode) fail('cannot use UNICODE flag with a bytes pattern');
    if (flags & flag.locale && flags & flag.ascii) fail('ASCII and LOCALE flags are incompatible');
    return flags;
  }

  #alternatives(given: Context): Node {
    let context = given;
    const alternatives = [this.#sequence(context, !context.isNested)];
    while (this.#reader.match('|')) {
      if (!context.isNested) context = { ...context, isVerbose: (this.#flags & flag.verbose) !== 0 };
      alternatives.push(this.#sequence(context, false));
    }
    return alternatives.length === 1 ? alternatives[0]! : { kind: 'branch', alternatives };
  }

  /** Up to `|`, `)` or the end. Only the first sequence of a pattern may begin with flags for all of it. */
  #sequence(given: Context, isFirst: boolean): Node {
    let context = given;
    const reader = this.#reader;
    const items: Node[] = [];
    while (reader.next !== null && reader.next !== '|' && reader.next !== ')') {
      const item = reader.get()!;
      if (context.isVerbose && this.#isSkipped(item)) continue;
      if (item.startsWith('\\')) items.push(escapeOutside(reader, item, this.#references()));
      else if (!specialCharacters.includes(item)) items.push({ kind: 'literal', code: item.codePointAt(0)! });
      else if (item === '[') items.push(this.#set());
      else if (item === '.') items.push({ kind: 'any' });
      else if (item === '^') items.push({ kind: 'at', place: 'line start' });
      else if (item === '$') items.push({ kind: 'at', place: 'line end' });
      else if (item === '(') {
        const node = this.#parenthesis(context, isFirst && items.length === 0);
        if (node === 'flags') context = { ...context, isVerbose: (this.#flags & flag.verbose) !== 0 };
        else if (node !== 'comment') items.push(node);
      } else this.#repeat(item, items);
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  #isSkipped(item: string): boolean {
    if (whitespace.includes(item)) return true;
    if (item !== '#') return false;
    for (let skipped = this.#reader.get(); skipped !== null && skipped !== '\n'; )
      skipped = this.#reader.get();
    return true;
  }

  #references() {
    return {
      groupCount: this.#groupWidths.length,
      check: (group: number, offset: number): void => {
        if (!this.#isClosed(group)) throw this.#reader.error('cannot refer to an open group', offset);
        this.#checkLookBehind(group);
      },
    };
  }

  #isClosed(group: number): boolean {
    return group < this.#groupWidths.length && this.#groupWidths[group] !== null;
  }

  #checkLookBehind(group: number): void {
    if (this.#lookBehindGroups === null) return;
    if (!this.#isClosed(group)) throw this.#reader.error('cannot refer to an open group');
    if (group >= this.#lookBehindGroups) {
      throw this.#reader.error('cannot refer to group defined in the same lookbehind subpattern');
    }
  }

  #set(): Node {
    const reader = this.#reader;
    const here = reader.tell() - 1;
    const unterminated = (): RegexError => reader.error('unterminated character set', reader.tell() - here);
    const isNegated = reader.match('^');
    const items: SetItem[] = [];
    for (;;) {
      const item = reader.get();
      if (item === null) throw unterminated();
      if (item === ']' && items.length > 0) break;
      const from = this.#setItem(item);
      if (!reader.match('-')) {
        items.push(from);
        continue;
      }
      const that = reader.get();
      if (that === null) throw unterminated();
      if (that === ']') {
        items.push(from, { kind: 'range', from: 45, to: 45 });
        break;
      }
      items.push(this.#range({ item, from }, that));
    }
    return { kind: 'set', isNegated, items };
  }

  #setItem(item: string): SetItem {
    if (item.startsWith('\\')) return escapeInSet(this.#reader, item);
    const code = item.codePointAt(0)!;
    return { kind: 'range', from: code, to: code };
  }

  #range(low: { item: string; from: SetItem }, that: string): SetItem {
    const to = this.#setItem(that);
    const { from, item } = low;
    if (from.kind === 'range' && to.kind === 'range' && to.to >= from.from) {
      return { kind: 'range', from: from.from, to: to.to };
    }
    const length = [...item].length + 1 + [...that].length;
    throw this.#reader.error(`bad character range ${item}-${that}`, length);
  }

  /** `?`, `*`, `+` and `{…}`, applied to the last item. */
  #repeat(item: string, items: Node[]): void {
    const reader = this.#reader;
    const here = reader.tell();
    const bounds =
      item === '{'
        ? this.#bounds(here)
        : ({ '?': [0, 1], '*': [0, unbounded], '+': [1, unbounded] } as const)[item as '?'];
    if (bounds === null) {
      items.push({ kind: 'literal', code: 123 });
      return;
    }
    const offset = reader.tell() - here + item.length;
    const body = items.at(-1);
    if (!body || body.kind === 'at') throw reader.error('nothing to repeat', offset);
    if (body.kind === 'repeat') throw reader.error('multiple repeat', offset);
    let mode: RepeatMode = 'greedy';
    if (reader.match('?')) mode = 'lazy';
    else if (this.#source.python === 3 && reader.match('+')) mode = 'possessive';
    items[items.length - 1] = { kind: 'repeat', min: bounds[0], max: bounds[1], mode, body };
  }

  /** The bounds after `{`; null where it is an ordinary character. */
  #bounds(here: number): readonly [number, number] | null {
    const reader = this.#reader;
    if (reader.next === '}') return null;
    const digits = /^[0-9]$/;
    const low = reader.getWhile(Number.POSITIVE_INFINITY, digits);
    const high = reader.match(',') ? reader.getWhile(Number.POSITIVE_INFINITY, digits) : low;
    if (!reader.match('}')) {
      reader.seek(here);
      return null;
    }
    const min = low === '' ? 0 : Number(low);
    const max = high === '' ? unbounded : Number(high);
    if ((low !== '' && min >= unbounded) || (high !== '' && max >= unbounded)) {
      throw new RegexError('the repetition number is too large', null, 'OverflowError');
    }
    if (max < min) throw reader.error('min repeat greater than max repeat', reader.tell() - here);
    return [min, max];
  }

  #parenthesis(context: Context, mayBeFlags: boolean): Node | 'flags' | 'comment' {
    const start = this.#reader.tell() - 1;
    const plain: GroupHead = { start, name: null, variety: 'capturing', addFlags: 0, removeFlags: 0 };
    if (!this.#reader.match('?')) return this.#group(plain, context);
    return this.#extension(plain, context, mayBeFlags);
  }

  #extension(plain: GroupHead, context: Context, mayBeFlags: boolean): Node | 'flags' | 'comment' {
    const reader = this.#reader;
    const character = reader.get();
    switch (character) {
      case null:
        throw reader.error('unexpected end of pattern');
      case 'P':
        return this.#named(plain, context);
      case ':':
        return this.#group({ ...plain, variety: 'plain' }, context);
      case '#':
        return this.#comment(plain.start);
      case '=':
      case '!':
      case '<':
        return this.#look(character, plain.start, context);
      case '(':
        return this.#conditional(plain.start, context);
      case '>':
        if (this.#source.python === 2) break;
        return this.#group({ ...plain, variety: 'atomic' }, context);
    }
    const inline = parseInlineFlags(reader, character, this.#source);
    if (inline === null) throw reader.error(`unknown extension ?${character}`, [...character].length + 1);
    if (!inline.isGlobal) {
      return this.#group({ ...plain, variety: 'plain', ...inline }, context);
    }
    this.#flags |= inline.addFlags;
    if (!mayBeFlags && this.#source.python === 3) {
      throw reader.error('global flags not at the start of the expression', reader.tell() - plain.start);
    }
    return 'flags';
  }

  #named(plain: GroupHead, context: Context): Node {
    const reader = this.#reader;
    if (reader.match('<')) {
      const name = reader.getUntil('>', 'group name');
      reader.checkGroupName(name, 1);
      return this.#group({ ...plain, name }, context);
    }
    if (reader.match('=')) {
      const name = reader.getUntil(')', 'group name');
      reader.checkGroupName(name, 1);
      const group = this.#groupNames.get(name);
      const offset = [...name].length + 1;
      if (group === undefined) throw reader.error(`unknown group name ${quoted(name)}`, offset);
      this.#references().check(group, offset);
      return { kind: 'reference', group };
    }
    const character = reader.get();
    if (character === null) throw reader.error('unexpected end of pattern');
    throw reader.error(`unknown extension ?P${character}`, [...character].length + 2);
  }

  #comment(start: number): 'comment' {
    const reader = this.#reader;
    for (;;) {
      if (reader.next === null) {
        throw reader.error('missing ), unterminated comment', reader.tell() - start);
      }
      if (reader.get() === ')') return 'comment';
    }
  }

  #look(first: string, start: number, context: Context): Node {
    const reader = this.#reader;
    let sign = first;
    const outer = this.#lookBehindGroups;
    if (first === '<') {
      const second = reader.get();
      if (second === null) throw reader.error('unexpected end of pattern');
      if (second !== '=' && second !== '!') {
        throw reader.error(`unknown extension ?<${second}`, [...second].length + 2);
      }
      sign = second;
      this.#lookBehindGroups ??= this.#groupWidths.length;
    }
    const body = this.#alternatives({ ...context, isNested: true });
    if (first === '<') this.#lookBehindGroups = outer;
    this.#close(start);
    const isNegated = sign === '!';
    if (isNegated && body.kind === 'sequence' && body.items.length === 0) return { kind: 'failure' };
    return { kind: 'look', direction: first === '<' ? 'behind' : 'ahead', isNegated, body };
  }

  #conditional(start: number, context: Context): Node {
    const reader = this.#reader;
    const name = reader.getUntil(')', 'group name');
    const length = [...name].length;
    let group: number;
    if (/^[0-9]+$/.test(name)) {
      group = Number(name);
      if (group === 0) throw reader.error('bad group number', length + 1);
      if (!this.#conditions.has(group)) this.#conditions.set(group, reader.tell() - length - 1);
    } else {
      reader.checkGroupName(name, 1);
      const known = this.#groupNames.get(name);
      if (known === undefined) throw reader.error(`unknown group name ${quoted(name)}`, length + 1);
      group = known;
    }
    this.#checkLookBehind(group);
    const nested = { ...context, isNested: true };
    const yes = this.#sequence(nested, false);
    const no = reader.match('|') ? this.#sequence(nested, false) : null;
    if (no !== null && reader.next === '|') {
      throw reader.error('conditional backref with more than two branches');
    }
    this.#close(start);
    return { kind: 'conditional', group, yes, no };
  }

  #close(start: number): void {
    const reader = this.#reader;
    if (!reader.match(')')) {
      throw reader.error('missing ), unterminated subpattern', reader.tell() - start);
    }
  }

  #group(head: GroupHead, context: Context): Node {
    const { start, name, variety, addFlags, removeFlags } = head;
    const group = variety === 'capturing' ? this.#open(name) : null;
    const isVerbose = (context.isVerbose || (addFlags & flag.verbose) !== 0) && !(removeFlags & flag.verbose);
    const body = this.#alternatives({ isVerbose, isNested: true });
    this.#close(start);
    if (group !== null) this.#groupWidths[group] = widthOf(body, this.#groupWidths);
    return variety === 'atomic'
      ? { kind: 'atomic', body }
      : { kind: 'group', group, addFlags, removeFlags, body };
  }

  #open(name: string | null): number {
    const group = this.#groupWidths.length;
    this.#groupWidths.push(null);
    if (name === null) return group;
    const known = this.#groupNames.get(name);
    if (known !== undefined) {
      const message = `redefinition of group name ${quoted(name)} as group ${group}; was group ${known}`;
      throw this.#reader.error(message, [...name].length + 1);
    }
    this.#groupNames.set(name, group);
    return group;
  }
}
