/**
 * `scanlens check` on a folder in which one file in ten has scans, and on files of two lengths. Everything is written to
 * a temporary folder and read from there, as for a person.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck } from '../server/src/cli/checkCommand.ts';
import type { CommandIo } from '../server/src/cli/commandIo.ts';
import { type Measurement, quantile } from './measurement.ts';
import { moduleSource } from './pythonSource.ts';

const fileCount = 1000;
const scanEvery = 10;
const shortLines = 500;
const longLines = 4000;
const repeats = 7;

const silent: CommandIo = {
  writeOut: () => {},
  writeError: () => {},
  readInput: () => new Uint8Array(),
  isOutColored: false,
  isErrorColored: false,
  onInterrupt: () => () => {},
};

/** Theano code with a scan every fourteen lines; one in five drops its updates. */
function scanSource(lineCount: number): string {
  const block = (index: number): string[] => [
    `W_${index} = theano.shared(np.zeros((4, 4)), name='W_${index}')`,
    `t_${index} = theano.shared(0)`,
    `def step_${index}(x, h, w):`,
    '    """One step."""',
    '    h = T.tanh(T.dot(h, w) + x)',
    `    return h, {t_${index}: t_${index} + 1}`,
    `x_${index} = T.matrix('x')`,
    `h_${index}, updates_${index} = theano.scan(`,
    `    step_${index}, sequences=x_${index}, outputs_info=T.zeros((4,)), non_sequences=W_${index})`,
    `cost_${index} = (h_${index}[-1] ** 2).sum()`,
    `f_${index} = theano.function([x_${index}], cost_${index}${index % 5 ? `, updates=updates_${index}` : ''})`,
    `for i in range(10):`,
    `    print('part ${index}', i, f_${index}(np.ones((3, 4))))`,
    '',
  ];
  const lines = ['import numpy as np', 'import theano', 'import theano.tensor as T'];
  for (let index = 0; lines.length < lineCount; index++) lines.push(...block(index));
  return `${lines.slice(0, lineCount).join('\n')}\n`;
}

/** A folder that exists while `body` runs. */
async function withFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scanlens-bench-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeProject(folder: string): void {
  writeFileSync(join(folder, 'pyproject.toml'), '[tool.scanlens]\nlibrary-version = "theano 1.0.5"\n');
  writeFileSync(join(folder, '.gitignore'), '*.log\n/out/\n');
  const [plain, scans] = [moduleSource(8000), scanSource(200)];
  for (let index = 0; index < fileCount; index++) {
    const inside = join(folder, `package${index % 20}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `file${index}.py`), index % scanEvery === 0 ? scans : plain);
  }
}

/** Files per second, the first time: a command line is never warm. */
const wholeFolder = (jobs: number | null) => () =>
  withFolder(async (folder) => {
    writeProject(folder);
    const startedAt = performance.now();
    await runCheck([folder], { jobs }, silent);
    return fileCount / ((performance.now() - startedAt) / 1000);
  });

/** The median time of one file. */
function oneFile(lineCount: number): Promise<number> {
  return withFolder(async (folder) => {
    const path = join(folder, 'file.py');
    writeFileSync(path, scanSource(lineCount));
    const samples: number[] = [];
    for (let count = 0; count < repeats; count++) {
      const startedAt = performance.now();
      await runCheck([path], { jobs: 1 }, silent);
      samples.push(performance.now() - startedAt);
    }
    return quantile(samples, 0.5);
  });
}

export const measurements: readonly Measurement[] = [
  {
    name: 'check of 1,000 files, 100 of them with scans, one thread',
    unit: 'files/s',
    limit: null,
    measure: wholeFolder(1),
  },
  {
    name: 'the same, as many threads as it takes by itself',
    unit: 'files/s',
    limit: null,
    measure: wholeFolder(null),
  },
  { name: 'check of a file with 500 lines', unit: 'ms', limit: null, measure: () => oneFile(shortLines) },
  { name: 'check of a file with 4,000 lines', unit: 'ms', limit: null, measure: () => oneFile(longLines) },
  {
    name: 'time per line of 4,000 lines over that of 500',
    unit: '×',
    limit: null,
    measure: async () =>
      ((await oneFile(longLines)) / (await oneFile(shortLines))) * (shortLines / longLines),
  },
];
