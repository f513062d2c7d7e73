/**
 * Loops of plain Python against CPython on the same machine, and how long it takes until a program can run. CPython is `python3`;
 * where there is none, the loops are measured and not compared.
 */
import { spawnSync } from 'node:child_process';
import type { Compiler } from '../server/src/graph/functionGraph.ts';
import { createInterpreter, type Interpreter } from '../server/src/interpreter/interpreter.ts';
import { createPythonParser } from '../server/src/python/parser.ts';
import { readParserAssets } from '../server/src/session/nodeAssets.ts';
import { type Measurement, quantile } from './measurement.ts';

const parser = await createPythonParser(readParserAssets());

/** Nothing of these programs is compiled. */
const noCompiler: Compiler = {
  compile() {
    throw new Error('no program here compiles a graph');
  },
};

function freshInterpreter(): Interpreter {
  return createInterpreter({
    python: 3,
    numpy: 2,
    floatX: 'float64',
    compiler: noCompiler,
    fileName: 'bench.py',
    observer: {
      output: () => undefined,
      value: () => undefined,
      call: () => undefined,
      scan: () => undefined,
      warning: () => undefined,
    },
    checkpoint: () => undefined,
    allocate: () => undefined,
    now: () => performance.now(),
    wallClock: () => Date.now(),
  });
}

function run(text: string): number {
  const file = parser.parse(text);
  const interpreter = freshInterpreter();
  const startedAt = performance.now();
  interpreter.run(file, { start: 0, end: text.length + 1 });
  return performance.now() - startedAt;
}

const loops: Readonly<Record<string, string>> = {
  'while, in the module': `
i = s = 0
while i < 1000000:
    s = (s * 3 + i) % 1000003
    i += 1
`,
  'while, in a function': `
def run():
    i = s = 0
    while i < 1000000:
        s = (s * 3 + i) % 1000003
        i += 1
run()
`,
  'building lists': `
def run():
    for _ in range(10):
        l = []
        for i in range(100000):
            l.append(i * 2)
        m = [x + 1 for x in l if x % 3]
run()
`,
  'counting in a dict': `
def run():
    d = {}
    for i in range(500000):
        k = i % 1000
        d[k] = d.get(k, 0) + 1
    w = {}
    for c in 'the quick brown fox jumps' * 10000:
        if c in w: w[c] += 1
        else: w[c] = 1
run()
`,
  'calling methods': `
class P:
    def __init__(self, x):
        self.x = x
        self.n = 0
    def step(self, d):
        self.x = self.x + d
        self.n += 1
        return self.x
def run():
    p = P(0)
    for i in range(500000):
        p.step(i)
run()
`,
  'fib(24) and fib(25)': `
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(24), fib(25)
`,
  floats: `
def run():
    x = 0.5
    for i in range(1000000):
        x = 3.7 * x * (1.0 - x)
run()
`,
  'product of lists of lists': `
def product(a, b, n):
    c = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n):
                s += a[i][k] * b[k][j]
            c[i][j] = s
    return c
a = [[i * j % 7 for j in range(100)] for i in range(100)]
product(a, a, 100)
`,
  sieve: `
def sieve(n):
    prime = [True] * (n + 1)
    i = 2
    while i * i <= n:
        if prime[i]:
            for j in range(i * i, n + 1, i):
                prime[j] = False
        i += 1
    return [i for i, p in enumerate(prime) if p]
sieve(1000000)
`,
  generators: `
def count(n):
    for i in range(n):
        yield i
def run():
    s = 0
    for x in count(500000):
        s += x
run()
`,
  'sorting by a key': `
def run():
    l = [(i * 7919) % 100003 for i in range(100000)]
    sorted(l, key=lambda x: -x)
run()
`,
};

const repetitions = 5;

/** The shortest of some runs, in ms: what the program takes when nothing else happens on the machine. */
function shortest(text: string): number {
  return Math.min(...Array.from({ length: repetitions }, () => run(text)));
}

const timing = `
import sys, time
code = compile(sys.stdin.read(), 'bench.py', 'exec')
times = []
for _ in range(${repetitions}):
    started = time.perf_counter()
    exec(code, {'__name__': '__main__'})
    times.append(time.perf_counter() - started)
print(min(times) * 1000)
`;

/** The same in CPython; null without `python3`. */
function inPython(text: string): number | null {
  const { status, stdout } = spawnSync('python3', ['-c', timing], { input: text, encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function loopMeasurement([name, text]: [string, string]): Measurement {
  const reference = inPython(text);
  if (reference === null) {
    return { name: `${name}, without CPython`, unit: 'ms', limit: null, measure: () => shortest(text) };
  }
  return {
    name: `${name}, in times of CPython`,
    unit: '×',
    limit: { atMost: 1.5 },
    measure: () => shortest(text) / reference,
  };
}

export const measurements: readonly Measurement[] = [
  {
    name: 'first import of NumPy',
    unit: 'ms',
    limit: { atMost: 150 },
    measure: () => run('import numpy as np\nnp.zeros(3)\n'),
  },
  {
    name: 'an interpreter and its first program',
    unit: 'ms',
    limit: { atMost: 30 },
    measure: () =>
      quantile(
        Array.from({ length: 20 }, () => run('x = 1\n')),
        0.5,
      ),
  },
  ...Object.entries(loops).map(loopMeasurement),
];
