/**
 * What stands in the documents is true: their Python does what its marks say, commands and links lead to something, and
 * pieces of configuration can be read. The pages about rules have tests of their own beside this.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseTOML } from 'toml-eslint-parser';
import { describe, expect, test } from 'vitest';
import { usage } from '../../../server/src/cli/usage.ts';
import { parse } from '../analysis/cases.ts';
import { checkFiles } from '../cli/checkRun.ts';
import { root } from '../tidy/sources.ts';
import { type Block, blocksIn, proseOf, readDocuments } from './documents.ts';
import { comparedFindings, comparedRun, withoutMarks } from './pythonBlocks.ts';

const documents = readDocuments();
const blocksOf = (language: string) =>
  documents.flatMap(({ path, blocks }) =>
    blocks
      .filter((block) => block.language === language)
      .map((block) => ({ ...block, path, place: `${path}:${block.line}` })),
  );

describe('Python', () => {
  const blocks = blocksOf('python');
  const programs = blocks.filter(({ words }) => words.length === 0);

  test('is a program, or is called a fragment', () => {
    const others = blocks.flatMap(({ words }) => words).filter((word) => word !== 'fragment');
    expect(others).toEqual([]);
  });

  test.each(programs)('of $place does what its marks say', async ({ text }) => {
    const { happened, marked } = await comparedRun(text);
    expect(happened).toBe(marked);
  });

  test.each(programs.filter(({ path }) => !path.startsWith('docs/rules/')))(
    'of $place has the findings that are marked',
    ({ text }) => {
      const { happened, marked } = comparedFindings(text);
      expect(happened).toBe(marked);
    },
  );

  test.each(blocks.filter(({ words }) => words.includes('fragment')))('of $place can be read', ({ text }) => {
    expect(parse(text).problems).toEqual([]);
  });
});

describe('commands', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const shellText = blocksOf('sh').map(({ text, path }) => ({ path, text }));
  const quoted = documents.map(({ path, text }) => ({
    path,
    text: [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code).join('\n'),
  }));
  const lines = [...shellText, ...quoted].flatMap(({ path, text }) =>
    text.split('\n').map((line) => ({ path, line: line.replace(/^\$ /, '').replace(/ #.*/, '').trim() })),
  );

  test('of npm are scripts of the manifest', () => {
    const named = lines.flatMap(({ path, line }) =>
      [...line.matchAll(/\bnpm (?:run ([\w:]+)|(start|test))\b/g)].map(
        ([, run, short]) => `${path} ${run ?? short}`,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => !Object.hasOwn(scripts, one.split(' ')[1] ?? ''))).toEqual([]);
  });

  test.each(documents.flatMap(({ path, blocks }) => shownRuns(blocks).map((run) => ({ ...run, path }))))(
    'in $path print what is shown: $command',
    async ({ command, program, shown }) => {
      const name = command.split(' ').at(-1) ?? '';
      const { out } = await checkFiles({ [name]: program }, [name], 'text');
      expect(out.trimEnd()).toBe(shown.trimEnd());
    },
  );

  test('of scanlens are in its usage, with their options', () => {
    const commands = lines.filter(({ line }) => /^scanlens [a-z-]/.test(line));
    expect(commands.length).toBeGreaterThan(10);
    const unknown = commands.filter(({ line }) => {
      const options = line.match(/(?<= |\[)--[a-zA-Z0-9-]+/g) ?? [];
      const [, command = ''] = line.split(' ');
      return [`scanlens ${command}`, ...options].some((word) => !usage.includes(word));
    });
    expect(unknown).toEqual([]);
  });
});

/** Blocks that show what `scanlens check` prints, with the program above each, which is the file that it names. */
function shownRuns(blocks: readonly Block[]) {
  return blocks.flatMap(({ text }, at) => {
    const [, command, shown] = /^\$ (scanlens check [^\n]*)\n(.*)$/s.exec(text) ?? [];
    const program = blocks[at - 1]?.text;
    if (command === undefined || shown === undefined || program === undefined) return [];
    return [{ command, program: withoutMarks(program), shown }];
  });
}

describe('links', () => {
  const anchorsOf = (text: string): readonly string[] =>
    [...proseOf(text).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const textAt = new Map(documents.map(({ path, text }) => [path, text]));

  test.each(documents)('of $path lead to something', ({ path, text }) => {
    const targets = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = targets.filter((target) => {
      if (/^https:\/\//.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file).replaceAll('\\', '/');
      if (!existsSync(join(root, to))) return true;
      return anchor !== undefined && !anchorsOf(textAt.get(to) ?? '').includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('lead to every document', () => {
    const linked = new Set(
      documents.flatMap(({ path, text }) =>
        [...text.matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => join(dirname(path), target)),
      ),
    );
    expect(documents.map(({ path }) => path).filter((path) => !linked.has(path))).toEqual([]);
  });
});

test('source files that are named exist', () => {
  const paths = globSync('{client,server,protocol,scripts,bench,test}/**/*.ts', { cwd: root });
  const known = paths.map((path) => `/${path.replaceAll('\\', '/')}`);
  const named = documents.flatMap(({ path, text }) =>
    path === 'CHANGELOG.md'
      ? []
      : [...proseOf(text).matchAll(/`((?:[\w-]+\/)*\w+\.ts)`/g)].map(([, file = '']) => ({ path, file })),
  );
  expect(named.length).toBeGreaterThan(20);
  const bundles = ['esbuild.config.ts'];
  const missing = named.filter(
    ({ file }) => !bundles.includes(file) && !known.some((each) => each.endsWith(`/${file}`)),
  );
  expect(missing).toEqual([]);
});

describe('configuration', () => {
  test.each(blocksOf('json'))('of $place is JSON', ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test.each(blocksOf('toml'))('of $place is TOML', ({ text }) => {
    expect(() => parseTOML(text)).not.toThrow();
  });
});

test('blocks are read with their languages, words and lines', () => {
  const text = 'a\n\n```python fragment\nx\n```\n\n- b\n\n  ```\n  y\n  ```\n';
  expect(blocksIn(text)).toEqual([
    { language: 'python', words: ['fragment'], text: 'x\n', line: 3 },
    { language: '', words: [], text: 'y\n', line: 9 },
  ]);
});
