/** Asking what the runs of a document have left behind, as parts see it that know neither VS Code nor the connection. */
import type { AnswerTo, QuestionKind, Questions } from '../../protocol/src/questions.ts';

/** Answers null where what was asked about is not there any more. */
export type Ask = <Kind extends QuestionKind>(
  uri: string,
  kind: Kind,
  asks: Questions[Kind]['asks'],
) => Promise<AnswerTo<Kind> | null>;
