/** Findings that are known. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCheck } from '../../../server/src/cli/checkCommand.ts';
import { checkFiles, dropped, readIn, writeFiles } from './checkRun.ts';
import { recordedIo, withFolder } from './cliRun.ts';

/** The exit code of a check of the folder that knows `known.json`. */
async function checkKnown(folder: string): Promise<number> {
  return runCheck([folder], { baseline: join(folder, 'known.json') }, recordedIo());
}

async function makeKnown(folder: string) {
  const io = recordedIo();
  const code = await runCheck([folder], { baselineToWrite: join(folder, 'known.json') }, io);
  return { code, ...io.written, error: io.written.error.replaceAll(`${folder}/`, '') };
}

it('are written, and recognised when lines move, but not when there are more of them', async () => {
  await withFolder(async (folder) => {
    writeFiles(folder, { 'd/p.py': dropped });
    expect(await checkFiles({ 'p.py': dropped }, ['p.py'], 'json')).toMatchObject({ code: 1 });
    expect(await makeKnown(folder)).toEqual({
      code: 0,
      out: '',
      error: 'scanlens: 1 finding is known from now on, in known.json.\n',
    });
    expect(JSON.parse(readIn(folder, 'known.json'))).toEqual({
      version: 1,
      findings: [
        {
          file: 'd/p.py',
          rule: 'dropped-updates',
          line: 'out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)',
          count: 1,
        },
      ],
    });
    expect(await checkKnown(folder)).toBe(0);
    writeFileSync(join(folder, 'd/p.py'), `# moved\n\n${dropped}`);
    expect(await checkKnown(folder)).toBe(0);
    const [, , scan = '', compiled = ''] = dropped.split('\n');
    writeFileSync(join(folder, 'd/p.py'), `${dropped}${scan}\n${compiled}\n`);
    expect(await checkKnown(folder)).toBe(1);
    writeFileSync(join(folder, 'd/p.py'), dropped.replace('n_steps=3', 'n_steps=4'));
    expect(await checkKnown(folder)).toBe(1);
    writeFileSync(join(folder, 'd/p.py'), '');
    expect(await makeKnown(folder)).toMatchObject({
      error: 'scanlens: 0 findings are known from now on, in known.json.\n',
    });
  });
});

it.each([
  ['{', 'known.json is not a baseline: it is not JSON.'],
  ['[]', 'known.json is not a baseline of this version of ScanLens.'],
  ['null', 'known.json is not a baseline of this version of ScanLens.'],
  ['{"version": 1, "findings": [null]}', 'known.json is not a baseline of this version of ScanLens.'],
  ['{"version": 2, "findings": []}', 'known.json is not a baseline of this version of ScanLens.'],
])('are refused as %j', async (text, sentence) => {
  const result = await checkFiles({ 'known.json': text, 'p.py': dropped }, ['p.py'], {
    baseline: 'known.json',
  });
  expect(result).toEqual({ code: 2, out: '', error: `scanlens: ${sentence}\n` });
});

it('are refused when they are not there', async () => {
  const result = await checkFiles({ 'p.py': dropped }, ['p.py'], { baseline: 'known.json' });
  expect(result.error).toBe('scanlens: known.json can not be read (ENOENT).\n');
});
