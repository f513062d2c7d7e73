/** The modules of Python's standard library that programs can import. */
import type { ModuleFactory } from '../../options.ts';

export const standardModules: Readonly<Record<string, ModuleFactory>> = {};
