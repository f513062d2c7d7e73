/** The same programs in the libraries themselves, and their twins in JAX and NumPy: measured by measure.py in a process for each. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programText } from './program.ts';
import type { Suite } from './suites.ts';

export interface PythonResult {
  readonly name: 'pytensor' | 'jax' | 'numpy';
  readonly error?: string;
  readonly compileMs?: number;
  readonly bestMs?: number;
  readonly medianMs?: number;
  /** The sum of all results. */
  readonly checksum?: number;
}

export interface PythonReport {
  readonly versions: Readonly<Record<string, string>>;
  readonly results: readonly PythonResult[];
}

const mostMs = 300_000;
const script = fileURLToPath(new URL('measure.py', import.meta.url));

/** Null where there is no such Python, or nothing came of it. */
export async function measureInPython(python: string, suite: Suite): Promise<PythonReport | null> {
  const { program, sizes, length } = suite;
  const task = {
    program: programText(program, sizes),
    fewerSteps: programText(program, { ...sizes, [length.name]: length.fewer }),
    twins: readFileSync(new URL(`twins/${program}.py`, import.meta.url), 'utf8'),
    seconds: 1,
  };
  const { output, errors } = await finished(python, JSON.stringify(task));
  if (output === '') {
    console.error(`    ${python}: ${errors.trim().split('\n').at(-1) ?? 'nothing came back'}`);
    return null;
  }
  return JSON.parse(output) as PythonReport;
}

function finished(python: string, input: string): Promise<{ output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(python, [script], { timeout: mostMs });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('error', (error) => resolve({ output: '', errors: error.message }));
    child.on('close', () => resolve({ output, errors }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
