/** The results of bench/scans.bench.ts as tables in Markdown, with the goals that each number keeps or does not. */
import type { SuiteResult, Timing } from './measureSuite.ts';
import { type Suite, suites } from './suites.ts';

/** What is kept of a run: bench/results/<machine>.json. */
export interface ScanResults {
  readonly machine: string;
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly suites: readonly SuiteResult[];
}

const libraries = ['pytensor', 'jax'] as const;
const titles = ['PyTensor', 'JAX'] as const;

/** Times per step, and how they compare. */
export function timeTable({ suites: results }: ScanResults): string {
  const heads = [
    'suite',
    'ScanLens',
    'reference',
    'by hand',
    ...titles,
    'NumPy loop',
    '× the best library',
    'goal',
  ];
  return markdown(
    heads,
    results.map((result) => {
      const { nsPerStep } = result;
      const cells = ['wasm', 'reference', 'by hand', ...libraries, 'numpy'].map((name) =>
        duration(nsPerStep[name]),
      );
      const times = timesFaster(result);
      return [
        result.title,
        ...cells,
        times === null ? '–' : factor(times),
        verdicts(result).join(', ') || '–',
      ];
    }),
  );
}

/** Suites of each kind, for readers who want to see only some. */
const briefSuites: readonly string[] = [
  'scalar recurrence',
  'dict update',
  'nested Mandelbrot',
  'Metropolis, two draws',
  'logistic map, 1,000',
  'RNN 64, float64',
  'RNN 256, float64',
  'LSTM 32 → 64 with gradient',
  'Gibbs RBM 784 × 500',
];

/** A few suites: times per step, the fastest in bold, and how long compiling takes. */
export function briefTable({ suites: results }: ScanResults): string {
  const names = ['wasm', ...libraries] as const;
  const owners = ['ScanLens', ...titles];
  const heads = ['per step', ...owners, ...owners.map((owner) => `first call, ${owner}`)];
  const rows = briefSuites.flatMap((title) => results.find((result) => result.title === title) ?? []);
  return markdown(
    heads,
    rows.map(({ title, nsPerStep, compileMs, pythonCompileMs }) => {
      const best = Math.min(...names.flatMap((name) => nsPerStep[name]?.best ?? []));
      const times = names.map((name) => {
        const text = duration(nsPerStep[name]);
        return nsPerStep[name]?.best === best ? `**${text}**` : text;
      });
      const compiling = [compileMs, ...libraries.map((name) => pythonCompileMs[name])].map(milliseconds);
      return [title, ...times, ...compiling];
    }),
  );
}

/** What comes before the first step, and memory. */
export function compileTable({ suites: results }: ScanResults): string {
  const heads = ['suite', 'first time', 'again', 'program up to the call', ...titles, 'memory', 'goal'];
  return markdown(
    heads,
    results.map((result) => {
      const { compileMs, compileAgainMs, loadMs, pythonCompileMs, bytes } = result;
      const python = libraries.map((name) => milliseconds(pythonCompileMs[name]));
      return [
        result.title,
        ...[compileMs, compileAgainMs, loadMs].map(milliseconds),
        ...python,
        byteText(bytes),
        compileVerdict(result) ?? '–',
      ];
    }),
  );
}

/** How many times as long the fastest library takes; null without libraries. */
export function timesFaster({ nsPerStep }: SuiteResult): number | null {
  const others = libraries.flatMap((name) => nsPerStep[name]?.best ?? []);
  return others.length === 0 ? null : Math.min(...others) / nsPerStep['wasm']!.best;
}

/** The goals of a suite's steps, each with whether it is kept. */
export function verdicts(result: SuiteResult): string[] {
  const { nsPerStep, gigaflops, timesFaster: least } = goalsOf(result);
  const ours = result.nsPerStep['wasm']!.best;
  const told: string[] = [];
  if (nsPerStep !== undefined) told.push(verdict(`≤ ${duration({ best: nsPerStep })}`, ours <= nsPerStep));
  if (gigaflops !== undefined)
    told.push(
      verdict(`≥ ${gigaflops} GFLOP/s (${result.gigaflops!.toFixed(1)})`, result.gigaflops! >= gigaflops),
    );
  const times = timesFaster(result);
  if (least !== undefined && times !== null) told.push(verdict(`≥ ${factor(least)}`, times >= least));
  return told;
}

function compileVerdict(result: SuiteResult): string | null {
  const { compileMs } = goalsOf(result);
  return compileMs === undefined ? null : verdict(`≤ ${compileMs} ms`, result.compileMs <= compileMs);
}

const goalsOf = ({ title }: SuiteResult): Suite['goals'] =>
  suites.find((suite) => suite.title === title)?.goals ?? {};

const verdict = (goal: string, isKept: boolean): string => `${goal}: ${isKept ? 'kept' : '**not kept**'}`;

function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const three = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));

function duration(timing: Pick<Timing, 'best'> | null | undefined): string {
  if (!timing) return '–';
  const units = ['ns', 'µs', 'ms', 's'];
  let value = timing.best;
  while (value >= 1000 && units.length > 1) {
    value /= 1000;
    units.shift();
  }
  return `${three(value)} ${units[0]}`;
}

const factor = (value: number): string => `${three(value)} ×`;

function milliseconds(value: number | undefined): string {
  return value === undefined ? '–' : duration({ best: Math.max(0, value) * 1e6 });
}

function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${three(bytes / 1000)} kB` : `${three(bytes / 1e6)} MB`;
}
