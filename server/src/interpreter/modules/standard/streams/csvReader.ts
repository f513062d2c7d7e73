/** The parser of `csv.reader`: one record at a time from lines. The states are those of CPython's `Modules/_csv.c`. */

export const quoting = { minimal: 0, all: 1, nonNumeric: 2, none: 3, strings: 4, notNull: 5 } as const;

/** A CSV format. */
export interface CsvFormat {
  readonly delimiter: string;
  /** null: nothing is quoted. */
  readonly quote: string | null;
  readonly escapeMark: string | null;
  readonly doublesQuotes: boolean;
  readonly skipsInitialSpace: boolean;
  readonly lineTerminator: string;
  readonly quoting: number;
  readonly isStrict: boolean;
}

/** What `csv.Error` says. */
export class CsvError extends Error {}

type State =
  | 'record start'
  | 'field start'
  | 'escaped'
  | 'in field'
  | 'in quotes'
  | 'escaped in quotes'
  | 'quote in quotes'
  | 'record end'
  | 'after escaped newline';

/** One record; `isNumber` tells of fields without quotes, for QUOTE_NONNUMERIC. */
export interface CsvField {
  readonly text: string;
  readonly isNumber: boolean;
}

export class RecordParser {
  readonly #format: CsvFormat;
  #state: State = 'record start';
  #fields: CsvField[] = [];
  #text = '';
  #isNumber = false;

  constructor(format: CsvFormat) {
    this.#format = format;
  }

  /** Adds a line; the record if it is complete, null if it goes on. */
  addLine(line: string): CsvField[] | null {
    for (const character of line) this.#step(character);
    this.#step(null);
    return this.#state === 'record start' ? this.#take() : null;
  }

  /** The record at the end of the input: a quoted field may be open. */
  finish(): CsvField[] | null {
    if (this.#text === '' && this.#state !== 'in quotes') return null;
    if (this.#format.isStrict) throw new CsvError('unexpected end of data');
    this.#save();
    return this.#take();
  }

  #take(): CsvField[] {
    const fields = this.#fields;
    this.#fields = [];
    this.#state = 'record start';
    return fields;
  }

  #save(): void {
    this.#fields.push({ text: this.#text, isNumber: this.#isNumber });
    this.#text = '';
    this.#isNumber = false;
  }

  /** One character; null is the end of a line. */
  #step(character: string | null): void {
    const isEnd = character === null || character === '\n' || character === '\r';
    switch (this.#state) {
      case 'record start':
        if (character === null) return;
        if (isEnd) this.#state = 'record end';
        else this.#startField(character);
        return;
      case 'field start':
        this.#startField(character);
        return;
      case 'escaped':
      case 'escaped in quotes':
        this.#escaped(character);
        return;
      case 'after escaped newline':
        if (character !== null) this.#inField(character);
        return;
      case 'in field':
        this.#inField(character);
        return;
      case 'in quotes':
        this.#inQuotes(character);
        return;
      case 'quote in quotes':
        this.#afterQuote(character);
        return;
      case 'record end':
        if (isEnd) {
          if (character === null) this.#state = 'record start';
          return;
        }
        throw new CsvError(
          'new-line character seen in unquoted field - do you need to open the file in universal-newline mode?',
        );
    }
  }

  #startField(character: string | null): void {
    const { quote, escapeMark, delimiter, skipsInitialSpace, quoting: rule } = this.#format;
    if (character === null || character === '\n' || character === '\r') {
      this.#save();
      this.#state = character === null ? 'record start' : 'record end';
    } else if (character === quote && rule !== quoting.none) this.#state = 'in quotes';
    else if (character === escapeMark) this.#state = 'escaped';
    else if (character === ' ' && skipsInitialSpace) this.#state = 'field start';
    else if (character === delimiter) {
      this.#save();
      this.#state = 'field start';
    } else {
      if (rule === quoting.nonNumeric) this.#isNumber = true;
      this.#text += character;
      this.#state = 'in field';
    }
  }

  #escaped(character: string | null): void {
    const isQuoted = this.#state === 'escaped in quotes';
    if (character === null) {
      if (isQuoted) this.#text += '\n';
      this.#text += isQuoted ? '' : '\n';
      this.#state = isQuoted ? 'in quotes' : 'in field';
      return;
    }
    this.#text += character;
    const isNewline = character === '\n' || character === '\r';
    this.#state = isQuoted ? 'in quotes' : isNewline ? 'after escaped newline' : 'in field';
  }

  #inField(character: string | null): void {
    const { escapeMark, delimiter } = this.#format;
    if (character === null || character === '\n' || character === '\r') {
      this.#save();
      this.#state = character === null ? 'record start' : 'record end';
    } else if (character === escapeMark) this.#state = 'escaped';
    else if (character === delimiter) {
      this.#save();
      this.#state = 'field start';
    } else this.#text += character;
  }

  #inQuotes(character: string | null): void {
    const { quote, escapeMark, doublesQuotes, quoting: rule } = this.#format;
    if (character === null) return;
    if (character === escapeMark) this.#state = 'escaped in quotes';
    else if (character === quote && rule !== quoting.none) {
      this.#state = doublesQuotes ? 'quote in quotes' : 'in field';
    } else this.#text += character;
  }

  #afterQuote(character: string | null): void {
    const { quote, delimiter, isStrict, quoting: rule } = this.#format;
    if (rule !== quoting.none && character === quote) {
      this.#text += quote;
      this.#state = 'in quotes';
    } else if (character === delimiter) {
      this.#save();
      this.#state = 'field start';
    } else if (character === null || character === '\n' || character === '\r') {
      this.#save();
      this.#state = character === null ? 'record start' : 'record end';
    } else if (isStrict) throw new CsvError(`'${delimiter}' expected after '${quote}'`);
    else {
      this.#text += character;
      this.#state = 'in field';
    }
  }
}
