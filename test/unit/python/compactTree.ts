/** A tree as one line, as small as can be read: `Assign([Name x], Number 1)`. Spans are left out. */
import type { AnyNode } from '../../../server/src/python/syntax.ts';

const hidden: ReadonlySet<string> = new Set([
  'kind',
  'start',
  'end',
  'prefix',
  'variety',
  'isAsync',
  'isStar',
]);

/** The compact form of nodes and of what their fields hold. */
export function compact(value: unknown): string {
  if (value === null) return '-';
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`;
  if (typeof value !== 'object') return typeof value === 'string' ? value : String(value);
  const { kind } = value as AnyNode;
  const fields = Object.entries(value as object).filter(([key]) => !hidden.has(key));
  if (kind === 'Name' || kind === 'Identifier') return (value as { name: string }).name;
  if (kind === 'Number') return (value as { text: string }).text;
  if (kind === 'String') return JSON.stringify((value as { value: string }).value);
  if (kind === 'Constant') return `<${String((value as { value: unknown }).value)}>`;
  if (kind === 'ExpressionStatement') return compact((value as { value: unknown }).value);
  if (kind === 'DottedName')
    return (value as { parts: { name: string }[] }).parts.map((part) => part.name).join('.');
  return `${kind}(${fields.map(([, field]) => compact(field)).join(', ')})`;
}
