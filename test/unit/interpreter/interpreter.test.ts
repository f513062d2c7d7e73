/** What the interpreter's face promises beyond the values of a program: cells, tracebacks, places, stopping. */
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../server/src/base/cancellation.ts';
import type { InterpreterOptions } from '../../../server/src/interpreter/options.ts';
import { pythonParserForTests } from '../python/pythonParserForTests.ts';
import { runProgram } from './runFixture.ts';

const python3 = { python: 3 } as const;

/** The source texts of what a run reported, by kind. */
async function observe(program: string, changes: Partial<InterpreterOptions> = {}): Promise<string[]> {
  const seen: string[] = [];
  const text = ({ start, end }: { start: number; end: number }): string => program.slice(start, end);
  await runProgram(program, {
    ...python3,
    observer: {
      output: (span, shown) => seen.push(`output ${text(span)} ${JSON.stringify(shown)}`),
      value: (span, value) => seen.push(`value ${text(span)} ${String(value)}`),
      call: () => undefined,
      scan: () => undefined,
      warning: ({ span, category, message }) => seen.push(`${category} ${text(span)} ${message}`),
    },
    ...changes,
  });
  return seen;
}

describe('what a program shows', () => {
  it('comes with the call that printed it', async () => {
    expect(await observe('def f():\n    print("a")\nf()\nprint(1, end="")\n')).toEqual([
      'output print("a") "a\\n"',
      'output print(1, end="") "1"',
    ]);
  });

  it('is every expression statement at the top level that is not None', async () => {
    expect(await observe('1 + 1\nNone\nx = 3\nif x:\n    x\nx * 2\n')).toEqual([
      'value 1 + 1 2',
      'value x * 2 6',
    ]);
  });

  it('is what it warns and logs about', async () => {
    const program =
      'import warnings, logging\nwarnings.warn("w", FutureWarning)\nlogging.getLogger("a.b").warning("%d", 3)\n';
    expect(await observe(program)).toEqual([
      'FutureWarning warnings.warn("w", FutureWarning) w',
      'WARNING (a.b) logging.getLogger("a.b").warning("%d", 3) 3',
    ]);
  });
});

describe('tracebacks', () => {
  it('are those of Python', async () => {
    const program = 'def f(x):\n    return 1 / x\n\ndef g():\n    return [f(n) for n in (1, 0)]\ng()\n';
    expect((await runProgram(program, python3)).traceback).toBe(
      `Traceback (most recent call last):
  File "program.py", line 6, in <module>
    g()
  File "program.py", line 5, in g
    return [f(n) for n in (1, 0)]
            ^^^^
  File "program.py", line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero`,
    );
  });

  it('show the exception before', async () => {
    const program = 'try:\n    {}["k"]\nexcept KeyError:\n    raise ValueError("v")\n';
    expect((await runProgram(program, python3)).traceback).toBe(
      `Traceback (most recent call last):
  File "program.py", line 2, in <module>
    {}["k"]
    ~~^^^^^
KeyError: 'k'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "program.py", line 4, in <module>
    raise ValueError("v")
ValueError: v`,
    );
  });

  it('pass through generators and class bodies', async () => {
    const program = 'def g():\n    yield 1\n    None.x\nclass A:\n    list(g())\n';
    const { traceback } = await runProgram(program, python3);
    expect(traceback?.match(/in (\S+)/g)).toEqual(['in <module>', 'in A', 'in g']);
  });

  it('count repeated frames', async () => {
    const program = 'def f(n):\n    return f(n + 1)\nf(0)\n';
    const { traceback } = await runProgram(program, python3);
    expect(traceback).toMatch(/\[Previous line repeated 9\d\d more times\]/);
    expect(traceback).toMatch(/RecursionError: maximum recursion depth exceeded$/);
  });
});

describe('cells', () => {
  async function runCells(cells: readonly string[], python: 2 | 3): Promise<string> {
    const parser = await pythonParserForTests();
    let stdout = '';
    const text = cells.join('');
    const file = parser.parse(text);
    const { interpreter } = await runProgram('', {
      python,
      observer: {
        output: (_span, shown) => {
          stdout += shown;
        },
        value: () => undefined,
        call: () => undefined,
        scan: () => undefined,
        warning: () => undefined,
      },
    });
    let start = 0;
    for (const cell of cells) {
      interpreter.run(file, { start, end: start + cell.length });
      start += cell.length;
    }
    return stdout;
  }

  it('share one namespace', async () => {
    expect(await runCells(['x = 1\n', 'def f(): return x\n', 'x = 2\nprint(f())\n'], 3)).toBe('2\n');
  });

  it('keep the division that an earlier cell chose', async () => {
    expect(await runCells(['print 1 / 2\n', 'from __future__ import division\n', 'print 1 / 2\n'], 2)).toBe(
      '0\n0.5\n',
    );
  });
});

describe('a stopped run', () => {
  it.each([
    ['a loop', 'while True: pass\n'],
    ['a loop that catches everything', 'while True:\n    try:\n        while True: pass\n    except: pass\n'],
    ['a loop in finally', 'try:\n    while True: pass\nfinally:\n    while True: pass\n'],
    ['a comprehension', '[0 for i in range(10 ** 9)]\n'],
    ['an endless iterator', 'import itertools\nlist(itertools.count())\n'],
    ['recursion', 'def f(): return f() or f()\nwhile True:\n    try: f()\n    except RecursionError: pass\n'],
    ['a generator', 'def g():\n    while True: yield 1\nsum(g())\n'],
    ['a sum', 'sum(range(10 ** 12))\n'],
    ['a greatest element', 'max(range(10 ** 13))\n'],
    ['a list of what a function gives', 'list(iter(int, 1))\n'],
    ['a joined text', "''.join('x' for _ in range(10 ** 12))\n"],
    ['sorting', 'l = list(range(50000))\nwhile True: l.sort()\n'],
    ['a search', '2 in iter(int, 1)\n'],
    ['any', 'any(iter(int, 1))\n'],
    [
      'a text of what is in itself twice, again and again',
      'l = []\nfor i in range(200): l = [l, l]\nrepr(l)\n',
    ],
    ['a hash of the same', 't = ()\nfor i in range(200): t = (t, t)\nhash(t)\n'],
    ['a comparison of the same', 'a = b = ()\nfor i in range(200): a, b = (a, a), (b, b)\na == b\n'],
    ['common divisors', 'import math\nwhile True: math.gcd(3**9000, 2**9000)\n'],
    ['powers with a modulus', 'pow(3, 2**200000, 7**9)\n'],
  ])('ends %s', async (_name, program) => {
    let turns = 0;
    const checkpoint = (): void => {
      if (++turns > 2000) throw new Cancelled();
    };
    await expect(runProgram(program, { ...python3, checkpoint })).rejects.toBeInstanceOf(Cancelled);
  });

  it.each([
    ['splitting', "('ab ' * 20000).split()\n"],
    ['counting in a text', "('ab' * 20000).count('a')\n"],
    ['translating', "('ab' * 20000).translate({97: 'x'})\n"],
    ['counting in a list', '([0] * 20000).count(1)\n'],
    ['a search in a tuple', '1 in (0,) * 20000\n'],
    ['a comparison of lists', '[1.0] * 20000 == [1] * 20000\n'],
    ['wrapping', "import textwrap\ntextwrap.wrap('ab ' * 5000)\n"],
    ['a digest', "import hashlib\nhashlib.sha256(b'a' * 200000).digest()\n"],
    ['a base64 text', "import base64\nbase64.b64encode(b'a' * 20000)\n"],
    ['a checksum', "import zlib\nzlib.crc32(b'a' * 20000)\n"],
    ['a difference', "import difflib\ndifflib.SequenceMatcher(None, 'ab' * 80, 'ba' * 80).ratio()\n"],
    ['an exponential', 'from decimal import *\ngetcontext().prec = 200\nDecimal(3).exp()\n'],
    ['a list of an array', 'import numpy as np\nnp.zeros(10 ** 6).tolist()\n'],
    ['an order', 'import numpy as np\nnp.argsort(np.arange(10 ** 5))\n'],
    ['a permutation', 'import numpy as np\nnp.random.permutation(10 ** 6)\n'],
  ])('ends in the middle of %s', async (_name, program) => {
    let asked = 0;
    const checkpoint = (): void => {
      if (++asked > 20) throw new Cancelled();
    };
    await expect(runProgram(program, { ...python3, checkpoint })).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('memory', () => {
  it('is asked for before it is used', async () => {
    let bytes = 0;
    const allocate = (byteLength: number): void => {
      bytes += byteLength;
      if (bytes > 1e6) throw new Cancelled();
    };
    await expect(runProgram('[0] * 10 ** 7\n', { ...python3, allocate })).rejects.toBeInstanceOf(Cancelled);
    await expect(runProgram('"x" * 10 ** 8\n', { ...python3, allocate })).rejects.toBeInstanceOf(Cancelled);
  });

  it.each([
    'l = [1]\nwhile True: l = l + l\n',
    'l = [1]\nwhile True: l.extend(l)\n',
    'l = []\nwhile True: l.append(1)\n',
    'd = {}\nwhile True: d[len(d)] = 1\n',
    's = "x"\nwhile True: s += s\n',
    'l = [1]\nwhile True: l += l\n',
    "f'{1.5:.{10**9}f}'\n",
    "'%*d' % (10**8, 1)\n",
    "format('a', '>100000000')\n",
    "'x'.join(['a' * 1000] * 1000 * 1000)\n",
    "b'x'.join([b'a' * 1000] * 1000 * 1000)\n",
  ])('is asked for while it grows: %s', async (program) => {
    let bytes = 0;
    const allocate = (byteLength: number): void => {
      bytes += byteLength;
      if (bytes > 1e6) throw new Cancelled();
    };
    await expect(runProgram(program, { ...python3, allocate })).rejects.toBeInstanceOf(Cancelled);
  });

  it('is not used up by integers of millions of digits', async () => {
    const { traceback } = await runProgram('x = 3\nwhile True: x = x * x\n', python3);
    expect(traceback).toMatch(/NotSupportedByScanLens: an integer of millions of digits$/);
  });

  it('is not used up by deep expressions', async () => {
    const program = `x = ${'['.repeat(150)}1${']'.repeat(150)}\nprint(str(x).count('['))\n`;
    expect((await runProgram(program, python3)).stdout).toBe('150\n');
  });
});

it('gives the texts of values that run code of the program', async () => {
  const program =
    'class A:\n    def __repr__(self): return "A!"\n    def __str__(self): return "a"\nx = A()\n';
  const { interpreter } = await runProgram(program, python3);
  const x = interpreter.globals.get('x') ?? null;
  expect([interpreter.repr(x), interpreter.str(x)]).toEqual(['A!', 'a']);
});
