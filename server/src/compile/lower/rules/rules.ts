/** Table of the ways in which ops are lowered: a kind without a row does not compile. */
import { t } from '../../../base/l10n.ts';
import type { RuleTable } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { callOutRule } from './callOutRule.ts';
import { ifElseRule } from './choiceRules.ts';
import { cumulativeRule } from './cumulativeRule.ts';
import { allocDiagonalRule, diagonalRule, fillDiagonalRule } from './diagonalRules.ts';
import { drawRule, mrgUniformRule } from './drawRules.ts';
import { castRule, elemwiseRule } from './elementwiseRules.ts';
import { incSubtensorRule, subtensorRule } from './indexRules.ts';
import { batchedDotRule, dotRule, matmulRule } from './productRules.ts';
import { reduceRule } from './reductionRules.ts';
import { scanRule } from './scanRule.ts';
import {
  allocRule,
  assertRule,
  dimShuffleRule,
  joinRule,
  lastValueRule,
  makeVectorRule,
  passRule,
  rebroadcastRule,
  reshapeRule,
  shapeRule,
  splitRule,
} from './shapeRules.ts';
import { softmaxRule } from './softmaxRule.ts';

export const rules: RuleTable = {
  alloc: allocRule,
  allocDiagonal: allocDiagonalRule,
  allocEmpty: callOutRule,
  arange: callOutRule,
  assert: assertRule,
  argsort: callOutRule,
  batchedDot: batchedDotRule,
  blockwise: callOutRule,
  bufferedScan: callOutRule,
  cast: castRule,
  categoricalLoss: callOutRule,
  choose: callOutRule,
  convolution: callOutRule,
  diagonal: diagonalRule,
  cumulative: cumulativeRule,
  dimShuffle: dimShuffleRule,
  dot: dotRule,
  draw: drawRule,
  elemwise: elemwiseRule,
  eye: callOutRule,
  fillDiagonal: fillDiagonalRule,
  fromGraph: callOutRule,
  gradientGate: passRule,
  ifElse: ifElseRule,
  incSubtensor: incSubtensorRule,
  join: joinRule,
  joinAxes: callOutRule,
  lastValue: lastValueRule,
  makeVector: makeVectorRule,
  matmul: matmulRule,
  matrixFunction: callOutRule,
  mrgUniform: mrgUniformRule,
  neighbours: callOutRule,
  neighbourSum: callOutRule,
  nonzero: callOutRule,
  print: callOutRule,
  // What it did could not be undone where compiled code gives up.
  programOp: () => {
    throw unsupported(t('an op that the program defines'));
  },
  permuteRows: callOutRule,
  pickFromUniform: callOutRule,
  pool: callOutRule,
  poolGradient: callOutRule,
  poolSelection: callOutRule,
  ravelMultiIndex: callOutRule,
  rebroadcast: rebroadcastRule,
  reduce: reduceRule,
  repeat: callOutRule,
  reshape: reshapeRule,
  scalarFromTensor: passRule,
  scan: scanRule,
  searchSorted: callOutRule,
  shape: shapeRule,
  softmax: softmaxRule,
  sort: callOutRule,
  specifyShape: callOutRule,
  split: splitRule,
  splitAxis: callOutRule,
  subtensor: subtensorRule,
  topK: callOutRule,
  triangle: callOutRule,
  unique: callOutRule,
  unravelIndex: callOutRule,
};
