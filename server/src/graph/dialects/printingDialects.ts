/**
 * The differences between the libraries in how types, ops and graphs print, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface PrintingDialect {
  /** How the type of a tensor prints: which lengths are 1, the lengths, or them after a name for the number of axes. */
  readonly typeText: 'pattern' | 'lengths' | 'ranks';
  /** How the result of an op prints: `Elemwise{add,no_inplace}.0` or `Add.0`. */
  readonly opText: 'classic' | 'plain';
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
  /** Messages in the text of an op. */
  readonly printedMessages: 'whole' | 'shortened';
  /** How an assertion prints; `{0}` is the message, `{1}` its `repr`. */
  readonly assertText: string;
  /** How a check prints: `{0}` is the exception, `{1}` its `repr`, `{2}` the message. */
  readonly checkText: string;
  /** What `debugprint` can not print; `{0}` is its type. */
  readonly notPrinted: string;
  /** The signature of `debugprint`. */
  readonly debugSignature: string;
  /** Whether it takes `print_shape`. */
  readonly debugShapes: 'absent' | 'present';
}

const theano: PrintingDialect = {
  typeText: 'pattern',
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
  printedMessages: 'whole',
  assertText: 'Assert{msg={1}}',
  checkText: 'CheckAndRaise{{1}({2})}',
  notPrinted: 'debugprint cannot print an object of this type',
  debugSignature:
    'debugprint(obj, depth?, print_type?, file?, ids?, stop_on_name?, done?, print_storage?, print_clients?, used_ids?)',
  debugShapes: 'absent',
};

const aesara: PrintingDialect = {
  ...theano,
  typeText: 'lengths',
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
  assertText: 'Assert{msg={0}}',
  notPrinted: 'debugprint cannot print an object type {0}',
  debugSignature:
    'debugprint(graph_like, depth?, print_type?, file?, id_type?, stop_on_name?, done?, print_storage?, used_ids?, print_op_info?, print_destroy_map?, print_view_map?, print_fgraph_inputs?, print_default_updates?, ids?)',
};

const pytensor: PrintingDialect = {
  ...aesara,
  typeText: 'ranks',
  opText: 'plain',
  debugGraphs: 'branches',
  numberedInput: 'i{0}',
  formulaBounds: 'values',
  constantText: 'value',
  numberConstantText: '{0}',
  printedMessages: 'shortened',
  assertText: "Assert{msg='{0}'}",
  checkText: "CheckAndRaise{raises={0}, msg='{2}'}",
  debugSignature:
    'debugprint(graph_like, depth?, print_type?, print_shape?, file?, id_type?, stop_on_name?, done?, print_storage?, used_ids?, print_op_info?, print_destroy_map?, print_view_map?, print_memory_map?, print_inner_graphs?, print_fgraph_inputs?, print_assumptions?)',
  debugShapes: 'present',
};

export const printingDialects: PerLibrary<PrintingDialect> = { theano, aesara, pytensor };
