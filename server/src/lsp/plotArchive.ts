/** The plots of the latest runs of each document, for a client that wants to show one. Old runs go when there is too much. */
import type { PlotData } from '../../../protocol/src/plots.ts';

/** Numbers in all plots of one document that are kept, about; the latest run is kept whole. */
const keptNumbers = 4_000_000;

interface RunPlots {
  readonly runId: number;
  readonly plots: PlotData[];
  numberCount: number;
}

export class PlotArchive {
  /** Of each document its runs, the oldest first. */
  readonly #runs = new Map<string, RunPlots[]>();
  readonly #limit: number;

  constructor(limit: number = keptNumbers) {
    this.#limit = limit;
  }

  keep(uri: string, runId: number, plot: PlotData): void {
    const runs = this.#runs.get(uri) ?? [];
    this.#runs.set(uri, runs);
    let run = runs.find((each) => each.runId === runId);
    if (run === undefined) {
      run = { runId, plots: [], numberCount: 0 };
      runs.push(run);
    }
    run.plots.push(plot);
    run.numberCount += numbersIn(plot);
    while (runs.length > 1 && sum(runs) > this.#limit) runs.shift();
  }

  find(uri: string, runId: number, plot: number): PlotData | null {
    const run = this.#runs.get(uri)?.find((each) => each.runId === runId);
    return run?.plots[plot] ?? null;
  }

  forget(uri: string): void {
    this.#runs.delete(uri);
  }
}

const sum = (runs: readonly RunPlots[]): number => runs.reduce((total, each) => total + each.numberCount, 0);

function numbersIn({ axes }: PlotData): number {
  const lists = axes.flatMap(({ series }) => series.flatMap((each) => Object.values(each)));
  return lists.reduce((total, each) => total + (Array.isArray(each) ? each.flat().length : 1), 0);
}
