/** What a bench measures, and helpers to measure it. A bench file `bench/<topic>.bench.ts` exports `measurements`, or `run` for tables. */

/** One number next to its limit. */
export interface Measurement {
  /** What is measured: `keystroke → diagnostics, 2,000 lines, p95`. */
  readonly name: string;
  readonly unit: 'ms' | 'µs' | 'ns' | 'MB' | 'MB/s' | 'MFLOP/s' | 'files/s' | '×';
  /** What it has to keep: at most, or at least. Null where there is nothing to keep. */
  readonly limit: { readonly atMost: number } | { readonly atLeast: number } | null;
  /** Measures; takes a few seconds at most. */
  readonly measure: () => Promise<number> | number;
}

/** What a bench file exports. */
export interface Bench {
  readonly measurements?: readonly Measurement[];
  /** Measures and prints by itself. */
  readonly run?: (options: readonly string[]) => Promise<void>;
}

/** The value below which `share` (0 to 1) of all samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
