/** How a program of the person's Python is started, where the host can start programs. */
export interface PythonCall {
  readonly executable: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly input: string;
  readonly timeoutMs: number;
}

export interface PythonOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** Why it did not run to its end; null when it did. */
  readonly failure: 'missing' | 'timeout' | 'cancelled' | 'failed' | null;
}

export type RunPython = (call: PythonCall, cancelled: AbortSignal) => Promise<PythonOutput>;

/** The command as a person would write it. */
export const commandLine = ({ executable, args }: PythonCall): string =>
  [executable, ...args].map((part) => (/^[\w./:\\-]+$/.test(part) ? part : JSON.stringify(part))).join(' ');
