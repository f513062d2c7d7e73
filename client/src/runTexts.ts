/** Short texts about runs: lens titles, the status bar. Pure. */
import { t } from './l10n.ts';
import type { CellRun } from './trackedResults.ts';

/** `0.4 ms`, `12 ms`, `1.2 s`, `2 min 5 s`. */
export function durationText(elapsedMs: number): string {
  if (elapsedMs < 1) return `${elapsedMs.toFixed(1)} ms`;
  if (elapsedMs < 999.5) return `${Math.round(elapsedMs)} ms`;
  if (elapsedMs < 59_950) return `${(elapsedMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(elapsedMs / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Seconds with one digit, so that the text does not jump while it counts; and the steps of a long scan. */
export function runningText(
  { startedAt, progress }: Pick<CellRun, 'startedAt' | 'progress'>,
  now: number,
): string {
  const seconds = ((now - startedAt) / 1000).toFixed(1);
  if (progress === null) return t('running {0} s', seconds);
  const [done, total] = [countText(progress.done), countText(progress.total)];
  return t('running {0} s · {1} of {2} steps', seconds, done, total);
}

/** The time of day of a moment: `14:32:05`. */
export const timeText = (atMs: number): string => new Date(atMs).toTimeString().slice(0, 8);

/** `1,234,567`. */
const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const outcomeTexts: Readonly<Record<Exclude<CellRun['state'], 'running' | 'finished'>, string>> = {
  raised: 'raised an error',
  cancelled: 'cancelled',
  outOfBudget: 'stopped: over its limit',
  crashed: 'evaluator ended',
  notRun: 'could not run',
};

/** `12 ms · reference`, `raised an error · 3 ms`; what a lens says after a run. */
export function outcomeText(run: CellRun): string {
  if (run.state === 'running') return 'running';
  const outcome = run.state === 'finished' ? [] : [outcomeTexts[run.state]];
  const time = run.state === 'notRun' ? [] : [durationText(run.elapsedMs)];
  const backend = run.backend === '' ? [] : [run.backend];
  return [...outcome, ...time, ...backend].join(' · ');
}

/** What the one status bar item shows. */
export interface StatusView {
  readonly text: string;
  readonly tooltip: string;
  /** What a click does. */
  readonly action: 'cancel' | 'showLog';
  readonly kind: 'normal' | 'error';
}

export interface StatusInput {
  readonly server: 'starting' | 'running' | 'stopped';
  readonly isTrusted: boolean;
  readonly runs: readonly CellRun[];
  readonly now: number;
}

/** The status of the document in the active editor. */
export function statusView(input: StatusInput): StatusView {
  const { server, isTrusted, runs, now } = input;
  const view = (text: string, tooltip: string): StatusView => ({
    text: `ScanLens: ${text}`,
    tooltip,
    action: 'showLog',
    kind: 'normal',
  });
  if (server === 'starting') return view('starting', 'The language server is starting.');
  if (server === 'stopped')
    return {
      ...view('$(error) stopped', 'The language server has stopped. Click for the log.'),
      kind: 'error',
    };
  const running = runs.find((run) => run.state === 'running');
  if (running !== undefined) {
    const text = `$(sync~spin) ${runningText(running, now)}`;
    return { ...view(text, 'Click to cancel the run.'), action: 'cancel' };
  }
  if (!isTrusted)
    return view('$(shield) no runs', 'Restricted Mode: rules and hovers work, running cells is off.');
  const last = runs.reduce<CellRun | null>((a, b) => (a === null || b.runId > a.runId ? b : a), null);
  if (last?.state === 'raised')
    return { ...view('$(error) error', 'The last run raised an error.'), kind: 'error' };
  if (last?.state === 'crashed')
    return { ...view('$(error) evaluator ended', 'The variables of this document are lost.'), kind: 'error' };
  return view('ready', last === null ? 'Nothing has been run yet.' : `Last run: ${outcomeText(last)}`);
}
