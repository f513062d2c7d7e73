/** `shlex`: `split`, `quote`, `join`. The states are those of CPython's `shlex` with `whitespace_split`. */
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { typeOf } from '../../../pyType.ts';
import { asText } from '../../../types/textValues.ts';
import { list, type PyModule, type Value } from '../../../values.ts';

/** How a text is split: POSIX shells take quotes away, and comments may begin with `#`. */
interface SplitRules {
  readonly isPosix: boolean;
  readonly hasComments: boolean;
}

class TokenSplitter {
  readonly #rules: SplitRules;
  readonly #tokens: string[] = [];
  #token = '';
  /** A token of nothing but empty quotes counts. */
  #isToken = false;

  constructor(rules: SplitRules) {
    this.#rules = rules;
  }

  split(text: string): string[] {
    const characters = [...text];
    for (let at = 0; at < characters.length; at++) {
      const character = characters[at]!;
      if (' \t\r\n'.includes(character)) this.#end();
      else if (character === '#' && this.#rules.hasComments) {
        this.#end();
        while (at + 1 < characters.length && characters[at] !== '\n') at++;
      } else if (this.#isQuote(character)) at = this.#quoted(characters, at);
      else if (character === '\\' && this.#rules.isPosix) {
        if (++at >= characters.length) raiseValueError('No escaped character');
        this.#add(characters[at]!);
      } else this.#add(character);
    }
    this.#end();
    return this.#tokens;
  }

  /** Without the rules of POSIX a quote within a word is a character like others. */
  #isQuote(character: string): boolean {
    return (character === "'" || character === '"') && (this.#rules.isPosix || !this.#isToken);
  }

  #add(text: string): void {
    this.#token += text;
    this.#isToken = true;
  }

  #end(): void {
    if (this.#isToken) this.#tokens.push(this.#token);
    this.#token = '';
    this.#isToken = false;
  }

  /** The position of the closing quote. */
  #quoted(characters: readonly string[], start: number): number {
    const quote = characters[start]!;
    this.#add(this.#rules.isPosix ? '' : quote);
    for (let at = start + 1; at < characters.length; at++) {
      const character = characters[at]!;
      if (character === quote) {
        this.#add(this.#rules.isPosix ? '' : quote);
        if (!this.#rules.isPosix) this.#end();
        return at;
      }
      if (character === '\\' && quote === '"' && this.#rules.isPosix) {
        const escaped = characters[++at];
        if (escaped === undefined) return raiseValueError('No escaped character');
        this.#add(escaped === '"' || escaped === '\\' ? escaped : `\\${escaped}`);
      } else this.#add(character);
    }
    return raiseValueError('No closing quotation');
  }
}

function quote(given: Value): string {
  const text =
    asText(given) ?? raiseTypeError(`expected string or bytes-like object, got '${typeOf(given).name}'`);
  if (text === '') return "''";
  return /[^\w@%+=:,./-]/.test(text) ? `'${text.replaceAll("'", `'"'"'`)}'` : text;
}

export const shlexModule = (): PyModule =>
  defineModule({
    name: 'shlex',
    functions: {
      'split(s, comments?, posix?)': (text: Value, comments: Value = false, posix: Value = true) => {
        const given = asText(text) ?? raiseValueError('s argument must not be None');
        const rules = { isPosix: isTrue(posix), hasComments: isTrue(comments) };
        return list(new TokenSplitter(rules).split(given));
      },
      'quote(s)': quote,
      'join(split_command)': (words: Value) => toArray(words).map(quote).join(' '),
    },
    refused: ['shlex'],
  });
