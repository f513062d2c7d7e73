/**
 * The tree of a text that is edited, made only when somebody asks for it: then the edits since the last time go to the
 * incremental parser at once.
 */
import type { ParsedFile, TextEdit } from '../python/parsedFile.ts';
import type { IncrementalParse, PythonParser } from '../python/parser.ts';

export class LazyParse {
  readonly #parser: () => PythonParser;
  #parse: IncrementalParse | null = null;
  #edits: TextEdit[] = [];

  constructor(parser: () => PythonParser) {
    this.#parser = parser;
  }

  /** The text was edited; the edit is in terms of the text before it. */
  edited(edit: TextEdit): void {
    if (this.#parse !== null) this.#edits.push(edit);
  }

  /** The tree of `text`, which is the one that all edits have made. */
  fileOf(text: string): ParsedFile {
    if (this.#parse === null) this.#parse = this.#parser().open(text);
    else if (this.#edits.length > 0) this.#parse.update(this.#edits);
    this.#edits = [];
    return this.#parse.file;
  }

  /** The next tree is made from the whole text. */
  forget(): void {
    this.#parse?.dispose();
    this.#parse = null;
    this.#edits = [];
  }
}
