/** What parsing a text gives: the face of the Python layer that every other room reads. */
import type { Span } from '../base/span.ts';
import type { Module } from './syntax.ts';

/** A place where the text is not Python. */
export interface SyntaxProblem {
  readonly span: Span;
  /** One short sentence. */
  readonly message: string;
}

/** Which Python the file is written in, and what says so. */
export interface PythonVersion {
  readonly major: 2 | 3;
  /** For people: "a print statement in line 3", or "nothing in it is Python 2 only". */
  readonly reason: string;
  /** The code that decided; null where nothing in the file does. */
  readonly evidence: Span | null;
}

/** One cell. Cells cover the whole text without gaps, in order. */
export interface Cell extends Span {
  /** From 0. */
  readonly index: number;
  /** The title after the marker (`# %% Title`), '' without one. */
  readonly title: string;
  /** The line of the marker; null for text before the first marker. */
  readonly marker: Span | null;
}

/** One version of a text, parsed. A value: an edit gives a new one. */
export interface ParsedFile {
  readonly text: string;
  readonly module: Module;
  readonly problems: readonly SyntaxProblem[];
  readonly python: PythonVersion;
  readonly cells: readonly Cell[];
}

/** Replaces `text.slice(start, end)` by `newText`. */
export interface TextEdit extends Span {
  readonly newText: string;
}
