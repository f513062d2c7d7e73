/** Which release of a library the files of a workspace ask for, and how that is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectOf, pytensorIn } from './fakeFiles.ts';

describe('lists for pip', () => {
  it.each([
    ['pytensor>=2.18,<3', '2.38.3 · requirements.txt says pytensor>=2.18,<3'],
    ['PyTensor == 2.31.4  # because', '2.31.4 · requirements.txt says pytensor== 2.31.4'],
    [
      'pytensor[numba, jax]~=2.18.0 ; python_version > "3.9"',
      '2.18.6 · requirements.txt says pytensor~=2.18.0',
    ],
    ['pytensor (>=2.18,<2.19)', '2.18.6 · requirements.txt says pytensor>=2.18,<2.19'],
    ['pytensor==2.18.1 \\\n    --hash=sha256:abc', '2.18.1 · requirements.txt says pytensor==2.18.1'],
    [
      'pytensor>=2;python_version>"3"\npytensor==2.8.11;python_version<"3"',
      '3.3.0 · requirements.txt says pytensor>=2',
    ],
    ['numpy\r\npytensor<2.12\r\n', '2.11.3 · requirements.txt says pytensor<2.12'],
    ['pytensor', null],
    ['pymc>=5', null],
    ['pytensor-extras==1', null],
    ['# pytensor==2.31', null],
    ['pytensor @ git+https://github.com/pymc-devs/pytensor@main', null],
    ['-e .', null],
  ])('%j', (text, version) => {
    expect(pytensorIn({ 'requirements.txt': text })).toBe(version);
  });

  it('the fork of PyMC is Theano', () => {
    const { versions } = projectOf({ 'requirements.txt': 'theano_pymc>=1.1\naesara==2.6' });
    expect(versions.get('theano')).toEqual({
      library: 'theano',
      version: [1, 1, 2],
      reason: 'requirements.txt says theano-pymc>=1.1',
    });
    expect(versions.get('aesara')?.version).toEqual([2, 6, 0]);
  });

  it('the shortest name first, those in a folder last', () => {
    const files = { 'requirements-dev.txt': 'pytensor<2.20', 'requirements/x.txt': 'pytensor<2.10' };
    expect(pytensorIn(files)).toContain('2.19.0 · requirements-dev.txt');
    expect(pytensorIn({ ...files, 'requirements.txt': 'pytensor<2.15' })).toContain('2.14.2');
    expect(pytensorIn({ 'requirements/x.txt': 'pytensor<2.10' })).toContain('2.9.1 · requirements/x.txt');
  });

  it('constraints narrow what is asked for, and count alone when nothing asks', () => {
    const constraints = { 'constraints.txt': 'pytensor<2.31' };
    expect(pytensorIn({ ...constraints, 'requirements.txt': 'pytensor>=2.18' })).toBe(
      '2.30.3 · requirements.txt says pytensor>=2.18,<2.31',
    );
    expect(pytensorIn({ ...constraints, 'requirements.txt': 'pytensor' })).toContain('2.30.3');
    expect(pytensorIn(constraints)).toContain('2.30.3 · constraints.txt');
  });

  it('includes are followed, in circles too, never above the workspace', () => {
    const circle = {
      'requirements.txt': '-r a/b.txt',
      'a/b.txt': '-r ../requirements.txt\npytensor==2.31.1',
    };
    expect(pytensorIn(circle)).toContain('2.31.1 · a/b.txt');
    expect(pytensorIn({ 'requirements.txt': '--constraint=../../c.txt\n-r /etc/passwd' })).toBeNull();
  });
});

describe('pyproject.toml', () => {
  it.each([
    ['[project]\ndependencies = ["pytensor>=2.18,<2.20"]', '2.19.0'],
    ['[project.optional-dependencies]\ntest = ["pytensor<2.20"]', '2.19.0'],
    ['[dependency-groups]\ntest = ["pytensor<2.20", {include-group = "x"}]', '2.19.0'],
    ['[tool.poetry.dependencies]\npytensor = "^2.18"', '2.38.3'],
    ['[tool.poetry.dependencies]\npytensor = {version = "~2.18", extras = ["x"]}', '2.18.6'],
    ['[tool.poetry.dependencies]\npytensor = [{version = "2.18.1"}, {version = "2.19.0"}]', '2.19.0'],
    ['[tool.poetry.group.dev.dependencies]\npytensor = "2.18.1"', '2.18.1'],
    ['[tool.poetry.dev-dependencies]\npytensor = "*"', undefined],
    ['[tool.pixi.dependencies]\npytensor = "2.18.*"', '2.18.6'],
    ['[project]\ndependencies = "pytensor<2"', undefined],
    ['[project]\ndependencies = [1, ["pytensor<2"]]', undefined],
    ['[project\n', undefined],
  ])('%j', (text, version) => {
    expect(projectOf({ 'pyproject.toml': text }).versions.get('pytensor')?.version.join('.')).toBe(version);
  });
});

describe('other files', () => {
  it.each([
    ['- pytensor=2.18', '2.18.6 · environment.yml says pytensor=2.18'],
    ['- "pytensor 2.18.*"', '2.18.6 · environment.yml says pytensor 2.18.*'],
    ['- conda-forge::pytensor-base>=2.18,<2.20', '2.19.0 · environment.yml says pytensor-base>=2.18,<2.20'],
    ['- pytensor  # any', null],
    ['- pip:\n    - pytensor==2.18', '2.18.0 · environment.yml says pytensor==2.18'],
    ['- pip:\n    - numpy\n  - pytensor=2.18', '2.18.6 · environment.yml says pytensor=2.18'],
  ])('conda: %j', (items, version) => {
    expect(
      pytensorIn({ 'environment.yml': `name: x\nchannels:\n  - pytensor=1\ndependencies:\n  ${items}\n` }),
    ).toBe(version);
  });

  it('setup.cfg', () => {
    const text = '[options]\npackages = find:\ninstall_requires =\n    numpy\n    pytensor>=2.18,<2.20\n';
    expect(pytensorIn({ 'setup.cfg': text })).toBe('2.19.0 · setup.cfg says pytensor>=2.18,<2.20');
    expect(pytensorIn({ 'setup.cfg': '[metadata]\ninstall_requires =\n  pytensor<2.20\n' })).toBeNull();
    expect(pytensorIn({ 'setup.cfg': '[options.extras_require]\nx = pytensor<2.20; y\n' })).toContain(
      '2.19.0',
    );
  });

  it('come in their order, and the nearest folder first', () => {
    const files = {
      'requirements.txt': 'pytensor==2.10.0',
      'pyproject.toml': '[project]\ndependencies = ["pytensor==2.11.0"]',
      'environment.yml': 'dependencies:\n- pytensor==2.12.0',
      'setup.cfg': '[options]\ninstall_requires = pytensor==2.13.0',
    };
    expect(pytensorIn(files)).toContain('2.10.0');
    expect(pytensorIn({ ...files, 'requirements.txt': '' })).toContain('2.11.0');
    expect(pytensorIn({ ...files, 'requirements.txt': '', 'pyproject.toml': '' })).toContain('2.12.0');
    expect(pytensorIn({ ...files, 'p/setup.cfg': files['setup.cfg'] }, 'p/q/a.py')).toContain('2.13.0');
  });

  it('are overruled by the table of ScanLens, also by one further out', () => {
    const files = {
      'p/requirements.txt': 'pytensor==2.10.0',
      'pyproject.toml': '[tool.scanlens]\nlibrary-version = "pytensor 2.36"',
    };
    expect(pytensorIn(files, 'p/a.py')).toBe('2.36.0 · [tool.scanlens] in pyproject.toml says pytensor 2.36');
  });
});

it('no text makes it throw', () => {
  const word = fc.constantFrom(
    'pytensor',
    '==',
    '>=2',
    '[',
    ']',
    '\n',
    '- ',
    ':',
    '"',
    '=',
    '#',
    ';',
    '-r ',
    '..',
    'pip',
    '\\',
  );
  const text = fc.array(fc.oneof(word, fc.string({ maxLength: 5 }))).map((parts) => parts.join(''));
  const name = fc.constantFrom('requirements.txt', 'pyproject.toml', 'environment.yml', 'setup.cfg');
  fc.assert(
    fc.property(name, text, (file, content) => {
      projectOf({ [file]: content });
    }),
  );
});
