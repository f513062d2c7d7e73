/**
 * What it does when the updates of a scan are dropped, and how to keep them: the words that all rules about dropped
 * updates share. What happens to draws is that of facts/scan-semantics.md, section 3.2.
 */
import { t } from '../../base/l10n.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { UpdateFact } from '../facts.ts';
import { has } from '../libraryVersions.ts';
import type { RelatedSpan } from './findings.ts';
import { capitalized, isUnwanted, listOfNames, related } from './phrases.ts';
import type { DroppedSubject } from './rule.ts';

/** When the same values come again: in the next call, or in the next step of the scan around. */
export type Repetition = 'call' | 'outerStep';

/** What happens, as the beginning of a sentence. */
export function consequenceOf(subject: DroppedSubject, repetition: Repetition = 'call'): string {
  const { version, dropped } = subject;
  const of = (effect: Effect) =>
    dropped.variables.filter((variable) => effectOn(variable, version, repetition) === effect);
  const parts = effects.flatMap((effect) => {
    const variables = of(effect);
    return variables.length === 0 ? [] : [effectWords[effect](variables, repetition)];
  });
  return capitalized(parts.reduce((before, next) => t('{0}, and {1}', before, next)));
}

const effects = ['keeps', 'oncePerCall', 'repeats', 'overlaps', 'fails'] as const;
type Effect = (typeof effects)[number];

function effectOn(variable: UpdateFact, version: LibraryVersion, repetition: Repetition): Effect {
  const { origin, isRandom, dependsOnStep } = variable;
  // Where a variable keeps its `default_update`, the function around the scan still applies it, once.
  const movesOnce = origin !== 'entry' && !has(version, 'updatesOfStepOnly');
  if (!isRandom) return movesOnce ? 'oncePerCall' : 'keeps';
  if (!movesOnce) return 'repeats';
  // The default update of such a draw needs what only the step has.
  return dependsOnStep && repetition === 'call' ? 'fails' : 'overlaps';
}

type Words = (variables: readonly UpdateFact[], repetition: Repetition) => string;

const effectWords: Readonly<Record<Effect, Words>> = {
  keeps: (variables) =>
    variables.length === 1
      ? t('{0} keeps its value', namesOf(variables))
      : t('{0} keep their values', namesOf(variables)),
  oncePerCall: (variables) =>
    variables.length === 1
      ? t('{0} changes once per call instead of once per step', namesOf(variables))
      : t('{0} change once per call instead of once per step', namesOf(variables)),
  repeats: (variables, repetition) =>
    repetition === 'call'
      ? t('every call returns the same draws of {0}', namesOf(variables))
      : t('every step of the outer scan and every call returns the same draws of {0}', namesOf(variables)),
  overlaps: (variables, repetition) =>
    repetition === 'call'
      ? t('each call re-uses all but one of the previous draws of {0}', namesOf(variables))
      : t('each step of the outer scan re-uses all but one of the previous draws of {0}', namesOf(variables)),
  fails: (variables) =>
    t('the function fails to compile, as size or parameters of {0} depend on the state', namesOf(variables)),
};

const namesOf = (variables: readonly UpdateFact[]): string => listOfNames(variables.map(({ name }) => name));

/** The name that holds the updates; null when nothing does, or one that says that nobody wants them. */
export const heldIn = ({ updatesName }: DroppedSubject): string | null =>
  updatesName === null || isUnwanted(updatesName) ? null : updatesName;

/** How to pass the updates to a function; `what` is what to keep where nothing holds them yet. */
export function passThem(subject: DroppedSubject, what: string): string {
  const name = heldIn(subject);
  if (subject.dropped.functions.some((use) => use.hasUpdates)) {
    return t('Add {0} to the updates that the function has.', name === null ? what : `\`${name}\``);
  }
  const call = `\`${subject.library}.function(..., updates=${name ?? 'updates'})\``;
  return name === null ? t('Keep {0} and pass it: {1}.', what, call) : t('Pass them: {0}.', call);
}

/** `return` as it should be, with the names that are there. */
export const returnBoth = (subject: DroppedSubject): string =>
  `\`return outputs, ${heldIn(subject) ?? 'updates'}\``;

/** The places where the updates are made, and the functions that should have them. */
export function droppedPlaces({ dropped }: DroppedSubject): readonly RelatedSpan[] {
  return [
    ...dropped.variables.map((variable) => related(variable.entry, entryWords(variable))),
    ...dropped.functions.map(({ callee, path }) =>
      related({ ...callee, path }, t('This function uses the scan without its updates.')),
    ),
  ];
}

function entryWords({ name, origin }: UpdateFact): string {
  if (origin === 'draw') return t('The step draws `{0}` here.', name);
  if (origin === 'default') return t('`{0}` has a default update, made here.', name);
  return t('The step updates `{0}` here.', name);
}
