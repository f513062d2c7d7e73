/** A document whose texts run one after another in one namespace in this process, and that can be asked afterwards. */
import type { DroppedScan, EvaluatorMessage, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { AnswerTo, Question, QuestionKind, StateData } from '../../../protocol/src/questions.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { protocolVersion } from '../../../protocol/src/version.ts';
import type { Translations } from '../../../server/src/base/l10n.ts';
import { Evaluator } from '../../../server/src/session/evaluator.ts';
import { testParser } from '../../oracle/inProcess.ts';

const uri = 'file:///program.py';

interface SessionOptions {
  readonly memoryBytes?: number;
  readonly droppedScans?: readonly DroppedScan[];
  /** Where the cell begins that is run. */
  readonly from?: number;
}

export interface SessionRun {
  readonly events: readonly RunEvent[];
  readonly end: RunEnd;
}

export class Session {
  readonly #evaluator: Evaluator;
  readonly #messages: EvaluatorMessage[] = [];
  readonly interrupt = new Int32Array(new SharedArrayBuffer(4));
  #lastId = 0;
  readonly #texts = new Map<number, string>();

  private constructor(
    evaluator: (send: (batch: readonly EvaluatorMessage[]) => void) => Evaluator,
    translations: Translations,
  ) {
    this.#evaluator = evaluator((batch) => this.#messages.push(...batch));
    const interruptBuffer = this.interrupt.buffer as SharedArrayBuffer;
    this.#evaluator.receive({ type: 'hello', protocolVersion, interruptBuffer, translations });
  }

  static async start(translations: Translations = {}): Promise<Session> {
    const parser = await testParser();
    const now = () => performance.now();
    return new Session(
      (send) => new Evaluator({ parser, now, send, measureMemory: () => null, disk: null }),
      translations,
    );
  }

  /** Runs a text in the document's namespace, each time another version. Fails when the program raises. */
  run(text: string, options: SessionOptions = {}): SessionRun {
    const runId = ++this.#lastId;
    this.#texts.set(runId, text);
    this.#messages.length = 0;
    this.#evaluator.receive({
      type: 'run',
      runId,
      uri,
      version: runId,
      text,
      cells: [{ start: options.from ?? 0, end: text.length }],
      reset: false,
      droppedScans: options.droppedScans ?? [],
      options: { floatX: 'float64', timeoutMs: 60_000, memoryBytes: options.memoryBytes ?? 1024 ** 3 },
      workspace: { roots: [], texts: [] },
    });
    const events = this.#messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
    const ended = this.#messages.find((message) => message.type === 'ended');
    if (ended?.type !== 'ended') throw new Error('the run did not end');
    if (ended.end.error !== null) throw new Error(ended.end.error.traceback);
    return { events, end: ended.end };
  }

  reset(): void {
    this.#evaluator.receive({ type: 'reset', uri });
  }

  /** What stands at a place. */
  source(place: PlaceData | null | undefined): string | undefined {
    if (place === null || place === undefined) return undefined;
    return this.#texts.get(place.version)?.slice(place.span.start, place.span.end);
  }

  ask<Kind extends QuestionKind>(
    kind: Kind,
    asks: Omit<Extract<Question, { kind: Kind }>, 'kind'>,
  ): AnswerTo<Kind> | null {
    const askId = ++this.#lastId;
    const question = { kind, ...asks } as unknown as Question;
    this.#evaluator.receive({ type: 'ask', askId, uri, question });
    const log = this.#messages.find((message) => message.type === 'log');
    if (log !== undefined) throw new Error(log.text);
    const answer = this.#messages.find((message) => message.type === 'answer' && message.askId === askId);
    if (answer?.type !== 'answer') throw new Error('no answer');
    return answer.answer as AnswerTo<Kind> | null;
  }

  state(): StateData {
    const state = this.ask('state', {});
    if (state === null) throw new Error('no state');
    return state;
  }

  /** The id of the next question. */
  get nextId(): number {
    return this.#lastId + 1;
  }
}
