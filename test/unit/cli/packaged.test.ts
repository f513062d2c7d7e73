/** The files by which other tools start the command line name what exists, and the package holds what they need. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOptionRules } from '../../../server/src/cli/check/checkOptions.ts';
import { readCommandLine } from '../../../server/src/cli/commandLine.ts';
import { packageVersion } from '../../../server/src/cli/packageFiles.ts';
import { usage } from '../../../server/src/cli/usage.ts';
import { root } from '../tidy/sources.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

/** Why `scanlens <words>` would be refused; null when it is a check. */
function refusal(words: readonly string[]): string | null {
  const [command, ...rest] = words;
  if (command !== 'check') return `${command} is not check`;
  const line = readCommandLine(rest, checkOptionRules);
  return 'problem' in line ? line.problem : null;
}

describe('the hook for pre-commit', () => {
  const text = read('.pre-commit-hooks.yaml');

  it('starts a command of the package with options that it knows', () => {
    const [name, ...words] = /^ {2}entry: (.*)$/m.exec(text)![1]!.split(' ');
    expect(Object.keys(manifest.bin)).toContain(name);
    expect(refusal([...words, 'a.py'])).toBeNull();
  });

  it('is installed from the repository, which builds itself', () => {
    expect(text).toContain('language: node');
    const [build] = manifest.scripts['build']!.split(' ').slice(-1);
    expect(manifest.scripts['prepare']).toBe(`node scripts/bootstrap.mjs ${build}`);
  });
});

describe('the action', () => {
  const text = read('action.yml');
  const [, file = '', rest = ''] = /node "\$GITHUB_ACTION_PATH\/(\S+)" (.*)$/m.exec(text) ?? [];

  it('starts the command of the package with options that it knows', () => {
    expect(`./${file}`).toBe(manifest.bin['scanlens']);
    const words = rest.split(' ').filter((word) => !word.startsWith('"'));
    expect(refusal([...words, '.'])).toBeNull();
  });

  it('uses every input, and none of them inside of the script', () => {
    const inputs = [...text.matchAll(/^ {2}(\w+):\n {4}description/gm)].map((match) => match[1]!);
    expect(inputs).toEqual(['paths', 'arguments']);
    for (const input of inputs)
      expect(text).toContain(`SCANLENS_${input.toUpperCase()}: \${{ inputs.${input} }}`);
    expect(text.slice(text.lastIndexOf('run: |'))).not.toContain('${{');
  });
});

describe('the help', () => {
  it('names every option of check', () => {
    expect(Object.keys(checkOptionRules).filter((name) => !usage.includes(`--${name}`))).toEqual([]);
  });

  it('keeps to the width of a terminal', () => {
    expect(Math.max(...usage.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});

it('the version is that of the package', () => {
  expect(packageVersion()).toBe(manifest.version);
});
