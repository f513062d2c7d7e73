/** Modules of classes and functions around programs: command lines, tests, queues, records. */
import type { ModuleFactory } from '../../options.ts';
import { argparseModule } from './argparse/argparseModule.ts';
import { arrayModule } from './binary/arrayModule.ts';
import { graphlibModule } from './graphlibModule.ts';
import { numbersModule } from './numbers/abstractNumbers.ts';
import { uuidModule } from './records/uuidModule.ts';
import {
  atexitModule,
  colorsysModule,
  errnoModule,
  getoptModule,
  platformModule,
  secretsModule,
} from './smallModules.ts';
import { concurrentModule } from './threads/futuresModule.ts';
import { queueModule } from './threads/queueModule.ts';
import { threadingModule } from './threads/threadingModule.ts';
import { unittestModule } from './unittest/unittestModule.ts';
import { weakrefModule } from './weakrefModule.ts';

export const interfaceModules: Readonly<Record<string, ModuleFactory>> = {
  argparse: argparseModule,
  array: arrayModule,
  atexit: atexitModule,
  colorsys: colorsysModule,
  concurrent: concurrentModule,
  errno: errnoModule,
  getopt: getoptModule,
  graphlib: graphlibModule,
  numbers: numbersModule,
  platform: platformModule,
  Queue: queueModule,
  queue: queueModule,
  secrets: secretsModule,
  threading: threadingModule,
  unittest: unittestModule,
  uuid: uuidModule,
  weakref: weakrefModule,
};
