/**
 * Threads without threads: one runs to its end where it is started, as short ones do in CPython. Sleeping takes no time inside
 * a thread, it only moves the thread's own clock, and what is printed later than the main thread's clock is held back until
 * that gets there. What would need two threads to take turns is refused: waiting for something that only a thread that
 * is not running could do, and sleeping less than a thread that ran before.
 */
import type { Span } from '../../../../base/span.ts';
import { notSupported } from '../../../exceptions.ts';
import { callSite, type Runtime, runtime } from '../../../runtime.ts';
import type { PyObject } from '../../../values.ts';
import { tellOutput } from '../../streams.ts';

/** One thread of the program, seconds on its own clock. */
export interface RunningThread {
  readonly thread: PyObject;
  now: number;
  sleepCount: number;
}

interface Held {
  readonly time: number;
  readonly span: Span;
  readonly text: string;
  readonly name: 'stdout' | 'stderr';
}

/** Sleeps of one thread until it counts as one that waits to be stopped by another. */
const mostSleeps = 1000;

/** The threads of one interpreter. */
export class Scheduler {
  /** The innermost runs; the first is the main thread. */
  readonly running: RunningThread[];
  /** The latest moment at which a thread went on after it slept. */
  #latest = 0;
  #held: Held[] = [];
  /** What happens at a moment of the main thread's clock. */
  #timers: { readonly time: number; readonly run: () => void }[] = [];

  constructor(main: PyObject) {
    this.running = [{ thread: main, now: 0, sleepCount: 0 }];
  }

  get current(): RunningThread {
    return this.running.at(-1)!;
  }

  get isMain(): boolean {
    return this.running.length === 1;
  }

  /** Runs a thread that begins now, or at a later moment; answers when it ends. */
  run(thread: PyObject, body: () => void, begin = this.current.now): number {
    const own: RunningThread = { thread, now: begin, sleepCount: 0 };
    this.running.push(own);
    this.#holdOutput();
    try {
      body();
    } finally {
      this.running.pop();
      this.#holdOutput();
    }
    return own.now;
  }

  /** The current thread sleeps, the main one for real. */
  sleep(seconds: number): void {
    const { current } = this;
    if (!this.isMain && ++current.sleepCount > mostSleeps) {
      notSupported('a thread that runs until another one stops it: cells run in one thread');
    }
    this.waitUntil(current.now + seconds);
    if (this.isMain || seconds <= 0) return;
    if (current.now < this.#latest) {
      notSupported('threads whose sleeps make them take turns: cells run in one thread');
    }
    this.#latest = current.now;
  }

  /** The current thread goes on at that moment, if it is not there yet. */
  waitUntil(time: number): void {
    const { current } = this;
    if (time <= current.now) return;
    if (this.isMain) {
      this.#runTimers(time);
      this.#advance(time);
    } else current.now = time;
    this.#holdOutput();
  }

  /** Runs something at a later moment, unless the program ends what it began before; gives how to take it back. */
  later(seconds: number, run: () => void): () => void {
    const timer = { time: this.current.now + seconds, run };
    this.#timers.push(timer);
    this.#timers.sort((a, b) => a.time - b.time);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** The program has run to its end: timers and held output come now. */
  finish(): void {
    const last = this.#timers.at(-1);
    if (last) this.#runTimers(last.time);
    this.#release(Number.POSITIVE_INFINITY);
    this.#latest = 0;
    this.running[0]!.now = 0;
    this.#holdOutput();
  }

  #runTimers(until: number): void {
    for (let next = this.#timers[0]; next && next.time <= until; next = this.#timers[0]) {
      this.#timers.shift();
      this.#advance(next.time);
      next.run();
    }
  }

  /** The main thread really waits. */
  #advance(time: number): void {
    const main = this.running[0]!;
    if (time <= main.now) return;
    runtime().pause(1000 * (time - main.now));
    main.now = time;
    this.#release(time);
  }

  #release(until: number): void {
    const ready = this.#held.filter(({ time }) => time <= until).sort((a, b) => a.time - b.time);
    this.#held = this.#held.filter(({ time }) => time > until);
    for (const { span, text, name } of ready) tellOutput(name, span, text);
  }

  #holdOutput(): void {
    const { now } = this.current;
    const isLate = now > this.running[0]!.now;
    runtime().holdOutput = isLate
      ? (text, name) => void this.#held.push({ time: this.current.now, span: callSite().span, text, name })
      : null;
  }
}

const schedulers = new WeakMap<Runtime, Scheduler>();

/** The scheduler of the running interpreter; null before it imported a module of threads. */
export const scheduler = (): Scheduler | null => schedulers.get(runtime()) ?? null;

/** Makes the scheduler at the first import of a module of threads. */
export function ensureScheduler(main: () => PyObject): Scheduler {
  const running = runtime();
  const known = schedulers.get(running);
  if (known) return known;
  const made = new Scheduler(main());
  schedulers.set(running, made);
  running.cellEnds.add(() => made.finish());
  return made;
}

/** Refuses what only another thread could end. */
export const refuseWaiting = (what: string): never =>
  notSupported(`${what} would wait for another thread: cells run in one thread`);
