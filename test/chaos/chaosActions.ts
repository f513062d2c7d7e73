/** Everything that goes wrong on a long day: one entry a fault. Each leaves a world in which everything has to work. */
import { equal, match, ok } from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { methods, type RunResponse } from '../../protocol/src/editor.ts';
import type { CellName, ChaosDocument, EndedRun } from './chaosDocument.ts';
import { type ChaosWorld, dataFile } from './chaosWorld.ts';
import { pause, ServerProcess, signalProcess } from './serverProcess.ts';

export interface ActionSize {
  /** Edits in a row, documents at once. */
  readonly edits: number;
  readonly documents: number;
}

export type ChaosAction = (world: ChaosWorld, size: ActionSize) => Promise<void>;

const forever = ['endless', 'scan'] as const;

/** A moment within which anything may be going on. */
const moment = (world: ChaosWorld): Promise<void> => pause(Math.floor(world.random() * 40));

/** Runs something that does not end, and gives it up after `whileRunning`. */
async function amid(
  world: ChaosWorld,
  whileRunning: (document: ChaosDocument) => Promise<void>,
): Promise<void> {
  const document = await world.settledDocument();
  const run = await document.start(world.server, world.any(forever));
  await run.hasPrinted;
  await whileRunning(document);
  await world.cancel(document);
  const end = await run.ended;
  ok(['cancelled', 'crashed'].includes(end.outcome), end.outcome);
}

async function expectOutcome(
  world: ChaosWorld,
  cell: CellName,
  outcomes: readonly string[],
): Promise<EndedRun> {
  const document = await world.settledDocument();
  const end = await document.run(world.server, cell);
  ok(outcomes.includes(end.outcome), `${cell}: ${end.outcome} ${end.lines.join(' | ')}`);
  return end;
}

export const chaosActions: Readonly<Record<string, ChaosAction>> = {
  async 'evaluator killed while nothing runs'(world) {
    if (world.killEvaluator()) for (const document of world.documents) document.mayBeLost = true;
  },

  async 'evaluator killed in a run'(world) {
    await amid(world, async () => {
      await moment(world);
      if (world.killEvaluator()) for (const document of world.documents) document.mayBeLost = true;
    });
  },

  async 'evaluator killed as it starts'(world) {
    const document = await world.open();
    const run = await document.start(world.server, 'step', 'through');
    await moment(world);
    world.killEvaluator();
    for (const one of world.documents) one.mayBeLost = true;
    const end = await run.ended;
    if (end.outcome === 'finished') document.count = 1;
    await document.restart(world.server);
    await world.close(document);
  },

  async 'evaluator frozen'(world) {
    if (!world.killEvaluator('SIGSTOP')) return;
    for (const document of world.documents) {
      document.mayBeLost = true;
      const run = await document.start(world.server, 'busy');
      await Promise.race([run.ended, pause(1000)]);
      await world.cancel(document);
      await run.ended;
    }
    // It may have been the spare one, which nobody has met yet.
    for (const pid of world.server.children()) signalProcess(pid, 'SIGCONT');
  },

  async 'server killed while nothing runs'(world) {
    await world.killServer();
  },

  async 'server killed in a run'(world) {
    const document = await world.settledDocument();
    const run = await document.start(
      world.server,
      world.any(['endless', 'scan', 'memory', 'busy', 'stubborn']),
    );
    await moment(world);
    await world.killServer();
    await run.ended;
  },

  async 'run stopped at any moment'(world) {
    const document = await world.settledDocument();
    const run = await document.start(
      world.server,
      world.any(['endless', 'scan', 'busy', 'file', 'stubborn']),
    );
    await moment(world);
    await world.cancel(document);
    await run.ended;
  },

  async 'endless loop'(world) {
    await world.changeSettings({ runTimeoutSeconds: 1 });
    const { lines } = await expectOutcome(world, world.any(forever), ['outOfBudget']);
    match(lines.join('\n'), /longer than 1 s|used up its time/);
    await world.changeSettings({ runTimeoutSeconds: 60 });
  },

  async 'memory exhausted'(world) {
    await expectOutcome(world, 'memory', ['outOfBudget']);
  },

  async 'recursion without end'(world) {
    const { lines } = await expectOutcome(world, 'deep', ['raised']);
    match(lines.join('\n'), /RecursionError/);
  },

  async 'division that traps in WebAssembly'(world) {
    await expectOutcome(world, 'trap', ['finished', 'raised']);
  },

  async 'GPU that is not there'(world) {
    await world.changeSettings({ backend: 'gpu', gpu: { allowFloat32: true } });
    await world.anyDocument().step(world.server);
    await world.changeSettings({ backend: 'auto' });
  },

  async 'half-written file'(world) {
    const document = await world.settledDocument();
    writeFileSync(world.dataPath, dataFile.subarray(0, Math.floor(world.random() * dataFile.length)));
    equal((await document.run(world.server, 'file')).outcome, 'raised');
    rmSync(world.dataPath);
    equal((await document.run(world.server, 'file')).outcome, 'raised');
    writeFileSync(world.dataPath, dataFile);
    const { lines } = await document.run(world.server, 'file');
    ok(lines.includes('sum 10.0'), lines.join(' | '));
  },

  async 'half-written module'(world) {
    const document = await world.settledDocument();
    const path = join(world.folder, 'helper.py');
    const value = Math.floor(world.random() * 1000);
    const text = `value = [${value},\n    ${value + 1}]\n`;
    const [open, close] = [text.indexOf('['), text.indexOf(']')];
    writeFileSync(path, text.slice(0, open + 1 + Math.floor(world.random() * (close - open))));
    equal((await document.run(world.server, 'module')).outcome, 'raised');
    writeFileSync(path, text);
    const { lines } = await document.run(world.server, 'module');
    ok(lines.includes(`helper [${value}, ${value + 1}]`), lines.join(' | '));
  },

  async 'document closed in a run'(world) {
    const document = await world.open();
    await document.start(world.server, world.any(forever));
    await moment(world);
    await world.close(document);
  },

  async 'document renamed in a run'(world) {
    const document = await world.settledDocument();
    await document.start(world.server, world.any(forever));
    await moment(world);
    await world.close(document);
    await (await world.open()).restart(world.server);
  },

  async 'many documents'(world, { documents }) {
    const opened: ChaosDocument[] = [];
    for (let i = 0; i < documents; i++) opened.push(await world.open());
    const { uri } = world.any(opened);
    ok((await world.server.request('textDocument/codeLens', { textDocument: { uri } })) !== null);
    for (const document of opened) await world.close(document);
  },

  async 'edits in a run'(world, { edits }) {
    await amid(world, async (document) => {
      for (let i = 0; i < edits; i++) await document.edit(world.server, world.random);
    });
  },

  async 'runs among edits'(world, { edits }) {
    const document = await world.settledDocument();
    for (let i = 0; i < Math.min(edits, 50); i++) await document.edit(world.server, world.random);
    await document.step(world.server);
  },

  async 'another window on the workspace'(world) {
    const told: string[] = [];
    const other = await ServerProcess.start({
      folder: world.folder,
      settings: () => world.settings,
      lostNamespaces: [],
      told: (method) => told.push(method),
    });
    const document = await world.settledDocument();
    await document.open(other);
    const { uri, version } = document;
    const position = { line: 0, character: 0 };
    await other.request(methods.run, { uri, version, scope: 'all', position });
    await moment(world);
    await (world.random() < 0.5 ? other.kill() : other.stop());
  },

  async 'an older text'(world) {
    const document = await world.settledDocument();
    await document.edit(world.server, world.random);
    const { uri, version } = document;
    const position = { line: 0, character: 0 };
    for (const old of [version - 1, version + 1, -1]) {
      const params = { uri, version: old, scope: 'all', position };
      ok('refused' in (await world.server.request<RunResponse>(methods.run, params)));
    }
  },

  async 'settings changed in a run'(world) {
    await amid(world, async (document) => {
      await world.changeSettings({ floatX: world.any(['auto', 'float64']), lenses: world.random() < 0.5 });
      await world.server.request('textDocument/hover', {
        textDocument: { uri: document.uri },
        position: { line: 4, character: 20 },
      });
    });
  },

  async 'questions in a run'(world) {
    const ask = (document: ChaosDocument, question: object): Promise<unknown> =>
      world.server.request(methods.ask, { uri: document.uri, question });
    await amid(world, async (document) => {
      const answer = ask(document, { kind: 'state' });
      await ask(world.any(world.documents.filter((one) => one !== document)), { kind: 'state' });
      await world.cancel(document);
      await answer;
    });
  },

  async 'state reset in a run'(world) {
    const document = await world.settledDocument();
    const run = await document.start(world.server, world.any(forever));
    await moment(world);
    await world.server.request(methods.reset, { uri: document.uri });
    await run.ended;
    document.count = null;
  },
};
