/** Colours of a terminal, and texts that are safe to print on one. */

export interface TextStyle {
  /** Escape sequences around what they colour; empty strings without colours. */
  readonly dim: readonly [string, string];
  readonly strong: readonly [string, string];
  readonly red: readonly [string, string];
  readonly yellow: readonly [string, string];
  readonly blue: readonly [string, string];
}

export const plainStyle: TextStyle = {
  dim: ['', ''],
  strong: ['', ''],
  red: ['', ''],
  yellow: ['', ''],
  blue: ['', ''],
};

export const colorStyle: TextStyle = {
  dim: ['\u001b[2m', '\u001b[22m'],
  strong: ['\u001b[1m', '\u001b[22m'],
  red: ['\u001b[31m', '\u001b[39m'],
  yellow: ['\u001b[33m', '\u001b[39m'],
  blue: ['\u001b[34m', '\u001b[39m'],
};

export const styled = ([start, end]: readonly [string, string], text: string): string =>
  `${start}${text}${end}`;

// Escape sequences in a checked file must not reach the terminal, nor may characters that reorder what is read.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** One line in which everything can be seen. */
export const printable = (text: string): string => text.replaceAll(unprintable, '\ufffd');
