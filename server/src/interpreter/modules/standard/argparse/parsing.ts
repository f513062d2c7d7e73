/**
 * A command line is parsed: options with their values, the arguments between them, and what is left. The way, and the words
 * of the errors, are those of CPython 3.12's `argparse`.
 */
import { asPythonException, isException } from '../../../exceptions.ts';
import { getAttribute, setAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { contains } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { repr, str } from '../../../protocols/text.ts';
import { isSubtype, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { list, type Value } from '../../../values.ts';
import { actionName, nargsWords, type PyAction, runAction } from './actions.ts';
import { raiseArgumentError } from './argumentErrors.ts';
import { countMessage, matchOne, matchSeveral } from './commandLine.ts';
import { readName, suppress } from './namespace.ts';
import type { PyParser } from './parserState.ts';

/** A word that begins like an option: `action` is null where no option has its name. */
interface OptionUse {
  readonly action: PyAction | null;
  readonly name: string;
  /** What follows it in the same word. */
  readonly explicit: string | null;
}

/** Raises SystemExit with the usage, through what the program's class says. */
export const fail = (parser: PyParser, message: string): Value =>
  call(getAttribute(parser, 'error'), [message]);

const numberLike = /^-\d+$|^-\d*\.\d+$/;

/** Fills a namespace from words; gives the words that nobody knows. */
export class CommandLine {
  readonly #parser: PyParser;
  readonly #words: readonly string[];
  readonly #namespace: Value;
  readonly #options = new Map<number, OptionUse>();
  #pattern = '';
  #positionals: PyAction[];
  readonly #seen = new Set<PyAction>();
  readonly #seenWithValue = new Set<PyAction>();
  readonly #extras: string[] = [];

  constructor(parser: PyParser, words: readonly string[], namespace: Value) {
    this.#parser = parser;
    this.#words = words;
    this.#namespace = namespace;
    this.#positionals = parser.actions.filter((action) => !action.isOption);
  }

  run(): string[] {
    this.#classify();
    const last = Math.max(-1, ...this.#options.keys());
    let start = 0;
    while (start <= last) {
      runtime().checkpoint();
      const next = Math.min(...[...this.#options.keys()].filter((index) => index >= start));
      if (start !== next) {
        const end = this.#takePositionals(start);
        if (end > start) {
          start = end;
          continue;
        }
      }
      if (!this.#options.has(start)) {
        this.#extras.push(...this.#words.slice(start, next));
        start = next;
      }
      start = this.#takeOption(start);
    }
    const stop = this.#takePositionals(start);
    this.#extras.push(...this.#words.slice(stop));
    this.#finish();
    return this.#extras;
  }

  #classify(): void {
    let isRest = false;
    const kinds = this.#words.map((word, index) => {
      if (isRest) return 'A';
      if (word === '--') {
        isRest = true;
        return '-';
      }
      const use = this.#optionOf(word);
      if (use === null) return 'A';
      this.#options.set(index, use);
      return 'O';
    });
    this.#pattern = kinds.join('');
  }

  #optionOf(word: string): OptionUse | null {
    const { prefixChars, byOption } = this.#parser;
    if (word === '' || !prefixChars.includes(word[0]!)) return null;
    const exact = byOption.get(word);
    if (exact) return { action: exact, name: word, explicit: null };
    if (word.length === 1) return null;
    const equals = word.indexOf('=');
    if (equals >= 0) {
      const action = byOption.get(word.slice(0, equals));
      if (action) return { action, name: word.slice(0, equals), explicit: word.slice(equals + 1) };
    }
    const matches = this.#abbreviated(word);
    if (matches.length > 1) {
      const names = matches.map((match) => match.name).join(', ');
      fail(this.#parser, `ambiguous option: ${word} could match ${names}`);
    }
    if (matches.length === 1) return matches[0]!;
    const isNumber = numberLike.test(word) && ![...byOption.keys()].some((name) => numberLike.test(name));
    return isNumber || word.includes(' ') ? null : { action: null, name: word, explicit: null };
  }

  #abbreviated(word: string): OptionUse[] {
    const { prefixChars, byOption, allowsAbbreviations } = this.#parser;
    if (prefixChars.includes(word[1]!)) {
      if (!allowsAbbreviations) return [];
      const equals = word.indexOf('=');
      const prefix = equals < 0 ? word : word.slice(0, equals);
      const explicit = equals < 0 ? null : word.slice(equals + 1);
      return [...byOption].flatMap(([name, action]) =>
        name.startsWith(prefix) ? [{ action, name, explicit }] : [],
      );
    }
    return [...byOption].flatMap(([name, action]): OptionUse[] => {
      if (name === word.slice(0, 2)) return [{ action, name, explicit: word.slice(2) }];
      return name.startsWith(word) ? [{ action, name, explicit: null }] : [];
    });
  }

  #takePositionals(from: number): number {
    const counts = matchSeveral(this.#positionals, this.#pattern.slice(from));
    const actions = this.#positionals;
    let start = from;
    for (const [index, count] of counts.entries()) {
      const words = this.#words.slice(start, start + count);
      start += count;
      this.#take(actions[index]!, words, null);
    }
    this.#positionals = actions.slice(counts.length);
    return start;
  }

  #takeOption(start: number): number {
    const { action: first, name: firstName, explicit: firstExplicit } = this.#options.get(start)!;
    if (first === null) {
      this.#extras.push(this.#words[start]!);
      return start + 1;
    }
    let [action, name, explicit] = [first, firstName, firstExplicit];
    const uses: [PyAction, string[], string][] = [];
    let stop = start + 1;
    for (;;) {
      if (explicit === null) {
        const count = this.#count(action, this.#pattern.slice(stop));
        uses.push([action, this.#words.slice(stop, stop + count), name]);
        stop += count;
        break;
      }
      const count = matchOne(action, 'A') ?? this.#count(action, 'A');
      if (count === 1) {
        uses.push([action, [explicit], name]);
        break;
      }
      const isCluster = count === 0 && !this.#parser.prefixChars.includes(name[1]!) && explicit !== '';
      const nextName: string = name[0]! + explicit[0];
      const next = isCluster ? this.#parser.byOption.get(nextName) : undefined;
      if (!next) this.#refuse(action, `ignored explicit argument ${repr(explicit)}`);
      uses.push([action, [], name]);
      [action, name, explicit] = [next, nextName, explicit.slice(1) || null];
    }
    for (const [each, words, used] of uses) this.#take(each, words, used);
    return stop;
  }

  #count(action: PyAction, pattern: string): number {
    return matchOne(action, pattern) ?? this.#refuse(action, countMessage(action.get('nargs')));
  }

  #take(action: PyAction, words: readonly string[], optionString: string | null): void {
    this.#seen.add(action);
    const values = this.#valuesOf(action, words);
    if (values !== action.get('default')) {
      this.#seenWithValue.add(action);
      const rival = this.#rivals(action).find((each) => this.#seenWithValue.has(each));
      if (rival) this.#refuse(action, `not allowed with argument ${actionName(rival)}`);
    }
    if (values === suppress) return;
    runAction(action, { parser: this.#parser, namespace: this.#namespace, values, optionString });
  }

  #rivals(action: PyAction): PyAction[] {
    const groups = this.#parser.exclusives.filter((group) => group.actions.includes(action));
    return groups.flatMap((group) => group.actions.filter((each) => each !== action));
  }

  #valuesOf(action: PyAction, given: readonly string[]): Value {
    const nargs = action.get('nargs');
    const { optional, zeroOrMore, parser, remainder } = nargsWords;
    const words = [...given];
    if (nargs !== parser && nargs !== remainder && words.includes('--')) words.splice(words.indexOf('--'), 1);
    if (words.length === 0 && nargs === optional) {
      const value = action.get(action.isOption ? 'const' : 'default');
      return typeof value === 'string' ? this.#checked(action, this.#convert(action, value)) : value;
    }
    if (words.length === 0 && nargs === zeroOrMore && !action.isOption) {
      const value = action.get('default');
      return value === null ? list([]) : this.#checked(action, value);
    }
    if (words.length === 1 && (nargs === null || nargs === optional)) {
      return this.#checked(action, this.#convert(action, words[0]!));
    }
    if (nargs === suppress) return suppress;
    const values = words.map((word) => this.#convert(action, word));
    if (nargs === parser) this.#checked(action, values[0]!);
    else if (nargs !== remainder) for (const value of values) this.#checked(action, value);
    return list(values);
  }

  #convert(action: PyAction, word: string): Value {
    const type = action.get('type');
    if (type === null) return word;
    try {
      return call(type, [word]);
    } catch (error) {
      const raised = asPythonException(error);
      if (!raised) throw error;
      if (isSubtype(typeOf(raised.value), this.#parser.errors.argumentTypeError)) {
        return this.#refuse(action, str(raised.value));
      }
      if (!isException(error, 'TypeError', 'ValueError')) throw error;
      const name = str(tryGetAttribute(type, '__name__') ?? repr(type));
      return this.#refuse(action, `invalid ${name} value: ${repr(word)}`);
    }
  }

  #checked(action: PyAction, value: Value): Value {
    const choices = action.get('choices');
    if (choices === null || contains(choices, value)) return value;
    const offered = toArray(choices).map(repr).join(', ');
    return this.#refuse(action, `invalid choice: ${repr(value)} (choose from ${offered})`);
  }

  /** Texts as defaults are converted like words; what is required has to be there. */
  #finish(): void {
    const missing: string[] = [];
    for (const action of this.#parser.actions) {
      if (this.#seen.has(action)) continue;
      if (action.isRequired) missing.push(String(actionName(action)));
      else {
        const value = action.get('default');
        const { dest } = action;
        if (typeof value === 'string' && dest !== null && readName(this.#namespace, dest) === value) {
          setAttribute(this.#namespace, dest, this.#convert(action, value));
        }
      }
    }
    if (missing.length > 0) {
      fail(this.#parser, `the following arguments are required: ${missing.join(', ')}`);
    }
    for (const { isRequired, actions } of this.#parser.exclusives) {
      if (!isRequired || actions.some((action) => this.#seenWithValue.has(action))) continue;
      const names = actions.filter((action) => action.get('help') !== suppress).map(actionName);
      fail(this.#parser, `one of the arguments ${names.join(' ')} is required`);
    }
  }

  #refuse(action: PyAction, message: string): never {
    return raiseArgumentError(this.#parser.errors.argumentError, action, message);
  }
}
