import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { useTranslations } from '../../../server/src/base/l10n.ts';
import {
  cancelGraceMs,
  startLimitMs,
  timeoutGraceMs,
} from '../../../server/src/session/documentEvaluator.ts';
import { fakeHost, outputsOf, work } from './fakeEvaluators.ts';

const uri = 'file:///a.py';
const ready = { type: 'ready', protocolVersion: 1 } as const;

describe('runs', () => {
  it('starts a process for a document, greets it and sends the run', async () => {
    const { host, processes } = fakeHost();
    const events: RunEvent[] = [];
    const run = host.run(work(uri), (event) => events.push(event));
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run']);
    processes[0]?.say(ready);
    processes[0]?.output(run.runId, 'one\n');
    processes[0]?.end(run.runId, { callCount: 3 });
    expect(await run.ended).toMatchObject({ outcome: 'finished', callCount: 3 });
    expect(outputsOf(events)).toEqual(['one\n']);
  });

  it('tells the process the language of the person', () => {
    useTranslations({ Run: '运行' });
    const { host, processes } = fakeHost();
    host.run(work(uri), () => {});
    useTranslations({});
    expect(processes[0]?.requests[0]).toMatchObject({ type: 'hello', translations: { Run: '运行' } });
  });

  it('keeps the process for the next run of the document and starts another for another document', async () => {
    const { host, processes } = fakeHost();
    const first = host.run(work(uri), () => {});
    processes[0]?.end(first.runId);
    await first.ended;
    host.run(work(uri), () => {});
    host.run(work('file:///b.py'), () => {});
    expect(processes.map((process) => process.requestTypes)).toEqual([
      ['hello', 'run', 'run'],
      ['hello', 'run'],
    ]);
  });

  it('runs what was asked for in the same document one after another', async () => {
    const { host, processes } = fakeHost();
    const first = host.run(work(uri), () => {});
    const second = host.run(work(uri), () => {});
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run']);
    expect(host.isBusy(uri)).toBe(true);
    processes[0]?.end(first.runId);
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run', 'run']);
    processes[0]?.end(second.runId);
    await second.ended;
    expect(host.isBusy(uri)).toBe(false);
  });

  it('drops messages of runs that have ended', async () => {
    const { host, processes } = fakeHost();
    const events: RunEvent[] = [];
    const first = host.run(work(uri), (event) => events.push(event));
    processes[0]?.end(first.runId);
    await first.ended;
    const second = host.run(work(uri), (event) => events.push(event));
    processes[0]?.output(first.runId, 'late\n');
    processes[0]?.end(first.runId, { outcome: 'raised' });
    processes[0]?.output(second.runId, 'new\n');
    processes[0]?.end(second.runId);
    expect((await second.ended).outcome).toBe('finished');
    expect(outputsOf(events)).toEqual(['new\n']);
  });

  it('uses the process that was started in advance', () => {
    const { host, processes } = fakeHost();
    host.warmUp(null);
    host.warmUp(null);
    host.run(work(uri), () => {});
    expect(processes.map((process) => process.requestTypes)).toEqual([['hello', 'run']]);
  });

  it('gets ready for the library in a namespace of its own, and nobody hears of it', () => {
    const { host, processes } = fakeHost();
    host.warmUp('pytensor');
    const events: RunEvent[] = [];
    const run = host.run(work(uri), (event) => events.push(event));
    expect(processes.map((process) => process.requestTypes)).toEqual([['run', 'reset', 'hello', 'run']]);
    const [warmUp, reset] = processes[0]?.requests ?? [];
    expect(warmUp).toMatchObject({ runId: 0, uri: expect.not.stringMatching(uri) });
    expect(reset).toEqual({ type: 'reset', uri: (warmUp as { uri: string }).uri });
    processes[0]?.output(0, 'ready\n');
    processes[0]?.end(0);
    processes[0]?.output(run.runId, 'mine\n');
    expect(outputsOf(events)).toEqual(['mine\n']);
    expect(host.isBusy(uri)).toBe(true);
  });

  it('starts a new process when the one that waited has died', () => {
    const { host, processes } = fakeHost();
    host.warmUp(null);
    processes[0]?.die('exit code 1');
    host.run(work(uri), () => {});
    expect(processes.map((process) => process.requestTypes)).toEqual([[], ['hello', 'run']]);
  });

  it('passes on what the evaluator logs', () => {
    const { host, processes, logged } = fakeHost();
    host.run(work(uri), () => {});
    processes[0]?.say({ type: 'log', text: 'a fault' });
    expect(logged).toEqual(['a fault']);
  });
});

describe('cancel', () => {
  it('asks, and is satisfied when the program stops by itself', async () => {
    const { host, processes, clock } = fakeHost();
    const run = host.run(work(uri), () => {});
    processes[0]?.say(ready);
    run.cancel();
    expect(processes[0]?.requests.at(-1)).toEqual({ type: 'cancel', runId: run.runId });
    clock.pass(cancelGraceMs - 1);
    processes[0]?.end(run.runId, { outcome: 'cancelled' });
    expect(await run.ended).toMatchObject({ outcome: 'cancelled', namespaceLost: false });
    clock.pass(10_000);
    expect(processes[0]?.isKilled).toBe(false);
  });

  it('kills a program that does not stop, within 100 ms, and says that the namespace is lost', async () => {
    const { host, processes, clock } = fakeHost();
    const run = host.run(work(uri), () => {});
    processes[0]?.say(ready);
    run.cancel();
    clock.pass(100);
    const end = await run.ended;
    expect(end).toMatchObject({ outcome: 'cancelled', namespaceLost: true });
    expect(end.error?.message).toContain('The variables of this document are lost.');
    expect(processes[0]?.isKilled).toBe(true);
    host.run(work(uri), () => {});
    expect(processes).toHaveLength(2);
  });

  it('kills at once where a program can not be asked', async () => {
    const { host, processes } = fakeHost({ canInterrupt: false });
    const run = host.run(work(uri), () => {});
    run.cancel();
    expect(processes[0]?.isKilled).toBe(true);
    expect(await run.ended).toMatchObject({ outcome: 'cancelled', namespaceLost: true });
  });

  it('ends a run that waits without touching the one that runs', async () => {
    const { host, processes } = fakeHost();
    const first = host.run(work(uri), () => {});
    const second = host.run(work(uri), () => {});
    second.cancel();
    expect(await second.ended).toMatchObject({ outcome: 'cancelled', namespaceLost: false });
    processes[0]?.end(first.runId);
    expect((await first.ended).outcome).toBe('finished');
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run']);
  });

  it('of a run that has ended does nothing', async () => {
    const { host, processes, clock } = fakeHost();
    const run = host.run(work(uri), () => {});
    processes[0]?.end(run.runId);
    await run.ended;
    run.cancel();
    clock.pass(1000);
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run']);
    expect(processes[0]?.isKilled).toBe(false);
  });
});

describe('budgets and crashes', () => {
  it('kills a program that does not notice that its time is used up', async () => {
    const { host, processes, clock } = fakeHost();
    const run = host.run(work(uri), () => {});
    processes[0]?.say(ready);
    clock.pass(1000 + timeoutGraceMs);
    expect(await run.ended).toMatchObject({ outcome: 'outOfBudget', namespaceLost: true });
    expect(processes[0]?.isKilled).toBe(true);
  });

  it('counts the time of a run from the moment the evaluator is ready', () => {
    const { host, processes, clock } = fakeHost();
    host.run(work(uri), () => {});
    clock.pass(1000 + timeoutGraceMs - 1);
    processes[0]?.say(ready);
    clock.pass(1000);
    expect(processes[0]?.isKilled).toBe(false);
  });

  it('lets a run without a limit take as long as it likes', () => {
    const { host, processes, clock } = fakeHost();
    const endless = work(uri);
    host.run({ ...endless, options: { ...endless.options, timeoutMs: Number.POSITIVE_INFINITY } }, () => {});
    processes[0]?.say(ready);
    clock.pass(1e9);
    expect(processes[0]?.isKilled).toBe(false);
  });

  it('gives up an evaluator that never answers', async () => {
    const { host, clock } = fakeHost();
    const run = host.run(work(uri), () => {});
    clock.pass(startLimitMs);
    expect(await run.ended).toMatchObject({ outcome: 'crashed' });
  });

  it('reports a crash to the run and to those that wait, and runs the next in a new process', async () => {
    const { host, processes } = fakeHost();
    const first = host.run(work(uri), () => {});
    const second = host.run(work(uri), () => {});
    processes[0]?.die('signal SIGKILL');
    expect(await first.ended).toMatchObject({ outcome: 'crashed', namespaceLost: true });
    expect((await first.ended).error?.message).toContain('signal SIGKILL');
    expect(await second.ended).toMatchObject({ outcome: 'crashed' });
    const third = host.run(work(uri), () => {});
    processes[0]?.output(third.runId, 'from the dead');
    processes[1]?.end(third.runId);
    expect((await third.ended).outcome).toBe('finished');
  });

  it('tells the next run, once, why it begins with nothing when the process ended while nothing ran', async () => {
    const { host, processes, lost } = fakeHost();
    const first = host.run(work(uri), () => {});
    processes[0]?.say(ready);
    processes[0]?.end(first.runId);
    await first.ended;
    processes[0]?.die('signal SIGKILL');
    expect(lost).toEqual([uri]);
    const told: string[] = [];
    const note = (event: RunEvent) => {
      if (event.type === 'warning') told.push(event.warning.message);
    };
    const second = host.run(work(uri), note);
    expect(told).toEqual([]);
    processes[1]?.say(ready);
    processes[1]?.end(second.runId);
    await second.ended;
    const third = host.run(work(uri), note);
    processes[1]?.end(third.runId);
    await third.ended;
    expect(told).toEqual([
      'The evaluator ended unexpectedly (signal SIGKILL). The run began with an empty namespace.',
    ]);
  });

  it('a run that wants an empty namespace is not told', async () => {
    const { host, processes } = fakeHost();
    host.noteLoss(uri, 'The server ended.');
    const events: RunEvent[] = [];
    const run = host.run({ ...work(uri), reset: true }, (event) => events.push(event));
    processes[0]?.say(ready);
    processes[0]?.end(run.runId);
    await run.ended;
    expect(events).toEqual([]);
  });

  it('a crash of one document leaves the others alone', async () => {
    const { host, processes } = fakeHost();
    const a = host.run(work(uri), () => {});
    const b = host.run(work('file:///b.py'), () => {});
    processes[0]?.die('exit code 1');
    processes[1]?.end(b.runId);
    expect((await a.ended).outcome).toBe('crashed');
    expect((await b.ended).outcome).toBe('finished');
  });

  it('drops the process when the evaluator itself says that the namespace is lost', async () => {
    const { host, processes } = fakeHost();
    const run = host.run(work(uri), () => {});
    processes[0]?.end(run.runId, { outcome: 'outOfBudget', namespaceLost: true });
    await run.ended;
    host.run(work(uri), () => {});
    expect(processes).toHaveLength(2);
  });
});

describe('reset, forget, dispose', () => {
  it('reset stops what runs and empties the namespace', () => {
    const { host, processes } = fakeHost();
    host.run(work(uri), () => {});
    host.reset(uri);
    expect(processes[0]?.requestTypes).toEqual(['hello', 'run', 'cancel', 'reset']);
  });

  it('forget ends the process of the document', async () => {
    const { host, processes } = fakeHost();
    const run = host.run(work(uri), () => {});
    host.forget(uri);
    expect((await run.ended).outcome).toBe('cancelled');
    expect(processes[0]?.isKilled).toBe(true);
  });

  it('dispose ends every process, also the one that waits', () => {
    const { host, processes } = fakeHost();
    host.run(work(uri), () => {});
    host.warmUp(null);
    host.dispose();
    expect(processes.map((process) => process.isKilled)).toEqual([true, true]);
  });
});

describe('the speeds of a GPU', () => {
  it('are those that were kept, until an evaluator measures others', async () => {
    const { host, processes } = fakeHost();
    host.useGpuSpeeds('old');
    const withGpu = (): ReturnType<typeof work> => {
      const base = work(uri);
      return { ...base, options: { ...base.options, gpu: { allowFloat32: false } } };
    };
    const first = host.run(withGpu(), () => {});
    processes[0]?.say({ type: 'measured', speeds: 'new' });
    processes[0]?.end(first.runId);
    await first.ended;
    host.run(withGpu(), () => {});
    host.run(work('file:///b.py'), () => {});
    const options = processes.flatMap(({ requests }) =>
      requests.flatMap((request) => (request.type === 'run' ? [request.options.gpu?.speeds] : [])),
    );
    expect(options).toEqual(['old', 'new', undefined]);
  });
});
