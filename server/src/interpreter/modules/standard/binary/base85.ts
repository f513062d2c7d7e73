/** Base 85 as `base64.b85encode` has it (the alphabet of Git). */
import { raiseValueError } from '../../../exceptions.ts';
import { turn } from '../../../runtime.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';

export function encode85(bytes: Uint8Array, options: { readonly keepsPadding: boolean }): string {
  const padding = (4 - (bytes.length % 4)) % 4;
  const padded = new Uint8Array(bytes.length + padding);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  let result = '';
  for (let at = 0; at < padded.length; at += 4) {
    turn();
    let word = view.getUint32(at);
    let part = '';
    for (let i = 0; i < 5; i++) {
      part = alphabet[word % 85]! + part;
      word = Math.floor(word / 85);
    }
    result += part;
  }
  return options.keepsPadding || padding === 0 ? result : result.slice(0, -padding);
}

export function decode85(text: string): Uint8Array {
  const padding = (5 - (text.length % 5)) % 5;
  const padded = text + '~'.repeat(padding);
  const view = new DataView(new ArrayBuffer((padded.length / 5) * 4));
  for (let at = 0; at < padded.length; at += 5) {
    turn();
    let word = 0;
    for (let i = at; i < at + 5; i++) {
      const digit = alphabet.indexOf(padded[i]!);
      if (digit < 0) raiseValueError(`bad base85 character at position ${i}`);
      word = word * 85 + digit;
    }
    if (word > 0xffffffff) raiseValueError(`base85 overflow in hunk starting at byte ${at}`);
    view.setUint32((at / 5) * 4, word);
  }
  return new Uint8Array(view.buffer).slice(0, (padded.length / 5) * 4 - padding);
}
