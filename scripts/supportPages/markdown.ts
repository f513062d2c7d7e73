/** The few pieces of Markdown that the pages are made of. */

/** What stands at the top of a page that nobody should edit. */
export const generatedMark =
  '<!-- Written by scripts/supportTables.ts from what the code has. Edit the code or that script, not this page. -->';

/** Names as code, with commas; `none` when there are none. */
export const nameList = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map(code).join(', ');

/** Text as code, also when there are backticks in it. */
export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Names that one side has and another has not. */
export interface NamePart {
  readonly only: string;
  readonly names: readonly string[];
}

/** A heading with the names that everybody has, and below it what only some have. Parts without names are left out. */
export function nameGroup(heading: string, common: readonly string[], parts: readonly NamePart[]): string {
  const present = parts.filter(({ names }) => names.length > 0);
  const lines = present.map(({ only, names }) => `- ${only}: ${nameList(names)}`);
  const whole = common.length === 0 && present.length > 0 ? [] : [`- ${nameList(common)}`];
  return [`### ${heading}`, '', ...whole, ...lines].join('\n');
}

/** A table. Cells must not contain line breaks. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|');

/** Blocks with an empty line between them, and one line break at the end. */
export const page = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
