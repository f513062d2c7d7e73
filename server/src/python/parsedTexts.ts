/** Files that are parsed once as long as their texts stay the same. What a file is imported for is none of its business. */
import type { ParsedFile } from './parsedFile.ts';

/** Files that are kept parsed; a large workspace must not fill the memory. */
const usuallyKept = 300;

export class ParsedTexts {
  readonly #parse: (text: string) => ParsedFile;
  /** From the one that was asked for the longest time ago. */
  readonly #kept = new Map<string, ParsedFile>();

  readonly #mostKept: number;

  constructor(parse: (text: string) => ParsedFile, mostKept = usuallyKept) {
    this.#parse = parse;
    this.#mostKept = mostKept;
  }

  /** The file with this text, parsed. */
  of(path: string, text: string): ParsedFile {
    const known = this.#kept.get(path);
    const file = known?.text === text ? known : this.#parse(text);
    this.#kept.delete(path);
    this.#kept.set(path, file);
    if (this.#kept.size > this.#mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return file;
  }
}
