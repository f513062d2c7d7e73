/** `codecs`: opening files in an encoding, and texts to bytes and back; of the codecs from text to text only ROT13. */
import { notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { str } from '../../protocols/text.ts';
import { runtime } from '../../runtime.ts';
import { PyBytes, type PyModule, type Value } from '../../values.ts';
import { openWithCodec } from './openFile.ts';

/** Codecs that `str.encode` and `bytes.decode` do not have. */
const transforms = /^(base64|base_64|bz2|hex|quopri|quoted_printable|uu|zip|zlib|unicode_escape)(_codec)?$/;

function rotated(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const unit = letter.charCodeAt(0);
    return String.fromCharCode(unit + ((unit & 31) > 13 ? -13 : 13));
  });
}

/** Bytes as hexadecimal digits or in base 64, with line breaks, and back. */
function throughBinascii(method: 'encode' | 'decode', key: string, object: Value): Value {
  const isHex = key.startsWith('hex');
  if (isHex) {
    const binascii = runtime().importModule('binascii');
    return call(getAttribute(binascii, method === 'encode' ? 'hexlify' : 'unhexlify'), [object]);
  }
  const base64 = runtime().importModule('base64');
  return call(getAttribute(base64, method === 'encode' ? 'encodebytes' : 'decodebytes'), [object]);
}

const convert =
  (method: 'encode' | 'decode') =>
  (object: Value, encoding?: Value, errors?: Value): Value => {
    const name = encoding === undefined ? 'utf-8' : str(encoding);
    const key = name.toLowerCase().replaceAll('-', '_');
    if (key === 'rot13' || key === 'rot_13') return rotated(str(object));
    if (/^(?:hex|base64|base_64)(?:_codec)?$/.test(key)) return throughBinascii(method, key, object);
    if (transforms.test(key)) return notSupported(`codecs.${method} with '${name}'`);
    return call(getAttribute(object, method), errors === undefined ? [name] : [name, errors]);
  };

export const codecsModule = (): PyModule =>
  defineModule({
    name: 'codecs',
    values: { BOM_UTF8: new PyBytes(Uint8Array.of(0xef, 0xbb, 0xbf)) },
    functions: {
      'open(filename, mode?, encoding?, errors?, buffering?)': openWithCodec,
      'encode(obj, encoding?, errors?)': convert('encode'),
      'decode(obj, encoding?, errors?)': convert('decode'),
    },
    refused: '*',
  });
