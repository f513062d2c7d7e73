/** The modules of the standard library that work on texts and bytes. */
import type { ModuleFactory } from '../../../options.ts';
import { base64Module, binasciiModule } from '../binary/base64Module.ts';
import { hashlibModule, hmacModule } from '../binary/hashlibModule.ts';
import { structModule } from '../binary/structModule.ts';
import { gzipModule, zlibModule } from '../binary/zlibModule.ts';
import { difflibModule } from '../comparison/difflibModule.ts';
import { configparserModule } from '../config/configparserModule.ts';
import { jsonModule } from '../json/jsonModule.ts';
import { reModule } from '../regex/reModule.ts';
import { csvModule } from '../streams/csvModule.ts';
import { cStringIoModule, ioModule, stringIoModule } from '../streams/ioModule.ts';
import { xmlModule } from '../xml/xmlModule.ts';
import { htmlModule } from './htmlModule.ts';
import { keywordModule, localeModule } from './localeModule.ts';
import { pprintModule } from './pprintModule.ts';
import { reprlibModule } from './reprlibModule.ts';
import { shlexModule } from './shlexModule.ts';
import { stringModule } from './stringModule.ts';
import { textwrapModule } from './textwrapModule.ts';
import { unicodedataModule } from './unicodedataModule.ts';
import { urllibModule } from './urlModule.ts';

export const textModules: Readonly<Record<string, ModuleFactory>> = {
  base64: base64Module,
  binascii: binasciiModule,
  configparser: configparserModule,
  cStringIO: cStringIoModule,
  csv: csvModule,
  difflib: difflibModule,
  hashlib: hashlibModule,
  hmac: hmacModule,
  html: htmlModule,
  io: ioModule,
  json: jsonModule,
  keyword: keywordModule,
  locale: localeModule,
  pprint: pprintModule,
  re: reModule,
  reprlib: reprlibModule,
  shlex: shlexModule,
  string: stringModule,
  StringIO: stringIoModule,
  struct: structModule,
  textwrap: textwrapModule,
  unicodedata: unicodedataModule,
  urllib: urllibModule,
  xml: xmlModule,
  zlib: zlibModule,
  gzip: gzipModule,
};
