/** Texts of a program inside Markdown, so that nothing in them is taken for markup. */

/** A code span; line breaks become spaces. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/**
 * A code span inside a table: a bar would end the cell. Before a bar that follows backslashes stands a space without width, or they
 * would change what its own backslash says.
 */
export const tableCode = (text: string): string =>
  codeSpan(text).replace(/(\\*)\|/g, (_, before: string) => `${before}${before && '\u200b'}\\|`);

/** Room at the end of a cell. The unit without width is there because spaces at the end of a cell are cut off. */
export const columnGap = '\u2002\u200b';

/** Words that stay on one line: editors break lines in cells that are short. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A table; its cells are Markdown already. Editors centre headings that do not ask for the left, and put columns side by side. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[], gap: string): string => `| ${cells.join(`${gap} | `)} |`;
  const rule = head.map(() => ':--');
  return [
    line(head.map(unbroken), columnGap),
    line(rule, ''),
    ...rows.map((cells) => line(cells, columnGap)),
  ].join('\n');
}

/** A block of text as it is. */
export function codeBlock(text: string, language = 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Plain words; a colon and an at sign make addresses, which editors turn into links. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~:@&]/g, '\\$&');

function longestRun(text: string): number {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
