/** The gradient of every kind of op. A kind without a row does not compile. */
import type { OpKind } from '../ops/opKinds.ts';
import { scanRules } from '../scan/scanGradient.ts';
import { blockwiseRules } from './blockwiseRules.ts';
import { convolutionRules } from './convolutionRules.ts';
import { diagonalRules } from './diagonalRules.ts';
import { elementwiseRules } from './elementwiseRules.ts';
import { fromGraphRules } from './fromGraphRules.ts';
import { gateRules } from './gateRules.ts';
import type { GradientRule } from './gradientRule.ts';
import { indexingRules } from './indexingRules.ts';
import { matrixRules } from './matrixRules.ts';
import { neighbourRules } from './neighbourRules.ts';
import { programOpRules } from './programOpRules.ts';
import { randomRules } from './randomRules.ts';
import { reductionRules } from './reductionRules.ts';
import { shapeRules } from './shapeRules.ts';
import { softmaxRules } from './softmaxRules.ts';
import { sortingRules } from './sortingRules.ts';

export const gradientRules: Readonly<Record<OpKind, GradientRule>> = {
  ...elementwiseRules,
  ...reductionRules,
  ...shapeRules,
  ...diagonalRules,
  ...matrixRules,
  ...sortingRules,
  ...indexingRules,
  ...fromGraphRules,
  ...blockwiseRules,
  ...gateRules,
  ...programOpRules,
  ...softmaxRules,
  ...convolutionRules,
  ...neighbourRules,
  ...randomRules,
  ...scanRules,
};
