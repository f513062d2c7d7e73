/**
 * The evaluator: answers requests with messages. Pure: whoever owns it (a thread of a child process, a web worker, a test)
 * brings the parser, the clock and the way messages leave. One run at a time; `receive` returns when the run has ended.
 */

import type {
  AskRequest,
  BackendChoice,
  EvaluatorMessage,
  EvaluatorRequest,
  RunEnd,
  RunRequest,
} from '../../../protocol/src/evaluator.ts';
import type { Answer } from '../../../protocol/src/questions.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import { BudgetExceeded, Cancelled } from '../base/cancellation.ts';
import { t, useTranslations } from '../base/l10n.ts';
import { Gpu } from '../compile/backends/gpu/gpu.ts';
import type { GpuHost } from '../compile/backends/gpu/gpuDevice.ts';
import type { ThreadSource } from '../compile/backends/wasm/productCrew.ts';
import { createCompiler, useMachineProducts } from '../compile/compile.ts';
import type { Workspace } from '../interpreter/workspace.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import { ParsedTexts } from '../python/parsedTexts.ts';
import type { PythonParser } from '../python/parser.ts';
import { DocumentNamespace, type NamespaceTraits } from './documentNamespace.ts';
import { createWorkspace, type Disk } from './documentWorkspace.ts';
import { Outbox } from './outbox.ts';
import { sleepOn, type Wait } from './pause.ts';
import { numpyOf, programLibrary } from './programLibrary.ts';
import { syntaxFailure } from './runFailure.ts';
import type { MeasureMemory } from './runGuard.ts';

export interface EvaluatorOptions {
  readonly parser: PythonParser;
  /** Milliseconds from some fixed moment, never going back. */
  readonly now: () => number;
  /** How a program that sleeps waits: really, where nothing is given. */
  readonly wait?: Wait;
  readonly send: (batch: readonly EvaluatorMessage[]) => void;
  readonly measureMemory: MeasureMemory;
  /** The files of the workspace; null where programs see only what is open in the editor. */
  readonly disk: Disk | null;
  /** Ids of what runs leave behind count from here: no two processes may give the same one to different things. */
  readonly firstId?: number;
  /** How a GPU is found; null where there can be none. */
  readonly gpu?: GpuHost | null;
  /** Threads that help with large products. */
  readonly productThreads?: ThreadSource;
}

export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #namespaces = new Map<string, DocumentNamespace>();
  readonly #sources: ParsedTexts;
  /** What the present run wants its functions to run on. */
  #backend: BackendChoice = 'auto';
  #interrupt: Int32Array | null = null;
  #lastId: number;
  readonly #gpu: Gpu | null;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
    this.#lastId = options.firstId ?? 0;
    this.#sources = new ParsedTexts((text) => options.parser.parse(text));
    const { gpu, now, send } = options;
    const tellSpeeds = (speeds: unknown): void => send([{ type: 'measured', speeds }]);
    this.#gpu = gpu ? new Gpu({ host: gpu, now, tellSpeeds }) : null;
    useMachineProducts(options.productThreads ?? null);
  }

  /** Does what a request asks; a run is over when this returns. */
  receive(request: EvaluatorRequest): void {
    switch (request.type) {
      case 'hello':
        useTranslations(request.translations ?? {});
        this.#greet(request.protocolVersion, request.interruptBuffer);
        break;
      case 'run':
        this.#run(request);
        break;
      case 'ask':
        this.#options.send([{ type: 'answer', askId: request.askId, answer: this.#answer(request) }]);
        break;
      case 'reset':
        this.#namespaces.delete(request.uri);
        break;
      case 'cancel':
        // Reaches a running program through the flag; here it comes too late: the run has ended.
        break;
    }
  }

  #greet(version: number, interruptBuffer: SharedArrayBuffer | null): void {
    if (version !== protocolVersion) {
      this.#log(`evaluator speaks protocol ${protocolVersion}, its host ${version}`);
      return;
    }
    this.#interrupt = interruptBuffer === null ? null : new Int32Array(interruptBuffer);
    this.#options.send([{ type: 'ready', protocolVersion }]);
  }

  #run(request: RunRequest): void {
    const { backend, gpu } = request.options;
    this.#backend = backend ?? 'auto';
    if (this.#gpu) this.#gpu.wishes = { allowFloat32: gpu?.allowFloat32 === true, speeds: gpu?.speeds };
    const { now, send } = this.#options;
    const outbox = new Outbox({ runId: request.runId, send, now });
    const end = this.#runIn(request, outbox);
    outbox.flush();
    send([{ type: 'ended', runId: request.runId, end }]);
  }

  #runIn(request: RunRequest, outbox: Outbox): RunEnd {
    const file = this.#options.parser.parse(request.text);
    const problem = file.problems.find(({ span }) =>
      request.cells.some((cell) => cell.start <= span.start && span.start <= cell.end),
    );
    if (problem !== undefined) {
      const failure = syntaxFailure(problem, file.text, fileNameOf(request.uri));
      return { ...failure, elapsedMs: 0, state: {}, callCount: 0, namespaceLost: false };
    }
    const namespace = this.#namespace(request, file, outbox);
    return namespace.run({ request, file, outbox, interrupt: this.#interrupt });
  }

  /** The document's namespace; a new one when it has none, should start anew, or no longer fits the text. */
  #namespace(request: RunRequest, file: ParsedFile, outbox: Outbox): DocumentNamespace {
    const known = this.#namespaces.get(request.uri);
    const traits = traitsOf(request, file, known?.traits ?? null);
    if (known !== undefined && !request.reset) {
      const change = describeChange(known.traits, traits);
      if (change === null) {
        known.workspace = this.#workspace(request);
        return known;
      }
      const span = request.cells[0] ?? { start: 0, end: 0 };
      const message = t('{0}, so the run began with an empty namespace', change);
      outbox.add({ type: 'warning', warning: { span, category: 'ScanLens', message } });
    }
    const { now, wait = sleepOn, measureMemory } = this.#options;
    const host = {
      compiler: createCompiler(() => this.#backend, this.#gpu),
      now,
      wait,
      measureMemory,
      parse: (text: string) => this.#options.parser.parse(text),
      log: (text: string) => this.#log(text),
      nextId: () => ++this.#lastId,
    };
    const created = new DocumentNamespace(host, traits, {
      name: fileNameOf(request.uri),
      workspace: this.#workspace(request),
    });
    this.#namespaces.set(request.uri, created);
    return created;
  }

  #workspace({ uri, workspace }: RunRequest): Workspace | null {
    return createWorkspace({ uri, data: workspace, disk: this.#options.disk, sources: this.#sources });
  }

  /**
   * A question about a namespace that is not there, that nobody asks any more, whose answer needs too much, or that we can not answer
   * by a mistake of ours, has the answer null.
   */
  #answer(request: AskRequest): Answer | null {
    const { uri, question } = request;
    try {
      return this.#namespaces.get(uri)?.answer(request, this.#interrupt) ?? null;
    } catch (error) {
      if (error instanceof Cancelled || error instanceof BudgetExceeded) return null;
      this.#log(`${question.kind} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return null;
    }
  }

  #log(text: string): void {
    this.#options.send([{ type: 'log', text }]);
  }
}

/** A file that imports no library behaves like the namespace it runs in; by itself it meets the NumPy of its Python. */
function traitsOf(request: RunRequest, file: ParsedFile, known: NamespaceTraits | null): NamespaceTraits {
  const library = programLibrary(file.module);
  const python = file.python.major;
  const numpy = library === null && known !== null ? known.numpy : numpyOf(library, python);
  return { python, numpy, floatX: request.options.floatX };
}

function describeChange(before: NamespaceTraits, now: NamespaceTraits): string | null {
  if (before.python !== now.python) return t('The file is Python {0} now', now.python);
  if (before.numpy !== now.numpy) return t('The file uses a library with NumPy {0} now', now.numpy);
  return before.floatX === now.floatX ? null : t('floatX is {0} now', now.floatX);
}

/** The last part of a URI, readable. */
function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
