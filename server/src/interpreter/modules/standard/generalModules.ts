/** Modules about data, numbers, classes and time. */
import type { ModuleFactory } from '../../options.ts';
import { calendarModule } from './calendarModule.ts';
import { cmathModule } from './cmathModule.ts';
import { decimalModule } from './decimal/decimalModule.ts';
import { gcModule, timeitModule, typesModule } from './diagnosisModules.ts';
import { doctestModule } from './doctest/doctestModule.ts';
import { inspectModule } from './inspectModule.ts';
import { astModule } from './literalModule.ts';
import { fractionsModule } from './numbers/fractionsModule.ts';
import { statisticsModule } from './numbers/statisticsModule.ts';
import { timeModule } from './timeModule.ts';
import { tracebackModule } from './tracebackModule.ts';

export const generalModules: Readonly<Record<string, ModuleFactory>> = {
  ast: astModule,
  calendar: calendarModule,
  cmath: cmathModule,
  decimal: decimalModule,
  doctest: doctestModule,
  fractions: fractionsModule,
  gc: gcModule,
  inspect: inspectModule,
  statistics: statisticsModule,
  time: timeModule,
  timeit: timeitModule,
  traceback: tracebackModule,
  types: typesModule,
};
