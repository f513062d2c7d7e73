/**
 * Offsets to lines and back. Lines end at `\n`, `\r\n` or `\r`, as VS Code and the language server protocol
 * count them; U+2028 and form feeds do not end a line.
 */
export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line, from 0. */
  readonly character: number;
}

/** Where the lines of one text start. A value: a changed text gets a new index. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#starts = lineStarts(text);
    this.#text = text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` (from 0) starts; the end of the text for lines after the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The line (from 0) that holds `offset`; offsets outside the text count as its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line and character, both from 0, of an offset. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.lineStart(line) };
  }

  /** The offset of a position; a character after the end of its line counts as that end, before the line break. */
  offsetAt(position: Position): number {
    return Math.min(this.lineStart(position.line) + position.character, this.#lineEnd(position.line));
  }

  /** The offset before the line break of `line`, or the end of the text. */
  #lineEnd(line: number): number {
    const next = this.lineStart(line + 1);
    if (line + 1 >= this.lineCount) return next;
    const isPair = this.#text.charCodeAt(next - 1) === 10 && this.#text.charCodeAt(next - 2) === 13;
    return isPair ? next - 2 : next - 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (unit === 10 || unit === 13) starts.push(offset + 1);
  }
  return starts;
}
