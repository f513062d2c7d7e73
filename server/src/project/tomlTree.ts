/**
 * TOML as a tree that knows where everything stands. The parser is toml-eslint-parser, because it keeps the place of
 * each key and value; nothing else in the room knows it.
 */

import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { t } from '../base/l10n.ts';
import type { Span } from '../base/span.ts';

export type TomlValue =
  | TomlTable
  | (Span & { readonly kind: 'array'; readonly items: readonly TomlValue[] })
  | (Span & { readonly kind: 'string'; readonly text: string })
  /** A number, a boolean or a date: nothing that is read here. */
  | (Span & { readonly kind: 'other' });

export interface TomlTable extends Span {
  readonly kind: 'table';
  readonly entries: ReadonlyMap<string, TomlEntry>;
}

export interface TomlEntry {
  readonly name: string;
  /** The key where it stands first. */
  readonly key: Span;
  readonly value: TomlValue;
}

export interface TomlProblem {
  /** One sentence. */
  readonly problem: string;
  readonly span: Span;
}

interface OpenTable extends Span {
  readonly kind: 'table';
  readonly entries: Map<string, TomlEntry>;
}

/** Parses a text; a mistake in it gives the first problem. Never throws. */
export function parseToml(text: string): TomlTable | TomlProblem {
  try {
    const [top] = parseTOML(text).body;
    const root: OpenTable = { kind: 'table', entries: new Map(), start: 0, end: text.length };
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') addKeyValue(root, node);
      else addHeader(root, node);
    }
    return root;
  } catch (error) {
    // Beside its own errors the parser has those of the engine: a text that is nested too deep.
    const isOwn = error instanceof ParseError;
    const reason = isOwn ? error.message : t('It is nested too deep');
    return { problem: t('This is not TOML: {0}.', reason), span: lineAround(text, isOwn ? error.index : 0) };
  }
}

/** The line in which the parser stopped: a mistake at the end of a line is noticed behind it. */
function lineAround(text: string, offset: number): Span {
  const at = Math.max(0, Math.min(offset, text.trimEnd().length));
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** The value behind the names; null where it is missing. */
export function tomlAt(table: TomlTable, ...names: readonly string[]): TomlValue | null {
  let value: TomlValue = table;
  for (const name of names) {
    const entry: TomlEntry | undefined = value.kind === 'table' ? value.entries.get(name) : undefined;
    if (entry === undefined) return null;
    value = entry.value;
  }
  return value;
}

/** The table behind the names; null where there is none. */
export function tableAt(table: TomlTable, ...names: readonly string[]): TomlTable | null {
  const value = tomlAt(table, ...names);
  return value?.kind === 'table' ? value : null;
}

/** `[a.b]` and `[[a.b]]`; several tables of one name count as one here, since none of those is read. */
function addHeader(root: OpenTable, node: AST.TOMLTable): void {
  const table = openPath(root, node.key.keys);
  for (const entry of node.body) addKeyValue(table, entry);
}

function addKeyValue(table: OpenTable, node: AST.TOMLKeyValue): void {
  const keys = node.key.keys;
  const last = keys.at(-1)!;
  const name = nameOf(last);
  openPath(table, keys.slice(0, -1)).entries.set(name, {
    name,
    key: spanOf(last),
    value: treeOf(node.value),
  });
}

type Key = AST.TOMLBare | AST.TOMLQuoted;

function openPath(table: OpenTable, keys: readonly Key[]): OpenTable {
  let inner = table;
  for (const key of keys) {
    const name = nameOf(key);
    const known = inner.entries.get(name)?.value;
    if (known?.kind === 'table') {
      inner = known as OpenTable;
      continue;
    }
    const value: OpenTable = { kind: 'table', entries: new Map(), ...spanOf(key) };
    inner.entries.set(name, { name, key: spanOf(key), value });
    inner = value;
  }
  return inner;
}

function treeOf(node: AST.TOMLContentNode): TomlValue {
  const span = spanOf(node);
  if (node.type === 'TOMLArray') return { kind: 'array', items: node.elements.map(treeOf), ...span };
  if (node.type === 'TOMLInlineTable') {
    const table: OpenTable = { kind: 'table', entries: new Map(), ...span };
    for (const entry of node.body) addKeyValue(table, entry);
    return table;
  }
  return node.kind === 'string' ? { kind: 'string', text: node.value, ...span } : { kind: 'other', ...span };
}

const nameOf = (key: Key): string => (key.type === 'TOMLBare' ? key.name : key.value);

const spanOf = ({ range: [start, end] }: { readonly range: readonly [number, number] }): Span => ({
  start,
  end,
});
