/** Finds a Chromium for the editor tests, or installs Debian's as root. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.ts';
import { runCommand } from './processes.ts';
import { elapsed, say } from './progress.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = ['chromium', 'fonts-dejavu', 'fonts-noto-cjk'];
const aptTimeoutMs = 240_000;
const remedy = 'install it and try again, or name a browser in the environment variable SCANLENS_CHROMIUM';

/** The path of a browser. Throws a `Problem` when there is none and none can be installed. */
export async function ensureChromium(): Promise<string> {
  const named = process.env['SCANLENS_CHROMIUM'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Problem(`SCANLENS_CHROMIUM names ${named}, which does not exist`, 'correct or unset it');
  }
  const found = onPath(names);
  if (found !== null) return found;
  if (onPath(['apt-get']) === null) throw new Problem('Chromium is missing', remedy);
  if (process.getuid?.() !== 0) {
    throw new Problem(
      'Chromium is missing and only root may install it',
      `run "apt-get install ${packages.join(' ')}" as root and try again, or name a browser in SCANLENS_CHROMIUM`,
    );
  }
  await install();
  const installed = onPath(names);
  if (installed === null) throw new Problem('apt-get installed no Chromium', remedy);
  return installed;
}

async function install(): Promise<void> {
  const start = performance.now();
  say('Installing Chromium and fonts (apt-get), about half a minute …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = { timeoutMs: aptTimeoutMs, output: 'keep', env } as const;
  const update = await runCommand('apt-get', ['update', '-qq'], options);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const result = await runCommand('apt-get', args, options);
  if (result.code !== 0) {
    const lines = `${update.text}\n${result.text}`.trim().split('\n');
    const reason = lines.findLast((line) => /^E:|^Err/.test(line)) ?? lines.at(-1);
    throw new Problem(`Chromium could not be installed (${reason})`, remedy);
  }
  say(`  installed (${elapsed(start)})`);
}

/** The first of some programs on the PATH that this user may start. */
export function onPath(programs: readonly string[]): string | null {
  for (const program of programs) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const path = join(folder, program);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return null;
}
