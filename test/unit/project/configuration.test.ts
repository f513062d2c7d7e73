/** The table `[tool.scanlens]`: what it says, and what is said about what is wrong in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLevels } from '../../../server/src/analysis/rules/levels.ts';
import { isExcluded, projectLevels } from '../../../server/src/project/ruleChoice.ts';
import { projectOf } from './fakeFiles.ts';

const configured = (text: string) => projectOf({ 'pyproject.toml': text }).configurationFile;

/** What is complained of: the rule, the words, and the text that is underlined. */
function complaints(body: string): readonly string[] {
  const text = `# 😀\n[tool.scanlens]\n${body}`;
  return (configured(text)?.configuration.findings ?? []).map(
    ({ rule, span, message }) => `${rule} <${text.slice(span.start, span.end)}> ${message}`,
  );
}

it('has levels, versions, floatX, patterns', () => {
  const file = configured(`
[tool.scanlens]
levels = {"dropped-updates" = "error"}
library-version = "PyTensor 2.36, theano==1.0.4"
floatX = "float32"
exclude = ["old/**"]
[tool.scanlens.per-file-ignores]
"tests/**" = ["dropped-updates"]
`);
  expect(file?.configuration).toEqual({
    levels: new Map([['dropped-updates', 'error']]),
    versions: [
      expect.objectContaining({ library: 'pytensor', version: [2, 36, 0] }),
      expect.objectContaining({ library: 'theano', version: [1, 0, 4] }),
    ],
    floatX: 'float32',
    exclude: ['old/**'],
    perFileIgnores: [{ pattern: 'tests/**', rules: ['dropped-updates'] }],
    findings: [],
  });
});

it('takes tables in place of short forms', () => {
  const file = configured(
    'tool.scanlens.levels.dropped-updates = "off"\n[tool.scanlens.library-version]\ntheano = "1.0"',
  );
  expect(file?.configuration).toMatchObject({ levels: new Map([['dropped-updates', 'off']]), findings: [] });
  expect(file?.configuration.versions).toMatchObject([{ library: 'theano', version: [1, 0, 0] }]);
});

it('is not there without the table', () => {
  expect(configured('[tool.black]\nline-length = 3')).toBeNull();
  expect(configured('[tool]\nscanlens = 3')).toBeNull();
});

describe('says what is wrong, and where', () => {
  it.each([
    ['level = {}', 'configuration <level> [tool.scanlens] has no key `level`; did you mean levels?'],
    ['zzz = 1', 'configuration <zzz> [tool.scanlens] has no key `zzz`.'],
    ['toString = 1', 'configuration <toString> [tool.scanlens] has no key `toString`.'],
    ['levels = 3', 'configuration <3> `levels` is a table: rule ids and their levels.'],
    [
      'levels = {"droped-updates" = "error"}',
      'unknown-rule <"droped-updates"> There is no rule `droped-updates`; did you mean dropped-updates?',
    ],
    [
      'levels = {dropped-updates = "loud"}',
      'configuration <"loud"> A level is one of off, hint, information, warning, error.',
    ],
    [
      'levels = {dropped-updates = 1}',
      'configuration <1> A level is one of off, hint, information, warning, error.',
    ],
    [
      'library-version = "numpy 1"',
      'configuration <"numpy 1"> A library is one of theano, aesara, pytensor, as in "pytensor 2.36".',
    ],
    [
      'library-version = "pytensor new"',
      'configuration <"pytensor new"> A version is a text such as "2.36" or "1.0.5".',
    ],
    [
      'library-version = 2',
      'configuration <2> `library-version` is a text such as "pytensor 2.36", or a table.',
    ],
    [
      'library-version.numpy = "2"',
      'configuration <numpy> A library is one of theano, aesara, pytensor, as in "pytensor 2.36".',
    ],
    ['library-version.theano = 1.0', 'configuration <1.0> A version is a text such as "2.36" or "1.0.5".'],
    ['floatX = "float16"', 'configuration <"float16"> `floatX` is "float32" or "float64".'],
    ['exclude = "a"', 'configuration <"a"> `exclude` needs a list of texts here.'],
    ['exclude = ["a", 1]', 'configuration <["a", 1]> `exclude` needs a list of texts here.'],
    ['exclude = [""]', 'configuration <""> A pattern names files, as in a .gitignore.'],
    [
      'per-file-ignores = []',
      'configuration <[]> `per-file-ignores` is a table: patterns of files and lists of rule ids.',
    ],
    [
      'per-file-ignores = {"a" = ["nothing-such"]}',
      'unknown-rule <"nothing-such"> There is no rule `nothing-such`.',
    ],
    ['floatX = ', 'configuration <floatX = > This is not TOML: Unspecified values are invalid.'],
  ])('%s', (body, complaint) => {
    expect(complaints(`${body}\n`)).toEqual([complaint]);
  });

  it('and keeps the rest', () => {
    const file = configured('[tool.scanlens]\nfloatX = "float32"\nexclude = ["a", 1]\nx = 1\n');
    expect(file?.configuration).toMatchObject({ floatX: 'float32', exclude: ['a'] });
    expect(file?.configuration.findings).toHaveLength(2);
  });
});

describe('for one file', () => {
  const project = projectOf({
    'pyproject.toml': `
[tool.scanlens]
levels = {dropped-updates = "error"}
exclude = ["/old/", "*_pb2.py", "!keep_pb2.py"]
per-file-ignores = {"tests/**" = ["dropped-updates"], "conftest.py" = ["dropped-updates"]}
`,
  });

  it.each([
    ['/w/a.py', 'error'],
    ['/w/tests/a.py', 'off'],
    ['/w/tests/deep/a.py', 'off'],
    ['/w/deep/tests/a.py', 'error'],
    ['/w/deep/conftest.py', 'off'],
    ['/elsewhere/tests/a.py', 'error'],
  ])('%s has the level %s', (path, level) => {
    expect(projectLevels(project, path)).toEqual({ 'dropped-updates': level });
  });

  it.each([
    ['/w/old/a.py', true],
    ['/w/deep/old/a.py', false],
    ['/w/deep/a_pb2.py', true],
    ['/w/deep/keep_pb2.py', false],
    ['/w/a.py', false],
    ['/elsewhere/old/a.py', false],
  ])('%s is left out: %s', (path, isLeftOut) => {
    expect(isExcluded(project, path)).toBe(isLeftOut);
  });

  it('levels change findings and leave some out', () => {
    const finding = {
      rule: 'a',
      level: 'warning',
      span: { start: 0, end: 1 },
      message: '',
      related: [],
      subject: null,
    } as const;
    expect(atLevels([finding], {})).toEqual([finding]);
    expect(atLevels([finding], { a: 'error' })).toEqual([{ ...finding, level: 'error' }]);
    expect(atLevels([finding], { a: 'off' })).toEqual([]);
    expect(atLevels([{ ...finding, rule: 'toString' }], {})).toHaveLength(1);
  });
});

it('the nearest table counts as a whole', () => {
  const files = {
    'pyproject.toml': '[tool.scanlens]\nfloatX = "float32"\nlevels = {dropped-updates = "error"}',
    'p/pyproject.toml': '[tool.scanlens]\nlevels = {dropped-updates = "hint"}',
    'q/pyproject.toml': '[project]\nname = "q"',
  };
  expect(projectOf(files, 'p/a.py').configurationFile?.path).toBe('/w/p/pyproject.toml');
  expect(projectOf(files, 'q/a.py').configurationFile?.path).toBe('/w/pyproject.toml');
});

it('no text makes it throw, and every place lies in the file', () => {
  const key = fc.constantFrom(
    'levels',
    'exclude',
    'floatX',
    'library-version',
    'per-file-ignores',
    '"a b"',
    'x.y',
  );
  const value = fc.constantFrom(
    '1',
    '"a"',
    '["a"]',
    '[[1]]',
    '{a = "b"}',
    '{"a" = []}',
    'true',
    '""',
    '{',
    '"""\n"""',
  );
  const line = fc.oneof(
    fc.tuple(key, value).map((pair) => pair.join(' = ')),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = `[tool.scanlens]\n${lines.join('\n')}`;
      for (const { span } of configured(text)?.configuration.findings ?? []) {
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }
    }),
  );
  expect(() => configured(`[tool.scanlens]\nx = ${'['.repeat(100_000)}`)).not.toThrow();
});
