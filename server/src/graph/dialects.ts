/**
 * The differences between the libraries, a row per difference; the rows stand by topic in `dialects/`. Code asks for the row and never
 * for the library's name.
 */
import { type ElementwiseDialect, elementwiseDialects } from './dialects/elementwiseDialects.ts';
import { type ErrorDialect, errorDialects } from './dialects/errorDialects.ts';
import { type FunctionDialect, functionDialects } from './dialects/functionDialects.ts';
import { type GradientDialect, gradientDialects } from './dialects/gradientDialects.ts';
import { type GraphDialect, graphDialects } from './dialects/graphDialects.ts';
import { type IndexDialect, indexDialects } from './dialects/indexDialects.ts';
import {
  type LibraryDialect,
  type LibraryName,
  libraryDialects,
  type PerLibrary,
} from './dialects/libraryDialects.ts';
import { type LinearAlgebraDialect, linearAlgebraDialects } from './dialects/linearAlgebraDialects.ts';
import { type MistakeDialect, mistakeDialects } from './dialects/mistakeDialects.ts';
import { type PrintingDialect, printingDialects } from './dialects/printingDialects.ts';
import { type ProgramOpDialect, programOpDialects } from './dialects/programOpDialects.ts';
import { type RandomDialect, randomDialects } from './dialects/randomDialects.ts';
import { type ScanDialect, scanDialects } from './dialects/scanDialects.ts';
import { type SettingsDialect, settingsDialects } from './dialects/settingsDialects.ts';
import { type ShapeDialect, shapeDialects } from './dialects/shapeDialects.ts';
import { type SharedDialect, sharedDialects } from './dialects/sharedDialects.ts';
import { type TypeDialect, typeDialects } from './dialects/typeDialects.ts';
import { type VariableDialect, variableDialects } from './dialects/variableDialects.ts';

export type { LibraryName, PerLibrary } from './dialects/libraryDialects.ts';

export interface Dialect
  extends ElementwiseDialect,
    ErrorDialect,
    FunctionDialect,
    GradientDialect,
    GraphDialect,
    IndexDialect,
    LibraryDialect,
    LinearAlgebraDialect,
    MistakeDialect,
    PrintingDialect,
    ProgramOpDialect,
    RandomDialect,
    ScanDialect,
    SettingsDialect,
    ShapeDialect,
    SharedDialect,
    TypeDialect,
    VariableDialect {}

const dialectOf = (library: LibraryName): Dialect => ({
  ...elementwiseDialects[library],
  ...errorDialects[library],
  ...functionDialects[library],
  ...gradientDialects[library],
  ...graphDialects[library],
  ...indexDialects[library],
  ...libraryDialects[library],
  ...linearAlgebraDialects[library],
  ...mistakeDialects[library],
  ...printingDialects[library],
  ...programOpDialects[library],
  ...randomDialects[library],
  ...scanDialects[library],
  ...settingsDialects[library],
  ...shapeDialects[library],
  ...sharedDialects[library],
  ...typeDialects[library],
  ...variableDialects[library],
});

export const dialects: PerLibrary<Dialect> = {
  theano: dialectOf('theano'),
  aesara: dialectOf('aesara'),
  pytensor: dialectOf('pytensor'),
};
