/** `html`: `escape` and `unescape`. Names of characters that HTML 5 added are refused. */
import { notSupported } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { str } from '../../../protocols/text.ts';
import type { PyModule, Value } from '../../../values.ts';
import { legacyCharacter, namedCharacters } from './htmlEntities.ts';
import { htmlParserModule } from './htmlParserModule.ts';

/** Numbers from 128 to 159 mean what they do in Windows-1252. */
const windows = [
  ...[0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152],
  ...[0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122],
  ...[0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178],
];

/** Code points that stand for nothing. */
const isInvalid = (code: number): boolean =>
  (code >= 1 && code <= 8) ||
  code === 0xb ||
  (code >= 0xe && code <= 0x1f) ||
  code === 0x7f ||
  (code >= 0xfdd0 && code <= 0xfdef) ||
  (code & 0xfffe) === 0xfffe;

function numbered(code: number): string {
  if (code >= 128 && code < 160) return String.fromCodePoint(windows[code - 128]!);
  if (code === 0 || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return '\ufffd';
  return isInvalid(code) ? '' : String.fromCodePoint(code);
}

function named(reference: string): string {
  const isComplete = reference.endsWith(';');
  const name = isComplete ? reference.slice(0, -1) : reference;
  if (isComplete) {
    const code = name === 'apos' ? 39 : namedCharacters.get(name);
    if (code !== undefined) return String.fromCodePoint(code);
  }
  const whole = legacyCharacter(name);
  if (whole !== undefined) return String.fromCodePoint(whole);
  const letters = /^([A-Za-z]{2,})[0-9]{0,2}$/.exec(name)?.[1];
  const mayBeKnown = letters !== undefined && (letters === name || legacyCharacter(letters) === undefined);
  if (isComplete && mayBeKnown) notSupported(`html.unescape of &${reference}`);
  for (let length = name.length - 1; length > 1; length--) {
    const code = legacyCharacter(name.slice(0, length));
    if (code !== undefined) return String.fromCodePoint(code) + reference.slice(length);
  }
  return `&${reference}`;
}

const references = /&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/g;

function unescapeText(text: string): string {
  return text.replace(references, (_whole, reference: string) => {
    if (!reference.startsWith('#')) return named(reference);
    const isHexadecimal = /^#[xX]/.test(reference);
    const digits = reference.replace(/^#[xX]?/, '').replace(';', '');
    return numbered(Number.parseInt(digits, isHexadecimal ? 16 : 10));
  });
}

export const htmlModule = (): PyModule =>
  defineModule({
    name: 'html',
    functions: {
      'escape(s, quote?)': (given: Value, quote?: Value) => {
        const text = str(given).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        if (quote !== undefined && !isTrue(quote)) return text;
        return text.replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
      },
      'unescape(s)': (text: Value) => unescapeText(str(text)),
    },
    submodules: { parser: htmlParserModule(unescapeText) },
    refused: '*',
  });
