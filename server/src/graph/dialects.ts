/**
 * The differences between the libraries, a row per difference; the rows stand by topic in `dialects/`. Code asks for the row and never
 * for the library's name.
 */
import { type FunctionDialect, functionDialects } from './dialects/functionDialects.ts';
import { type GradientDialect, gradientDialects } from './dialects/gradientDialects.ts';
import {
  type LibraryDialect,
  type LibraryName,
  libraryDialects,
  type PerLibrary,
} from './dialects/libraryDialects.ts';
import { type PrintingDialect, printingDialects } from './dialects/printingDialects.ts';
import { type ProgramOpDialect, programOpDialects } from './dialects/programOpDialects.ts';
import { type RandomDialect, randomDialects } from './dialects/randomDialects.ts';
import { type ScanDialect, scanDialects } from './dialects/scanDialects.ts';
import { type SharedDialect, sharedDialects } from './dialects/sharedDialects.ts';
import { type TypeDialect, typeDialects } from './dialects/typeDialects.ts';
import { type VariableDialect, variableDialects } from './dialects/variableDialects.ts';

export type { LibraryName, PerLibrary } from './dialects/libraryDialects.ts';

export interface Dialect
  extends LibraryDialect,
    FunctionDialect,
    GradientDialect,
    PrintingDialect,
    ProgramOpDialect,
    RandomDialect,
    ScanDialect,
    SharedDialect,
    TypeDialect,
    VariableDialect {}

const dialectOf = (library: LibraryName): Dialect => ({
  ...libraryDialects[library],
  ...functionDialects[library],
  ...gradientDialects[library],
  ...printingDialects[library],
  ...programOpDialects[library],
  ...randomDialects[library],
  ...scanDialects[library],
  ...sharedDialects[library],
  ...typeDialects[library],
  ...variableDialects[library],
});

export const dialects: PerLibrary<Dialect> = {
  theano: dialectOf('theano'),
  aesara: dialectOf('aesara'),
  pytensor: dialectOf('pytensor'),
};
