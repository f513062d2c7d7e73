/** Real evaluator processes for tests: run from the sources by the project's own Node, which needs no build. */
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { EvaluatorHost, type RunHandle } from '../../../server/src/session/evaluatorHost.ts';
import { nodeClock } from '../../../server/src/session/nodeClock.ts';
import { startNodeEvaluators } from '../../../server/src/session/nodeEvaluatorProcess.ts';
import { outputsOf } from './fakeEvaluators.ts';

/** The project's Node, whatever runs the tests. */
export const projectNode = fileURLToPath(
  new URL(
    `../../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
    import.meta.url,
  ),
);

export interface StartedRun {
  readonly handle: RunHandle;
  readonly events: RunEvent[];
  /** Settled when the program has printed for the first time. */
  readonly hasPrinted: Promise<void>;
  /** Everything printed, once the run has ended. */
  readonly printed: Promise<string>;
  readonly ended: Promise<RunEnd>;
}

/** A host with real processes; `dispose` ends them. */
export class NodeHost {
  readonly children: ChildProcess[] = [];
  readonly logged: string[] = [];
  readonly host: EvaluatorHost;

  constructor() {
    const start = startNodeEvaluators({
      execPath: projectNode,
      onStart: (child) => this.children.push(child),
    });
    this.host = new EvaluatorHost({ start, clock: nodeClock, log: (text) => this.logged.push(text) });
  }

  run(text: string, options: { timeoutMs?: number; memoryBytes?: number; uri?: string } = {}): StartedRun {
    const events: RunEvent[] = [];
    let tellPrinted = () => {};
    const hasPrinted = new Promise<void>((resolve) => {
      tellPrinted = resolve;
    });
    const handle = this.host.run(
      {
        uri: options.uri ?? 'file:///program.py',
        version: 1,
        text,
        cells: [{ start: 0, end: text.length }],
        reset: false,
        options: {
          floatX: 'float64',
          timeoutMs: options.timeoutMs ?? 20_000,
          memoryBytes: options.memoryBytes ?? 1024 ** 3,
        },
      },
      (event) => {
        events.push(event);
        if (event.type === 'output') tellPrinted();
      },
    );
    const { ended } = handle;
    return { handle, events, hasPrinted, ended, printed: ended.then(() => outputsOf(events).join('')) };
  }
}
