/** Places of the program in Markdown: words for people, with a link where one can be made. */

import type { Place } from '../analysis/terms.ts';
import { t } from '../base/l10n.ts';
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { DocumentView } from './documentView.ts';
import { escapeMarkdown, tableCode } from './markdown.ts';
import { sourceOf } from './programNames.ts';

/** `[line 12](file:///rnn.py#L12)`. */
export function placeText(place: Span | Place, view: DocumentView): string {
  const words = escapeMarkdown(view.describe(place)) || t('another file');
  const location = view.locate(place);
  if (location === null || !canLink(location.uri)) return words;
  return `[${words}](${linkTarget(location.uri)}#L${location.range.start.line + 1})`;
}

/** A cell has a fragment of its own, and a text that was never saved has no address. */
const canLink = (uri: string): boolean => !uri.includes('#') && !uri.startsWith('untitled:');

/** What would end a link or the cell of a table. */
const linkTarget = (uri: string): string =>
  uri.replace(
    /[()<>|\\\s[\]`*_]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** A piece of the analysed text, and where it stands: `` `a + 1` (line 8) ``. For tables. */
export const sourceText = (span: Span, file: ParsedFile, view: DocumentView): string =>
  `${tableCode(sourceOf(file, span))} (${placeText(span, view)})`;
