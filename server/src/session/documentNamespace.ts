/** The namespace of one document: an interpreter with its globals, the names of its shared variables, and the runs in it. */
import type { AskRequest, RunEnd, RunRequest } from '../../../protocol/src/evaluator.ts';
import type { Answer } from '../../../protocol/src/questions.ts';
import type { ArrayData, FrameData } from '../../../protocol/src/results.ts';
import type { Span } from '../base/span.ts';
import type { Compiler } from '../graph/functionGraph.ts';
import type { RunHost } from '../graph/runHost.ts';
import { createInterpreter, type Interpreter } from '../interpreter/interpreter.ts';
import type { RunObserver } from '../interpreter/observer.ts';
import { callSite } from '../interpreter/runtime.ts';
import type { Value } from '../interpreter/values.ts';
import type { Workspace } from '../interpreter/workspace.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { ParsedTexts } from '../python/parsedTexts.ts';
import { interruptedBy } from '../tensor/interrupt.ts';
import { arrayData } from './arrayData.ts';
import { FlaggedScans } from './ghosts/flaggedScans.ts';
import { ghostsOf } from './ghosts/ghosts.ts';
import { Journal } from './journal/journal.ts';
import type { RecordedCall } from './journal/records.ts';
import type { Outbox } from './outbox.ts';
import type { Wait } from './pause.ts';
import { answerQuestion } from './questions/answers.ts';
import type { Evidence } from './questions/evidence.ts';
import { QuestionGuard } from './questions/questionGuard.ts';
import { namedVariables, variableNamer } from './questions/variableNames.ts';
import { Replays } from './replay/replays.ts';
import { describeFailure, frameData } from './runFailure.ts';
import { type MeasureMemory, RunGuard } from './runGuard.ts';
import { type GhostsOf, RunRecorder } from './runRecorder.ts';
import { SharedNames } from './sharedNames.ts';
import { valuesToTell } from './toldValues.ts';

/** What decides how a namespace behaves. When it changes, the namespace has to be a new one. */
export interface NamespaceTraits {
  readonly python: 2 | 3;
  readonly numpy: 1 | 2;
  readonly floatX: 'float32' | 'float64';
}

/** What namespaces take from the process they live in. */
export interface NamespaceHost {
  readonly compiler: Compiler;
  readonly now: () => number;
  readonly wait: Wait;
  readonly measureMemory: MeasureMemory;
  readonly parse: (text: string) => ParsedFile;
  /** Reports a fault of ours. */
  readonly log: (text: string) => void;
  /** Gives each caller another number. */
  readonly nextId: () => number;
}

/** One run: the request, its text parsed, where its events go, and the flag that stops it. */
export interface NamespaceRun {
  readonly request: RunRequest;
  readonly file: ParsedFile;
  readonly outbox: Outbox;
  readonly interrupt: Int32Array | null;
}

/** How many of them are kept parsed. */
const askedTextCount = 4;

export class DocumentNamespace {
  readonly traits: NamespaceTraits;
  /** The files of the next run: what the editor has open changes from run to run. */
  workspace: Workspace | null;
  readonly #host: NamespaceHost;
  readonly #interpreter: Interpreter;
  readonly #names = new SharedNames();
  readonly #journal: Journal;
  readonly #flagged = new FlaggedScans();
  readonly #replays = new Replays();
  /** Texts that questions are about. */
  readonly #texts: ParsedTexts;
  #runCount = 0;
  /** What the last run was allowed, for questions about what it left behind. */
  #memoryBytes = Number.POSITIVE_INFINITY;
  /** Takes what the program shows, while a run goes on. */
  #recorder: RunRecorder | null = null;
  /** Limits what the program does: in a run that of the run, later that of a question whose answer runs code of the program. */
  #budget: (RunHost & { pause(ms: number): void }) | null = null;

  constructor(
    host: NamespaceHost,
    traits: NamespaceTraits,
    document: { readonly name: string; readonly workspace: Workspace | null },
  ) {
    this.traits = traits;
    this.workspace = document.workspace;
    this.#host = host;
    this.#texts = new ParsedTexts(host.parse, askedTextCount);
    this.#journal = new Journal(host.nextId);
    this.#interpreter = createInterpreter({
      ...traits,
      compiler: host.compiler,
      observer: this.#observer(),
      fileName: document.name,
      workspace: () => this.workspace,
      parse: host.parse,
      checkpoint: () => this.#budget?.checkpoint(),
      allocate: (byteLength) => this.#budget?.allocate(byteLength),
      progress: (done, total) => this.#recorder?.progress({ done, total }),
      now: host.now,
      pause: (ms) => this.#budget?.pause(ms),
      wallClock: () => Date.now(),
    });
  }

  /** Runs the cells one after another until one of them fails. Never throws. */
  run(run: NamespaceRun): RunEnd {
    const guard = this.#guard(run);
    const recorder = this.#createRecorder(run, guard);
    this.#recorder = recorder;
    this.#budget = hostOf(guard, this.#host.now);
    this.#replays.clear();
    this.#beginJournal(run, guard);
    let failure: unknown = null;
    try {
      for (const cell of run.request.cells) {
        this.#journal.cells.beginCell();
        this.#interpreter.run(run.file, cell);
      }
    } catch (error) {
      failure = error;
    }
    // This may run code of the program, which is a part of the run.
    const described = describeFailure(failure, {
      interpreter: this.#interpreter,
      stoppedAt: guard.stoppedAt,
      file: run.file,
      log: this.#host.log,
    });
    this.#recorder = null;
    this.#budget = null;
    recorder.finish((calls) => this.#ghosts(calls, guard));
    this.#journal.endRun(this.#namedCells());
    return {
      ...described,
      elapsedMs: guard.elapsedMs,
      state: this.#state(),
      callCount: recorder.callCount,
      cells: this.#journal.cells.all,
      beganEmpty: this.#runCount === 1,
      namespaceLost: false,
    };
  }

  /**
   * Answers a question about what the runs have left behind; null where it is not there any more. Throws Cancelled when nobody waits
   * for the answer any more.
   */
  answer({ question, askId }: AskRequest, interrupt: Int32Array | null): Answer | null {
    const { globals } = this.#interpreter;
    const { now, wait, measureMemory } = this.#host;
    const memoryBytes = this.#memoryBytes;
    const host = new QuestionGuard({ askId, interrupt, now, wait, measureMemory, memoryBytes });
    this.#names.discover(globals);
    const evidence: Evidence = {
      names: this.#names,
      journal: this.#journal,
      replays: this.#replays,
      parse: (text) => this.#texts.of(text, text),
      globals,
      repr: (value: Value) => this.#interpreter.repr(value),
      numpy: this.traits.numpy,
      host,
    };
    return interruptedBy(
      () => host.checkpoint(),
      () => {
        this.#budget = host;
        try {
          return answerQuestion(question, evidence);
        } finally {
          this.#budget = null;
        }
      },
    );
  }

  #ghosts(calls: readonly RecordedCall[], guard: RunGuard): ReturnType<GhostsOf> {
    if (this.#flagged.isEmpty) return new Map();
    const { compiler, now, log } = this.#host;
    const { globals } = this.#interpreter;
    const named = { names: this.#names, journal: this.#journal, globals };
    const host = hostOf(guard, now);
    const options = {
      journal: this.#journal,
      compiler,
      flagged: this.#flagged,
      nameOf: variableNamer(named),
      host,
      log,
    };
    return ghostsOf(calls, options);
  }

  /** What the shared variables are that the program's names reach now. */
  #namedCells(): ReadonlySet<object> {
    const evidence = { journal: this.#journal, globals: this.#interpreter.globals };
    return new Set(namedVariables(evidence).map(({ recorded }) => recorded.variable.cell));
  }

  #beginJournal({ request }: NamespaceRun, guard: RunGuard): void {
    const { runId, version, text, options } = request;
    this.#memoryBytes = options.memoryBytes;
    this.#runCount++;
    this.#flagged.note(version, text, request.droppedScans ?? []);
    this.#journal.beginRun({
      runId,
      version,
      text,
      memoryBytes: options.memoryBytes,
      elapsedMs: () => guard.elapsedMs,
    });
  }

  #guard(run: NamespaceRun): RunGuard {
    const { runId, options } = run.request;
    return new RunGuard({
      runId,
      interrupt: run.interrupt,
      timeoutMs: options.timeoutMs,
      memoryBytes: options.memoryBytes,
      ...(options.limitNames === undefined ? {} : { limitNames: options.limitNames }),
      now: this.#host.now,
      wait: this.#host.wait,
      measureMemory: this.#host.measureMemory,
      releaseMemory: () => this.#journal.releaseMemory(this.#namedCells()),
      tick: (now) => run.outbox.tick(now),
      // What was said until now must not be lost should the process have to be killed.
      beforeLongWork: () => run.outbox.flush(),
      frames: currentFrames,
    });
  }

  #createRecorder(run: NamespaceRun, guard: RunGuard): RunRecorder {
    return new RunRecorder({
      outbox: run.outbox,
      guard,
      names: this.#names,
      journal: this.#journal,
      globals: this.#interpreter.globals,
      repr: (value) => this.#interpreter.repr(value),
      str: (value) => this.#interpreter.str(value),
      now: this.#host.now,
      tellsValue: tellsValue(run),
    });
  }

  /** The interpreter lives longer than a run, so what it reports goes to the run that is active. */
  #observer(): RunObserver {
    const active = () => this.#recorder;
    return {
      output: (span, text) => active()?.output(span, text),
      errorOutput: (span, text) => active()?.errorOutput(span, text),
      value: (span, value) => active()?.value(span, value),
      call: (event, site) => active()?.call(event, site),
      scan: (event, site) => {
        active()?.scan(event, site);
        this.#flagged.made(event, this.#journal.places.of(site));
      },
      compiled: (compiled, site) => this.#journal.compiled(compiled, site),
      shared: (access, site) => this.#journal.access(access, site),
      warning: (event) => active()?.warning(event),
      plot: (span, figure) => active()?.plot(span, figure),
    };
  }

  /** The values of the shared variables; null for random states. */
  #state(): Record<string, ArrayData | null> {
    const variables = Array.from(
      this.#names.entries(),
      ([variable, name]) => [name, variable.isRandomState ? null : arrayData(variable.value)] as const,
    );
    const streams = [...this.#names.streams()].filter(([each]) => each.updates.length > 0);
    return Object.fromEntries([...variables, ...streams.map(([, name]) => [name, null] as const)]);
  }
}

const hostOf = (guard: RunGuard, now: () => number) => ({
  checkpoint: () => guard.checkpoint(),
  pause: (ms: number) => guard.pause(ms),
  allocate: (byteLength: number) => guard.allocate(byteLength),
  now,
});

function tellsValue({ request, file }: NamespaceRun): (span: Span) => boolean {
  const { options, cells, kind = 'file' } = request;
  return options.withoutValues === true ? () => false : valuesToTell(file, cells, kind);
}

/** The frames of the running program, outermost first. */
function currentFrames(): FrameData[] {
  const frames: FrameData[] = [];
  for (let frame = callSite().frame; frame !== null; frame = frame.caller) {
    const { functionName, source } = frame.names;
    frames.unshift(frameData({ span: frame.at, functionName, ...source }));
  }
  return frames;
}
