/** Modules that Python has and ScanLens refuses: importing one works, using it says why not. */
import { notSupported } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import type { ModuleFactory } from '../../options.ts';

const reasons: Readonly<Record<string, string>> = {
  asyncio: 'cells run without an event loop',
  bz2: 'there are no archives',
  copyreg: 'a pickle may run any code',
  email: 'there is no reader of mails',
  lzma: 'there are no archives',
  marshal: 'cells are not compiled to byte code',
  socketserver: 'cells have no access to the network',
  tarfile: 'there are no archives',
  curses: 'cells have no terminal',
  dis: 'cells are not compiled to byte code',
  ctypes: 'cells have no access to native code',
  getpass: 'cells have no terminal',
  http: 'cells have no access to the network',
  multiprocessing: 'cells run in one process',
  pdb: 'cells have no terminal',
  pickle: 'a pickle may run any code',
  cPickle: 'a pickle may run any code',
  requests: 'cells have no access to the network',
  select: 'cells have no access to the network',
  shelve: 'cells write no files',
  shutil: 'cells write no files',
  signal: 'cells receive no signals',
  smtplib: 'cells have no access to the network',
  socket: 'cells have no access to the network',
  sqlite3: 'there is no database',
  ssl: 'cells have no access to the network',
  subprocess: 'cells start no other programs',
  tempfile: 'cells write no files',
  this: 'the poem is not part of ScanLens',
  tkinter: 'cells have no windows',
  token: 'cells can not take programs apart',
  tokenize: 'cells can not take programs apart',
  turtle: 'cells have no windows',
  zipfile: 'there are no archives',
  zoneinfo: 'there is no database of time zones',
};

const refusedModule =
  (name: string, reason: string): ModuleFactory =>
  () => {
    const module = defineModule({ name, refused: '*' });
    module.missing = (attribute) =>
      attribute.startsWith('__') ? undefined : notSupported(`${name}.${attribute} is refused: ${reason}`);
    return module;
  };

export const refusedModules: Readonly<Record<string, ModuleFactory>> = Object.fromEntries(
  Object.entries(reasons).map(([name, reason]) => [name, refusedModule(name, reason)]),
);
