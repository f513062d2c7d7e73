/** Dicts made by calls: `dict(...)`, `OrderedDict(...)`, `OrderedUpdates(...)`, and `update(...)`. */
import type { Span } from '../base/span.ts';
import type { Call } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { addEntry, exactElements, noteContained, withEntry } from './objects.ts';
import { type DictContents, type DictEntry, type HeapObject, unknown, type Value } from './values.ts';

/** The dict that `dict(argument, key=value, …)` makes. */
export function makeDict(machine: Machine, args: Arguments, site: Call): Value {
  let contents: DictContents = { kind: 'dict', entries: [], isExact: !args.isOpen };
  for (const entry of entriesFrom(machine, args, site)) {
    noteContained(machine, entry.value, site);
    contents = withEntry(contents, entry, machine.lose);
  }
  return machine.objectAt(site, 'dict', contents);
}

/** `object.update(argument, key=value, …)`. */
export function updateDict(machine: Machine, object: HeapObject, args: Arguments, site: Call): void {
  for (const entry of entriesFrom(machine, args, site)) addEntry(machine, object, entry);
  if (args.isOpen) addEntry(machine, object, spread(unknown, site, 0));
}

function entriesFrom(machine: Machine, args: Arguments, site: Call): readonly DictEntry[] {
  const entries = args.positional.flatMap((value, index) => entriesOf(machine, value, site, index));
  for (const [name, value] of args.keywords) {
    const source = args.keywordSources.get(name) ?? site;
    const { start, end } = source;
    entries.push({ key: { kind: 'text', text: name }, value, name, start, end, isCertain: true });
  }
  return entries;
}

function entriesOf(machine: Machine, value: Value, site: Call, index: number): DictEntry[] {
  if (value.kind === 'container' && value.object.variety === 'dict' && !value.object.isDamaged) {
    const contents = machine.contentsOf(value.object);
    if (contents.kind === 'dict') {
      const rest = contents.isExact ? [] : [spread(unknown, site, index)];
      return [...contents.entries, ...rest];
    }
  }
  const pairs = exactElements(machine, value);
  const source = site.args[index];
  const entries = pairs?.map((pair, place) => pairEntry(machine, pair, pairSource(source, place) ?? site));
  if (entries?.every((entry) => entry !== null)) return entries;
  return [spread(value, site, index)];
}

const spread = (value: Value, site: Span, index: number): DictEntry => ({
  key: null,
  value,
  name: '',
  start: site.start + index,
  end: site.end,
  isCertain: true,
});

function pairSource(source: Call['args'][number] | undefined, place: number): Span | null {
  return source?.kind === 'List' || source?.kind === 'Tuple' ? (source.elements[place] ?? null) : null;
}

/** A pair `(key, value)` as an entry; null for anything else. */
export function pairEntry(machine: Machine, pair: Value, span: Span): DictEntry | null {
  const [key, value, ...rest] = exactElements(machine, pair) ?? [];
  if (key === undefined || value === undefined || rest.length > 0) return null;
  const { start, end } = sourceOf(pair) ?? span;
  return { key, value, name: firstWord(machine, { start, end }), start, end, isCertain: true };
}

function sourceOf(pair: Value): Span | null {
  if (pair.kind === 'tuple') return pair.source;
  return pair.kind === 'container' ? pair.object.source : null;
}

/** The text of the first element of a pair's source. */
function firstWord(machine: Machine, span: Span): string {
  const match = /^[([]\s*([^,]+?)\s*,/.exec(machine.file.text.slice(span.start, span.end));
  return match?.[1] ?? '';
}
