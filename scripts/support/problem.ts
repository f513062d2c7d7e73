/** Something that the machine lacks and the person can change. Scripts print it as one sentence and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(what);
    this.remedy = remedy;
  }
}

/** The text of any thrown value: a problem with its remedy, an error of ours with its stack. */
export function describeFailure(failure: unknown): string {
  if (failure instanceof Problem) return `${failure.message}: ${failure.remedy}`;
  if (failure instanceof Error) return failure.stack ?? failure.message;
  return String(failure);
}
