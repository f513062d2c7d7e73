/** What the options of `scanlens check` do to what is found. */
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../server/src/cli/runCli.ts';
import { checkFiles, dropped, filesIn, fine } from './checkRun.ts';
import { recordedIo } from './cliRun.ts';

const pyproject = (body: string) => ({ 'pyproject.toml': `[tool.scanlens]\n${body}\n`, '.git/x': '' });

/** Files and levels of what is found. */
async function found(...args: Parameters<typeof checkFiles>): Promise<readonly string[]> {
  const { out } = await checkFiles(args[0], args[1], { ...(args[2] as object), format: 'json' });
  return (JSON.parse(out) as { file: string; rule: string; level: string }[]).map(
    ({ file, rule, level }) => `${file} ${rule} ${level}`,
  );
}

describe('rules', () => {
  it('that are selected or ignored', async () => {
    const files = { 'p.py': dropped };
    expect(await found(files, ['p.py'], { selected: ['dropped-updates'] })).toHaveLength(1);
    expect(await found(files, ['p.py'], { selected: ['unknown-rule'] })).toEqual([]);
    expect(await found(files, ['p.py'], { ignored: ['dropped-updates'] })).toEqual([]);
    expect(await found(files, ['p.py'], { leastLevel: 'warning' })).toHaveLength(1);
    expect(await found(files, ['p.py'], { leastLevel: 'error' })).toEqual([]);
  });

  it('have the levels of the project', async () => {
    const files = { ...pyproject('levels = {dropped-updates = "error"}'), 'p.py': dropped };
    expect(await found(files, ['p.py'], {})).toEqual(['p.py dropped-updates error']);
    expect(await found(files, ['p.py'], { configuration: { from: 'none' } })).toEqual([
      'p.py dropped-updates warning',
    ]);
  });

  it('are quiet where the project ignores them', async () => {
    const files = {
      ...pyproject('per-file-ignores = {"tests/**" = ["dropped-updates"]}'),
      'p.py': dropped,
      'tests/q.py': dropped,
    };
    expect(await found(files, ['.'], {})).toEqual(['p.py dropped-updates warning']);
  });

  it.each([
    ['information', 0],
    ['hint', 0],
    ['warning', 1],
    ['error', 1],
  ])('at the level %s give the exit code %d', async (level, code) => {
    const files = { ...pyproject(`levels = {dropped-updates = "${level}"}`), 'p.py': dropped };
    expect((await checkFiles(files, ['p.py'], 'text')).code).toBe(code);
  });
});

describe('the configuration', () => {
  it('is a finding itself where it is wrong, told once', async () => {
    const files = { ...pyproject('levels = {droped-updates = "error"}'), 'p.py': fine, 'd/q.py': fine };
    const { code, out } = await checkFiles(files, ['.'], 'text');
    expect(
      out,
    ).toBe(`pyproject.toml:2:11: warning unknown-rule: There is no rule \`droped-updates\`; did you mean dropped-updates?
  |
2 | levels = {droped-updates = "error"}
  |           ^^^^^^^^^^^^^^

1 warning in 1 file.
`);
    expect(code).toBe(1);
  });

  it('can be a named file', async () => {
    const files = { 'ci.toml': '[tool.scanlens]\nlevels = {dropped-updates = "hint"}', 'p.py': dropped };
    expect(await found(files, ['p.py'], { configuration: { from: 'file', path: 'ci.toml' } })).toEqual([
      'p.py dropped-updates hint',
    ]);
    const missing = await checkFiles(files, ['p.py'], { configuration: { from: 'file', path: 'no.toml' } });
    expect(missing).toEqual({ code: 2, out: '', error: 'scanlens: no.toml can not be read.\n' });
    const empty = await checkFiles({ 'e.toml': '' }, ['.'], {
      configuration: { from: 'file', path: 'e.toml' },
    });
    expect(empty.error).toBe('scanlens: e.toml has no table [tool.scanlens].\n');
  });

  it('leaves files out of folders, and named ones only when that is forced', async () => {
    const files = { ...pyproject('exclude = ["old/"]'), 'p.py': dropped, 'old/q.py': dropped };
    expect(await found(files, ['.'], {})).toHaveLength(1);
    expect(await found(files, ['old/q.py'], {})).toHaveLength(1);
    expect(await found(files, ['old/q.py'], { forcesExclude: true })).toEqual([]);
  });
});

describe('releases and modules', () => {
  const draws = `import aesara
import aesara.tensor as at
from aesara.tensor.random.utils import RandomStream
srng = RandomStream(1)
out, u = aesara.scan(lambda v: v + srng.normal(), sequences=at.vector('x'))
f = aesara.function([], out)
`;
  const [old, present] = ['Each call re-uses all but one', 'Every call returns the same draws'];

  it('come from the project, or from the option', async () => {
    const files = { '.git/x': '', 'requirements.txt': 'aesara<2.6', 'd/p.py': draws };
    expect((await checkFiles(files, ['d/p.py'], 'text')).out).toContain(old);
    const versions = [{ library: 'aesara', version: [2, 9, 0], reason: 'the test says so' }] as const;
    expect((await checkFiles(files, ['d/p.py'], { versions })).out).toContain(present);
    expect((await checkFiles({ 'd/p.py': draws }, ['d/p.py'], 'text')).out).toContain(present);
  });

  it('of the project are followed, and named in what is related', async () => {
    const files = {
      '.git/x': '',
      'src/helper/__init__.py': `${dropped.split('\n').slice(0, 2).join('\n')}
def build():
    out, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
    return out, u
`,
      'tests/p.py':
        'import theano\nfrom helper import build\nout, _ = build()\nf = theano.function([], out)\n# scan\n',
    };
    const { out } = await checkFiles(files, ['tests'], 'json');
    const [finding] = JSON.parse(out);
    expect(finding).toMatchObject({ file: 'tests/p.py', line: 3, rule: 'dropped-updates' });
    expect(finding.related.map(({ file }: { file: string }) => file)).toContain('src/helper/__init__.py');
  });
});

describe('folders', () => {
  it('without what git ignores', async () => {
    const files = {
      '.git/x': '',
      '.gitignore': '/out/\n*_gen.py\n!keep_gen.py\n',
      'a.py': dropped,
      'b_gen.py': dropped,
      'keep_gen.py': dropped,
      'out/c.py': dropped,
      'deep/out/d.py': dropped,
      'deep/.gitignore': 'local.py\n!b_gen.py\n',
      'deep/local.py': dropped,
      'deep/b_gen.py': dropped,
    };
    const { out } = await checkFiles(files, ['.'], 'json');
    expect(filesIn(out)).toEqual(['a.py', 'deep/b_gen.py', 'deep/out/d.py', 'keep_gen.py']);
    expect(filesIn((await checkFiles(files, ['deep'], 'json')).out)).toEqual([
      'deep/b_gen.py',
      'deep/out/d.py',
    ]);
    expect(filesIn((await checkFiles(files, ['out'], 'json')).out)).toEqual(['out/c.py']);
    expect(filesIn((await checkFiles(files, ['b_gen.py'], 'json')).out)).toEqual(['b_gen.py']);
  });
});

describe('standard input', () => {
  it('has a name or none', async () => {
    expect(await found({}, ['-'], { input: dropped })).toEqual(['<stdin> dropped-updates warning']);
    const files = pyproject('levels = {dropped-updates = "error"}');
    expect(await found(files, ['-'], { input: dropped, inputName: 'd/new.py' })).toEqual([
      'd/new.py dropped-updates error',
    ]);
  });

  it('can be a notebook, and must be text', async () => {
    const input = JSON.stringify({ cells: [{ cell_type: 'code', source: dropped }] });
    expect(await found({}, ['-'], { input, inputName: 'n.ipynb' })).toEqual([
      'n.ipynb dropped-updates warning',
    ]);
    const result = await checkFiles({}, ['-'], { input: '\0' });
    expect(result).toEqual({ code: 2, out: '', error: 'scanlens: <stdin> is not Python: it is not text.\n' });
  });
});

it('threads change nothing', async () => {
  const texts = Array.from(
    { length: 6 },
    (_, index) => [`p${index}.py`, index % 3 ? dropped : fine] as const,
  );
  const files = {
    ...pyproject('levels = {dropped-updates = "error", nothing = "off"}'),
    ...Object.fromEntries(texts),
  };
  const one = await checkFiles(files, ['.'], { format: 'json', jobs: 1 });
  const two = await checkFiles(files, ['.'], { format: 'json', jobs: 2 });
  expect(two).toEqual(one);
  expect(filesIn(one.out)).toHaveLength(5);
});

it.each([
  [
    ['check', 'a.py', '--select', 'droped-updates'],
    'There is no rule droped-updates; did you mean dropped-updates?',
  ],
  [['check', 'a.py', '--ignore', 'dropped-updates,zzz'], 'There is no rule zzz.'],
  [
    ['check', 'a.py', '--library-version', 'numpy 2'],
    'A library is one of theano, aesara, pytensor, as in "pytensor 2.36".',
  ],
  [['check', 'a.py', '--library-version', 'pytensor x'], 'A version is a text such as "2.36" or "1.0.5".'],
  [['check', 'a.py', '--jobs', '0'], '--jobs can not be "0".'],
  [['check', 'a.py', '--config', 'a', '--no-config'], '--config and --no-config exclude each other.'],
  [['check', 'a.py', '--no-config=1'], 'The option --no-config takes no value.'],
  [
    ['check', 'a.py', '--level', 'all'],
    '--level can not be "all"; it is one of hint, information, warning, error.',
  ],
  [['check'], 'Which files are to be checked?'],
])('%j is refused', async (args, sentence) => {
  const io = recordedIo();
  expect(await runCli(args, io)).toBe(2);
  expect(io.written).toEqual({ out: '', error: `scanlens: ${sentence} See scanlens --help.\n` });
});
