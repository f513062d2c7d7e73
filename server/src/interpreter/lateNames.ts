/** The names of a type or a module of ours. A program looks into few of the hundreds, so that they are filled when it does. */
export class LateNames<T> {
  readonly #names: Map<string, T>;
  /** Puts in what is there, when somebody first looks; null: it is in. */
  fill: (() => void) | null = null;

  constructor(names = new Map<string, T>()) {
    this.#names = names;
  }

  get all(): Map<string, T> {
    const { fill } = this;
    if (fill !== null) {
      this.fill = null;
      fill();
    }
    return this.#names;
  }
}
