/** What texts about a program need beside the facts. */
import type { FloatX } from '../analysis/terms.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { DocumentView } from './documentView.ts';

export interface TextContext {
  readonly file: ParsedFile;
  readonly view: DocumentView;
  /** The floatX in force, and who says so: `THEANO_FLAGS says float32`. */
  readonly floatX: FloatX;
  readonly floatXReason: string;
}
