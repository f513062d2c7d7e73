import { describe, expect, it, vi } from 'vitest';
import { RunGuard, type RunGuardOptions } from '../../../server/src/session/runGuard.ts';

function guard(change: Partial<RunGuardOptions> = {}) {
  const time = { now: 0 };
  const frame = { span: { start: 3, end: 4 }, functionName: '<module>' };
  const options: RunGuardOptions = {
    runId: 5,
    interrupt: null,
    timeoutMs: 1000,
    memoryBytes: 1000,
    now: () => time.now,
    wait: (ms) => {
      time.now += ms;
    },
    measureMemory: () => null,
    releaseMemory: () => false,
    tick: () => {},
    beforeLongWork: () => {},
    frames: () => [frame],
    ...change,
  };
  return { time, guard: new RunGuard(options), frame };
}

it('stops when the flag names its run, and not when it names another', () => {
  const interrupt = new Int32Array(1);
  const { guard: running } = guard({ interrupt });
  interrupt[0] = 4;
  running.checkpoint();
  interrupt[0] = 5;
  expect(() => running.checkpoint()).toThrow('cancelled');
});

it('stops when the time is used up, again and again', () => {
  const { guard: running, time, frame } = guard();
  running.checkpoint();
  time.now = 1001;
  const untilStopped = () => {
    for (let turn = 0; turn < 1000; turn++) running.checkpoint();
  };
  expect(untilStopped).toThrow('The program ran longer than 1 s.');
  expect(() => running.checkpoint()).toThrow('longer');
  expect(running.stoppedAt).toEqual([frame]);
});

it('looks at the clock at every turn when turns are slow', () => {
  const { guard: running, time } = guard();
  for (let turn = 0; turn < 500; turn++) running.checkpoint();
  let turns = 0;
  expect(() => {
    for (;;) {
      time.now += 100;
      turns++;
      running.checkpoint();
      running.lookAtClock();
    }
  }).toThrow('longer');
  expect(turns).toBe(11);
});

it('lets go what is only kept for looking at it before the program has to stop', () => {
  let kept = 900;
  const releaseMemory = () => {
    const hasSome = kept > 0;
    kept = 0;
    return hasSome;
  };
  const { guard: running } = guard({ measureMemory: () => kept + 300, releaseMemory });
  running.allocate(400);
  expect(kept).toBe(0);
  expect(() => running.allocate(800)).toThrow('memory');
});

it('refuses one array that is too large', () => {
  const { guard: running } = guard();
  running.allocate(1000);
  expect(() => running.allocate(1001)).toThrow('The program needs more than 0 MB of memory.');
});

it('refuses when all arrays together are too large', () => {
  let used = 0;
  const { guard: running } = guard({ memoryBytes: 4000, measureMemory: () => used });
  for (let count = 0; count < 3; count++) {
    running.allocate(1000);
    used += 1000;
  }
  expect(() => running.allocate(1500)).toThrow('needs more');
});

it('does not count what was freed', () => {
  const { guard: running } = guard({ memoryBytes: 4000, measureMemory: () => 0 });
  for (let count = 0; count < 100; count++) running.allocate(1000);
  expect(running.stoppedAt).toEqual([]);
});

it('measures after a while what was never asked for', () => {
  let used = 0;
  const { guard: running, time } = guard({ memoryBytes: 4000, measureMemory: () => used });
  used = 5000;
  running.lookAtClock();
  time.now += 60;
  expect(() => running.lookAtClock()).toThrow('needs more');
});

it('asks for an exact measure of what has to fit beside a new value', () => {
  const asked: number[] = [];
  const measureMemory = (most: number) => asked.push(most) - 1;
  guard({ memoryBytes: 4000, measureMemory }).guard.allocate(1500);
  expect(asked).toEqual([2500]);
});

it('announces large arrays before they are made', () => {
  let announced = 0;
  const { guard: running } = guard({ memoryBytes: 1e9, beforeLongWork: () => announced++ });
  running.allocate(1000);
  expect(announced).toBe(0);
  running.allocate(10_000_000);
  expect(announced).toBe(1);
});

it('stops a program that prints too much', () => {
  const { guard: running } = guard();
  running.output(8 * 1024 * 1024);
  expect(() => running.output(1)).toThrow('The program printed more than 8 MB.');
});

describe('a program that sleeps', () => {
  it('sleeps as long as it wants, and what it said before is shown', () => {
    const beforeLongWork = vi.fn();
    const { guard: running, time } = guard({ beforeLongWork });
    running.pause(730.5);
    expect(time.now).toBe(730.5);
    expect(beforeLongWork).toHaveBeenCalled();
  });

  it('is stopped when the flag is raised, also between a look at it and the wait', () => {
    const interrupt = new Int32Array(1);
    const waits: number[] = [];
    const { guard: running } = guard({
      interrupt,
      wait: (ms, flag, seen) => {
        waits.push(ms);
        // As `Atomics.wait` does: it comes back at once where something else stands there than was seen.
        if (flag?.[0] === seen) interrupt[0] = 5;
      },
    });
    expect(() => running.pause(10 ** 12)).toThrow('cancelled');
    expect(waits.length).toBe(1);
  });

  it('runs out of time in its sleep', () => {
    const { guard: running, time } = guard();
    expect(() => running.pause(Number.POSITIVE_INFINITY)).toThrow('longer than 1 s');
    expect(time.now).toBeLessThan(1100);
  });
});
