/** What ten thousand edits of an open file leave behind: its text, tree and facts after each, and nothing of those before. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../server/src/analysis/analyze.ts';
import { check } from '../server/src/analysis/rules/rules.ts';
import { OpenDocument } from '../server/src/lsp/openDocument.ts';
import { createPythonParser } from '../server/src/python/parser.ts';
import { readParserAssets } from '../server/src/session/nodeAssets.ts';
import type { Measurement } from './measurement.ts';

const edits = 10_000;
/** After so many everything that is made once has been made. */
const settled = 1_000;

const program = `import theano
import theano.tensor as T
x = T.vector('x')
${Array.from(
  { length: 6 },
  (_, index) => `a_${index} = theano.shared(0, name='a_${index}')
def step_${index}(v, s):
    return s + v, {a_${index}: a_${index} + 1}
out_${index}, updates_${index} = theano.scan(step_${index}, sequences=x, outputs_info=T.zeros(()))
f_${index} = theano.function([x], out_${index})
`,
).join('')}`;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use, WebAssembly's and buffers included. */
function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Turns one line after another into a comment, and back again. */
async function growth(): Promise<number> {
  const parser = await createPythonParser(readParserAssets());
  const document = new OpenDocument(TextDocument.create('file:///p.py', 'python', 0, program), () => parser);
  let before = 0;
  for (let count = 1; count <= edits; count++) {
    const line = 3 + (count % 25);
    const isTyping = Math.floor(count / 25) % 2 === 0;
    const range = { start: { line, character: 0 }, end: { line, character: isTyping ? 0 : 1 } };
    document.change([{ range, text: isTyping ? '#' : '' }], count);
    check(document.file, analyze(document.file), { floatX: 'float64', isDefaultFloatX: true, levels: {} });
    if (count === settled) before = bytesInUse();
  }
  const after = bytesInUse();
  document.dispose();
  parser.dispose();
  return after / before;
}

export const measurements: readonly Measurement[] = [
  {
    name: 'memory after 10,000 edits over that after 1,000',
    unit: '×',
    limit: { atMost: 1.05 },
    measure: growth,
  },
];
