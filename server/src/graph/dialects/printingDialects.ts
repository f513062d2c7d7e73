/**
 * The differences between the libraries in how types, ops and graphs print, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface PrintingDialect {
  /** How the type of a tensor prints. */
  readonly typeText: 'theano' | 'aesara' | 'pytensor';
  /** How the result of an op prints: `Elemwise{add,no_inplace}.0` or `Add.0`. */
  readonly opText: 'classic' | 'pytensor';
  /** How `debugprint` draws: lines of `|` and the whole line of an op before its inner graph, or branches and the op alone. */
  readonly debugGraphs: 'bars' | 'branches';
  /** The title before inner graphs. */
  readonly innerGraphsTitle: 'Inner graphs of the scan ops:' | 'Inner graphs:';
  /** Whether each line has a place for a name. */
  readonly debugNames: 'always' | 'whereGiven';
  /** Of which ops the inner graphs are shown. */
  readonly debugInnerGraphs: 'scans' | 'all';
  /** An input of a step that is known by its number alone: `{0}`, and its type `{1}`. */
  readonly numberedInput: string;
  /** How inputs of a step print: as variables, or by their number and type. */
  readonly stepInputs: 'variables' | 'numbers';
  /** Constants in formulas of `pprint`. */
  readonly formulaConstants: 'variables' | 'values';
  /** How formulas write sums and increments: as any op, or as the call that made them. */
  readonly formulaCalls: 'ops' | 'calls';
  /** What formulas write for the bounds of a slice. */
  readonly formulaBounds: 'types' | 'values';
  /** How a constant prints: its class and value, its name in place of the class, or the value. */
  readonly constantText: 'class' | 'nameOrClass' | 'value';
  /** How a constant prints that is a number between brackets; `{0}` is the number. */
  readonly numberConstantText: string;
  /** How the type of such a number prints; `{0}` is that of elements. */
  readonly numberTypeText: string;
  /** How the drawn numbers are called among the outputs of a draw. */
  readonly drawOutputName: '1' | 'out';
}

const theano: PrintingDialect = {
  typeText: 'theano',
  opText: 'classic',
  debugGraphs: 'bars',
  innerGraphsTitle: 'Inner graphs of the scan ops:',
  debugNames: 'always',
  debugInnerGraphs: 'scans',
  numberedInput: '*{0}-<{1}>',
  stepInputs: 'variables',
  formulaConstants: 'variables',
  formulaCalls: 'ops',
  formulaBounds: 'types',
  constantText: 'class',
  numberConstantText: 'Constant{{0}}',
  numberTypeText: 'Scalar({0})',
  drawOutputName: '1',
};

const aesara: PrintingDialect = {
  ...theano,
  typeText: 'aesara',
  innerGraphsTitle: 'Inner graphs:',
  debugNames: 'whereGiven',
  debugInnerGraphs: 'all',
  stepInputs: 'numbers',
  formulaConstants: 'values',
  formulaCalls: 'calls',
  constantText: 'nameOrClass',
  numberConstantText: 'ScalarConstant{{0}}',
  numberTypeText: 'ScalarType({0})',
  drawOutputName: 'out',
};

const pytensor: PrintingDialect = {
  ...aesara,
  typeText: 'pytensor',
  opText: 'pytensor',
  debugGraphs: 'branches',
  numberedInput: 'i{0}',
  formulaBounds: 'values',
  constantText: 'value',
  numberConstantText: '{0}',
};

export const printingDialects: PerLibrary<PrintingDialect> = { theano, aesara, pytensor };
