/**
 * What it does when the updates of a scan are dropped, and how to keep them: the words that all rules about dropped
 * updates share. What happens to draws is that of facts/scan-semantics.md, section 3.2.
 */
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
  return capitalized(parts.join(', and '));
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
    `${namesOf(variables)} ${variables.length === 1 ? 'keeps its value' : 'keep their values'}`,
  oncePerCall: (variables) =>
    `${namesOf(variables)} ${variables.length === 1 ? 'changes' : 'change'} once per call instead of once per step`,
  repeats: (variables, repetition) => {
    const when = repetition === 'call' ? 'every call' : 'every step of the outer scan and every call';
    return `${when} returns the same draws of ${namesOf(variables)}`;
  },
  overlaps: (variables, repetition) => {
    const when = repetition === 'call' ? 'each call' : 'each step of the outer scan';
    return `${when} re-uses all but one of the previous draws of ${namesOf(variables)}`;
  },
  fails: (variables) =>
    `the function fails to compile, as size or parameters of ${namesOf(variables)} depend on the state`,
};

const namesOf = (variables: readonly UpdateFact[]): string => listOfNames(variables.map(({ name }) => name));

/** The name that holds the updates; null when nothing does, or one that says that nobody wants them. */
export const heldIn = ({ updatesName }: DroppedSubject): string | null =>
  updatesName === null || isUnwanted(updatesName) ? null : updatesName;

/** How to pass the updates to a function; `what` is what to keep where nothing holds them yet. */
export function passThem(subject: DroppedSubject, what: string): string {
  const name = heldIn(subject);
  if (subject.dropped.functions.some((use) => use.hasUpdates)) {
    return `Add ${name === null ? what : `\`${name}\``} to the updates that the function has.`;
  }
  if (name !== null) return `Pass them: \`${subject.library}.function(..., updates=${name})\`.`;
  return `Keep ${what} and pass it: \`${subject.library}.function(..., updates=updates)\`.`;
}

/** `return` as it should be, with the names that are there. */
export const returnBoth = (subject: DroppedSubject): string =>
  `\`return outputs, ${heldIn(subject) ?? 'updates'}\``;

/** The places where the updates are made, and the functions that should have them. */
export function droppedPlaces({ dropped }: DroppedSubject): readonly RelatedSpan[] {
  return [
    ...dropped.variables.map((variable) => related(variable.entry, entryWords(variable))),
    ...dropped.functions.map(({ callee, path }) =>
      related({ ...callee, path }, 'This function uses the scan without its updates.'),
    ),
  ];
}

function entryWords({ name, origin }: UpdateFact): string {
  if (origin === 'draw') return `The step draws \`${name}\` here.`;
  if (origin === 'default') return `\`${name}\` has a default update, made here.`;
  return `The step updates \`${name}\` here.`;
}
