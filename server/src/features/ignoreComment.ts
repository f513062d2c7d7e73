/** The comment that turns a rule off for a line: `# scanlens: ignore[rule]`. */
import type { Span } from '../base/span.ts';
import type { ParsedFile, TextEdit } from '../python/parsedFile.ts';
import { nodeAt } from '../python/walk.ts';

const ignoreList = /#\s*scanlens:\s*ignore\s*\[[^\]]*(?=\])/;

/** What to write on the line where a finding begins; null where a comment can not stand at its end. */
export function ignoreEdit(rule: string, { start }: Span, file: ParsedFile): TextEdit | null {
  const { text, module } = file;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(start));
  const lineEnd = rest === null ? text.length : start + rest.index;
  const line = text.slice(lineStart, lineEnd);
  const known = ignoreList.exec(line);
  if (known !== null) return insertion(lineStart + known.index + known[0].length, `, ${rule}`);
  const end = lineStart + line.trimEnd().length;
  if (text[end - 1] === '\\' || isInString(nodeAt(module, lineEnd), lineEnd)) return null;
  return insertion(end, `  # scanlens: ignore[${rule}]`);
}

const insertion = (offset: number, newText: string): TextEdit => ({ start: offset, end: offset, newText });

/** A string over several lines goes on behind the end of this one. */
const isInString = (path: ReturnType<typeof nodeAt>, offset: number): boolean =>
  path.some(
    ({ kind, start, end }) => (kind === 'String' || kind === 'JoinedStr') && start < offset && offset < end,
  );
