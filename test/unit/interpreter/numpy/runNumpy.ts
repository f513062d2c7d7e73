/** Runs a program against the numpy of the interpreter and tells what it printed, how it ended and what it warned about. */
import { compiler } from '../../../../server/src/compile/compile.ts';
import { PythonException } from '../../../../server/src/interpreter/exceptions.ts';
import { createInterpreter } from '../../../../server/src/interpreter/interpreter.ts';
import { createPythonParser } from '../../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../../server/src/session/nodeAssets.ts';

const parser = await createPythonParser(readParserAssets());

export interface NumpyRun {
  readonly numpy: 1 | 2;
  readonly python?: 2 | 3;
}

/** The output; then `!! Type message` if the program raised; then `W[warnings]`. */
export function runNumpy(source: string, run: NumpyRun): string {
  let output = '';
  const warnings = new Set<string>();
  const interpreter = createInterpreter({
    python: run.python ?? 3,
    floatX: 'float64',
    numpy: run.numpy,
    compiler,
    fileName: 'program.py',
    observer: {
      output: (_span, text) => {
        output += text;
      },
      value: () => undefined,
      call: () => undefined,
      scan: () => undefined,
      warning: ({ category, message }) => warnings.add(`${category}: ${message}`),
    },
    checkpoint: () => undefined,
    allocate: () => undefined,
    now: () => 0,
    wallClock: () => 0,
  });
  const text = `import numpy as np\n${source}\n`;
  try {
    interpreter.run(parser.parse(text), { start: 0, end: text.length });
  } catch (error) {
    if (!(error instanceof PythonException)) throw error;
    output += `!! ${error.typeName} ${error.message}`;
  }
  return output.trim() + (warnings.size > 0 ? ` W[${[...warnings].join('|')}]` : '');
}

/** `repr` and dtype of the value of the last line. */
export function evaluateNumpy(source: string, run: NumpyRun): string {
  const lines = source.split('\n');
  const last = lines.pop();
  return runNumpy(
    [...lines, `_value = ${last}`, "print(repr(_value), getattr(_value, 'dtype', ''))"].join('\n'),
    run,
  );
}
