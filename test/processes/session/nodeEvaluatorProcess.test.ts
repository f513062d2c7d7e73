/** How an evaluator's process is started, and what is said of its end. */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { describeExit, startNodeEvaluators } from '../../../server/src/session/nodeEvaluatorProcess.ts';
import { projectNode } from './nodeProcesses.ts';

/** What a process finds in its environment that is started as evaluators are. */
async function environmentOfChild(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'environment-'));
  const entry = join(folder, 'tell.cjs');
  writeFileSync(entry, 'process.send([Object.keys(process.env)], () => process.exit(0));\n');
  try {
    return await new Promise((resolve, reject) => {
      startNodeEvaluators({ entry, execPath: projectNode })({
        message: (names) => resolve(names as unknown as readonly string[]),
        exited: reject,
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the environment of an evaluator', () => {
  it('has none of the variables that the server has, but for those that Node and drivers need', async () => {
    vi.stubEnv('SECRET_TOKEN', 'a secret');
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    vi.stubEnv('VK_ICD_FILENAMES', '/a.json');
    const names = await environmentOfChild();
    vi.unstubAllEnvs();
    expect(names).toContain('VK_ICD_FILENAMES');
    const needed = /^(?:ELECTRON_RUN_AS_NODE|SystemRoot|TZ|NODE_COMPILE_CACHE|VK_\w+|LD_LIBRARY_PATH)$/i;
    // With these two Node reaches its parent; macOS puts the third into every process.
    const own = /^(?:NODE_CHANNEL_\w+|__CF_USER_TEXT_ENCODING)$/;
    expect(names.filter((name) => !needed.test(name) && !own.test(name))).toEqual([]);
  });
});

describe('the end of a process', () => {
  const exits: readonly [string, number | null, NodeJS.Signals | null, string, string][] = [
    ['that said nothing', 1, null, '', 'exit code 1'],
    [
      ...(['by an error', 1, null] as const),
      '/a/worker.cjs:3\n  throw error;\n  ^\n\nTypeError: a is not a function\n    at b (/a/worker.cjs:3:5)\n\nNode.js v24.1.0\n',
      'exit code 1: TypeError: a is not a function',
    ],
    [
      ...(['by an error with a code', 1, null] as const),
      'Error [ERR_WORKER_INIT_FAILED]: Worker initialization failure: EAGAIN\n    at x\n',
      'exit code 1: Error [ERR_WORKER_INIT_FAILED]: Worker initialization failure: EAGAIN',
    ],
    [
      ...(['for want of memory', null, 'SIGABRT'] as const),
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n----- Native stack trace -----\n\n 1: 0xb8 node::OOMErrorHandler\n',
      'signal SIGABRT: FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ],
    [
      ...(['that was killed, after a driver warned', null, 'SIGKILL'] as const),
      'Error: no display\n    at operator() (/home/runner/driver.cpp)\n',
      'signal SIGKILL',
    ],
  ];
  it.each(exits)('%s', (_, code, signal, errorText, words) => {
    expect(describeExit(code, signal, errorText)).toBe(words);
  });
});
