/** The outputs of a cell as an editor of notebooks keeps them: texts of media types. Knows nothing of VS Code. */
import type { CellChange, CellOutput } from '../../../protocol/src/notebook.ts';
import { figureScene } from '../../scene/figureScene.ts';
import { paperPalette } from '../../scene/scene.ts';
import { svgText } from '../../scene/svgWriter.ts';
import { t } from '../l10n.ts';

const mediaTypes = {
  stdout: 'application/vnd.code.notebook.stdout',
  stderr: 'application/vnd.code.notebook.stderr',
  error: 'application/vnd.code.notebook.error',
} as const;

/** matplotlib's usual shape. */
const pictureSize = { width: 640, height: 480 } as const;

export interface OutputItem {
  readonly mime: string;
  readonly text: string;
}

/** One output: the same thing in one or several media types, the richest first. */
export interface NotebookOutput {
  readonly items: readonly OutputItem[];
  /** It goes on where the last output ended, if that is of the same kind. */
  readonly isStream: boolean;
  /** It is the value of the cell, which an `.ipynb` file keeps with the number of its execution. */
  readonly isValue: boolean;
}

export function notebookOutput(output: CellOutput): NotebookOutput {
  switch (output.kind) {
    case 'stdout':
    case 'stderr':
      return stream(output.kind, output.text);
    case 'skipped':
      return stream('stderr', `${skippedText(output.lines)}\n`);
    case 'stopped':
      return stream('stderr', `${t('Stopped.')}\n`);
    case 'variablesLost':
      return stream(
        'stderr',
        `${t('The variables of this notebook are gone. Run its cells again from the first one.')}\n`,
      );
    case 'value':
      return { ...plain([{ mime: 'text/plain', text: output.text }]), isValue: true };
    case 'plot': {
      const scene = figureScene(output.plot, pictureSize, paperPalette, t);
      return plain([
        { mime: 'image/svg+xml', text: svgText(scene) },
        { mime: 'text/plain', text: scene.description },
      ]);
    }
    case 'state':
      return plain(stateItems(output));
    case 'error':
      return problem(output.type, output.message, output.traceback);
  }
}

/** Why a cell was not run, in the place of what it would have shown. */
export const refusal = (message: string): NotebookOutput => problem('ScanLens', message, '');

const plain = (items: readonly OutputItem[]): NotebookOutput => ({ items, isStream: false, isValue: false });

const stream = (kind: 'stdout' | 'stderr', text: string): NotebookOutput => ({
  items: [{ mime: mediaTypes[kind], text }],
  isStream: true,
  isValue: false,
});

function problem(name: string, message: string, stack: string): NotebookOutput {
  return plain([{ mime: mediaTypes.error, text: JSON.stringify({ name, message, stack }) }]);
}

function skippedText(lines: readonly string[]): string {
  const what = lines.join('\n');
  return t('Passed over, because ScanLens runs Python only and needs nothing to be installed: {0}', what);
}

// --------------------------------------------------------------------------------------------------------- state changes

function stateItems({
  changes,
  omittedCount,
}: Extract<CellOutput, { readonly kind: 'state' }>): readonly OutputItem[] {
  const more = omittedCount === 0 ? '' : t('{0} more changes are not shown.', omittedCount);
  return [
    { mime: 'text/markdown', text: [table(changes), more].filter((part) => part !== '').join('\n\n') },
    { mime: 'text/plain', text: [...changes.map(lineOf), more].filter((part) => part !== '').join('\n') },
  ];
}

function table(changes: readonly CellChange[]): string {
  const head = [t('Shared variable'), t('Change'), t('Where')];
  const rows = changes.map(({ name, change, place, times, isDropped }) => [
    code(name),
    isDropped ? `**${t('dropped')}** ${code(change)}` : code(change),
    [place, times].filter((part) => part !== '').join(' '),
  ]);
  const written = [head, head.map(() => '---'), ...rows];
  return written.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const lineOf = ({ name, change, place, times }: CellChange): string =>
  `${name}: ${change} (${[place, times].filter((part) => part !== '').join(' ')})`;

/** Text in the cell of a table, as it is: no mark-up, no line breaks, no end of the cell. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const fence = '`'.repeat(1 + Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length)));
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line === '' ? '' : `${fence}${space}${line}${space}${fence}`;
}
