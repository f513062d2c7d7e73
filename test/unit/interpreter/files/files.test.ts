/**
 * Programs that read files, run in their own folder: `programs/NAME.out` is what CPython 3.11 printed there (in the words of 3.12).
 * And what is refused, on a disk in memory.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ParsedTexts } from '../../../../server/src/python/parsedTexts.ts';
import { createWorkspace } from '../../../../server/src/session/documentWorkspace.ts';
import { nodeDisk } from '../../../../server/src/session/nodeDisk.ts';
import { pythonParserForTests } from '../../python/pythonParserForTests.ts';
import { runProgram } from '../runFixture.ts';
import { memoryDisk, memoryWorkspace } from './memoryWorkspace.ts';

const folder = join(import.meta.dirname, 'programs');

async function workspaceOf(name: string) {
  const parser = await pythonParserForTests();
  return createWorkspace({
    uri: pathToFileURL(join(folder, name)).href,
    data: { roots: [], texts: [] },
    disk: nodeDisk,
    sources: new ParsedTexts((text) => parser.parse(text)),
  });
}

describe('programs that read files', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
  it.each(names)('%s', async (name) => {
    const workspace = await workspaceOf(name);
    const program = readFileSync(join(folder, name), 'utf8');
    const { stdout, traceback } = await runProgram(program, {
      python: 3,
      fileName: name,
      workspace: () => workspace,
    });
    expect(traceback).toBeNull();
    expect(stdout).toBe(readFileSync(join(folder, name.replace(/py$/, 'out')), 'utf8'));
  });
});

describe('what is refused', () => {
  const files = {
    'app/data.txt': 'inside',
    'app/link->': '/etc/passwd',
    'app/inner->': '/work/project/app/data.txt',
  };
  const refusal = async (statement: string): Promise<string> => {
    const disk = await memoryWorkspace(files);
    const { traceback, stdout } = await runProgram(`import os, glob, codecs, pathlib\n${statement}\n`, {
      python: 3,
      workspace: () => disk,
    });
    return traceback?.split('\n').at(-1) ?? stdout;
  };

  it.each([
    ["open('/etc/passwd')", "'/etc/passwd' lies outside of the workspace, and ScanLens reads no files there"],
    [
      "open('../../../etc/nothing')",
      "'../../../etc/nothing' lies outside of the workspace, and ScanLens reads no files there",
    ],
    ["open('link').read()", "'link' lies outside of the workspace, and ScanLens reads no files there"],
    [
      "os.path.exists('/etc/passwd')",
      "'/etc/passwd' lies outside of the workspace, and ScanLens reads no files there",
    ],
    ["os.listdir('/')", "'/' lies outside of the workspace, and ScanLens reads no files there"],
    ["glob.glob('/etc/*')", "'/etc' lies outside of the workspace, and ScanLens reads no files there"],
    ["open('data.txt', 'w')", "ScanLens writes no files, so open() with mode 'w' is refused"],
    ["open('data.txt', 'r+')", "ScanLens writes no files, so open() with mode 'r+' is refused"],
    ["codecs.open('new.txt', 'a')", "ScanLens writes no files, so open() with mode 'a' is refused"],
    ["os.remove('data.txt')", 'os.remove is not supported yet'],
    ["os.system('ls')", 'os.system is not supported yet'],
    ["pathlib.Path('x').write_text('y')", 'Path.write_text is not supported yet'],
    ['os.getpid()', 'os.getpid is not supported yet'],
  ])('%s', async (statement, message) => {
    expect(await refusal(statement)).toBe(`NotSupportedByScanLens: ${message}`);
  });

  it('a home folder is not known, and stays a name', async () => {
    expect(await refusal("print(os.path.expanduser('~/x'))")).toBe('~/x\n');
  });

  it('a link that stays inside is followed', async () => {
    expect(await refusal("print(open('inner').read())")).toBe('inside\n');
  });

  it('a file counts against the memory before it is read', async () => {
    const workspace = await memoryWorkspace({ 'app/data.txt': 'x'.repeat(1000) });
    const allocated: number[] = [];
    await runProgram("open('data.txt', 'rb')\n", {
      python: 3,
      workspace: () => workspace,
      allocate: (bytes) => allocated.push(bytes),
    });
    expect(allocated).toEqual([1000]);
  });
});

describe('what the editor has open', () => {
  const open = async (disk: 'disk' | 'none') => {
    const parser = await pythonParserForTests();
    const onDisk = new Map([
      ['/work/project/app/a.py', 'value = "disk"'],
      ['/work/project/app/b.txt', 'b'],
    ]);
    return createWorkspace({
      uri: 'file:///work/project/app/program.py',
      data: {
        roots: ['file:///work/project'],
        texts: [{ uri: 'file:///work/project/app/a.py', text: 'value = "editor"' }],
      },
      disk: disk === 'disk' ? memoryDisk(onDisk) : null,
      sources: new ParsedTexts((text) => parser.parse(text)),
    });
  };
  const run = async (program: string, disk: 'disk' | 'none') => {
    const workspace = await open(disk);
    const { stdout, traceback } = await runProgram(program, { python: 3, workspace: () => workspace });
    return traceback?.split('\n').at(-1) ?? stdout;
  };

  it.each(['disk', 'none'] as const)('comes before the disk, and is there without one: %s', async (disk) => {
    expect(await run("import a\nprint(a.value, open('a.py').read())\n", disk)).toBe(
      'editor value = "editor"\n',
    );
  });

  it('without a disk everything else is refused, and no module is found', async () => {
    expect(await run("open('b.txt')\n", 'none')).toBe(
      "NotSupportedByScanLens: 'b.txt' can not be read here: without a disk, programs see only what is open in the editor",
    );
    expect(await run('try:\n    import b\nexcept ImportError as e:\n    print(e)\n', 'none')).toBe(
      "No module named 'b'\n",
    );
  });

  it('a document without a place has no files', async () => {
    const { traceback } = await runProgram("import os\nprint(os.path.join('a', 'b'))\nos.getcwd()\n", {
      python: 3,
    });
    expect(traceback).toMatch(/this document has no folder, so there are no files to read$/);
  });
});
