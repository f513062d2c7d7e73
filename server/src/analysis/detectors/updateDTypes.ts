/**
 * Updates of another dtype than their variable's: `function` and scan refuse them in both directions, for they cast
 * Python's numbers and nothing else (`TensorType.filter_variable`).
 */
import type { Span } from '../../base/span.ts';
import type { LibraryVersion } from '../analysisContext.ts';
import type { Arguments } from '../arguments.ts';
import type { Machine } from '../machine.ts';
import { pairEntry } from '../mappings.ts';
import type { MistakeOf, UpdateDType } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import type { Verdict } from '../observations.ts';
import { asTensor } from '../tensorRules.ts';
import type { FloatX, Library, TensorFact } from '../terms.ts';
import { type DictEntry, optionsOf, type Value } from '../values.ts';
import type { FollowedScan } from './followedScan.ts';

/** The updates that a step returns: the value itself, or a part of the tuple. */
export function observeStepUpdates({ machine, version, returned }: FollowedScan): void {
  for (const option of optionsOf(returned)) {
    observeUpdates(machine, version, option);
    const parts = exactElements(machine, option);
    if (parts !== null && parts.length <= 3) for (const part of parts) observeUpdates(machine, version, part);
  }
}

/** The updates given to a call of `function`. */
export function observeFunctionUpdates(machine: Machine, library: Library | null, args: Arguments): void {
  const updates = args.keywords.get('updates') ?? args.positional[3];
  if (library === null || updates === undefined) return;
  for (const option of optionsOf(updates)) observeUpdates(machine, machine.versionOf(library), option);
}

function observeUpdates(machine: Machine, version: LibraryVersion, updates: Value): void {
  for (const entry of entriesIn(machine, updates, 0)) {
    if (!entry.isCertain || entry.key?.kind !== 'shared') continue;
    const variable = entry.key.record;
    const source = sourceIn(machine.main.file.text, entry);
    if (variable.isGenerator || source === null) continue;
    const verdict = verdictOf(entry, variable.type, { version, source });
    machine.observe('update-dtype', { start: entry.start, end: entry.end }, verdict);
  }
}

const deepest = 4;

/** The entries of a dict, of dicts merged into it, or of a list of pairs. */
function entriesIn(machine: Machine, value: Value, depth: number): readonly DictEntry[] {
  if (depth > deepest) return [];
  if (value.kind === 'container' && value.object.variety === 'dict') {
    if (value.object.isDamaged) return [];
    const contents = machine.contentsOf(value.object);
    const entries = contents.kind === 'dict' ? contents.entries : [];
    return entries.flatMap((entry) =>
      entry.key === null ? entriesIn(machine, entry.value, depth + 1) : [entry],
    );
  }
  const pairs = exactElements(machine, value) ?? [];
  const entries = pairs.map((pair) => pairEntry(machine, pair, pairSource(pair)));
  return entries.filter((entry) => entry !== null);
}

const nowhere: Span = { start: -1, end: -1 };
const pairSource = (pair: Value): Span => (pair.kind === 'container' ? pair.object.source : nowhere);

interface EntrySource {
  /** What is underlined. */
  readonly span: Span;
  /** The expression of the new value; null where it is not part of the entry. */
  readonly value: Span | null;
}

/** Where an entry stands in the analysed file: `key: value`, `(key, value)`, `updates[key]`; null for anything else. */
function sourceIn(text: string, { start, end, name }: DictEntry): EntrySource | null {
  if (start < 0 || name === '') return null;
  const written = text.slice(start, end);
  const before = written.startsWith(name) ? '' : (/^[([]\s*/.exec(written)?.[0] ?? '');
  const rest = written.slice(before.length + name.length);
  const separator = /^\s*[:,]\s*/.exec(rest)?.[0];
  if (written.startsWith(name, before.length) && separator !== undefined) {
    const from = start + before.length + name.length + separator.length;
    const closing = before === '' ? 0 : (/\s*,?\s*[)\]]$/.exec(written)?.[0].length ?? 0);
    const value = { start: from, end: end - closing };
    return value.start < value.end ? { span: value, value } : null;
  }
  return written.endsWith(`[${name}]`) ? { span: { start, end }, value: null } : null;
}

function verdictOf(
  { value, name }: DictEntry,
  variable: TensorFact,
  { version, source }: { readonly version: LibraryVersion; readonly source: EntrySource },
): Verdict<MistakeOf<'update-dtype'>> {
  const isVariable = optionsOf(value).every(
    (option) => option.kind === 'symbolic' || option.kind === 'shared',
  );
  if (value.kind === 'number') return value.variety === 'float' ? 'unknown' : 'fine';
  const type = isVariable ? asTensor(value) : null;
  if (type === null) return 'unknown';
  const under = {
    float32: difference(variable, type, 'float32'),
    float64: difference(variable, type, 'float64'),
  };
  if (under.float32 !== null || under.float64 !== null) {
    return { kind: 'update-dtype', span: source.span, version, name, under, value: source.value };
  }
  const isKnown = [variable.dtype, type.dtype].every(
    ({ float32, float64 }) => float32 !== null && float64 !== null,
  );
  return isKnown ? 'fine' : 'unknown';
}

function difference(variable: TensorFact, value: TensorFact, floatX: FloatX): UpdateDType['under'][FloatX] {
  const [before, after] = [variable.dtype[floatX], value.dtype[floatX]];
  return before !== null && after !== null && before !== after ? { variable: before, value: after } : null;
}
