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
  ...(['code', 'indentation'] as const).flatMap((where): Measurement[] => [
    keystroke('2,000 lines of classes', where, () => firstLines(moduleSource(150_000))),
    keystroke('inside one class of 2,000 lines', where, () => firstLines(classSource('Large', lineCount))),
  ]),
];

/**
 * Where a letter is typed: behind something else on its line, which is what people do, or in the white space before it, which
 * breaks the nesting of everything behind.
 */
type Place = 'code' | 'indentation';

function keystroke(title: string, place: Place, source: () => string): Measurement {
  return {
    name: `one keystroke, ${title}, in ${place}, p95`,
    unit: 'ms',
    limit: { atMost: 15 },
    measure: async () => keystrokes(await createPythonParser(readParserAssets()), source(), place),
  };
}

/**
 * Types a letter at places all over the file and takes it back; the worst but 5 % in milliseconds. Of each edit the best of
 * three counts: what remains is the edit's own cost, not that of other processes.
 */
function keystrokes(parser: PythonParser, text: string, place: Place): number {
  const open = parser.open(text);
  const edits = offsets(text, place).flatMap((start) => [
    { start, end: start, newText: 'x' },
    { start, end: start + 1, newText: '' },
  ]);
  const rounds = [1, 2, 3, 4].map(() => edits.map((edit) => elapsed(() => open.update([edit]))));
  open.dispose();
  const [, ...measured] = rounds;
  return quantile(
    edits.map((_, index) => Math.min(...measured.map((round) => round[index]!))),
    0.95,
  );
}

/** 120 offsets spread over the text. */
function offsets(text: string, place: Place): number[] {
  return Array.from({ length: 120 }, (_, index) => {
    let offset = Math.floor((((index * 37) % 120) / 120) * text.length);
    while (isIndentation(text, offset) !== (place === 'indentation')) offset = (offset + 1) % text.length;
    return offset;
  });
}

/** True in white space at the start of a line, and on empty lines. */
const isIndentation = (text: string, offset: number): boolean =>
  /^\s*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));

function elapsed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
