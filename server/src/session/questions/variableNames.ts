/** Names of recorded variables: the ways on which the program reaches them, also the states of random streams. */
import type { SharedVariable } from '../../graph/variable.ts';
import type { RecordedVariable } from '../journal/records.ts';
import type { Evidence } from './evidence.ts';

interface NamedVariable {
  readonly recorded: RecordedVariable;
  readonly name: string;
}

/** Everything that has a name which no other got after it, in the order in which it was first seen; clones with one value once. */
export function namedVariables({ names, journal }: Pick<Evidence, 'names' | 'journal'>): NamedVariable[] {
  const found = new Map<RecordedVariable, string>();
  const add = (variable: SharedVariable, name: string): void => {
    const recorded = journal.variables.of(variable);
    if (!found.has(recorded)) found.set(recorded, name);
  };
  for (const [variable, name] of names.entries()) if (names.holdsItsName(variable)) add(variable, name);
  for (const [streams, name] of names.streams()) {
    if (!names.holdsItsName(streams)) continue;
    const { updates } = streams;
    updates.forEach(({ state }, i) => {
      add(state, updates.length === 1 ? name : `${name}.state_updates[${i}][0]`);
    });
  }
  return Array.from(found, ([recorded, name]) => ({ recorded, name }));
}

export type NameOf = (variable: SharedVariable) => string;

/** Names variables; what no name reaches is called as the graph calls it. */
export function variableNamer(evidence: Pick<Evidence, 'names' | 'journal'>): NameOf {
  const names = new Map(namedVariables(evidence).map(({ recorded, name }) => [recorded.variable.cell, name]));
  return (variable) => names.get(variable.cell) ?? ownName(variable);
}

const ownName = (variable: SharedVariable): string =>
  variable.name ?? (variable.isRandomState ? 'rng' : 'unnamed');
