/**
 * Patterns that modules of ours make of what a program gives them, in Python's syntax. JavaScript's own expressions could not be stopped
 * where such a pattern can be read in more ways than anybody can try.
 */
import { grow, runtime } from '../../../runtime.ts';
import { Matcher, type MatchWindow } from './matcher.ts';
import { parsePattern } from './parsePattern.ts';
import { raiseRegexError } from './patternErrors.ts';
import { compilePattern } from './program.ts';
import { type SearchedText, searchedText } from './subject.ts';
import { flag, type Pattern } from './syntaxTree.ts';

export interface PlainMatch {
  readonly text: string;
  /** The groups from the first one on; `undefined` for those that did not match. */
  readonly groups: readonly (string | undefined)[];
  named(name: string): string | undefined;
  /** All that stands before the match. */
  before(): string;
}

/** A pattern without regard to case. Raises `re.error` for what is none. */
export class PlainPattern {
  readonly #pattern: Pattern;
  readonly #program: ReturnType<typeof compilePattern>;

  constructor(expression: string) {
    const source = { text: expression, isText: true, python: 3 } as const;
    try {
      this.#pattern = parsePattern(source, flag.unicode | flag.ignoreCase);
    } catch (error) {
      raiseRegexError(error, expression);
    }
    this.#program = compilePattern(this.#pattern);
  }

  /** The match at the beginning of a text. */
  matchStart(text: string): PlainMatch | null {
    const subject = searchedText(text)!;
    const matcher = this.#matcher(subject, { start: 0, end: subject.length, mode: 'match' });
    return matcher && this.#found(matcher, subject);
  }

  /** The text with every match, of which none is empty, replaced. */
  replaceAll(text: string, replace: (match: PlainMatch) => string): string {
    const subject = searchedText(text)!;
    const { length: end } = subject;
    let result = '';
    let start = 0;
    for (;;) {
      const matcher = this.#matcher(subject, { start, end, mode: 'search' });
      if (matcher === null) return result + (subject.slice(start, end) as string);
      const [from, to] = matcher.registers as unknown as readonly [number, number];
      const written = replace(this.#found(matcher, subject));
      grow(from - start + written.length);
      result += (subject.slice(start, from) as string) + written;
      start = to;
    }
  }

  /** A matcher that has matched; null where nothing matches. */
  #matcher(subject: SearchedText, window: MatchWindow): Matcher | null {
    const matcher = new Matcher(this.#program, subject, runtime());
    return matcher.run(window) ? matcher : null;
  }

  #found({ registers }: Matcher, subject: SearchedText): PlainMatch {
    const part = (group: number): string | undefined => {
      const [from, to] = [registers[2 * group]!, registers[2 * group + 1]!];
      return from < 0 || to < from ? undefined : (subject.slice(from, to) as string);
    };
    const { groupCount, groupNames } = this.#pattern;
    return {
      text: part(0)!,
      groups: Array.from({ length: groupCount }, (_, i) => part(i + 1)),
      named: (name) => part(groupNames.get(name)!),
      before: () => subject.slice(0, registers[0]!) as string,
    };
  }
}
