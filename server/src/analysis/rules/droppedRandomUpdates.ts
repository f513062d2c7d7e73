/** dropped-random-updates: the step draws random numbers, and the updates that move the generators on reach nothing. */
import { droppedReport } from './droppedUpdates.ts';
import type { DroppedRule } from './rule.ts';

export const droppedRandomUpdates: DroppedRule<'noFunction' | 'caller'> = {
  level: 'warning',
  summary: 'The updates of random draws in a step reach no compiled function, so calls repeat draws.',
  report: droppedReport,
};
