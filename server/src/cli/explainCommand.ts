/** `scanlens explain`: the list of rules, and the page about one of them, for the terminal. */
import { nearestNames } from '../base/nearestNames.ts';
import { allRules } from '../project/ruleNames.ts';
import { type CommandIo, exitCodes } from './commandIo.ts';
import { readRulePage } from './packageFiles.ts';
import { colorStyle, plainStyle, styled, type TextStyle } from './textStyle.ts';

/** All rules with their levels and summaries. */
export function listRules(io: CommandIo): number {
  const style = io.isOutColored ? colorStyle : plainStyle;
  const width = Math.max(...allRules.map(({ id }) => id.length));
  const levelWidth = Math.max(...allRules.map(({ level }) => level.length));
  const rows = [...allRules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, level, summary }) => {
      const name = styled(style.strong, id.padEnd(width));
      return `${name}  ${styled(style.dim, level.padEnd(levelWidth))}  ${summary}\n`;
    });
  io.writeOut(rows.join(''));
  return exitCodes.done;
}

/** The page about a rule. An unknown one is refused with the ids that resemble it. */
export function explainRule(id: string, io: CommandIo): number {
  const rule = allRules.find((known) => known.id === id);
  if (rule === undefined) {
    const nearest = nearestNames(
      id,
      allRules.map((known) => known.id),
    ).slice(0, 3);
    const question = nearest.length === 0 ? 'See scanlens explain.' : `Did you mean ${nearest.join(' or ')}?`;
    io.writeError(`scanlens: There is no rule ${id}. ${question}\n`);
    return exitCodes.unusable;
  }
  const page = readRulePage(id) ?? `# ${id}\n\n${rule.summary}\n\nLevel: ${rule.level}.\n`;
  io.writeOut(pageText(page, io.isOutColored ? colorStyle : plainStyle));
  return exitCodes.done;
}

/** Markdown as it reads well without being rendered: links lose their targets, headings stand out, code is indented. */
export function pageText(markdown: string, style: TextStyle): string {
  let isCode = false;
  const lines = markdown
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (/^```/.test(line)) {
        isCode = !isCode;
        return [];
      }
      if (isCode) return [line === '' ? '' : `    ${styled(style.blue, line)}`];
      const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
      const plain = (heading ?? line).replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
      return [heading === undefined ? plain : styled(style.strong, plain)];
    });
  return `${lines.join('\n')}\n`;
}
