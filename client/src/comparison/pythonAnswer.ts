/** What `python/tell_names.py` is asked and what it says. Its answer stands behind a marker: programs and libraries print, too. */
import type { NamedValueData } from '../../../protocol/src/questions.ts';

export interface PythonQuestion {
  readonly text: string;
  /** The program's own name, as its messages give it. */
  readonly name: string;
  /** Elements of an array at most. */
  readonly limit: number;
}

export interface PythonAnswer {
  readonly version: string;
  /** The last line of the traceback; null when the program ran to its end. */
  readonly error: string | null;
  readonly names: readonly NamedValueData[];
}

const marker = '@@scanlens-names ';

/** Throws where there is no answer in what was printed. */
export function readAnswer(stdout: string): PythonAnswer {
  const line = stdout.split('\n').findLast((one) => one.startsWith(marker));
  if (line === undefined) throw new Error('unanswered');
  const { python, error, names } = JSON.parse(line.slice(marker.length)) as {
    python: string;
    error: string | null;
    names: readonly NamedValueData[];
  };
  return { version: python, error, names };
}
