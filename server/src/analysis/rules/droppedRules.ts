/** Table of rules about dropped updates, and which of them speaks: one row per way to lose them. */
import type { DroppedUpdates } from '../facts.ts';
import { droppedRandomUpdates } from './droppedRandomUpdates.ts';
import { droppedUpdates } from './droppedUpdates.ts';
import { lostInHelper } from './lostInHelper.ts';
import { lostInNestedScan } from './lostInNestedScan.ts';
import { overwrittenUpdates } from './overwrittenUpdates.ts';
import type { DroppedRule, WayKind } from './rule.ts';

/** The ways that each rule has words for. */
interface WaysOfRules {
  'dropped-updates': 'noFunction' | 'caller';
  'dropped-random-updates': 'noFunction' | 'caller';
  'lost-in-helper': 'helper';
  'lost-in-nested-scan': 'nestedScan';
  'overwritten-updates': 'overwritten';
}

export type DroppedRuleId = keyof WaysOfRules;

export const droppedRules: { readonly [Id in DroppedRuleId]: DroppedRule<WaysOfRules[Id]> } = {
  'dropped-updates': droppedUpdates,
  'dropped-random-updates': droppedRandomUpdates,
  'lost-in-helper': lostInHelper,
  'lost-in-nested-scan': lostInNestedScan,
  'overwritten-updates': overwrittenUpdates,
};

/** The rules that know the words for a way. */
type RuleIdFor<K extends WayKind> = {
  [Id in DroppedRuleId]: K extends WaysOfRules[Id] ? Id : never;
}[DroppedRuleId];

const byRandomness = ({ variables }: DroppedUpdates): RuleIdFor<'noFunction' | 'caller'> =>
  variables.length > 0 && variables.every(({ isRandom }) => isRandom)
    ? 'dropped-random-updates'
    : 'dropped-updates';

const idsByWay: { readonly [K in WayKind]: (dropped: DroppedUpdates) => RuleIdFor<K> } = {
  noFunction: byRandomness,
  caller: byRandomness,
  helper: () => 'lost-in-helper',
  nestedScan: () => 'lost-in-nested-scan',
  overwritten: () => 'overwritten-updates',
};

/** The rule that reports these updates. */
export const droppedRuleFor = (dropped: DroppedUpdates): DroppedRuleId => idsByWay[dropped.way.kind](dropped);
