/** What the run lenses of the server become in this editor: running, finished, in Restricted Mode, beside Jupyter. Pure. */
import { commands } from '../../protocol/src/editor.ts';
import type { PositionData } from '../../protocol/src/places.ts';
import { t } from './l10n.ts';
import { outcomeText, runningText } from './runTexts.ts';
import type { CellRun } from './trackedResults.ts';

/** A lens as far as this file needs it. */
export interface LensView {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

export interface LensState {
  readonly isTrusted: boolean;
  readonly hasJupyter: boolean;
  /** The last run of the cell at a place, or null. */
  readonly runAt: (position: PositionData) => CellRun | null;
  readonly now: number;
}

/** The editor's own command behind the lens of Restricted Mode. */
export const manageTrustCommand = 'workbench.trust.manage';

const runCommands: ReadonlySet<string> = new Set([commands.runCell, commands.runAbove, commands.runAll]);

/** Stands after an icon: lenses drop an ordinary space there. */
export const iconGap = '\u00a0';

/** True for a lens that starts a run. */
export const isRunLens = (command: string): boolean => runCommands.has(command);

/**
 * The lens to show for one of the server's, at `position`; null for none. With Jupyter the words tell the two apart. The
 * first run lens of a cell carries the state of its run.
 */
export function presentLens(
  lens: LensView,
  place: { readonly position: PositionData; readonly isFirst: boolean },
  state: LensState,
): LensView | null {
  if (!isRunLens(lens.command)) return lens;
  if (!state.isTrusted) return place.isFirst ? restrictedLens() : null;
  const run = place.isFirst ? state.runAt(place.position) : null;
  if (run?.state === 'running') {
    const title = `$(stop)${iconGap}${t('Cancel')} · ${runningText(run, state.now)}`;
    return { title, command: commands.cancel, arguments: lens.arguments };
  }
  const title = state.hasJupyter && place.isFirst ? t('Evaluate (no Python)') : lens.title;
  const outcome = run === null ? '' : ` · ${outcomeText(run)}`;
  return { ...lens, title: title + outcome };
}

const restrictedLens = (): LensView => ({
  title: `$(shield)${iconGap}${t('Running is off in Restricted Mode')}`,
  command: manageTrustCommand,
  arguments: [],
});
