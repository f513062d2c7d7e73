/** How fast text becomes a syntax tree, as a whole and after one keystroke. */
import { createPythonParser, type PythonParser } from '../server/src/python/parser.ts';
import { readParserAssets } from '../server/src/session/nodeAssets.ts';
import { type Measurement, quantile } from './measurement.ts';
import { classSource, moduleSource } from './pythonSource.ts';

const lineCount = 2000;
const firstLines = (text: string): string => text.split('\n').slice(0, lineCount).join('\n');

export const measurements: readonly Measurement[] = [
  {
    name: 'full parse to syntax tree, 2 MB',
    unit: 'MB/s',
    limit: { atLeast: 2 },
    measure: async () => {
      const parser = await createPythonParser(readParserAssets());
      const source = moduleSource(2_000_000);
      const times = [1, 2, 3, 4].map(() => elapsed(() => parser.parse(source)));
      return source.length / 1000 / quantile(times.slice(1), 0.5);
    },
  },
  {
    name: 'one keystroke, 2,000 lines of classes, p95',
    unit: 'ms',
    limit: { atMost: 15 },
    measure: async () =>
      keystrokes(await createPythonParser(readParserAssets()), firstLines(moduleSource(150_000))),
  },
  {
    name: 'one keystroke, inside one class of 2,000 lines, p95',
    unit: 'ms',
    limit: { atMost: 15 },
    measure: async () =>
      keystrokes(await createPythonParser(readParserAssets()), firstLines(classSource('Large', lineCount))),
  },
];

/** Types a letter at places all over the file and takes it back; the worst but 5 % in milliseconds. */
function keystrokes(parser: PythonParser, text: string): number {
  const open = parser.open(text);
  const times: number[] = [];
  for (let index = 0; index < 120; index++) {
    const start = Math.floor((((index * 37) % 120) / 120) * text.length);
    times.push(elapsed(() => open.update([{ start, end: start, newText: 'x' }])));
    times.push(elapsed(() => open.update([{ start, end: start + 1, newText: '' }])));
  }
  open.dispose();
  return quantile(times.slice(40), 0.95);
}

function elapsed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
