/** Starts the person's Python, on hosts with Node: one program without a shell, its input by a pipe, with a time limit. */
import { type ExecFileException, execFile } from 'node:child_process';
import type { PythonOutput, RunPython } from './comparison/pythonRunner.ts';

const largestOutput = 256 * 1024 * 1024;

export const runPython: RunPython = ({ executable, args, folder, input, timeoutMs }, cancelled) =>
  new Promise((resolve) => {
    const options = {
      cwd: folder,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: largestOutput,
      encoding: 'utf8',
      signal: cancelled,
      windowsHide: true,
    } as const;
    const child = execFile(executable, [...args], options, (error, stdout, stderr) => {
      resolve({ stdout, stderr, failure: error === null ? null : failureOf(error) });
    });
    // A program that ends before it has read everything is told by its end.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });

function failureOf(error: ExecFileException): PythonOutput['failure'] {
  if (error.name === 'AbortError') return 'cancelled';
  if (error.code === 'ENOENT' || error.code === 'EACCES') return 'missing';
  return error.killed === true ? 'timeout' : 'failed';
}
