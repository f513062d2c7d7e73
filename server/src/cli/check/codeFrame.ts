/** A line of source with carets below what is meant, as a terminal shows it. */
import { printable, styled, type TextStyle } from '../textStyle.ts';
import type { CheckedPlace } from './checkedFinding.ts';

/** Cells of a line that are shown; of a longer one the part around the place. */
const widest = 100;
/** Cells that are kept before the place in a line that is cut. */
const keptBefore = 30;
const tabWidth = 4;

// Terminals draw these two cells wide.
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;
const zeroWidth = /[\p{Mn}\p{Me}\u200b-\u200d]/u;

/** A part of the line as it is drawn. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where it stands in the line, in UTF-16 units. */
  readonly offset: number;
}

/** Three lines: a rule, the source line with its number, the carets. `color` is that of the carets. */
export function codeFrame(
  place: CheckedPlace,
  style: TextStyle,
  color: readonly [string, string],
): readonly string[] {
  const number = String(place.line);
  const margin = ' '.repeat(number.length);
  const { text, before, length } = drawn(place);
  const carets = ' '.repeat(before) + styled(color, '^'.repeat(length));
  return [
    styled(style.dim, `${margin} |`),
    `${styled(style.dim, `${number} |`)} ${text}`.trimEnd(),
    `${styled(style.dim, `${margin} |`)} ${carets}`,
  ];
}

function drawn({ lineText, line, column, endLine, endColumn }: CheckedPlace): {
  text: string;
  before: number;
  length: number;
} {
  const all = cellsOf(lineText);
  const start = column - 1;
  const end = endLine === line ? endColumn - 1 : lineText.trimEnd().length;
  const from = firstShown(all, start);
  const shown = all.slice(from, from + lastShown(all.slice(from)));
  const widthOf = (cells: readonly Cell[]) => cells.reduce((sum, { width }) => sum + width, 0);
  const prefix = from > 0 ? '…' : '';
  const isCut = from + shown.length < all.length;
  return {
    text: `${prefix}${shown.map(({ text }) => text).join('')}${isCut ? '…' : ''}`,
    before: prefix.length + widthOf(shown.filter(({ offset }) => offset < start)),
    length: Math.max(1, widthOf(shown.filter(({ offset }) => offset >= start && offset < end))),
  };
}

/** The first cell that is shown. */
function firstShown(cells: readonly Cell[], start: number): number {
  if (lastShown(cells) === cells.length) return 0;
  const at = cells.findIndex(({ offset }) => offset >= start);
  return Math.max(0, (at < 0 ? cells.length : at) - keptBefore);
}

/** How many of the cells fit. */
function lastShown(cells: readonly Cell[]): number {
  let width = 0;
  const at = cells.findIndex((cell) => {
    width += cell.width;
    return width > widest;
  });
  return at < 0 ? cells.length : at;
}

function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  for (const character of line) {
    if (character === '\t') cells.push({ text: ' '.repeat(tabWidth), width: tabWidth, offset });
    else {
      const width = zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
      cells.push({ text: printable(character), width, offset });
    }
    offset += character.length;
  }
  return cells;
}
