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
import { queueModule } from './threads/queueModule.ts';
import { unittestModule } from './unittest/unittestModule.ts';

export const interfaceModules: Readonly<Record<string, ModuleFactory>> = {
  argparse: argparseModule,
  array: arrayModule,
  atexit: atexitModule,
  colorsys: colorsysModule,
  errno: errnoModule,
  getopt: getoptModule,
  graphlib: graphlibModule,
  numbers: numbersModule,
  platform: platformModule,
  Queue: queueModule,
  queue: queueModule,
  secrets: secretsModule,
  unittest: unittestModule,
  uuid: uuidModule,
};
