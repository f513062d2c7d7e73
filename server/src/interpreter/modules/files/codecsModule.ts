/** `codecs`: opening files in an encoding. */
import { defineModule } from '../../nativeModule.ts';
import { PyBytes, type PyModule } from '../../values.ts';
import { openWithCodec } from './openFile.ts';

export const codecsModule = (): PyModule =>
  defineModule({
    name: 'codecs',
    values: { BOM_UTF8: new PyBytes(Uint8Array.of(0xef, 0xbb, 0xbf)) },
    functions: { 'open(filename, mode?, encoding?, errors?, buffering?)': openWithCodec },
    refused: '*',
  });
