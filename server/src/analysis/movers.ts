/** Draws and shared variables on which the values that a step returns depend: what may move by itself. */
import { appendAll } from '../base/appendAll.ts';
import type { Machine } from './machine.ts';
import { exactElements } from './objects.ts';
import { originsOf } from './tensorRules.ts';
import { type DrawRecord, type Origin, optionsOf, type SharedRecord, type Value } from './values.ts';

export type Mover = DrawRecord | SharedRecord;

/** `certain`: on every way through the step. */
export interface Movers {
  readonly certain: readonly Mover[];
  readonly possible: readonly Mover[];
}

const noMovers: Movers = { certain: [], possible: [] };

const hasMovers = (value: Value): boolean => {
  for (const origin of originsOf([value])) if (isMover(origin)) return true;
  return false;
};

const isMover = (origin: Origin): origin is Mover => origin.origin === 'draw' || origin.origin === 'shared';

/** Of each value that is surely part of what is returned. */
export function moversIn(machine: Machine, value: Value): Movers {
  const parts = returnedParts(machine, value);
  if (!parts.some(hasMovers)) return noMovers;
  const certain = new Set<Mover>();
  const possible = new Set<Mover>();
  for (const part of parts) {
    const ways = optionsOf(part).map((option) => moversOf(originsOf([option])));
    for (const one of ways.flat()) possible.add(one);
    const [first = [], ...others] = ways;
    // Any draw will do as long as each alternative has one.
    const draws = (list: typeof first) => list.filter((one) => one.hasDefaultUpdate);
    if (ways.every((list) => draws(list).length > 0)) for (const one of ways.flatMap(draws)) certain.add(one);
    else for (const one of first) if (others.every((list) => list.includes(one))) certain.add(one);
  }
  return { certain: [...certain], possible: [...possible] };
}

/** Variables in the tuples, lists and dicts that a step returns; alternatives stay together. */
function returnedParts(machine: Machine, value: Value): readonly Value[] {
  const parts: Value[] = [];
  const pending: Value[] = [value];
  for (let next = pending.pop(); next !== undefined && parts.length < 200; next = pending.pop()) {
    const elements = exactElements(machine, next);
    if (elements !== null) appendAll(pending, elements);
    else if (next.kind === 'container' && next.object.variety === 'dict') {
      const contents = machine.contentsOf(next.object);
      if (contents.kind === 'dict')
        appendAll(
          pending,
          contents.entries.filter((entry) => entry.isCertain).map((entry) => entry.value),
        );
    } else parts.push(next);
  }
  return parts;
}

export function joinMovers(a: Movers, b: Movers): Movers {
  if (a === noMovers && b === noMovers) return noMovers;
  const possible = [...new Set([...a.possible, ...b.possible])];
  const draws = (movers: Movers) => movers.certain.filter((one) => one.hasDefaultUpdate);
  const bothDraw = draws(a).length > 0 && draws(b).length > 0;
  const both = a.certain.filter((one) => b.certain.includes(one));
  const certain = bothDraw ? [...new Set([...both, ...draws(a), ...draws(b)])] : both;
  return { certain, possible };
}

/** Draws and shared variables among origins. */
const moversOf = (origins: Iterable<Origin>): readonly Mover[] => [...origins].filter(isMover);
