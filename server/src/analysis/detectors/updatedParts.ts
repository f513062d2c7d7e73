/** Which variables merges of updates surely update, and where: what a detector of collisions compares. Bounded. */
import type { Span } from '../../base/span.ts';
import type { Machine } from '../machine.ts';
import { pairEntry } from '../mappings.ts';
import { exactElements } from '../objects.ts';
import type { Place } from '../terms.ts';
import { isProven, variablesOf } from '../updatesProof.ts';
import type { DictEntry, HeapObject, ScanRecord, SharedRecord, Value } from '../values.ts';
import { spanOf } from './observing.ts';

export interface Updated {
  readonly record: SharedRecord;
  readonly place: Place;
  /** The scan that updates it; null for an entry of the program. */
  readonly scan: ScanRecord | null;
}

/** Merges can be merged again, also with themselves. */
const deepestMerge = 20;
/** Beyond these nothing is compared. */
const mostUpdated = 200;

export class UpdatedParts {
  readonly found: Updated[] = [];
  readonly #machine: Machine;
  readonly #seen = new Set<HeapObject>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** A mapping, or a list of pairs. */
  add(value: Value, depth = 0): void {
    if (depth > deepestMerge || this.found.length > mostUpdated) return;
    if (value.kind === 'updates') this.#addScan(value.scan);
    else if (value.kind === 'container' && this.#seen.has(value.object)) return;
    else if (value.kind === 'container' && value.object.variety === 'dict')
      this.#addDict(value.object, depth);
    else for (const element of exactElements(this.#machine, value) ?? []) this.addPair(element, depth + 1);
  }

  /** An element of a list of pairs. */
  addPair(element: Value, depth = 0): void {
    if (element.kind === 'updates') this.add(element, depth);
    else {
      const entry = pairEntry(this.#machine, element, this.#machine.file.module);
      if (entry !== null) this.addEntry(entry, depth);
    }
  }

  addEntry({ key, value, ...span }: Pick<DictEntry, 'key' | 'value' | keyof Span>, depth = 0): void {
    if (key === null) this.add(value, depth + 1);
    else if (key.kind === 'shared' && this.found.length <= mostUpdated) {
      const { path } = this.#machine.activation.module;
      this.found.push({ record: key.record, place: { ...spanOf(span), path }, scan: null });
    }
  }

  #addDict(object: HeapObject, depth: number): void {
    this.#seen.add(object);
    const contents = object.isDamaged ? null : this.#machine.contentsOf(object);
    if (contents?.kind !== 'dict') return;
    for (const entry of contents.entries) if (entry.isCertain) this.addEntry(entry, depth);
  }

  #addScan(scan: ScanRecord): void {
    if (!isProven(scan)) return;
    for (const { record, origin, isCertain, module, ...span } of variablesOf(scan)) {
      if (record.origin !== 'shared' || origin !== 'entry' || !isCertain) continue;
      this.found.push({ record, place: { ...spanOf(span), path: module.path }, scan });
    }
  }
}
