/** Texts and bytes as the matcher needs them, and back: positions count code points. */
import { runtime } from '../../../runtime.ts';
import { asText, like } from '../../../types/textValues.ts';
import { PyBytes, type Value } from '../../../values.ts';
import type { Subject } from './matcher.ts';

/** What is searched. */
export interface SearchedText extends Subject {
  readonly value: Value;
  readonly isText: boolean;
  readonly length: number;
  /** A part, of the kind that the whole is. */
  slice(start: number, end: number): Value;
}

const hasPairs = /[\ud800-\udbff][\udc00-\udfff]/;

let latest: SearchedText | null = null;

/** The text or bytes of a value; null for other values. The text that was searched last is remembered. */
export function searchedText(value: Value): SearchedText | null {
  if (latest !== null && latest.value === value) return latest;
  const made = makeSubject(value);
  if (made?.isText) latest = made;
  return made;
}

function makeSubject(value: Value): SearchedText | null {
  if (value instanceof PyBytes) {
    const { data } = value;
    const slice = (start: number, end: number): Value => new PyBytes(data.slice(start, end));
    return { value, isText: false, codes: Uint32Array.from(data), text: null, length: data.length, slice };
  }
  const text = asText(value);
  if (text === null) return null;
  return hasPairs.test(text) ? pairedSubject(value, text) : plainSubject(value, text);
}

function plainSubject(value: Value, text: string): SearchedText {
  const { length } = text;
  if (length > 4096) runtime().allocate(length * 4);
  const codes = new Uint32Array(length);
  for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
  const slice = (start: number, end: number): Value => like(value, text.slice(start, end));
  return { value, isText: true, codes, text, length, slice };
}

/** A text with characters that are two units of a JS string. */
function pairedSubject(value: Value, text: string): SearchedText {
  runtime().allocate(text.length * 8);
  const codes = Uint32Array.from(text, (character) => character.codePointAt(0)!);
  const offsets = new Uint32Array(codes.length + 1);
  for (let i = 0; i < codes.length; i++) offsets[i + 1] = offsets[i]! + (codes[i]! > 0xffff ? 2 : 1);
  const slice = (start: number, end: number): Value =>
    like(value, text.slice(offsets[start], offsets[Math.max(start, end)]));
  return { value, isText: true, codes, text: null, length: codes.length, slice };
}
