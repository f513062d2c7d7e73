/** What the compiler says when it leaves a graph, or a part of it, to another backend. */

/** Thrown while lowering; the reason is shown with the result. */
export class Unsupported extends Error {}

export const unsupported = (reason: string): Unsupported => new Unsupported(reason);

/** Thrown where lowering needs the value of an input that decides about a shape: it is lowered again with the value. */
export class NeedsValue extends Error {
  readonly input: number;

  constructor(input: number) {
    super(`the value of input ${input} decides about a shape`);
    this.input = input;
  }
}
