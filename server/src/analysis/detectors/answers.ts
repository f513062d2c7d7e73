/** Answers of three kinds, and what `and` and `or` make of them. */

export type Answer = 'yes' | 'no' | 'unknown';

/** Yes when all are; no when one is surely not. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes when one is; no when none is. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}
