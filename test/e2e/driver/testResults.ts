/** What a test of any kind comes to, and how the lines of the suite (`suite/harness.ts`) become results. */
import { eventPrefix, type TestEvent } from '../suite/harness.ts';

export interface TestResult {
  /** Where it ran: `Node host`, `web worker host`, `window`. */
  readonly place: string;
  readonly name: string;
  /** null when it passed. */
  readonly error: string | null;
}

/** Called for every result and every note as it comes. */
export interface TestListener {
  result(result: TestResult): void;
  note(place: string, text: string): void;
}

/** Collects the lines of one run of the suite. */
export class EventReader {
  readonly #place: string;
  readonly #listener: TestListener;
  readonly #host: 'node' | 'web';
  #seen = 0;
  #announced: number | null = null;

  /** `host` is the kind of extension host that the suite must find itself in. */
  constructor(place: string, host: 'node' | 'web', listener: TestListener) {
    this.#place = place;
    this.#host = host;
    this.#listener = listener;
  }

  /** Takes one line of a console; others than the suite's are ignored. */
  read(line: string): void {
    const start = line.indexOf(eventPrefix);
    if (start < 0) return;
    const event = JSON.parse(line.slice(start + eventPrefix.length)) as TestEvent;
    if (event.type === 'note') this.#listener.note(this.#place, event.text);
    if (event.type === 'start') this.#checkHost(event.host);
    if (event.type === 'end') this.#announced = event.count;
    if (event.type !== 'test') return;
    this.#seen += 1;
    this.#listener.result({ place: this.#place, name: event.name, error: event.error });
  }

  #checkHost(host: 'node' | 'web'): void {
    const error = host === this.#host ? null : `it runs in the ${host} host`;
    this.#listener.result({ place: this.#place, name: `runs in the ${this.#host} host`, error });
  }

  /** Reports a failure unless every test of the suite was heard of; `circumstance` says how the run ended. */
  finish(circumstance: string): void {
    if (this.#announced !== null && this.#announced === this.#seen) return;
    const error = `${this.#seen} of ${this.#announced ?? 'an unknown number of'} tests reported: ${circumstance}`;
    this.#listener.result({ place: this.#place, name: 'the suite runs to its end', error });
  }
}
