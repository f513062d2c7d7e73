/** Whether two runs of a program told the same: words exactly, numbers within the tolerance of their type. */

/** What a program printed, and how it ended: `Type: first line of the message`. */
export interface Outcome {
  readonly stdout: string;
  readonly error: string | null;
}

const tolerances: Readonly<Record<string, number>> = { float64: 1e-8, float32: 2e-4 };

/** The first difference in words, or null. */
export function differenceOf(real: Outcome, ours: Outcome): string | null {
  if (errorType(real.error) !== errorType(ours.error))
    return `ended with ${ours.error ?? 'no error'} instead of ${real.error ?? 'no error'}`;
  const [expected, actual] = [real.stdout.split('\n'), ours.stdout.split('\n')];
  for (let line = 0; line < Math.max(expected.length, actual.length); line++) {
    if (!sameLine(expected[line] ?? '', actual[line] ?? ''))
      return `line ${line + 1}: "${cut(actual[line])}" instead of "${cut(expected[line])}"`;
  }
  return null;
}

const errorType = (error: string | null): string | null => error?.split(':')[0] ?? null;

const cut = (text: string | undefined): string => (text ?? '').slice(0, 160);

function sameLine(expected: string, actual: string): boolean {
  const [left, right] = [expected.split(' '), actual.split(' ')];
  const tolerance = tolerances[left[1] ?? ''] ?? 0;
  return left.length === right.length && left.every((word, i) => sameWord(word, right[i]!, tolerance));
}

function sameWord(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(x));
}
