/**
 * Names for shared variables and for objects that hand out random streams: the way on which the program's globals reach them. `model.W`, `params[0]`, `weights['U']`.
 * A name is fixed when the variable is first seen. The order and the limits of the search are those of the oracle's recorder
 * (depth 3, containers of up to 50 elements), so that both speak of the same variables.
 */

import { SharedVariable } from '../graph/variable.ts';
import { PyDict } from '../interpreter/containers.ts';
import { PyStreams } from '../interpreter/modules/library/random/streams.ts';
import { PyList, PyObject, PyTuple, type Value } from '../interpreter/values.ts';
import { attributesOf, keyText } from './programValues.ts';

const largestDepth = 3;
const longestContainer = 50;

interface Place {
  readonly name: string;
  readonly value: Value;
  readonly depth: number;
}

export class SharedNames {
  readonly #names = new Map<SharedVariable, string>();
  readonly #streams = new Map<PyStreams, string>();

  /** Names every shared variable that the globals reach now and that has no name yet. */
  discover(globals: ReadonlyMap<string, Value>): void {
    const seen = new Set<Value>();
    const queue: Place[] = [];
    for (const [name, value] of globals) {
      if (name.startsWith('__') || name === '_') continue;
      if (value instanceof SharedVariable) this.#add(value, name);
      else queue.push({ name, value, depth: 0 });
    }
    for (const place of queue) {
      if (place.value instanceof SharedVariable) {
        // Of random states only those that globals hold have names; the others belong to their streams.
        if (!place.value.isRandomState) this.#add(place.value, place.name);
      } else if (place.value instanceof PyStreams) this.#addStreams(place.value, place.name);
      else if (isContainer(place.value) && place.depth < largestDepth && !seen.has(place.value)) {
        seen.add(place.value);
        queue.push(...placesIn(place));
      }
    }
  }

  /** The name of a variable; null when the globals never reached it. */
  nameOf(variable: SharedVariable): string | null {
    return this.#names.get(variable) ?? null;
  }

  /** Every named variable, in the order in which they were first seen. */
  entries(): IterableIterator<[SharedVariable, string]> {
    return this.#names.entries();
  }

  /** Every named object that hands out random streams. */
  streams(): IterableIterator<[PyStreams, string]> {
    return this.#streams.entries();
  }

  #addStreams(streams: PyStreams, name: string): void {
    if (!this.#streams.has(streams)) this.#streams.set(streams, name);
  }

  #add(variable: SharedVariable, name: string): void {
    if (!this.#names.has(variable)) this.#names.set(variable, name);
  }
}

/** Lists, tuples, dicts and instances; values of other rooms hold no names of the program. */
const isContainer = (value: Value): boolean => value instanceof PyObject;

function placesIn({ name, value, depth }: Place): Place[] {
  const inside = (way: string, inner: Value): Place => ({ name: name + way, value: inner, depth: depth + 1 });
  if (value instanceof PyList || (value instanceof PyTuple && depth === 0)) {
    return value.items.length > longestContainer
      ? []
      : value.items.map((item, index) => inside(`[${index}]`, item));
  }
  if (value instanceof PyDict) {
    if (value.table.size > longestContainer) return [];
    return [...value.table.entries()].flatMap((entry) => {
      const key = keyText(entry.key);
      return key === null ? [] : [inside(`[${key}]`, entry.value)];
    });
  }
  return [...attributesOf(value)].map(([attribute, inner]) => inside(`.${attribute}`, inner));
}
