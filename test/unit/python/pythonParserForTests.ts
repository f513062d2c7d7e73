/** One parser for all unit tests of a process; loading it takes a tenth of a second. */
import { createPythonParser, type PythonParser } from '../../../server/src/python/parser.ts';
import { readParserAssets } from '../../../server/src/session/nodeAssets.ts';

let parser: Promise<PythonParser> | undefined;

/** The parser; never dispose it. */
export function pythonParserForTests(): Promise<PythonParser> {
  parser ??= createPythonParser(readParserAssets());
  return parser;
}
