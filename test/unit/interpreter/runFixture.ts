/** Runs a program in the interpreter and compares what it shows and raises with its markers (see `fixtures/markers.ts`). */
import { expect } from 'vitest';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import type { Span } from '../../../server/src/base/span.ts';
import { PythonException } from '../../../server/src/interpreter/exceptions.ts';
import { createInterpreter, type Interpreter } from '../../../server/src/interpreter/interpreter.ts';
import type { InterpreterOptions } from '../../../server/src/interpreter/options.ts';
import { type Marker, outputMarkers, printMarkers, readMarkers } from '../fixtures/markers.ts';
import { pythonParserForTests } from '../python/pythonParserForTests.ts';

/** Fails unless the program does exactly what its markers say. */
export async function runFixture(program: string, options: { readonly python: 2 | 3 }): Promise<void> {
  const { markers } = await runProgram(program, options);
  expect(printMarkers(markers)).toBe(printMarkers(readMarkers(program)));
}

/** What a run showed. */
export interface ProgramRun {
  readonly markers: readonly Marker[];
  /** Everything printed. */
  readonly stdout: string;
  readonly traceback: string | null;
  readonly interpreter: Interpreter;
}

/** Runs a program to its end or its exception. */
export async function runProgram(
  program: string,
  options: { readonly python: 2 | 3 } & Partial<InterpreterOptions>,
): Promise<ProgramRun> {
  const parser = await pythonParserForTests();
  const file = parser.parse(program);
  const index = new LineIndex(program);
  const lineOf = (span: Span): number => index.lineAt(span.start) + 1;
  const shown = new Map<number, string>();
  const show = (span: Span, text: string): void => {
    shown.set(lineOf(span), (shown.get(lineOf(span)) ?? '') + text);
  };
  let stdout = '';
  const interpreter: Interpreter = createInterpreter({
    floatX: 'float64',
    numpy: options.python === 2 ? 1 : 2,
    compiler: { compile: () => expect.unreachable('nothing is compiled here') },
    fileName: 'program.py',
    parse: (text) => parser.parse(text),
    checkpoint: () => undefined,
    allocate: () => undefined,
    now: () => 0,
    wallClock: () => 0,
    observer: {
      output: (span, text) => {
        stdout += text;
        show(span, text);
      },
      value: (span, value) => show(span, `${interpreter.repr(value)}\n`),
      call: () => undefined,
      scan: () => undefined,
      warning: ({ span, category, message }) => show(span, `${category}: ${message}\n`),
    },
    ...options,
  });
  const raised: Marker[] = [];
  let traceback: string | null = null;
  try {
    interpreter.run(file, { start: 0, end: program.length + 1 });
  } catch (error) {
    if (!(error instanceof PythonException)) throw error;
    traceback = interpreter.traceback(error);
    const line = lineOf(error.frames.at(-1)?.span ?? { start: 0, end: 0 });
    raised.push({ line, kind: '!>', text: traceback.slice(traceback.lastIndexOf('\n') + 1) });
  }
  const outputs = [...shown].flatMap(([line, text]) => outputMarkers(line, text));
  return { markers: [...outputs, ...raised], stdout, traceback, interpreter };
}
