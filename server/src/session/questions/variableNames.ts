/** Names of recorded variables: the ways on which the program reaches them, also the states of random streams. */
import type { SharedVariable } from '../../graph/variable.ts';
import type { RecordedVariable } from '../journal/records.ts';
import { SharedNames } from '../sharedNames.ts';
import type { Evidence } from './evidence.ts';

interface NamedVariable {
  readonly recorded: RecordedVariable;
  readonly name: string;
}

/** What names are found from. */
export type Named = Pick<Evidence, 'names' | 'journal' | 'globals'>;

/** Everything that the program's names reach now, in the order of the names; clones with one value once. */
export function namedVariables({ journal, globals }: Omit<Named, 'names'>): NamedVariable[] {
  const present = new SharedNames();
  present.discover(globals);
  const found = new Map<RecordedVariable, string>();
  const add = (variable: SharedVariable, name: string): void => {
    const recorded = journal.variables.of(variable);
    if (!found.has(recorded)) found.set(recorded, name);
  };
  for (const [variable, name] of present.entries()) add(variable, name);
  for (const [streams, name] of present.streams()) {
    const { updates } = streams;
    updates.forEach(({ state }, i) => {
      add(state, updates.length === 1 ? name : `${name}.state_updates[${i}][0]`);
    });
  }
  return Array.from(found, ([recorded, name]) => ({ recorded, name }));
}

export type NameOf = (variable: SharedVariable) => string;

/** Names variables as they are reached now; else as they were reached once; what no name ever reached is called as the graph calls it. */
export function variableNamer(named: Named): NameOf {
  const present = new Map(namedVariables(named).map(({ recorded, name }) => [recorded.variable.cell, name]));
  return (variable) => present.get(variable.cell) ?? named.names.nameOf(variable) ?? ownName(variable);
}

const ownName = (variable: SharedVariable): string =>
  variable.name ?? (variable.isRandomState ? 'rng' : 'unnamed');
