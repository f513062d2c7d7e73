/** The address of the editor that shows a value: it names the document and the value, so that it means the same after a reload. Pure. */
import type { ValueRef } from '../../../protocol/src/values.ts';

export const valueScheme = 'scanlens-value';

/** A value of a document, and what people call it. */
export interface NamedValue {
  readonly uri: string;
  readonly ref: ValueRef;
  readonly name: string;
}

/** Parts of the address; the last part of the path is the title of the editor. */
export function valueAddress({ uri, ref, name }: NamedValue): {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
} {
  const file = decodeURIComponent(uri.split('/').at(-1) ?? uri);
  const title = `${name} (${file})`.replaceAll('/', '∕');
  return { scheme: valueScheme, path: `/${title}`, query: JSON.stringify({ uri, ref, name }) };
}

/** The value behind the query of an address; null for an address that is not ours. */
export function namedValue(query: string): NamedValue | null {
  try {
    const parsed: unknown = JSON.parse(query);
    return isNamedValue(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function isNamedValue(value: unknown): value is NamedValue {
  if (typeof value !== 'object' || value === null) return false;
  if (!('uri' in value) || !('name' in value) || !('ref' in value)) return false;
  return typeof value.uri === 'string' && typeof value.name === 'string' && isValueRef(value.ref);
}

const refKinds: readonly string[] = [
  'variable',
  'change',
  'call',
  'shown',
  'step',
] satisfies readonly ValueRef['kind'][];

/** True for what looks like a reference; whether there is such a value is known to the evaluator. */
export function isValueRef(value: unknown): value is ValueRef {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return typeof value.kind === 'string' && refKinds.includes(value.kind);
}
