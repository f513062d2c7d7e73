/** Answers to questions about a namespace: one function per kind of question. */
import type {
  Answer,
  AnswerTo,
  Question,
  QuestionKind,
  Questions,
} from '../../../../protocol/src/questions.ts';
import type { Journal } from '../journal/journal.ts';
import type { SharedNames } from '../sharedNames.ts';

/** What the answers are made from. */
export interface Evidence {
  readonly names: SharedNames;
  readonly journal: Journal;
}

type AnswerRule<Kind extends QuestionKind> = (
  asks: Questions[Kind]['asks'],
  evidence: Evidence,
) => AnswerTo<Kind> | null;

type AnswerRules = { readonly [Kind in QuestionKind]?: AnswerRule<Kind> };

const answerRules: AnswerRules = {};

export function answerQuestion(question: Question, evidence: Evidence): Answer | null {
  const rule = answerRules[question.kind] as AnswerRule<QuestionKind> | undefined;
  return rule?.(question as never, evidence) ?? null;
}
