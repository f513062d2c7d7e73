/** The compiled functions of a namespace, as long as the program or a recorded call holds them. */
import type { PlaceData } from '../../../../protocol/src/places.ts';
import type { CompiledIdentity } from '../../graph/functionGraph.ts';
import type { RecordedFunction } from './records.ts';

/** After how many new ones those that are gone are looked for. */
const sweepCount = 1000;

export class FunctionLog {
  readonly #nextId: () => number;
  readonly #known = new WeakMap<CompiledIdentity, RecordedFunction>();
  #all: WeakRef<RecordedFunction>[] = [];
  #sweepAt = sweepCount;

  constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  /** In the order in which they were made. */
  get functions(): readonly RecordedFunction[] {
    return this.#all.flatMap((reference) => reference.deref() ?? []);
  }

  /** What is known of a function; `place` is where it was made, if it is made now. */
  of(compiled: CompiledIdentity, place: PlaceData | null = null): RecordedFunction {
    const known = this.#known.get(compiled);
    if (known !== undefined) return known;
    const made: RecordedFunction = {
      id: this.#nextId(),
      compiled,
      place,
      callCount: 0,
      calledAs: null,
      backend: null,
      fallbacks: [],
      cellNumber: -1,
    };
    this.#known.set(compiled, made);
    this.#all.push(new WeakRef(made));
    if (this.#all.length >= this.#sweepAt) this.#sweep();
    return made;
  }

  #sweep(): void {
    this.#all = this.#all.filter((reference) => reference.deref() !== undefined);
    this.#sweepAt = this.#all.length + sweepCount;
  }
}
