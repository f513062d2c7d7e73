/** What `npm run bench:editor` keeps, bench/results/<machine>.json, and its table in docs/performance.md. */

/** Times of one thing in a window, in milliseconds. */
export interface EditorTimes {
  readonly title: string;
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** What the median has to keep, or the 95th percentile; null where there is nothing to keep. */
  readonly goal: { readonly of: 'median' | 'p95'; readonly atMostMs: number } | null;
}

export interface EditorResults {
  readonly machine: string;
  readonly date: string;
  readonly times: readonly TakenTimes[];
}

/** With the load of the machine then: how many programs wanted its cores, those that were measured among them. */
export type TakenTimes = EditorTimes & { readonly load: number };

export function timesOf(
  title: string,
  samples: readonly number[],
  goal: EditorTimes['goal'] = null,
): EditorTimes {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { title, count: sorted.length, median: at(0.5), p95: at(0.95), most: at(1), goal };
}

/** `≤ 50 ms: kept`. */
export function verdict({ goal, ...times }: EditorTimes): string {
  if (goal === null) return '–';
  const isKept = times[goal.of] <= goal.atMostMs;
  return `${goal.of} ≤ ${goal.atMostMs} ms: ${isKept ? 'kept' : '**not kept**'}`;
}

export function editorTable({ times }: EditorResults): string {
  const rows = times.map((each) =>
    [
      each.title,
      ...[each.median, each.p95, each.most].map(milliseconds),
      String(each.count),
      verdict(each),
    ].join(' | '),
  );
  const heads = ['what', 'median', '95 % are under', 'longest', 'times', 'goal'].join(' | ');
  return [
    `| ${heads} |`,
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

export const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

export function editorMeasured({ machine, date, times }: EditorResults): string {
  const loads = times.map(({ load }) => Math.round(load));
  const others = `${Math.min(...loads)} to ${Math.max(...loads)} programs wanted its cores at that time`;
  return `Measured on ${date}: ${machine}; ${others}.`;
}
