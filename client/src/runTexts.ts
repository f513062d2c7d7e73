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
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

function outcomeName(state: Exclude<CellRun['state'], 'running' | 'finished'>): string {
  switch (state) {
    case 'raised':
      return t('raised an error');
    case 'cancelled':
      return t('cancelled');
    case 'outOfBudget':
      return t('stopped: over its limit');
    case 'crashed':
      return t('evaluator ended');
    case 'notRun':
      return t('could not run');
  }
}

/** `12 ms · reference`, `raised an error · 3 ms`; what a lens says after a run. */
export function outcomeText(run: CellRun): string {
  if (run.state === 'running') return t('running');
  const outcome = run.state === 'finished' ? [] : [outcomeName(run.state)];
  const time = run.state === 'notRun' ? [] : [timeOf(run)];
  const backend = run.backend === '' ? [] : [run.backend];
  return [...outcome, ...time, ...backend].join(' · ');
}

function timeOf({ elapsedMs, cellCount }: CellRun): string {
  const time = durationText(elapsedMs);
  return cellCount === 1 ? time : t('{0} for {1} cells', time, cellCount);
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
  if (server === 'starting') return view(t('starting'), t('The language server is starting.'));
  if (server === 'stopped')
    return {
      ...view(`$(error) ${t('stopped')}`, t('The language server has stopped. Click for the log.')),
      kind: 'error',
    };
  const running = runs.find((run) => run.state === 'running');
  if (running !== undefined) {
    const text = `$(sync~spin) ${runningText(running, now)}`;
    return { ...view(text, t('Click to cancel the run.')), action: 'cancel' };
  }
  if (!isTrusted)
    return view(
      `$(shield) ${t('no runs')}`,
      t('Restricted Mode: rules and hovers work, running cells is off.'),
    );
  const last = runs.reduce<CellRun | null>((a, b) => (a === null || b.runId > a.runId ? b : a), null);
  if (last?.state === 'raised')
    return { ...view(`$(error) ${t('error')}`, t('The last run raised an error.')), kind: 'error' };
  if (last?.state === 'crashed')
    return {
      ...view(`$(error) ${t('evaluator ended')}`, t('The variables of this document are lost.')),
      kind: 'error',
    };
  return view(
    t('ready'),
    last === null ? t('Nothing has been run yet.') : t('Last run: {0}.', outcomeText(last)),
  );
}
