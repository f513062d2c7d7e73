/** Edits and runs in the processes that ship; what the system gives them is looked at, since nobody can ask them for less. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChaosWorld } from '../chaos/chaosWorld.ts';
import type { LeakCase } from './leakCase.ts';

export async function processLeaks(): Promise<LeakCase> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leaks-')));
  const world = new ChaosWorld({ folder, random: () => 0.3 });
  await world.begin();
  return {
    name: 'edits and runs in real processes',
    async once() {
      const document = world.documents[0]!;
      await document.edit(world.server, Math.random);
      await document.step(world.server);
      document.forgetRuns();
    },
    measure: async () => ({
      'server process': residentBytes([world.server.pid]),
      'evaluator processes': residentBytes(world.server.children()),
    }),
    async end() {
      await world.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function residentBytes(pids: readonly number[]): number {
  const lines = execFileSync('ps', ['-o', 'rss=', '-p', pids.join(',')], { encoding: 'utf8' });
  return lines
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line) * 1024, 0);
}
