/** Edits, opened and closed documents, features and runs in a language server whose evaluator answers at once; the client's results too. */
import { ResultTracker } from '../../client/src/trackedResults.ts';
import { methods, type ResultsParams, type RunStateParams } from '../../protocol/src/editor.ts';
import { startServer } from '../unit/lsp/serverHarness.ts';
import { heldBytes, type LeakCase } from './leakCase.ts';

const text = `import theano
a = theano.shared(1)
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs=outputs)
# %%
print(f())
# note
`;

export async function serverLeaks(): Promise<LeakCase> {
  const server = await startServer({ settings: {} });
  const uri = await server.open(text);
  let present = text;
  const tracker = new ResultTracker(text, () => 0);
  const { evaluators } = server;
  evaluators.onRun = ({ runId, cells }) => {
    const span = { start: cells[0]!.start, end: cells[0]!.start + 3 };
    evaluators.event(runId, { type: 'output', span, text: `run ${runId}\n` });
    evaluators.end(runId);
    evaluators.runs.length = 0;
    evaluators.requests.length = 0;
  };

  async function edit(): Promise<number> {
    const offset = present.indexOf('# note') + '# note'.length;
    const isTyping = present.length - text.length < 30;
    const [old, added] = isTyping ? ['# note', '# notex'] : [present.slice(offset - 6), '# note\n'];
    const version = await server.edit(uri, old, added);
    present = present.replace(old, added);
    const start = isTyping ? offset : offset - 6;
    tracker.edit(
      [{ offset: start, length: isTyping ? 0 : old.length, text: isTyping ? 'x' : added }],
      present,
    );
    return version;
  }

  async function run(version: number): Promise<void> {
    tracker.keep(version, present);
    const response = await server.run(uri, 'cell', 'print');
    if (!('runId' in response)) throw new Error(response.refused);
    await server.runState(response.runId, 'finished');
    for (const params of server.said<RunStateParams>(methods.runState)) tracker.setRunState(params, 0);
    for (const params of server.said<ResultsParams>(methods.results)) tracker.setResults(params);
  }

  return {
    name: 'edits and runs in the language server',
    async once(count) {
      const version = await edit();
      await server.hover(uri, 'scan(');
      await run(version);
      if (count % 10 === 0) {
        const other = await server.open(text, `file:///w/other${count}.py`);
        await server.lenses(other);
        await server.run(other, 'cell', 'import');
        await server.close(other);
      }
      server.forgetSaid();
    },
    measure: async () => ({ 'server and client': heldBytes() }),
    end: () => server.stop(),
  };
}
