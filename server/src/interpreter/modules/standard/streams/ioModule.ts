/** `io`, and Python 2's `StringIO` and `cStringIO`. */
import { notSupported } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { pythonVersion } from '../../../runtime.ts';
import type { PyModule } from '../../../values.ts';
import { builtinNames } from '../../builtins.ts';
import { bytesIoType } from './memoryBytes.ts';
import { stringIoType, unsupportedOperationType } from './memoryText.ts';

export const ioModule = (): PyModule =>
  defineModule({
    name: 'io',
    values: {
      StringIO: stringIoType,
      BytesIO: bytesIoType,
      UnsupportedOperation: unsupportedOperationType,
      SEEK_SET: 0,
      SEEK_CUR: 1,
      SEEK_END: 2,
      DEFAULT_BUFFER_SIZE: 8192,
    },
    lazy: { open: () => builtinNames(pythonVersion()).get('open') ?? notSupported('io.open') },
    refused: '*',
  });

export const stringIoModule = (): PyModule =>
  defineModule({ name: 'StringIO', values: { StringIO: stringIoType } });

export const cStringIoModule = (): PyModule =>
  defineModule({ name: 'cStringIO', values: { StringIO: stringIoType } });
