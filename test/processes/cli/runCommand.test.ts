/** `scanlens run`, with a real evaluator process behind it. */
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../server/src/cli/runCli.ts';
import { recordedIo } from '../../unit/cli/cliRun.ts';
import { runText } from './runText.ts';

const counter = `
import theano
a = theano.shared(1, name='a')
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs, updates=updates)
print f(), a.get_value()
`;

describe('text', () => {
  it('gives the program its output and says on the side what was called and changed', async () => {
    const { code, out, error } = await runText(counter);
    expect(out).toBe('[] 11\n');
    expect(error).toMatch(
      /^── 1 call of compiled functions, backend wasm, [\d.]+ m?s ──\nline 6 {2}f\(\) {2}a: 1 → 11\n$/,
    );
    expect(code).toBe(0);
  });

  it('runs on the backend that is asked for', async () => {
    const { out, error } = await runText(counter, { backend: 'reference' });
    expect([out, error.split('\n')[0]]).toEqual(['[] 11\n', expect.stringContaining('backend reference')]);
  });

  it('prints the traceback of what the program raised', async () => {
    const { code, out, error } = await runText('print(1)\n1 / 0\nprint(2)\n');
    expect(out).toBe('1\n');
    expect(error).toContain('Traceback (most recent call last):');
    expect(error.trimEnd().split('\n').at(-1)).toBe('ZeroDivisionError: division by zero');
    expect(code).toBe(1);
  });

  it('shows no values of expressions and runs no repr: a script does not', async () => {
    const text = "class A:\n    def __repr__(self):\n        print('looked at')\n        return 'A'\nA()\n";
    expect(await runText(text)).toEqual({ code: 0, out: '', error: '' });
  });

  it('stops after --timeout', async () => {
    const { code, error } = await runText('while True:\n    pass\n', { timeoutSeconds: 0.2 });
    expect(error).toContain('The program ran longer than 0.2 s (see the option --timeout).');
    expect(code).toBe(1);
  });

  it('stops on Ctrl-C', async () => {
    const io = recordedIo((running) => running.interrupt?.());
    const { code, out } = await runText("print('ready')\nwhile True:\n    pass\n", { io });
    expect(out).toBe('ready\n');
    expect(code).toBe(130);
  });
});

describe('json', () => {
  it('is the document of the oracle set, with backend and time for each call', async () => {
    const { code, out } = await runText(counter, { format: 'json', floatX: 'float32' });
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      library: 'theano',
      libraryVersion: '1.0.5',
      python: 2,
      floatX: 'float32',
      numpyVersion: '1.24.2',
      stdout: '[] 11\n',
      error: null,
      scans: [{ line: 4, outputs: 0, updates: ['a'] }],
      finalState: { a: { dtype: 'int64', shape: [], data: [11] } },
      outcome: 'finished',
    });
    expect(document.calls).toEqual([
      {
        line: 6,
        function: 'f',
        results: [],
        stateChanges: [
          {
            name: 'a',
            before: { dtype: 'int64', shape: [], data: [1] },
            after: { dtype: 'int64', shape: [], data: [11] },
          },
        ],
        backend: 'wasm',
        elapsedMs: expect.any(Number),
      },
    ]);
    expect(code).toBe(0);
  });

  it('says what was raised and where', async () => {
    const { code, out } = await runText('def f(x):\n    return 1 / x\n\nf(0)\n', { format: 'json' });
    expect(JSON.parse(out).error).toEqual({
      type: 'ZeroDivisionError',
      message: 'division by zero',
      line: 2,
    });
    expect(code).toBe(1);
  });
});

describe('notebooks', () => {
  it('run as their code cells, without magics', async () => {
    const cells = [
      { cell_type: 'markdown', source: '# no code' },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'a = 1'] },
      { cell_type: 'code', source: 'print(a)' },
    ];
    const { code, out } = await runText(JSON.stringify({ cells }), { fileName: 'book.ipynb' });
    expect([code, out]).toEqual([0, '1\n']);
  });
});

describe('what can not be run', () => {
  it.each([
    [
      'a file that is not text',
      new Uint8Array([1, 0, 2, 255]),
      'program.py',
      './program.py is not Python: it is not text.',
    ],
    [
      'invalid UTF-8',
      new Uint8Array([0x61, 0xff, 0xfe]),
      'program.py',
      './program.py is not Python: it is not text.',
    ],
    [
      'a notebook that is none',
      '[]',
      'book.ipynb',
      './book.ipynb: The file is JSON, but not a notebook: it has no list of cells.',
    ],
  ])('%s', async (_, content, fileName, sentence) => {
    expect(await runText(content, { fileName })).toEqual({ code: 2, out: '', error: `${sentence}\n` });
  });

  it('a file with a syntax error', async () => {
    const { code, out, error } = await runText('x = 1\ndef f(:\n');
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('File "program.py", line 2');
    expect(error).toContain('SyntaxError: ');
  });

  it.each([
    [['run', 'no/such/file.py'], 'no/such/file.py does not exist.\n'],
    [['run', '.'], '. is a folder, not a file.\n'],
    [['run'], 'scanlens: Which file is to be run? See scanlens --help.\n'],
    [
      ['run', 'a.py', 'b.py'],
      'scanlens: Only one file can be run, but there is also b.py. See scanlens --help.\n',
    ],
    [['run', 'a.py', '--fast'], 'scanlens: Unknown option --fast. See scanlens --help.\n'],
    [
      ['run', 'a.py', '--floatX', 'float16'],
      'scanlens: --floatX can not be "float16"; it is one of float32, float64. See scanlens --help.\n',
    ],
    [['walk', 'a.py'], 'scanlens: Unknown command walk. See scanlens --help.\n'],
    [['--fast'], 'scanlens: Unknown option --fast. See scanlens --help.\n'],
  ])('%j', async (args, error) => {
    const io = recordedIo();
    expect(await runCli(args, io)).toBe(2);
    expect(io.written).toEqual({ out: '', error });
  });
});

describe('about itself', () => {
  it('says its version and how it is used', async () => {
    const io = recordedIo();
    expect(await runCli(['--version'], io)).toBe(0);
    expect(await runCli(['--help'], io)).toBe(0);
    expect(io.written.out).toMatch(/^\d+\.\d+\.\d+\nUsage: scanlens COMMAND/);
    expect(io.written.error).toBe('');
  });
});
