/**
 * Goes through the tokens of a file statement by statement and notes what says which Python it is, and which words are
 * only names although tree-sitter's grammar could take them for keywords (`print`, `exec`, `type`, `match`).
 * It decides nothing: that is done in `pythonVersion.ts` and `mask.ts`.
 */
import type { Span } from '../base/span.ts';
import { type TokenTable, tokenKinds } from './lexer.ts';
import {
  bilingualNames,
  blockWords,
  continuingWords,
  nameFollowers,
  onlyPython2Attributes,
  onlyPython2Names,
  reservedWords,
} from './versionWords.ts';

/** Something in the source that speaks for one Python. */
export interface Evidence extends Span {
  /** For people, with an article: "a print statement". */
  readonly what: string;
}

/** What a scan of the tokens gives. */
export interface SourceFacts {
  /** What only Python 2 accepts. */
  readonly python2: readonly Evidence[];
  /** What only Python 3 accepts. */
  readonly python3: readonly Evidence[];
  /** What works in both but is meant for Python 2, such as `xrange`. */
  readonly weakPython2: readonly Evidence[];
  readonly weakPython3: readonly Evidence[];
  /** Names of Python 2 that the file defines itself. */
  readonly bound: readonly Evidence[];
  /** Asks which Python runs it, so names of Python 2 prove nothing. */
  readonly bilingual: readonly Evidence[];
  /** `from __future__ import print_function` */
  readonly printFunction: readonly Evidence[];
  readonly unicodeLiterals: readonly Evidence[];
  /** Tokens `print` and `exec` at the start of a statement. */
  readonly statementWords: readonly number[];
  /** Other tokens `print` and `exec`, and words that are keywords elsewhere where they are names. */
  readonly plainNames: readonly number[];
  /** Tokens `=` before the default of a type parameter, and a star after it. */
  readonly typeDefaults: readonly number[];
}

const layoutKinds: ReadonlySet<number> = new Set([
  tokenKinds.continuation,
  tokenKinds.mixedIndent,
  tokenKinds.innerBreak,
  tokenKinds.openBreak,
]);

/** Tokens from the first of one statement to the end of another. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Scans tokens of a text. What a statement gives depends on its own tokens and, for `match`, on the word with which the
 * next one begins.
 */
export function scanStatements(text: string, tokens: TokenTable, range: TokenRange): SourceFacts {
  const scan = new StatementScan(text, tokens);
  scan.run(range);
  return scan.facts;
}

class StatementScan {
  readonly facts = {
    python2: [] as Evidence[],
    python3: [] as Evidence[],
    weakPython2: [] as Evidence[],
    weakPython3: [] as Evidence[],
    bound: [] as Evidence[],
    bilingual: [] as Evidence[],
    printFunction: [] as Evidence[],
    unicodeLiterals: [] as Evidence[],
    statementWords: [] as number[],
    plainNames: [] as number[],
    typeDefaults: [] as number[],
  };
  readonly #text: string;
  readonly #tokens: TokenTable;
  #firstWord = '';
  #depth = 0;
  #lambdas = 0;
  #atStart = true;
  /** The depth of the parameters of the `def` being read, 0 outside. */
  #parameterDepth = 0;
  #lambdaDepths: number[] = [];
  /** Inside `[T, …]` after the name of a definition. */
  #isInTypeParameters = false;

  constructor(text: string, tokens: TokenTable) {
    this.#text = text;
    this.#tokens = tokens;
  }

  run({ from, to }: TokenRange): void {
    const { kinds } = this.#tokens;
    for (let index = from; index < to; index++) {
      const kind = kinds[index];
      if (kind === tokenKinds.name) this.#name(index);
      else if (kind === tokenKinds.operator) this.#operator(index);
      else if (kind === tokenKinds.newline) this.#beginStatement();
      else if (kind === tokenKinds.comment) this.#comment(index);
      else if (!layoutKinds.has(kind!)) this.#literal(index, kind!);
    }
  }

  #beginStatement(): void {
    this.#firstWord = '';
    this.#depth = 0;
    this.#lambdas = 0;
    this.#lambdaDepths.length = 0;
    this.#parameterDepth = 0;
    this.#isInTypeParameters = false;
    this.#atStart = true;
  }

  #source(index: number): string {
    return this.#text.slice(this.#tokens.starts[index], this.#tokens.ends[index]);
  }

  /** The nearest token before or after one that is no layout; -1 without one. */
  #neighbour(index: number, step: 1 | -1): number {
    const { kinds } = this.#tokens;
    for (let other = index + step; other >= 0 && other < kinds.length; other += step) {
      const kind = kinds[other];
      if (kind !== tokenKinds.comment && !layoutKinds.has(kind!)) return other;
    }
    return -1;
  }

  #sourceAfter(index: number): string {
    const next = this.#neighbour(index, 1);
    return next < 0 ? '' : this.#source(next);
  }

  #sourceBefore(index: number): string {
    const previous = this.#neighbour(index, -1);
    return previous < 0 || this.#atStart ? '' : this.#source(previous);
  }

  #note(list: Evidence[], index: number, what: string): void {
    list.push({ start: this.#tokens.starts[index]!, end: this.#tokens.ends[index]!, what });
  }

  // ----------------------------------------------------------------------------------------------------------- names

  #name(index: number): void {
    const word = this.#source(index);
    const isFirst = this.#atStart;
    if (isFirst) this.#firstWord = word;
    this.#word(index, word, isFirst);
    this.#atStart = false;
  }

  #word(index: number, word: string, isFirst: boolean): void {
    switch (word) {
      case 'print':
      case 'exec':
        this.#printOrExec(index, word, isFirst);
        return;
      case 'type':
        if (!isFirst || !this.#isNameToken(this.#neighbour(index, 1))) this.facts.plainNames.push(index);
        else this.#note(this.facts.python3, index, 'a type statement');
        return;
      case 'match':
        if (!isFirst || !this.#beginsMatch(index)) this.facts.plainNames.push(index);
        else this.#note(this.facts.python3, index, 'a match statement');
        return;
      case 'lambda':
        this.#lambdas++;
        this.#lambdaDepths.push(this.#depth);
        if (this.#sourceAfter(index) === '(') this.#note(this.facts.python2, index, 'a tuple as parameter');
        return;
      case 'nonlocal':
        if (isFirst && this.#isNameToken(this.#neighbour(index, 1)))
          this.#note(this.facts.python3, index, 'a nonlocal statement');
        else this.#python2Name(index, word);
        return;
      case 'True':
      case 'False':
        if (this.#sourceBefore(index) === '.' || (this.#isFirstList() && this.#isTarget(index)))
          this.#python2Name(index, word);
        return;
      case 'async':
        if (/^(?:def|for|with)$/.test(this.#sourceAfter(index)))
          this.#note(this.facts.python3, index, `"async ${this.#sourceAfter(index)}"`);
        else this.#python2Name(index, word);
        return;
      case 'await':
        if (this.#isNameToken(this.#neighbour(index, 1))) this.#note(this.facts.python3, index, 'an await');
        else if (nameFollowers.test(this.#sourceAfter(index))) this.#python2Name(index, word);
        return;
      case 'from':
        if (this.#firstWord === 'raise' && this.#depth === 0)
          this.#note(this.facts.python3, index, 'a raise with "from"');
        else if (this.#sourceBefore(index) === 'yield') this.#note(this.facts.python3, index, '"yield from"');
        return;
      case 'except':
        if (isFirst && this.#sourceAfter(index) === '*') this.#note(this.facts.python3, index, '"except*"');
        return;
      default:
        this.#otherName(index, word);
    }
  }

  /** A word that only Python 2 takes for a name. */
  #python2Name(index: number, word: string): void {
    this.facts.plainNames.push(index);
    this.#note(this.facts.python2, index, `the name ${word}`);
  }

  /** True in a statement that begins with one of the two names. */
  #isFirstList(): boolean {
    return this.#depth === 0 && (this.#firstWord === 'True' || this.#firstWord === 'False');
  }

  /** True for a name in a list of names that ends in `=`. */
  #isTarget(index: number): boolean {
    const next = this.#neighbour(index, 1);
    if (next < 0) return false;
    const source = this.#source(next);
    if (source !== ',') return source === '=';
    const after = this.#neighbour(next, 1);
    return after >= 0 && this.#tokens.kinds[after] === tokenKinds.name && this.#isTarget(after);
  }

  #isNameToken(index: number): boolean {
    if (index < 0 || this.#tokens.kinds[index] !== tokenKinds.name) return false;
    return !reservedWords.has(this.#source(index));
  }

  #otherName(index: number, word: string): void {
    if (bilingualNames.has(word)) this.#note(this.facts.bilingual, index, word);
    if (this.#firstWord === 'from' && (word === 'print_function' || word === 'unicode_literals'))
      this.#futureImport(index, word);
    const isSuspect = onlyPython2Names.has(word);
    if (!isSuspect && !onlyPython2Attributes.has(word)) {
      if (word.charCodeAt(0) > 127) this.#note(this.facts.python3, index, `the name ${word}`);
      return;
    }
    const before = this.#sourceBefore(index);
    const after = this.#sourceAfter(index);
    if (!isSuspect) {
      if (before === 'def') this.#note(this.facts.bound, index, word);
      const owner = this.#neighbour(this.#neighbour(index, -1), -1);
      if (before === '.' && after === '(' && owner >= 0 && this.#source(owner) !== 'six')
        this.#note(this.facts.weakPython2, index, `the method ${word}`);
      return;
    }
    const isBound =
      /^(?:def|class|as|for|import)$/.test(before) ||
      /^(?:import|from)$/.test(this.#firstWord) ||
      after === '=' ||
      this.#parameterDepth > 0;
    if (isBound) this.#note(this.facts.bound, index, word);
    else if (before !== '.' && before !== 'del' && (word !== 'long' || after === '('))
      this.#note(this.facts.weakPython2, index, word);
  }

  #futureImport(index: number, word: string): void {
    let first = index;
    while (first > 0 && this.#tokens.kinds[first - 1] !== tokenKinds.newline) first--;
    if (
      !/^\s*from\s+__future__\s/.test(
        this.#text.slice(this.#tokens.starts[first], this.#tokens.starts[index]),
      )
    )
      return;
    const { printFunction, unicodeLiterals } = this.facts;
    this.#note(word === 'print_function' ? printFunction : unicodeLiterals, index, word);
  }

  // ------------------------------------------------------------------------------------------------- print and exec

  #printOrExec(index: number, word: 'print' | 'exec', isFirst: boolean): void {
    if (!isFirst) {
      this.facts.plainNames.push(index);
      return;
    }
    this.facts.statementWords.push(index);
    const next = this.#neighbour(index, 1);
    const what = word === 'print' ? 'a print statement' : 'an exec statement';
    const strength = next < 0 ? 'none' : this.#statementStrength(index, next, word);
    if (strength === 'strong') this.#note(this.facts.python2, index, what);
    if (strength === 'weak') this.#note(this.facts.weakPython2, index, what);
    if (strength === 'python3' && word === 'print')
      this.#note(this.facts.python3, index, 'a call of print with keyword arguments');
  }

  /** How sure it is that `print` or `exec` begins a statement of Python 2, by what follows. */
  #statementStrength(index: number, next: number, word: string): 'strong' | 'weak' | 'none' | 'python3' {
    const source = this.#source(next);
    const after = this.#neighbour(next, 1);
    switch (this.#tokens.kinds[next]) {
      case tokenKinds.string:
      case tokenKinds.number:
      case tokenKinds.backtick:
      case tokenKinds.brokenString:
        return 'strong';
      case tokenKinds.formatStart:
        return 'none';
      case tokenKinds.name:
        if (source === 'not') return this.#source(after) === 'in' ? 'none' : 'strong';
        return continuingWords.has(source) ? 'none' : 'strong';
      case tokenKinds.newline:
        return word === 'print' ? 'weak' : 'none';
      case tokenKinds.operator:
        if (source === '(' && this.#source(after) === 'yield') return 'strong';
        if (source === '(') return this.#callStrength(index, next);
        if (source === '{' || source === '~') return 'strong';
        if (source === '>>') return 'strong';
        return source === '-' || source === '[' || source === ';' ? 'weak' : 'none';
      default:
        return 'none';
    }
  }

  /** `print (a), b` and `print ("%d") % x` are statements; `print(a, end='')` is a call of Python 3. */
  #callStrength(index: number, open: number): 'strong' | 'weak' | 'none' | 'python3' {
    const { kinds } = this.#tokens;
    let depth = 0;
    for (let at = open; at < kinds.length && kinds[at] !== tokenKinds.newline; at++) {
      if (kinds[at] !== tokenKinds.operator) continue;
      const source = this.#source(at);
      if (source === '(' || source === '[' || source === '{') depth++;
      else if (source === ')' || source === ']' || source === '}') depth--;
      else if (depth === 1 && source === '=' && kinds[at - 1] === tokenKinds.name) return 'python3';
      else if (depth === 1 && source === '*' && /^[(,]$/.test(this.#source(this.#neighbour(at, -1))))
        return 'python3';
      if (depth > 0) continue;
      const after = this.#source(this.#neighbour(at, 1));
      return after === '%' || (after === ',' && this.#source(index) === 'print') ? 'weak' : 'none';
    }
    return 'none';
  }

  /** `match` is a keyword when its line ends with a colon and `case` comes next. */
  #beginsMatch(index: number): boolean {
    const { kinds } = this.#tokens;
    let end = index + 1;
    while (end < kinds.length && kinds[end] !== tokenKinds.newline) end++;
    const last = this.#neighbour(end, -1);
    if (last <= index + 1 || this.#source(last) !== ':') return false;
    let next = this.#neighbour(end, 1);
    while (next >= 0 && kinds[next] === tokenKinds.newline) next = this.#neighbour(next, 1);
    return next >= 0 && this.#source(next) === 'case';
  }

  // ------------------------------------------------------------------------------------------- operators and literals

  #operator(index: number): void {
    const source = this.#source(index);
    const wasStart = this.#atStart;
    this.#atStart = false;
    switch (source) {
      case '(':
      case '[':
      case '{':
        this.#open(index, source);
        return;
      case ')':
      case ']':
      case '}':
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth < this.#parameterDepth) this.#parameterDepth = 0;
        if (this.#depth === 0) this.#isInTypeParameters = false;
        return;
      case ':':
        this.#colon(index);
        return;
      case ';':
        if (this.#depth === 0) this.#beginStatement();
        return;
      case ',':
        this.#comma(index);
        return;
      case '<>':
        this.#note(this.facts.python2, index, 'the operator <>');
        return;
      case ':=':
        this.#note(this.facts.python3, index, 'the operator :=');
        return;
      case '->':
        this.#note(this.facts.python3, index, 'a return annotation');
        return;
      case '@':
        if (!wasStart) this.#note(this.facts.python3, index, 'the operator @');
        return;
      case '*':
        if (wasStart) this.#note(this.facts.python3, index, 'a starred assignment');
        else if (this.#parameterDepth === this.#depth && this.#depth > 0 && this.#sourceAfter(index) === ',')
          this.#note(this.facts.python3, index, 'keyword-only parameters');
        return;
      case '=':
        if (this.#isInTypeParameters && this.#depth === 1) this.#typeDefault(index);
        else if (this.#firstWord === 'class' && this.#depth > 0)
          this.#note(this.facts.python3, index, 'a keyword argument of a class');
        return;
      default:
    }
  }

  #typeDefault(index: number): void {
    this.#note(this.facts.python3, index, 'a default of a type parameter');
    this.facts.typeDefaults.push(index);
    if (this.#sourceAfter(index) === '*') this.facts.typeDefaults.push(this.#neighbour(index, 1));
  }

  #open(index: number, source: string): void {
    this.#depth++;
    const isDefinition = /^(?:def|class|type|async)$/.test(this.#firstWord);
    if (source === '[' && this.#depth === 1 && this.#parameterDepth === 0 && isDefinition)
      this.#isInTypeParameters ||= /^(?:def|class|type)$/.test(this.#wordBefore(index));
    const isLambdaTuple =
      source === '(' && this.#lambdas > 0 && this.#lambdaDepths.at(-1) === this.#depth - 1;
    if (isLambdaTuple && this.#sourceBefore(index) === ',')
      this.#note(this.facts.python2, index, 'a tuple as parameter');
    if (this.#firstWord !== 'def' && this.#firstWord !== 'async') return;
    if (source === '(' && this.#depth === 1 && this.#parameterDepth === 0) this.#parameterDepth = 1;
    else if (source === '(' && this.#depth === 2 && this.#parameterDepth === 1 && this.#lambdas === 0) {
      if (/^[(,]$/.test(this.#sourceBefore(index)))
        this.#note(this.facts.python2, index, 'a tuple as parameter');
    }
  }

  /** The word before the word before a token. */
  #wordBefore(index: number): string {
    const name = this.#neighbour(index, -1);
    const keyword = name < 0 ? -1 : this.#neighbour(name, -1);
    return keyword < 0 ? '' : this.#source(keyword);
  }

  /** Ends a lambda's parameters, begins a block, or is an annotation. */
  #colon(index: number): void {
    if (this.#lambdaDepths.at(-1) === this.#depth && this.#lambdas > 0) {
      this.#lambdas--;
      this.#lambdaDepths.pop();
      return;
    }
    if (this.#depth === 0 && blockWords.has(this.#firstWord)) {
      this.#beginStatement();
      return;
    }
    const isParameter = this.#parameterDepth > 0 && this.#depth === this.#parameterDepth;
    if (isParameter || (this.#depth === 0 && this.#firstWord !== '' && !reservedWords.has(this.#firstWord)))
      this.#note(this.facts.python3, index, 'an annotation');
  }

  #comma(index: number): void {
    if (this.#depth > 0 || this.#lambdas > 0) return;
    if (this.#firstWord === 'except') this.#note(this.facts.python2, index, '"except" with a comma');
    if (this.#firstWord === 'raise') this.#note(this.facts.python2, index, '"raise" with a comma');
  }

  #literal(index: number, kind: number): void {
    this.#atStart = false;
    if (kind === tokenKinds.backtick) {
      this.#note(this.facts.python2, index, 'backticks');
      return;
    }
    if (kind === tokenKinds.formatStart) {
      this.#note(this.facts.python3, index, 'an f-string');
      return;
    }
    const source = this.#text.slice(this.#tokens.starts[index], this.#tokens.starts[index]! + 2);
    if (kind === tokenKinds.string && /^ur/i.test(source))
      this.#note(this.facts.python2, index, 'a literal with the prefix ur');
    if (kind === tokenKinds.string && /^rb/i.test(source))
      this.#note(this.facts.python3, index, 'a literal with the prefix rb');
    if (kind !== tokenKinds.number) return;
    const number = this.#source(index);
    if (/^0[0-7_]*[1-7][0-7]*$/.test(number))
      this.#note(this.facts.python2, index, `the octal number ${number}`);
    else if (/[lL]$/.test(number)) this.#note(this.facts.python2, index, `the long number ${number}`);
    else if (number.includes('_')) this.#note(this.facts.python3, index, `the number ${number}`);
  }

  #comment(index: number): void {
    if (this.#tokens.starts[index] !== 0) return;
    const interpreter = /^#!.*\bpython([23])/.exec(this.#source(index))?.[1];
    if (interpreter === '2') this.#note(this.facts.weakPython2, index, 'its first line');
    if (interpreter === '3') this.#note(this.facts.weakPython3, index, 'its first line');
  }
}
