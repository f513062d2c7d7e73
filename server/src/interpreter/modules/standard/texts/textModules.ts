/** The modules of the standard library that work on texts and bytes. */
import type { ModuleFactory } from '../../../options.ts';
import { jsonModule } from '../json/jsonModule.ts';
import { reModule } from '../regex/reModule.ts';
import { csvModule } from '../streams/csvModule.ts';
import { cStringIoModule, ioModule, stringIoModule } from '../streams/ioModule.ts';
import { pprintModule } from './pprintModule.ts';
import { stringModule } from './stringModule.ts';
import { textwrapModule } from './textwrapModule.ts';

export const textModules: Readonly<Record<string, ModuleFactory>> = {
  cStringIO: cStringIoModule,
  csv: csvModule,
  io: ioModule,
  json: jsonModule,
  pprint: pprintModule,
  re: reModule,
  string: stringModule,
  StringIO: stringIoModule,
  textwrap: textwrapModule,
};
