/** Starts the evaluator as a child process of Node. The child gets an almost empty environment and ends with its parent. */
import { type ChildProcess, fork } from 'node:child_process';
import type { EvaluatorMessage, EvaluatorRequest } from '../../../protocol/src/evaluator.ts';
import type { EvaluatorProcess, ProcessListener, StartEvaluator } from './evaluatorProcess.ts';
import { evaluatorEntry } from './nodeAssets.ts';

/** What a Node process needs of its environment on any system; the rest (paths, tokens) stays here. */
const inheritedVariables = [
  'ELECTRON_RUN_AS_NODE',
  'SystemRoot',
  'TZ',
  'NODE_COMPILE_CACHE',
  // Where Vulkan finds its drivers, and the system its libraries: a GPU is reached through both.
  'VK_DRIVER_FILES',
  'VK_ICD_FILENAMES',
  'LD_LIBRARY_PATH',
];
/** How much of the child's error text is kept for the reason of a crash. */
const keptErrorLength = 2000;

export interface NodeEvaluatorOptions {
  /** The Node to run it with; the running one when absent. */
  readonly execPath?: string;
  /** The program to run; the evaluator that belongs to this version when absent. */
  readonly entry?: string;
  /** Told of every child that is started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Gives the way to start evaluators as child processes. */
export function startNodeEvaluators(options: NodeEvaluatorOptions = {}): StartEvaluator {
  return (listener) => {
    const child = fork(options.entry ?? evaluatorEntry(), [], {
      execPath: options.execPath ?? process.execPath,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: childEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    options.onStart?.(child);
    return connect(child, listener);
  };
}

function childEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const name of inheritedVariables) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

function connect(child: ChildProcess, listener: ProcessListener): EvaluatorProcess {
  let errorText = '';
  let hasEnded = false;
  const end = (reason: string) => {
    if (hasEnded) return;
    hasEnded = true;
    listener.exited(reason);
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorText = (errorText + text).slice(-keptErrorLength);
  });
  child.on('message', (batch) => {
    for (const message of batch as EvaluatorMessage[]) listener.message(message);
  });
  child.on('error', (error) => end(error.message));
  child.on('exit', (code, signal) => end(describeExit(code, signal, errorText)));
  return {
    canInterrupt: true,
    send(request: EvaluatorRequest) {
      // A failed write means that the child is going away, which `exit` reports.
      child.send(request, () => {});
    },
    kill() {
      hasEnded = true;
      child.kill('SIGKILL');
    },
  };
}

/** How Node and V8 begin the line that says why they end; around it stand source lines, stacks and their version. */
const reasonLine = /^(?:FATAL ERROR: |# Fatal |(?:Uncaught )?(?:[A-Z]\w*)?Error\b[^:]*: ).*$/gm;

/** In words; with the process's own, if it had the time for any. What a driver wrote before it was killed is none of them. */
export function describeExit(code: number | null, signal: NodeJS.Signals | null, errorText: string): string {
  const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
  const reason = signal === 'SIGKILL' ? undefined : errorText.match(reasonLine)?.at(-1)?.trimEnd();
  return reason === undefined ? how : `${how}: ${reason}`;
}
