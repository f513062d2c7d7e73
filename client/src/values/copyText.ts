/** What Copy puts on the clipboard: a value as Python writes it. Pure. */

import type { ScalarData } from '../../../protocol/src/results.ts';
import type { ElementsData } from '../../../protocol/src/values.ts';

/** More elements than this are not copied as text: they go as NumPy, or page by page. */
export const copyLimit = 100_000;

/** A number, or nested lists: `11`, `[[1, 2], [3, 4]]`. */
export function elementsText({ shape, data, dtype }: ElementsData): string {
  const isText = /^(?:str|bytes|<U|\|S|object|datetime|timedelta)/.test(dtype);
  const texts = data.map((element) => scalarText(element, { isText }));
  return nested(texts, shape);
}

function nested(texts: readonly string[], shape: readonly number[]): string {
  const [length, ...inner] = shape;
  if (length === undefined) return texts[0] ?? '';
  const size = inner.reduce((product, count) => product * count, 1);
  const items = Array.from({ length }, (_, index) =>
    nested(texts.slice(index * size, (index + 1) * size), inner),
  );
  return `[${items.join(', ')}]`;
}

function scalarText(element: ScalarData, { isText }: { readonly isText: boolean }): string {
  if (typeof element === 'boolean') return element ? 'True' : 'False';
  return typeof element === 'string' && isText ? JSON.stringify(element) : String(element);
}
