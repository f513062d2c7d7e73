/** Programs of the bench in the interpreter, as an editor runs them: what a call costs, and what comes before the first one. */
import { type BackendChoice, createCompiler } from '../../server/src/compile/compile.ts';
import type { CompiledCallEvent } from '../../server/src/graph/functionGraph.ts';
import { createInterpreter } from '../../server/src/interpreter/interpreter.ts';
import { createPythonParser } from '../../server/src/python/parser.ts';
import { readParserAssets } from '../../server/src/session/nodeAssets.ts';
import { threadMs } from './clock.ts';
import { programText, type Sizes } from './program.ts';

const parser = await createPythonParser(readParserAssets());
const callText = 'results = f(*arguments)\n';

/** A program that has run up to its first call. */
export interface LoadedProgram {
  /** Building the graph and `function()`. */
  readonly loadedMs: number;
  /** Calls the function once; how long that took. */
  call(): number;
  /** What was told of the last call. */
  last(): CompiledCallEvent;
  /** The bytes that the last call asked for. */
  bytes(): number;
}

export function load(name: string, sizes: Sizes, backend: BackendChoice): LoadedProgram {
  const program = programText(name, sizes);
  const file = parser.parse(program + callText);
  let event: CompiledCallEvent | null = null;
  let bytes = 0;
  const interpreter = createInterpreter({
    python: 3,
    numpy: 2,
    floatX: 'float64',
    compiler: createCompiler(() => backend),
    fileName: `${name}.py`,
    observer: {
      output: () => undefined,
      value: () => undefined,
      call: (told) => {
        event = told;
      },
      scan: () => undefined,
      warning: () => undefined,
    },
    checkpoint: () => undefined,
    allocate: (byteLength) => {
      bytes += byteLength;
    },
    now: () => performance.now(),
    wallClock: () => Date.now(),
  });
  const run = (start: number, end: number): number => {
    bytes = 0;
    const startedAt = threadMs();
    interpreter.run(file, { start, end });
    return threadMs() - startedAt;
  };
  return {
    loadedMs: run(0, program.length),
    call: () => run(program.length, program.length + callText.length),
    last: () => event!,
    bytes: () => bytes,
  };
}
