/** Answers to questions about a namespace: one function per kind of question. */
import type { Answer, Question, QuestionKind } from '../../../../protocol/src/questions.ts';
import { callsAnswer } from './callAnswers.ts';
import type { AnswerRule, Evidence } from './evidence.ts';
import { namesAnswer } from './namesAnswer.ts';
import { numpyTextAnswer } from './numpyText.ts';
import { replayRules } from './replayAnswers.ts';
import { sampleAnswer } from './sampleAnswer.ts';
import { historyAnswer, restoreAnswer, stateAnswer } from './stateAnswers.ts';
import { histogramAnswer, statisticsAnswer } from './statistics.ts';
import { elementsAnswer, pageAnswer, valueAnswer } from './valueAnswers.ts';

const answerRules: { readonly [Kind in QuestionKind]: AnswerRule<Kind> } = {
  ...replayRules,
  state: stateAnswer,
  history: historyAnswer,
  restore: restoreAnswer,
  calls: callsAnswer,
  value: valueAnswer,
  page: pageAnswer,
  statistics: statisticsAnswer,
  sample: sampleAnswer,
  histogram: histogramAnswer,
  names: namesAnswer,
  elements: elementsAnswer,
  numpyText: numpyTextAnswer,
};

export function answerQuestion(question: Question, evidence: Evidence): Answer | null {
  const rule = answerRules[question.kind] as AnswerRule<QuestionKind> | undefined;
  return rule?.(question as never, evidence) ?? null;
}
