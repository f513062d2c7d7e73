/** What answers to questions are made from, and the form of a rule that makes one. */
import type { AnswerTo, QuestionKind, Questions } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import type { Value } from '../../interpreter/values.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import type { Journal } from '../journal/journal.ts';
import type { Replays } from '../replay/replays.ts';
import type { SharedNames } from '../sharedNames.ts';

export interface Evidence {
  readonly names: SharedNames;
  readonly journal: Journal;
  readonly globals: ReadonlyMap<string, Value>;
  /** How a value prints; only for what holds no code of the program. */
  readonly repr: (value: Value) => string;
  /** How NumPy prints numbers. */
  readonly numpy: 1 | 2;
  /** For calls that are made again; its `checkpoint` gives up where nobody waits for the answer any more. */
  readonly host: RunHost;
  readonly replays: Replays;
  readonly parse: (text: string) => ParsedFile;
}

/** null: what it is about is not there any more. */
export type AnswerRule<Kind extends QuestionKind> = (
  asks: Questions[Kind]['asks'],
  evidence: Evidence,
) => AnswerTo<Kind> | null;
