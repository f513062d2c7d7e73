/**
 * What comes out of a webview is not believed: this looks at each message, and lets through what `protocol/src/webview.ts` names.
 */
import {
  type WebviewQuestionKind,
  type WebviewRequest,
  webviewQuestions,
} from '../../../protocol/src/webview.ts';
import { isValueRef } from '../values/valueAddress.ts';

/** The message when it is one; null for anything else. */
export function readRequest(message: unknown): WebviewRequest | null {
  if (!isRecord(message) || typeof message['type'] !== 'string') return null;
  const isKnown = Object.hasOwn(checks, message['type']);
  const check = isKnown ? checks[message['type'] as WebviewRequest['type']] : null;
  return check?.(message) === true ? (message as unknown as WebviewRequest) : null;
}

type Message = Readonly<Record<string, unknown>>;

const checks: { readonly [Type in WebviewRequest['type']]: (message: Message) => boolean } = {
  ready: () => true,
  ask: ({ id, kind, asks }) =>
    Number.isInteger(id) && isQuestion(kind) && isRecord(asks) && !('kind' in asks),
  cancel: ({ id }) => Number.isInteger(id),
  reveal: ({ place }) => isRecord(place),
  save: ({ format, name, data }) =>
    (format === 'png' || format === 'svg') && typeof name === 'string' && typeof data === 'string',
  copy: ({ text }) => typeof text === 'string',
  draw: ({ title, ref }) => typeof title === 'string' && isValueRef(ref),
};

const isQuestion = (kind: unknown): kind is WebviewQuestionKind =>
  (webviewQuestions as readonly unknown[]).includes(kind);

const isRecord = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const longestName = 60;

/** A name for a file that any system takes. */
export function fileNameOf(name: string): string {
  const plain = name
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, '-');
  return plain.replace(/^[.-]+/, '').slice(0, longestName) || 'plot';
}
